import { knownUnit, Rational } from '@qingheng/sheet';
import { type Complaint, day, decimal, type Field, kebab, oneOf, webAddress } from './fields';
import { FirstOfItsKind } from './first-of-its-kind';
import { type CsvRow, type FaultList, readCsv } from './read-csv';
import type { FactorRow, ReferenceFile, RegionRow } from './reference-data';

/** The columns that say where a row comes from, in every file that has sources. */
export const SOURCE_FIELDS: readonly Field[] = [
  { name: 'source_title', required: true },
  { name: 'source_clause' },
  { name: 'source_url', check: webAddress },
  { name: 'confidence', required: true, check: oneOf('official', 'secondary', 'provisional') },
];

/** The columns of a factor, each with what a cell may hold. */
export const FACTOR_COLUMNS: readonly Field[] = [
  { name: 'id', required: true, check: kebab },
  { name: 'category', required: true, check: kebab },
  { name: 'name_zh', required: true },
  { name: 'name_en', required: true },
  { name: 'value', numeric: true, check: decimal },
  { name: 'unit', required: true },
  { name: 'low', numeric: true, check: decimal },
  { name: 'high', numeric: true, check: decimal },
  { name: 'gas' },
  { name: 'stage' },
  { name: 'region' },
  { name: 'valid_from', check: day },
  { name: 'valid_to', check: day },
  { name: 'year_label' },
  ...SOURCE_FIELDS,
  { name: 'unit_note' },
];

export function readFactors(files: readonly ReferenceFile[], regions: RegionRow[], list: FaultList): FactorRow[] {
  const places = regions.map(({ code }) => code);
  const ids = new FirstOfItsKind(list, 'id');
  return files
    .flatMap((file) => readCsv(file, FACTOR_COLUMNS, list))
    .filter((row) => {
      const holds = relationsHold(row, places, list);
      return ids.admit(row, row.cells.id) && holds;
    })
    .map(({ cells }) => cells as unknown as FactorRow);
}

function relationsHold({ file, line, cells }: CsvRow, places: readonly string[], list: FaultList): boolean {
  const complaints = factorComplaints(cells, places);
  for (const [column, complaint] of complaints) list.add(file, line, column, complaint);
  return !complaints.length;
}

/** What one cell of a factor says about another; `places` are codes of regions. Cells are sound in themselves. */
export function factorComplaints(
  cells: Readonly<Record<string, string | null | undefined>>,
  places: readonly string[],
): [column: string, complaint: Complaint][] {
  const found: [string, Complaint][] = [];
  const { value, low, high, unit, unit_note: note, region, valid_from: from, valid_to: to } = cells;
  if (!value && !(low && high)) found.push(['value', ['REFERENCE_NO_VALUE']]);
  if ([low, value, high].some((smaller, i, all) => all.slice(i + 1).some((larger) => above(smaller, larger))))
    found.push(['high', ['REFERENCE_ORDER', { column: above(low, high) ? 'low' : 'value' }]]);
  if (unit && !knownUnit(unit) && !note) found.push(['unit', ['REFERENCE_UNKNOWN_UNIT', { unit }]]);
  if (region && !isPlace(region, places)) found.push(['region', ['REFERENCE_UNKNOWN_REGION', { region }]]);
  if (from && to && to < from) found.push(['valid_to', ['REFERENCE_ORDER', { column: 'valid_from' }]]);
  return found;
}

/** A code of a region, or as with method sheets the beginning of one: 15, 1507. */
const isPlace = (region: string, places: readonly string[]): boolean =>
  places.includes(region) || (/^(\d{2}|\d{4})$/.test(region) && places.includes(region.padEnd(6, '0')));

const above = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a && b && Rational.parse(a).cmp(Rational.parse(b)) > 0);
