/** The bank's return file, taken in whole or not at all; then sent = success + failed + pending, line by line. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  CopyIn,
  faultOf,
  readRecords,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { ProgrammeBook } from '../book/programme-book';
import { readFen } from '../money/fen';
import { takeDuty } from '../programme/duties';
import { lockProgramme, type Programme, requireStage } from '../programme/programme.record';
import { step } from '../programme/step';
import { everythingPaid } from './everything-paid';
import { refusePayment as refuse } from './payment.messages';
import type { BankTemplate } from './template/bank-template';

const MOST_TOLD = 100;

@Injectable()
export class ReturnService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly book: ProgrammeBook,
  ) {}

  async take(actor: Actor, batchId: string, content: Readable) {
    const taken = await this.work.run(actor, async (manager) => {
      const [batch] = await manager.query(
        'SELECT programme_id AS "programmeId", number, template FROM compensation_batch WHERE id = $1',
        [batchId],
      );
      if (!batch) throw refuseAny('NOT_FOUND');
      const programme = await lockProgramme(manager, actor, batch.programmeId, { own: true });
      requireStage(programme, 'approved', 'paid');
      await takeDuty(manager, actor, programme, 'clerk');
      await this.stage(manager, batch.template, content);
      await this.check(manager, batchId);
      const [counts] = await manager.query(
        `SELECT count(*) FILTER (WHERE outcome = 'success')::int AS success, count(*) FILTER (WHERE outcome = 'failed')::int AS failed,
           count(*) FILTER (WHERE outcome = 'pending')::int AS pending FROM answer`,
      );
      const returnId = await this.keep(manager, actor, programme, batchId, counts);
      await this.book.answered(manager, actor, programme, returnId);
      await step(manager, this.audit, actor, programme, {
        act: 'return_taken',
        details: { batch: batch.number, ...counts },
      });
      const paid = programme.stage === 'approved' && (await everythingPaid(manager, programme));
      if (paid) await step(manager, this.audit, actor, programme, { act: 'paid', stage: 'paid' });
      return { ...counts, paid };
    });
    this.book.wake();
    return taken;
  }

  private async stage(manager: EntityManager, { returns, separator }: BankTemplate, content: Readable): Promise<void> {
    await manager.query(`SET LOCAL statement_timeout = '10min';
      CREATE TEMP TABLE answer (line int, serial int, amount bigint, outcome text, code text, cause text, cells int) ON COMMIT DROP`);
    const copy = await CopyIn.into(manager, 'answer');
    const { fields, header, success, pending } = returns;
    let line = 0;
    try {
      for await (const record of readRecords(content, separator)) {
        line++;
        if (header && line === 1) continue;
        const cell = (name: BankTemplate['returns']['fields'][number]) => record[fields.indexOf(name)]?.trim() ?? '';
        const code = cell('code');
        const outcome = success.includes(code) ? 'success' : pending.includes(code) ? 'pending' : 'failed';
        const fen = fields.includes('amount_fen') ? cell('amount_fen') : String(readFen(cell('amount')) ?? '');
        const serial = /^\d{1,9}$/.test(cell('serial')) ? cell('serial') : null;
        await copy.write([
          ...[String(line), serial, /^\d{1,18}$/.test(fen) ? fen : null, code ? outcome : null, code, cell('cause')],
          record.length === fields.length ? null : String(fields.length),
        ]);
      }
    } catch (error) {
      await copy.abandon();
      throw error;
    }
    await copy.end();
  }

  /** Faults name the line, the column and what is wrong; nothing is taken where there is one. */
  private async check(manager: EntityManager, batchId: string): Promise<void> {
    const faults: { line: number; serial: number | null; column: string; code: string; cells: number }[] =
      await manager.query(
        `SELECT a.line, a.serial, a.cells, f.column, f.code, count(*) OVER ()::int AS "all" FROM answer a
       LEFT JOIN compensation_payment p ON p.batch_id = $1 AND p.serial = a.serial
       LEFT JOIN compensation_payment_result r ON r.payment_id = p.id
       CROSS JOIN LATERAL (
         SELECT '' AS "column", 'RETURN_CELLS' AS code WHERE a.cells IS NOT NULL
         UNION ALL SELECT 'serial', 'RETURN_UNKNOWN' WHERE a.cells IS NULL AND p.id IS NULL
         UNION ALL SELECT 'code', 'REQUIRED' WHERE a.cells IS NULL AND a.outcome IS NULL
         UNION ALL SELECT 'amount', 'RETURN_AMOUNT' WHERE p.id IS NOT NULL AND a.amount IS DISTINCT FROM p.amount_fen
         UNION ALL SELECT 'code', 'RETURN_FINAL' WHERE r.outcome IS NOT NULL AND a.outcome IS DISTINCT FROM r.outcome
         UNION ALL SELECT 'serial', 'RETURN_TWICE'
           WHERE a.serial IN (SELECT serial FROM answer GROUP BY serial HAVING count(*) > 1)
       ) f ORDER BY a.line LIMIT ${MOST_TOLD}`,
        [batchId],
      );
    const [first] = faults as { all?: number }[];
    if (!first) return;
    throw refuse(
      'RETURN_FAULTS',
      { count: first.all! },
      faults.map(({ line, serial, column, code, cells }) =>
        faultOf(code, { table: 'return', row: String(line), column }, { serial: serial ?? '', expected: cells ?? 0 }),
      ),
    );
  }

  private async keep(
    manager: EntityManager,
    actor: Actor,
    { id, organisationId }: Programme,
    batchId: string,
    { success, failed, pending }: { success: number; failed: number; pending: number },
  ): Promise<string> {
    const [{ id: returnId }] = await manager.query(
      `INSERT INTO compensation_return (organisation_id, programme_id, batch_id, success, failed, pending, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        ...[organisationId, id, batchId, success, failed, pending],
        JSON.stringify({ id: actor.userId, name: actor.name }),
      ],
    );
    // The same final answer sent again changes nothing.
    await manager.query(
      `INSERT INTO compensation_payment_result (payment_id, organisation_id, return_id, outcome, code, cause)
       SELECT p.id, $2, $3, a.outcome, a.code, a.cause FROM answer a
       JOIN compensation_payment p ON p.batch_id = $1 AND p.serial = a.serial
       WHERE a.outcome <> 'pending' ON CONFLICT (payment_id) DO NOTHING`,
      [batchId, organisationId, returnId],
    );
    await manager.query('ANALYZE compensation_payment_result');
    return returnId;
  }
}
