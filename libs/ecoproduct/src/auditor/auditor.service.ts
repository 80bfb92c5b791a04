/** The auditor on what is pasted, on a file, and on our own results. Nothing is kept. */
import { Injectable } from '@nestjs/common';
import { Filing, Run } from '@qingheng/pipeline';
import { type Actor, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { Row } from '@qingheng/sheet';
import { readFile, readText } from '../file/read-rows';
import { Services } from '../service/services';
import { type AccountAudit, auditAccount } from './audit-account';

export interface SheetAudit extends AccountAudit {
  worksheet: string;
}

@Injectable()
export class AuditorService {
  constructor(
    private readonly services: Services,
    private readonly work: UnitOfWork,
  ) {}

  text(text: string): SheetAudit[] {
    return [{ worksheet: '', ...auditAccount(readText(text), this.services) }];
  }

  /** Each worksheet by itself; one without a table of figures is named as unread. */
  async file(bytes: Buffer): Promise<SheetAudit[]> {
    const grids = await readFile(bytes);
    return grids.map(({ worksheet, rows }) => ({ worksheet, ...auditAccount(rows, this.services) }));
  }

  /** The items of a calculated GEP account, as if somebody else had published them. */
  filing(actor: Actor, id: string): Promise<SheetAudit[]> {
    return this.work.run(actor, async (manager) => {
      const filing = await manager.findOneBy(Filing, { id });
      const run = filing?.runId ? await manager.findOneBy(Run, { id: filing.runId }) : null;
      const items = run?.result?.tables.item;
      if (!filing || !filing.method.startsWith('gep/') || !run?.result || !items) throw refuseAny('NOT_FOUND');
      // Its lines are quantity by price, so their total is the one before what came from outside is taken away.
      const { gross, gep } = run.result.outputs;
      const total: Row = { service: 'GEP', value: String(gross ?? gep) };
      return [{ worksheet: filing.number, ...auditAccount(rowsOf([...items, total]), this.services) }];
    });
  }
}

const COLUMNS: [heading: string, column: string][] = [
  ['service', 'service'],
  ['item', 'item_id'],
  ['class', 'class'],
  ['ecosystem', 'ecosystem'],
  ['quantity', 'quantity'],
  ['quantity_unit', 'unit'],
  ['price', 'unit_price'],
  ['value (元)', 'gross_value'],
];

function rowsOf(items: readonly Row[]): string[][] {
  // The first version of the sheet has no deduction: there the value is the product itself.
  const text = (row: Row, column: string): string =>
    String((column === 'gross_value' ? (row[column] ?? row.value) : row[column]) ?? '');
  return [COLUMNS.map(([heading]) => heading), ...items.map((row) => COLUMNS.map(([, column]) => text(row, column)))];
}
