/** Events to partners, added in the transaction of what they tell of, delivered by jobs for up to 72 hours. */
import { Injectable } from '@nestjs/common';
import type { EventKind } from '@qingheng/pact';
import { Jobs, systemActor } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { deliver } from '../client/jobs';
import type { Partner } from '../partner/partner';

export interface NewMessage {
  kind: EventKind;
  /** Business key: the same subject goes to a partner once. */
  subject: string;
  data: object;
  createdBy?: string;
}

@Injectable()
export class Outbox {
  constructor(private readonly jobs: Jobs) {}

  /** Ids of the messages that are new. */
  async add(manager: EntityManager, partners: Pick<Partner, 'id' | 'organisationId'>[], message: NewMessage) {
    if (!partners.length) return [];
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO pact_message (organisation_id, partner_id, kind, subject, data, answer, created_by, next_at)
       SELECT o, p, $3, $4, $5, CASE WHEN $3 = 'created' THEN 'open' END, $6, now()
       FROM unnest($1::uuid[], $2::uuid[]) AS u (o, p)
       ON CONFLICT (partner_id, subject) DO NOTHING RETURNING id`,
      [
        partners.map(({ organisationId }) => organisationId),
        partners.map(({ id }) => id),
        message.kind,
        message.subject,
        JSON.stringify(message.data),
        message.createdBy ?? null,
      ],
    );
    for (const { id } of rows) await this.schedule(manager, id, partners[0]!.organisationId, 1);
    return rows.map(({ id }) => id);
  }

  /** Asks for attempt `number` of a message. Delivery is the service's own business, whoever wrote the message. */
  async schedule(
    manager: EntityManager,
    messageId: string,
    organisationId: string,
    number: number,
    runAfter?: Date,
  ): Promise<void> {
    const actor = { ...systemActor, organisationId, scope: 'tenant' as const };
    await this.jobs.enqueue(manager, deliver, {
      key: `${messageId} ${number}`,
      payload: { messageId },
      actor,
      runAfter,
    });
  }
}
