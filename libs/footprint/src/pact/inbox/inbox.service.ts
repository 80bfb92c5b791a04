/** Events of partners, each taken once: requests answered, answers filed with their request, publications fetched. */
import { Injectable } from '@nestjs/common';
import { type Criteria, EventFault, type PactEvent, type PactVersion, readCriteria } from '@qingheng/pact';
import { type Actor, AuditService, Jobs, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { fetchPublished } from '../client/jobs';
import { PactFault } from '../host/pact-errors';
import { type Note, outcomeOf, stored } from '../notes';
import { Outbox } from '../outbox/outbox.service';
import { actorOfPartner, type Partner } from '../partner/partner';
import { FootprintStore } from '../store/footprint-store';
import { ReceivedStore } from '../store/received-store';

/** Footprints in one answer; who wants more lists them page by page. */
const MOST = 1_000;

@Injectable()
export class Inbox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly footprints: FootprintStore,
    private readonly received: ReceivedStore,
  ) {}

  /** Throws PactFault and EventFault; an event that was taken before is accepted and changes nothing. */
  receive(partner: Partner, event: PactEvent, { version, requestId }: { version: PactVersion; requestId?: string }) {
    requireOwnSource(partner, event.source);
    const actor = actorOfPartner(partner, requestId);
    return this.work.run(actor, async (manager) => {
      const kept = event.kind === 'fulfilled' ? { requestEventId: event.data.requestEventId } : event.data;
      const [row] = await manager.query(
        `INSERT INTO pact_event (organisation_id, partner_id, source, event_id, kind, data, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'received') ON CONFLICT (partner_id, source, event_id) DO NOTHING RETURNING id`,
        [partner.organisationId, partner.id, event.source, event.id, event.kind, JSON.stringify(kept)],
      );
      if (!row) return;
      const notes = await this.act(manager, actor, partner, event, { version, row: row.id as string });
      if (notes)
        await manager.query(`UPDATE pact_event SET state = 'done', note = $2 WHERE id = $1`, [row.id, stored(notes)]);
      await this.audit.record(manager, {
        actor,
        action: `pact_event.${event.kind}`,
        subject: { type: 'pact_event', id: row.id as string },
        details: { partner: partner.name, source: event.source, event: event.id },
      });
    });
  }

  /** What became of it; undefined while a job is still at it. */
  private async act(
    manager: EntityManager,
    actor: Actor,
    partner: Partner,
    event: PactEvent,
    { version, row }: { version: PactVersion; row: string },
  ): Promise<Note[] | undefined> {
    switch (event.kind) {
      case 'created':
        return this.answer(manager, partner, event, version);
      case 'published':
        requireReachable(partner);
        await this.jobs.enqueue(manager, fetchPublished, { key: row, payload: { eventId: row }, actor });
        return undefined;
      case 'fulfilled': {
        await this.close(manager, partner, event, 'fulfilled', null);
        const { kept, faulty } = await this.received.keep(manager, partner, event.data.pfs as unknown[]);
        return outcomeOf(kept, faulty);
      }
      case 'rejected': {
        const { code, message } = event.data.error as { code: string; message: string };
        await this.close(manager, partner, event, 'rejected', `${code}: ${message}`.slice(0, 1_000));
        return [{ code: 'EXCHANGE_REJECTED' }];
      }
    }
  }

  /** Exactly one answer to each request: all that match, or a rejection; never an empty list. */
  private async answer(
    manager: EntityManager,
    partner: Partner,
    event: PactEvent,
    version: PactVersion,
  ): Promise<Note[]> {
    requireReachable(partner);
    const criteria = version === '3' ? readCriteria(event.data) : criteriaOfFragment(event.data.pf as object);
    const page = { seen: partner.products, limit: MOST + 1 };
    const { items } = await this.footprints.page(manager, criteria, page);
    const requestEventId = event.id;
    const subject = `answer ${event.source} ${event.id}`;
    const reject = async (code: string, message: string): Promise<Note[]> => {
      const data = { requestEventId, error: { code, message } };
      await this.outbox.add(manager, [partner], { kind: 'rejected', subject, data });
      return [{ code: 'EXCHANGE_ANSWER_REJECTED', params: { code } }];
    };
    if (!items.length)
      return reject(version === '3' ? 'NotFound' : 'NoSuchFootprint', 'No footprint matches the request');
    if (items.length > MOST)
      return reject('BadRequest', `More than ${MOST} footprints match; narrow the request or list them`);
    const pfIds = items.map((text) => (JSON.parse(text) as { id: string }).id);
    await this.outbox.add(manager, [partner], { kind: 'fulfilled', subject, data: { requestEventId, pfIds } });
    return [{ code: 'EXCHANGE_ANSWERED', params: { count: pfIds.length } }];
  }

  private async close(
    manager: EntityManager,
    partner: Partner,
    event: PactEvent,
    answer: string,
    note: string | null,
  ): Promise<void> {
    const [rows] = await manager.query(
      `UPDATE pact_message SET answer = $3, answer_note = $4
       WHERE id::text = $1 AND partner_id = $2 AND kind = 'created' AND answer = 'open' RETURNING id`,
      [String(event.data.requestEventId).toLowerCase(), partner.id, answer, note],
    );
    if (!rows.length)
      throw new PactFault('BadRequest', 'data.requestEventId names no request of ours that is still open');
  }
}

/** An event speaks for the host that is registered for its partner: no other address is ever believed or called. */
function requireOwnSource(partner: Partner, source: string): void {
  const registered = partner.baseUrl === null ? undefined : new URL(partner.baseUrl).origin;
  const origin = URL.canParse(source) ? new URL(source).origin : undefined;
  if (registered === undefined || origin !== registered)
    throw new PactFault('AccessDenied', 'The source of the event is not the address registered for you');
}

function requireReachable(partner: Partner): void {
  if (!partner.clientId)
    throw new PactFault('AccessDenied', 'No credentials for your host are registered, so you could not be answered');
}

/** Version 2 asks by a fragment of a footprint. */
function criteriaOfFragment(fragment: object): Criteria {
  const { productIds, companyIds, ...more } = fragment as Record<string, unknown>;
  if (Object.keys(more).length || (!productIds && !companyIds))
    throw new PactFault('NotImplemented', 'Requests name productIds or companyIds', 400);
  try {
    return readCriteria({ productId: productIds, companyId: companyIds });
  } catch {
    throw new EventFault('data.pf is not understood');
  }
}
