/**
 * A number may be filed as `factor:<id>`: the value of the factor library on the filing's day and in its region. It is put
 * in with the digits of its source, and where it stands is kept with the run, so that the figure names its source.
 * `factor:<id>@2023` takes an earlier year's value knowingly, where the year accounted for has none published yet.
 * Rooms above add sources of their own, such as a supplier's footprint (ValueSources).
 */
import { faultOf, Refusal, ReferenceService, refuse as refuseAny } from '@qingheng/platform';
import {
  type Cell,
  conversionFactor,
  type Fault,
  type InputColumn,
  parseUnit,
  Rational,
  type Row,
  type RunInput,
  type Sheet,
  type Table,
} from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { NamedValue, ValueSources } from './value-sources';

export interface FactorSource {
  table: string;
  row: string;
  column: string;
  /** The earlier day it was taken of, where the filing says so. */
  day?: string;
  factor: Pick<NamedValue, 'id' | 'version' | 'nameZh' | 'nameEn' | 'source' | 'confidence'>;
}

interface Place {
  table: Table;
  row: Row;
  name: string;
  column: InputColumn;
  prefix: string;
  id: string;
  day?: string;
}

const NAMED = /^([a-z]{1,20}):([A-Za-z0-9-]{1,200})(?:@(\d{4}))?$/;

function named(cell: Cell): { prefix: string; id: string; day?: string } | undefined {
  const [, prefix, id, year] = typeof cell === 'string' ? (NAMED.exec(cell.trim()) ?? []) : [];
  return prefix === undefined || id === undefined ? undefined : { prefix, id, ...(year && { day: `${year}-12-31` }) };
}

/** Throws INVALID_INPUT with a fault for each cell whose factor is unknown, out of date, of another region or unit. */
export async function resolveFactors(
  manager: EntityManager,
  { reference, sources }: { reference: ReferenceService; sources: ValueSources },
  sheet: Sheet,
  input: RunInput,
  at: { asOf: string; region: string; organisationId: string; periodStart: string },
): Promise<{ input: RunInput; factors: FactorSource[] }> {
  const places = placesIn(sheet, input, sources);
  if (!places.length) return { input, factors: [] };
  const found = new Map<string, NamedValue | Refusal>();
  for (const { prefix, id, day } of places) {
    const name = `${prefix}:${id}@${day}`;
    if (found.has(name)) continue;
    const asked =
      prefix === 'factor'
        ? reference.factor(manager, id, { ...at, ...(day && { asOf: day }) })
        : sources.of(prefix)!.resolve(manager, id, at);
    found.set(
      name,
      await asked.catch((error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      }),
    );
  }
  const faults: Fault[] = [];
  const factors: FactorSource[] = [];
  const values = new Map<Row, Row>();
  for (const place of places) {
    const { table, row, name, column, prefix, id: wanted, day } = place;
    const at = { table: table.name, row: name, column: column.name };
    const factor = found.get(`${prefix}:${wanted}@${day}`)!;
    const value = factor instanceof Refusal ? undefined : inUnit(factor, unitOf(column, row));
    if (factor instanceof Refusal) faults.push(faultOf(factor.code, at, factor.params));
    else if (value === undefined)
      faults.push(faultOf('FACTOR_UNIT', at, { id: factor.id, unit: factor.unit, wanted: unitOf(column, row) }));
    else {
      values.set(row, { ...(values.get(row) ?? row), [column.name]: value });
      const { id, version, nameZh, nameEn, source, confidence } = factor;
      factors.push({ ...at, ...(day && { day }), factor: { id, version, nameZh, nameEn, source, confidence } });
    }
  }
  if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
  const tables = Object.entries(input.tables).map(([name, rows]) => [name, rows.map((row) => values.get(row) ?? row)]);
  return { input: { ...input, tables: Object.fromEntries(tables) as RunInput['tables'] }, factors };
}

function placesIn(sheet: Sheet, input: RunInput, sources: ValueSources): Place[] {
  return sheet.tables.flatMap((table) => {
    const columns = table.columns.filter((c): c is InputColumn => c.kind === 'input' && c.type === 'number');
    return (input.tables[table.name] ?? []).flatMap((row, i) => {
      const key = table.key.map((column) => row[column]);
      const whole = key.every((part) => part !== undefined && part !== null && part !== '');
      const name = whole ? key.join('/') : `#${i + 1}`;
      return columns.flatMap((column) => {
        const factor = named(row[column.name]);
        const known = factor && (factor.prefix === 'factor' || (!factor.day && sources.of(factor.prefix)));
        return known ? [{ table, row, name, column, ...factor }] : [];
      });
    });
  });
}

/** `[unit]` stands for what the row says in its column `unit`. */
export const unitOf = (column: InputColumn, row: Row): string =>
  column.unit.replace(/\[(\w+)\]/g, (_, other: string) => String(row[other] ?? '').trim());

/** Exact; undefined where the factor measures something else. */
export function inUnit({ value, unit }: Pick<NamedValue, 'value' | 'unit'>, wanted: string): string | undefined {
  try {
    const factor = conversionFactor(parseUnit(unit), parseUnit(wanted));
    if (!factor) return undefined;
    const number = Rational.parse(value).mul(factor);
    return factor.equals(Rational.ONE) ? value : number.toDecimalString();
  } catch {
    return undefined; // a unit nobody knows
  }
}
