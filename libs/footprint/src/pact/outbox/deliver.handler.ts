/** Delivers one message: an attempt, its log line, and either the end or the next attempt's appointment. */
import { Injectable } from '@nestjs/common';
import { toVersion2, writeEvent } from '@qingheng/pact';
import { type Handler, type JobContext, JobHandler, PlatformConfig, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { OutboundFault } from '../client/guarded-http';
import { deliver } from '../client/jobs';
import { PartnerClient, PartnerRefused } from '../client/partner-client';
import { type Note, stored } from '../notes';
import { PARTNER, type Partner } from '../partner/partner';
import { FootprintStore } from '../store/footprint-store';
import { isFinal, nextAttempt } from './back-off';
import { Outbox } from './outbox.service';

interface Message {
  id: string;
  organisation_id: string;
  partner_id: string;
  kind: 'created' | 'fulfilled' | 'rejected' | 'published';
  data: Record<string, unknown>;
  attempts: number;
  deadline: Date;
  created_at: Date;
}

@JobHandler(deliver)
@Injectable()
export class DeliverHandler implements Handler<{ messageId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly config: PlatformConfig,
    private readonly client: PartnerClient,
    private readonly footprints: FootprintStore,
    private readonly outbox: Outbox,
  ) {}

  async handle({ messageId }: { messageId: string }, { actor }: JobContext): Promise<void> {
    const ready = await this.work.run(actor, (manager) => this.prepare(manager, messageId));
    if (!ready) return;
    const { message, partner, event } = ready;
    const began = Date.now();
    const outcome = await this.attempt(partner, event);
    await this.work.run(actor, (manager) => this.record(manager, message, outcome, Date.now() - began));
  }

  /** Undefined where it was delivered or given up meanwhile. */
  private async prepare(manager: EntityManager, id: string) {
    const [message]: Message[] = await manager.query(`SELECT * FROM pact_message WHERE id = $1 AND state = 'waiting'`, [
      id,
    ]);
    if (!message) return undefined;
    const [partner]: Partner[] = await manager.query(`SELECT ${PARTNER} FROM pact_partner WHERE id = $1`, [
      message.partner_id,
    ]);
    const time = message.created_at.toISOString();
    const source = `${this.config.publicUrl}/pact`;
    const data = await this.dataOf(manager, message, partner!);
    return {
      message,
      partner: partner!,
      event: writeEvent({ kind: message.kind, id, source, time, data }, partner!.version),
    };
  }

  /** Footprints of an answer are put in when it leaves: they cannot have changed. */
  private async dataOf(manager: EntityManager, { kind, data }: Message, partner: Partner) {
    if (kind === 'created' && partner.version === '2') {
      const { productId, companyId, comment } = data;
      return { pf: { productIds: productId, companyIds: companyId }, comment };
    }
    if (kind !== 'fulfilled') return data;
    const { requestEventId, pfIds } = data as { requestEventId: string; pfIds: string[] };
    const pfs = await this.footprints.bodies(manager, pfIds);
    return { requestEventId, pfs: partner.version === '3' ? pfs : pfs.flatMap((one) => toVersion2(one) ?? []) };
  }

  private async attempt(partner: Partner, event: object): Promise<{ status?: number; note?: Note }> {
    if (partner.disabledAt) return { note: { code: 'EXCHANGE_PARTNER_DISABLED' } };
    try {
      return { status: await (await this.client.connect(partner)).sendEvent(event) };
    } catch (error) {
      if (error instanceof PartnerRefused) return { status: error.status, note: error.note };
      if (error instanceof OutboundFault) return { note: error.note };
      throw error;
    }
  }

  private async record(
    manager: EntityManager,
    { id, organisation_id }: Message,
    { status, note }: { status?: number; note?: Note },
    ms: number,
  ): Promise<void> {
    const [message]: Message[] = await manager.query(
      `SELECT * FROM pact_message WHERE id = $1 AND state = 'waiting' FOR UPDATE`,
      [id],
    );
    if (!message) return; // another worker was quicker
    const number = message.attempts + 1;
    const ok = note === undefined;
    const said = stored(note && [note]);
    await manager.query(
      `INSERT INTO pact_attempt (message_id, organisation_id, number, ok, status, note, ms)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organisation_id, number, ok, status ?? null, said, ms],
    );
    const now = new Date();
    const dead = !ok && (isFinal(status) || now >= message.deadline);
    const next = ok || dead ? null : nextAttempt(number, now, message.deadline);
    await manager.query(
      `UPDATE pact_message SET attempts = $2, state = $3, next_at = $4, last_error = $5,
         delivered_at = CASE WHEN $3 = 'delivered' THEN now() END WHERE id = $1`,
      [id, number, ok ? 'delivered' : dead ? 'dead' : 'waiting', next, said],
    );
    if (next) await this.outbox.schedule(manager, id, organisation_id, number + 1, next);
  }
}
