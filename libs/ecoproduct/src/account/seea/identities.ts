/**
 * What must hold in SEEA EA tables, every fault by table, line and column. Exact: a filed decimal is what it says.
 * Identities: SEEA EA tables 4.1, 4.2, 7.1 (supply = use, para 7.7), 9.1, 10.1 (secondary). The database holds the same.
 */
import { faultOf } from '@qingheng/platform';
import { type Fault, Rational } from '@qingheng/sheet';
import '../account.messages';
import { FLOWS, type SeeaTable, TOTAL } from './layout';
import type { SeeaLine, SeeaTables } from './tables';

const PAIRS: [supply: SeeaTable, use: SeeaTable][] = [
  ['physical_supply', 'physical_use'],
  ['monetary_supply', 'monetary_use'],
];
/** Reported indicators are rounded. */
const INDICATOR_TOLERANCE = Rational.parse('0.0006');

export function checkSeea(tables: SeeaTables): Fault[] {
  return [
    ...flows(tables, 'extent'),
    ...matrix(tables),
    ...conditions(tables),
    ...(['physical_supply', 'physical_use', 'monetary_supply', 'monetary_use'] as const).flatMap((table) =>
      totals(table, tables[table] ?? []),
    ),
    ...PAIRS.flatMap(([supply, use]) => balance(tables, supply, use)),
    ...flows(tables, 'asset'),
  ];
}

const figure = (line: SeeaLine | undefined, column: string): Rational | undefined =>
  line?.cells[column] === undefined ? undefined : Rational.parse(line.cells[column]);
const zero = (value: Rational | undefined): Rational => value ?? Rational.ZERO;
const plain = (value: Rational): string => {
  const decimals = value.decimals();
  return value.toFixed(decimals ?? 6);
};

function unequal(
  code: string,
  place: Required<Pick<Fault, 'table' | 'row' | 'column'>>,
  expected: Rational,
  found: Rational,
): Fault[] {
  if (expected.equals(found)) return [];
  return [faultOf(code, place, { expected: plain(expected), found: plain(found) })];
}

const columnsOf = (lines: readonly SeeaLine[]): string[] => [
  ...new Set(lines.flatMap(({ cells }) => Object.keys(cells))),
];

/** opening + additions − reductions = closing, net change = closing − opening, total = sum of the types. */
function flows(tables: SeeaTables, table: 'extent' | 'asset'): Fault[] {
  const lines = tables[table];
  if (!lines?.length) return [];
  const at = (code: string) => lines.find((line) => line.code === code);
  const columns = columnsOf(lines);
  const moves = Object.entries(FLOWS[table]!);
  const faults = columns.flatMap((column) => {
    const [opening, closing, net] = ['opening', 'closing', 'net_change'].map((code) => figure(at(code), column));
    const missing = [!opening && 'opening', !closing && 'closing'].filter((code): code is string => !!code);
    if (missing.length) return missing.map((row) => faultOf('REQUIRED', { table, row, column }));
    const moved = moves.reduce((sum, [code, sign]) => {
      const value = zero(figure(at(code), column));
      return sign === 1 ? sum.add(value) : sum.sub(value);
    }, opening!);
    return [
      ...unequal('SEEA_CLOSING', { table, row: 'closing', column }, moved, closing!),
      ...(net ? unequal('SEEA_NET_CHANGE', { table, row: 'net_change', column }, closing!.sub(opening!), net) : []),
      ...negative(table, lines, column),
    ];
  });
  return [...faults, ...totals(table, lines)];
}

/** Areas and flows have no sign of their own: the line says which way. Values may be negative only where they are re-stated. */
function negative(table: 'extent' | 'asset', lines: readonly SeeaLine[], column: string): Fault[] {
  const free = ['net_change', 'reappraisals', 'revaluations'];
  return lines.flatMap((line) => {
    const value = figure(line, column);
    if (!value || value.sign() >= 0 || free.includes(line.code)) return [];
    return [faultOf('SEEA_NEGATIVE', { table, row: line.code, column }, { found: plain(value) })];
  });
}

function totals(table: SeeaTable, lines: readonly SeeaLine[]): Fault[] {
  return lines.flatMap((line) => {
    const total = figure(line, TOTAL);
    if (!total) return [];
    const parts = Object.keys(line.cells).filter((column) => column !== TOTAL);
    const sum = parts.reduce((all, column) => all.add(zero(figure(line, column))), Rational.ZERO);
    return unequal('SEEA_TOTAL', { table, row: line.code, column: TOTAL }, sum, total);
  });
}

