/** Sampling units of both phases in one table: an auxiliary on each, biomass on those that were measured. */
import { Readable } from 'node:stream';
import { readPlainRows, UnreadableWorkbook } from '@qingheng/pipeline';
import { faultOf, readRecords, refuse as refuseAny } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import { refuse } from './double-sample.messages';

export interface Unit {
  unit: string;
  stratum: string;
  /** Decimals as they were written. */
  auxiliary: string;
  biomass?: string;
}

export const MOST_UNITS = 20_000;
const COLUMNS = {
  unit: ['unit', 'point_id', 'plot_id', '单元', '点号', '样地', '样地编号'],
  stratum: ['stratum', 'stratum_id', '碳层', '碳层编号'],
  auxiliary: ['auxiliary', '辅助变量'],
  biomass: ['biomass', '生物量', '每公顷生物量'],
} as const;
type Column = keyof typeof COLUMNS;
const DECIMAL = /^\d{1,12}(\.\d{1,9})?$/;

/** Throws every fault of every row at once. */
export async function readUnits(bytes: Buffer, strata: readonly string[]): Promise<Unit[]> {
  const rows = await rowsOf(bytes);
  const places = placesOf(rows[0]?.cells ?? []);
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const units = rows.slice(1).map(({ cells, line }): Unit => {
    const cell = (column: Column): string => (places[column] === undefined ? '' : (cells[places[column]] ?? '').trim());
    const [unit, stratum, auxiliary, biomass] = (['unit', 'stratum', 'auxiliary', 'biomass'] as const).map(cell) as [
      ...[string, string, string, string],
    ];
    const bad = (column: Column, code: string, params = {}): void =>
      void faults.push(faultOf(code, { table: 'unit', row: `${line}`, column }, params));
    if (!unit) bad('unit', 'UNIT_EMPTY');
    else if (seen.has(unit)) bad('unit', 'UNIT_TWICE', { unit });
    seen.add(unit);
    if (!strata.includes(stratum)) bad('stratum', 'UNIT_STRATUM', { stratum, known: strata.join(', ') });
    if (!DECIMAL.test(auxiliary)) bad('auxiliary', 'UNIT_VALUE', { value: auxiliary });
    if (biomass && !DECIMAL.test(biomass)) bad('biomass', 'UNIT_VALUE', { value: biomass });
    return { unit, stratum, auxiliary, ...(biomass && { biomass }) };
  });
  if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults.slice(0, 500));
  return units;
}

function placesOf(heading: readonly string[]): Partial<Record<Column, number>> {
  const names = heading.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[（(].*$/, ''),
  );
  const places = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, known]) => [
      column,
      names.findIndex((name) => known.includes(name as never)),
    ]),
  ) as Record<Column, number>;
  const missing = (['unit', 'stratum', 'auxiliary'] as const).filter((column) => places[column] < 0);
  if (missing.length)
    throw refuse(
      'UNITS_HEADING',
      { column: missing.join(', ') },
      missing.map((column) => faultOf('UNITS_HEADING', { table: 'unit', column }, { column })),
    );
  return Object.fromEntries(Object.entries(places).filter(([, place]) => place >= 0));
}

async function rowsOf(bytes: Buffer): Promise<{ cells: string[]; line: number }[]> {
  const rows: { cells: string[]; line: number }[] = [];
  const take = (cells: string[], line: number): void => {
    if (!cells.some((cell) => cell.trim())) return;
    if (rows.length > MOST_UNITS) throw refuse('UNITS_TOO_MANY', { most: MOST_UNITS });
    rows.push({ cells, line });
  };
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    try {
      await readPlainRows(bytes, take);
    } catch (error) {
      if (error instanceof UnreadableWorkbook) throw refuse('UNITS_UNREADABLE', { why: error.fault.message.zh });
      throw error;
    }
    return rows;
  }
  let line = 0;
  for await (const cells of readRecords(Readable.from([bytes]))) take(cells, (line += 1));
  return rows;
}
