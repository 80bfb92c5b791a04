/** What went in and out, for the people of the organisation: events, messages with their attempts, received footprints. */
import { Injectable } from '@nestjs/common';
import type { Finding, ProductFootprint } from '@qingheng/pact';
import type { Text } from '@qingheng/sheet';
import { type Actor, AuditService, type Page, pageOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { type Note, worded } from './notes';
import { Outbox } from './outbox/outbox.service';
import { refuse } from './pact.messages';

export interface MessageView {
  id: string;
  partner: string;
  kind: string;
  state: string;
  attempts: number;
  nextAt: string | null;
  deadline: string;
  lastError: Text | null;
  answer: string | null;
  answerNote: string | null;
  createdAt: string;
  deliveredAt: string | null;
  data: object;
}

export interface AttemptView {
  number: number;
  at: string;
  ok: boolean;
  status: number | null;
  note: Text | null;
  ms: number;
}

export interface EventView {
  id: string;
  partner: string;
  kind: string;
  source: string;
  eventId: string;
  state: string;
  note: Text | null;
  receivedAt: string;
  data: object;
}

export interface ReceivedView {
  id: string;
  partner: string;
  pfId: string;
  companyName: string;
  productName: string;
  productIds: string[];
  declaredUnit: string;
  declaredAmount: string;
  value: string;
  status: string;
  errors: number;
  warnings: number;
  receivedAt: string;
}

/** As it stands in the database: codes, not words. */
type Stored<T, K extends keyof T> = Omit<T, K> & Record<K, Note[] | null>;

interface Paging {
  limit: number;
  after?: string;
}
export interface FootprintFilter extends Paging {
  q?: string;
  status?: string;
}
type StateFilter = Paging & { state?: string };

/** The searched text stands somewhere in the product, its identifiers, the company. */
const SAYS = `strpos(lower(concat_ws(' ', m.body ->> 'productNameCompany', m.body ->> 'companyName', m.body ->> 'productIds')),
  lower($3)) > 0`;

const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const MESSAGE = `m.id, r.name AS partner, m.kind, m.state, m.attempts, ${iso('m.next_at')} AS "nextAt",
  ${iso('m.deadline')} AS deadline, m.last_error AS "lastError", m.answer, m.answer_note AS "answerNote",
  ${iso('m.created_at')} AS "createdAt", ${iso('m.delivered_at')} AS "deliveredAt", m.data`;
const EVENT = `m.id, r.name AS partner, m.kind, m.source, m.event_id AS "eventId", m.state, m.note,
  ${iso('m.received_at')} AS "receivedAt", m.data`;
const RECEIVED = `m.id, r.name AS partner, m.pf_id AS "pfId", m.body ->> 'companyName' AS "companyName",
  m.body ->> 'productNameCompany' AS "productName", m.body -> 'productIds' AS "productIds",
  m.body -> 'pcf' ->> 'declaredUnitOfMeasurement' AS "declaredUnit",
  m.body -> 'pcf' ->> 'declaredUnitAmount' AS "declaredAmount",
  m.body -> 'pcf' ->> 'pcfExcludingBiogenicUptake' AS value, m.status, m.errors,
  jsonb_array_length(m.findings) - m.errors AS warnings, ${iso('m.received_at')} AS "receivedAt"`;

@Injectable()
export class ExchangeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  async messages(actor: Actor, { state, ...paging }: StateFilter): Promise<Page<MessageView>> {
    const wanted = '$3::text IS NULL OR m.state = $3';
    const page = await this.page<Stored<MessageView, 'lastError'>>(actor, MESSAGE, 'pact_message', paging, wanted, [
      state,
    ]);
    return { ...page, items: page.items.map((one) => ({ ...one, lastError: worded(one.lastError) })) };
  }

  async events(actor: Actor, { state, ...paging }: StateFilter): Promise<Page<EventView>> {
    const wanted = '$3::text IS NULL OR m.state = $3';
    const page = await this.page<Stored<EventView, 'note'>>(actor, EVENT, 'pact_event', paging, wanted, [state]);
    return { ...page, items: page.items.map((one) => ({ ...one, note: worded(one.note) })) };
  }

  received(actor: Actor, { q, status, ...paging }: FootprintFilter): Promise<Page<ReceivedView>> {
    const wanted = `($3::text IS NULL OR ${SAYS}) AND ($4::text IS NULL OR m.status = $4)`;
    return this.page(actor, RECEIVED, 'pact_received', paging, wanted, [q, status]);
  }

  attempts(actor: Actor, messageId: string): Promise<AttemptView[]> {
    return this.work.run(actor, async (manager) => {
      const [message] = await manager.query('SELECT 1 FROM pact_message WHERE id = $1', [messageId]);
      if (!message) throw refuseAny('NOT_FOUND');
      const tried: Stored<AttemptView, 'note'>[] = await manager.query(
        `SELECT number, ${iso('at')} AS at, ok, status, note, ms FROM pact_attempt WHERE message_id = $1 ORDER BY number`,
        [messageId],
      );
      return tried.map((one) => ({ ...one, note: worded(one.note) }));
    });
  }

  one(actor: Actor, id: string): Promise<ReceivedView & { footprint: ProductFootprint; findings: Finding[] }> {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(
        `SELECT ${RECEIVED}, m.body || jsonb_build_object('status', m.status) AS footprint, m.findings
         FROM pact_received m JOIN pact_partner r ON r.id = m.partner_id WHERE m.id = $1`,
        [id],
      );
      if (!row) throw refuseAny('NOT_FOUND');
      return row;
    });
  }

  /** A dead letter gets another 72 hours. */
  retry(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const [message] = await manager.query(
        'SELECT organisation_id, state, attempts FROM pact_message WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (message?.organisation_id !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (message.state !== 'dead') throw refuse('MESSAGE_NOT_DEAD');
      await manager.query(
        `UPDATE pact_message SET state = 'waiting', next_at = now(), deadline = now() + interval '72 hours' WHERE id = $1`,
        [id],
      );
      await this.outbox.schedule(manager, id, actor.organisationId, Number(message.attempts) + 1);
      await this.audit.record(manager, {
        actor,
        action: 'pact_message.retried',
        subject: { type: 'pact_message', id },
      });
    });
  }

  /** Newest first. */
  private page<T extends { id: string }>(
    actor: Actor,
    columns: string,
    table: string,
    { limit, after }: Paging,
    wanted: string,
    values: (string | undefined)[],
  ): Promise<Page<T>> {
    return this.work.run(actor, async (manager) => {
      const rows: T[] = await manager.query(
        `SELECT ${columns} FROM ${table} m JOIN pact_partner r ON r.id = m.partner_id
         WHERE ($1::uuid IS NULL OR m.id < $1) AND (${wanted}) ORDER BY m.id DESC LIMIT $2`,
        [after ?? null, limit + 1, ...values.map((value) => value ?? null)],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }
}