/** Rows of the matrix add up to the opening extent of their type, columns to the closing one. */
function matrix(tables: SeeaTables): Fault[] {
  const lines = tables.change;
  if (!lines?.length) return [];
  const extent = (code: string) => tables.extent?.find((line) => line.code === code);
  const types = lines.filter(({ code }) => code !== TOTAL);
  const totalLine = lines.find(({ code }) => code === TOTAL);
  const columns = columnsOf(lines).filter((column) => column !== TOTAL);
  const sum = (values: (Rational | undefined)[]) =>
    values.reduce<Rational>((all, value) => all.add(zero(value)), Rational.ZERO);
  return [
    ...totals('change', lines),
    ...columns.flatMap((column) => {
      const all = sum(types.map((line) => figure(line, column)));
      const [printed, closing] = [figure(totalLine, column), figure(extent('closing'), column)];
      return [
        ...(printed ? unequal('SEEA_TOTAL', { table: 'change', row: TOTAL, column }, all, printed) : []),
        ...(closing ? unequal('SEEA_MATRIX_CLOSING', { table: 'change', row: TOTAL, column }, closing, all) : []),
      ];
    }),
    ...types.flatMap((line) => {
      const opening = figure(extent('opening'), line.code);
      const all = sum(columns.map((column) => figure(line, column)));
      return opening
        ? unequal('SEEA_MATRIX_OPENING', { table: 'change', row: line.code, column: TOTAL }, opening, all)
        : [];
    }),
  ];
}

/** What is supplied is used: by service and unit, in quantities and in money. */
function balance(tables: SeeaTables, supply: SeeaTable, use: SeeaTable): Fault[] {
  const [supplied, used] = [tables[supply] ?? [], tables[use] ?? []];
  const codes = [...new Set([...supplied, ...used].map(({ code }) => code))];
  const sum = (line: SeeaLine | undefined): Rational =>
    Object.keys(line?.cells ?? {})
      .filter((column) => column !== TOTAL)
      .reduce((all, column) => all.add(zero(figure(line, column))), Rational.ZERO);
  return codes.flatMap((code) => {
    const [from, to] = [supplied.find((line) => line.code === code), used.find((line) => line.code === code)];
    return unequal('SEEA_SUPPLY_USE', { table: use, row: code, column: TOTAL }, sum(from), sum(to));
  });
}

/** change = closing − opening; an indicator is its variable between the reference levels, and lies within 0 and 1. */
function conditions(tables: SeeaTables): Fault[] {
  const variables = new Map((tables.condition_variable ?? []).map((line) => [line.code, line]));
  const changes = (['condition_variable', 'condition_indicator'] as const).flatMap((table) =>
    (tables[table] ?? []).flatMap((line) => {
      const [opening, closing, change] = ['opening', 'closing', 'change'].map((column) => figure(line, column));
      const place = { table, row: line.code, column: 'change' };
      return opening && closing && change ? unequal('SEEA_NET_CHANGE', place, closing.sub(opening), change) : [];
    }),
  );
  const indicators = (tables.condition_indicator ?? []).flatMap((line) => {
    const [upper, lower] = [figure(line, 'reference_upper'), figure(line, 'reference_lower')];
    return (['opening', 'closing'] as const).flatMap((column) => {
      const place = { table: 'condition_indicator', row: line.code, column };
      const [value, variable] = [figure(line, column), figure(variables.get(line.code), column)];
      if (!value) return [];
      if (value.sign() < 0 || value.cmp(Rational.ONE) > 0)
        return [faultOf('SEEA_INDICATOR_RANGE', place, { found: plain(value) })];
      if (!variable || !upper || !lower || upper.equals(lower)) return [];
      const raw = variable.sub(lower).div(upper.sub(lower));
      const expected = raw.sign() < 0 ? Rational.ZERO : raw.cmp(Rational.ONE) > 0 ? Rational.ONE : raw;
      if (expected.sub(value).abs().cmp(INDICATOR_TOLERANCE) <= 0) return [];
      return [faultOf('SEEA_INDICATOR', place, { expected: expected.toFixed(3), found: plain(value) })];
    });
  });
  return [...changes, ...indicators];
}
