/** What an account opens with is what the account before it closed with: area by type, condition by variable, value of assets. */
import { faultOf } from '@qingheng/platform';
import { type Fault, Rational } from '@qingheng/sheet';
import '../account.messages';
import type { SeeaTable } from './layout';
import type { SeeaLine, SeeaTables } from './tables';

interface Before {
  number: string;
  tables: SeeaTables;
}

/** Stocks by column of one line; conditions by line in one column. */
const STOCKS = ['extent', 'asset'] as const satisfies SeeaTable[];
const CONDITIONS = ['condition_variable', 'condition_indicator'] as const satisfies SeeaTable[];

export function checkOpening(tables: SeeaTables, before: Before): Fault[] {
  return [
    ...STOCKS.flatMap((table) => {
      const [closed, opened] = [lineOf(before.tables[table], 'closing'), lineOf(tables[table], 'opening')];
      if (!closed || !opened) return [];
      // A type that is left out has closed, or opens, with nothing.
      const columns = [...new Set([...Object.keys(closed.cells), ...Object.keys(opened.cells)])].sort();
      return columns.flatMap((column) =>
        differing(
          before.number,
          { table, row: 'opening', column },
          closed.cells[column] ?? '0',
          opened.cells[column] ?? '0',
        ),
      );
    }),
    ...CONDITIONS.flatMap((table) =>
      (tables[table] ?? []).flatMap((line) => {
        const closed = lineOf(before.tables[table], line.code)?.cells.closing;
        const opened = line.cells.opening;
        // A variable observed for the first time has nothing to open with.
        if (closed === undefined || opened === undefined) return [];
        return differing(before.number, { table, row: line.code, column: 'opening' }, closed, opened);
      }),
    ),
  ];
}

const lineOf = (lines: readonly SeeaLine[] | undefined, code: string): SeeaLine | undefined =>
  lines?.find((line) => line.code === code);

function differing(
  number: string,
  place: Required<Pick<Fault, 'table' | 'row' | 'column'>>,
  expected: string,
  found: string,
): Fault[] {
  if (Rational.parse(expected).equals(Rational.parse(found))) return [];
  return [faultOf('SEEA_OPENING', place, { number, expected, found })];
}
