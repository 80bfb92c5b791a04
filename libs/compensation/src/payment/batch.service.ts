/** Payment batches: what is due and was never paid, or what failed and is issued again as a new payment. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { ProgrammeBook } from '../book/programme-book';
import { yuan } from '../money/fen';
import { contextOf, HouseholdSeal } from '../privacy/household-seal';
import { takeDuty } from '../programme/duties';
import { lockProgramme, readProgramme, type Programme, requireStage } from '../programme/programme.record';
import { step } from '../programme/step';
import { isCardNumber } from '../roster/check/check-digits';
import { refusePayment as refuse } from './payment.messages';
import { BankTemplates } from './template/bank-template';

export interface Correction {
  paymentId: string;
  /** The card that the person has now. */
  card: string;
}

export interface Batch {
  id: string;
  number: string;
  payments: number;
  total: string;
}

@Injectable()
export class BatchService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: BankTemplates,
    private readonly seal: HouseholdSeal,
    private readonly audit: AuditService,
    private readonly book: ProgrammeBook,
  ) {}

  pay(actor: Actor, programmeId: string, { template, banner }: { template: string; banner?: string }): Promise<Batch> {
    const due = `SELECT h.id AS household_id, a.amount_fen, NULL::uuid AS reissue_of, h.sealed, h.banner, h.number
      FROM compensation_due a JOIN compensation_household h ON h.id = a.household_id
      WHERE a.run_id = $1 AND a.amount_fen > 0 AND NOT a.held AND ($2::text IS NULL OR a.banner = $2)
        AND NOT EXISTS (SELECT FROM compensation_payment p WHERE p.household_id = h.id AND p.reissue_of IS NULL)`;
    return this.make(actor, programmeId, { kind: 'allotment', template, banner, due, corrections: [] });
  }

  /** Everything that failed and was not issued again; with another card where one is given. */
  reissue(actor: Actor, programmeId: string, template: string, corrections: Correction[]): Promise<Batch> {
    if (corrections.some(({ card }) => !isCardNumber(card))) throw refuse('CARD_WRONG');
    const due = `SELECT p.household_id, p.amount_fen, p.id AS reissue_of, p.sealed, h.banner, h.number
      FROM compensation_payment p JOIN compensation_payment_result r ON r.payment_id = p.id AND r.outcome = 'failed'
      JOIN compensation_household h ON h.id = p.household_id
      JOIN compensation_due a ON a.run_id = $1 AND a.household_id = p.household_id AND a.amount_fen > 0 AND NOT a.held
      WHERE p.programme_id = (SELECT programme_id FROM compensation_run WHERE id = $1) AND ($2::text IS NULL OR h.banner = $2)
        AND NOT EXISTS (SELECT FROM compensation_payment n WHERE n.reissue_of = p.id)`;
    return this.make(actor, programmeId, { kind: 'reissue', template, due, corrections });
  }

  /** Newest first, each with what the bank has answered so far. */
  list(actor: Actor, programmeId: string): Promise<object[]> {
    return this.work.run(actor, async (manager) => {
      await readProgramme(manager, programmeId);
      const rows: { total: string }[] = await manager.query(
        `SELECT b.id, b.number, b.kind, b.template ->> 'code' AS template, b.banner, b.payments, b.total_fen::text AS total,
           b.created_by ->> 'name' AS "createdBy", to_json(b.created_at)#>>'{}' AS "createdAt",
           count(r.payment_id) FILTER (WHERE r.outcome = 'success')::int AS success,
           count(r.payment_id) FILTER (WHERE r.outcome = 'failed')::int AS failed
         FROM compensation_batch b JOIN compensation_payment p ON p.batch_id = b.id
         LEFT JOIN compensation_payment_result r ON r.payment_id = p.id
         WHERE b.programme_id = $1 GROUP BY b.id ORDER BY b.id DESC LIMIT 200`,
        [programmeId],
      );
      return rows.map((row) => ({ ...row, total: yuan(row.total) }));
    });
  }

  private async make(
    actor: Actor,
    programmeId: string,
    {
      kind,
      template,
      banner,
      due,
      corrections,
    }: {
      kind: 'allotment' | 'reissue';
      template: string;
      banner?: string;
      due: string;
      corrections: Correction[];
    },
  ): Promise<Batch> {
    const layout = this.templates.get(template);
    const made = await this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'approved');
      await takeDuty(manager, actor, programme, 'clerk');
      await manager.query(`SET LOCAL statement_timeout = '10min'`);
      await manager.query(
        `CREATE TEMP TABLE due ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY banner, number)::int AS serial,
        d.* FROM (${due}) d`,
        [programme.runId, banner ?? null],
      );
      const [{ payments, total }] = await manager.query(
        'SELECT count(*)::int AS payments, sum(amount_fen)::text AS total FROM due',
      );
      if (!payments) throw refuse(kind === 'allotment' ? 'NOTHING_TO_PAY' : 'NOTHING_TO_REISSUE');
      for (const correction of corrections) await this.correct(manager, programme, correction);
      const [{ id, number }] = await manager.query(
        `INSERT INTO compensation_batch (organisation_id, programme_id, kind, template, banner, payments, total_fen, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id, number`,
        [
          ...[programme.organisationId, programmeId, kind, JSON.stringify(layout), banner ?? null, payments, total],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await manager.query(
        `INSERT INTO compensation_payment (organisation_id, programme_id, batch_id, serial, household_id, amount_fen, reissue_of,
           sealed) SELECT $1, $2, $3, serial, household_id, amount_fen, reissue_of, sealed FROM due`,
        [programme.organisationId, programmeId, id],
      );
      await manager.query('ANALYZE compensation_payment');
      await this.book.sent(manager, actor, programme, id);
      await step(manager, this.audit, actor, programme, {
        act: kind === 'allotment' ? 'batch_made' : 'batch_reissued',
        details: { batch: number, payments, total: yuan(total), corrected: corrections.length },
      });
      return { id, number, payments, total: yuan(total) };
    });
    this.book.wake();
    return made;
  }

  private async correct(manager: EntityManager, { id }: Programme, { paymentId, card }: Correction): Promise<void> {
    const [due] = await manager.query('SELECT number, sealed FROM due WHERE reissue_of = $1', [paymentId]);
    if (!due) throw refuseAny('NOT_FOUND');
    const context = contextOf(id, due.number);
    const sealed = this.seal.seal(context, { ...this.seal.open(context, due.sealed), card });
    await manager.query('UPDATE due SET sealed = $2 WHERE reissue_of = $1', [paymentId, sealed]);
  }
}
