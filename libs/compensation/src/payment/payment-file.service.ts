/** The file for the bank: written by its layout as it streams, and kept nowhere in clear. */
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { yuan } from '../money/fen';
import { contextOf, HouseholdSeal, type Person } from '../privacy/household-seal';
import { refusePayment as refuse } from './payment.messages';
import type { BankTemplate, Field, Total } from './template/bank-template';
import { encoderOf } from './template/encode';

interface Batch {
  id: string;
  number: string;
  programmeId: string;
  template: BankTemplate;
  payments: number;
  total: string;
  remark: string;
}

interface Line {
  serial: number;
  number: string;
  amount: string;
  sealed: Buffer;
}

const AT_ONCE = 5_000;

@Injectable()
export class PaymentFileService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly seal: HouseholdSeal,
    private readonly audit: AuditService,
  ) {}

  /** Names that the encoding lacks are known since the import, and so before the first byte leaves. */
  async stream(actor: Actor, batchId: string): Promise<{ name: string; encoding: string; content: Readable }> {
    const batch = await this.work.run(actor, async (manager) => {
      const [found] = await manager.query(
        `SELECT b.id, b.number, b.programme_id AS "programmeId", b.template, b.payments, b.total_fen AS total, p.title AS remark
         FROM compensation_batch b JOIN compensation_programme p ON p.id = b.programme_id WHERE b.id = $1`,
        [batchId],
      );
      if (!found) throw refuseAny('NOT_FOUND');
      if (found.template.encoding === 'gbk') {
        const [beyond] = await manager.query(
          `SELECT h.number FROM compensation_payment p JOIN compensation_household h ON h.id = p.household_id AND h.beyond_gbk
           WHERE p.batch_id = $1 ORDER BY p.serial LIMIT 1`,
          [batchId],
        );
        if (beyond) throw refuse('NOT_IN_ENCODING', { household: beyond.number, encoding: 'gbk' });
      }
      await this.audit.record(manager, {
        actor,
        action: 'batch.file_fetched',
        subject: { type: 'batch', id: batchId },
        details: { number: found.number },
      });
      return found as Batch;
    });
    const content = new PassThrough({ highWaterMark: 1 << 18 });
    this.write(actor, batch, content).catch((error: Error) => content.destroy(error));
    const name = `${batch.number}.${batch.template.separator === ',' ? 'csv' : 'txt'}`;
    return { name, encoding: batch.template.encoding, content };
  }

  private async write(actor: Actor, batch: Batch, into: PassThrough): Promise<void> {
    const { template } = batch;
    const encode = encoderOf(template.encoding);
    const line = linesOf(template);
    const control = encode(totalsOf(batch))!;
    if (template.totals.place === 'head') into.write(control);
    if (template.header) into.write(encode(`${template.fields.join(template.separator)}\r\n`)!);
    await this.work.run(actor, async (manager) => {
      for await (const rows of this.lines(manager, batch.id)) {
        const ready = into.write(Buffer.concat(rows.map((row) => line(row, this.open(batch, row), batch))));
        if (!ready && !into.destroyed) await Promise.race([once(into, 'drain'), once(into, 'close')]);
        if (into.destroyed) return; // whoever fetched it went away
      }
    });
    if (template.totals.place === 'foot') into.write(control);
    into.end();
  }

  private open({ programmeId }: Batch, { number, sealed }: Line): Person {
    return this.seal.open(contextOf(programmeId, number), sealed);
  }

  /** One plan for the whole batch: page by page the database would join it anew each time. */
  private async *lines(manager: EntityManager, batchId: string): AsyncGenerator<Line[]> {
    await manager.query(`SET LOCAL cursor_tuple_fraction = 1; SET LOCAL work_mem = '64MB'`);
    await manager.query(
      `DECLARE batch_lines NO SCROLL CURSOR FOR
       SELECT p.serial, h.number, p.amount_fen AS amount, p.sealed FROM compensation_payment p
       JOIN compensation_household h ON h.id = p.household_id WHERE p.batch_id = $1 ORDER BY p.serial`,
      [batchId],
    );
    for (;;) {
      const rows: Line[] = await manager.query(`FETCH ${AT_ONCE} FROM batch_lines`);
      if (rows.length) yield rows;
      if (rows.length < AT_ONCE) break;
    }
    await manager.query('CLOSE batch_lines');
  }
}

function linesOf({ fields, separator, encoding }: BankTemplate) {
  const encode = encoderOf(encoding);
  return ({ serial, number, amount }: Line, person: Person, batch: Pick<Batch, 'number' | 'remark'>): Buffer => {
    const values: Record<Field, string> = {
      ...{ serial: String(serial), batch: batch.number, name: person.name, account: person.card },
      ...{ identity: person.identity, amount: yuan(amount), amount_fen: amount },
      remark: batch.remark.replaceAll(separator, ' '),
    };
    if (person.name.includes(separator)) throw refuse('SEPARATOR_IN_NAME', { household: number });
    const bytes = encode(`${fields.map((field) => values[field]).join(separator)}\r\n`);
    if (!bytes) throw refuse('NOT_IN_ENCODING', { household: number, encoding });
    return bytes;
  };
}

function totalsOf({ number, payments, total, template }: Batch): string {
  const values: Record<Total, string> = {
    ...{ batch: number, count: String(payments), amount: yuan(total), amount_fen: total },
  };
  return `${template.totals.fields.map((field) => values[field]).join(template.separator)}\r\n`;
}
