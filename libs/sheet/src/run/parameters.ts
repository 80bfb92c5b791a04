/** Parameters and look-ups for one run: the row valid on the day and in the region, and a record of what was read. */
import { fault, text } from '../fault';
import type { Cell, DatedValue, Fault, Parameter, ParameterUse, Sheet } from '../model';
import { Rational } from '../rational';
import { lookupKey } from './keys';
import { readCell } from './read-cell';
import type { Value } from './values';

export interface Setting {
  asOf: string;
  region?: string;
}

export interface Resolved {
  value: Value;
  use: ParameterUse;
}

/** A value that is missing for this day and region is a fault only where a formula reads it. */
export type Found = Resolved | { fault: Fault };

export class Parameters {
  private readonly parameters = new Map<string, Found>();
  private readonly lookups = new Map<string, Map<string, Found>>();
  readonly parametersRead = new Set<string>();
  readonly lookupsRead = new Map<string, Set<string>>();

  static resolve(sheet: Sheet, given: unknown, setting: Setting): { parameters: Parameters; faults: Fault[] } {
    const own = new Parameters();
    const faults: Fault[] = [];
    const cells = readGiven(sheet, given, faults);
    for (const parameter of sheet.parameters) {
      const found = resolveParameter(parameter, cells[parameter.name], setting, faults);
      if (found) own.parameters.set(parameter.name, found);
    }
    for (const lookup of sheet.lookups) {
      const rows = new Map<string, { keys: string[]; values: DatedValue[] }>();
      for (const row of lookup.rows) {
        const key = lookupKey(row.keys);
        const known = rows.get(key);
        if (known) known.values.push(row);
        else rows.set(key, { keys: row.keys, values: [row] });
      }
      const found = new Map<string, Found>();
      for (const [key, { keys, values }] of rows) {
        const best = pick(values, setting);
        if (best) found.set(key, resolved(best, { name: lookup.name, keys, unit: lookup.unit }, lookup.type));
        else found.set(key, { fault: missing(`${lookup.name}(${keys.join(', ')})`, lookup.title, true, setting) });
      }
      own.lookups.set(lookup.name, found);
      own.lookupsRead.set(lookup.name, new Set());
    }
    return { parameters: own, faults };
  }

  parameter(name: string): Found | undefined {
    this.parametersRead.add(name);
    return this.parameters.get(name);
  }

  lookup(name: string, keys: string[]): Found | undefined {
    const key = lookupKey(keys);
    const found = this.lookups.get(name)?.get(key);
    if (found) this.lookupsRead.get(name)!.add(key);
    return found;
  }

  /** What has a value, and the faults of what has none. */
  split(): {
    parameters: Map<string, Resolved>;
    unresolved: Map<string, Fault>;
    lookups: Map<string, Map<string, Resolved>>;
  } {
    const unresolved = new Map<string, Fault>();
    for (const [name, found] of this.parameters) if ('fault' in found) unresolved.set(name, found.fault);
    const lookups = new Map([...this.lookups].map(([name, rows]) => [name, withValue(rows)] as const));
    return { parameters: withValue(this.parameters), unresolved, lookups };
  }
}

function withValue(all: ReadonlyMap<string, Found>): Map<string, Resolved> {
  const kept = new Map<string, Resolved>();
  for (const [name, found] of all) if ('value' in found) kept.set(name, found);
  return kept;
}

function readGiven(sheet: Sheet, given: unknown, faults: Fault[]): Record<string, Cell> {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    faults.push(
      fault('NOT_PARAMETERS', { table: 'parameters' }, text('参数应为 {名称: 值}', 'parameters are {name: value}')),
    );
    return {};
  }
  for (const name of Object.keys(given)) {
    if (sheet.parameters.some((p) => p.name === name)) continue;
    const shown = name.slice(0, 60);
    const known = sheet.parameters.map((p) => p.name).join(', ');
    faults.push(
      fault(
        'UNKNOWN_PARAMETER',
        { table: 'parameters', column: shown },
        text(`没有参数 ${shown}`, `there is no parameter ${shown}`),
        text(`可用的参数：${known || '无'}`, `known parameters: ${known || 'none'}`),
      ),
    );
  }
  return given as Record<string, Cell>;
}

/** What the run says about itself needs no other source. */
const GIVEN = 'run input';

function resolveParameter(parameter: Parameter, cell: Cell, setting: Setting, faults: Fault[]): Found | undefined {
  const { name, unit, type } = parameter;
  const best = pick(parameter.values, setting);
  if (cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')) {
    if (best) return resolved(best, { name, unit }, type);
    return { fault: missing(name, parameter.title, parameter.values.length > 0, setting) };
  }
  const value = readCell(cell, parameter, { table: 'parameters', column: name }, faults);
  if (value === undefined) return undefined;
  const same = best !== undefined && sameValue(value, typed(best.value, type));
  // A parameter that the sheet leaves open, or offers as a choice, is chosen; any other is overridden.
  const overridden = parameter.values.length > 0 && !parameter.choices && !same;
  if (same) return { value, use: { ...resolved(best, { name, unit }, type).use, value: String(value) } };
  const use = {
    name,
    value: String(value),
    unit,
    source: GIVEN,
    confidence: 'official' as const,
    overridden,
    given: true,
  };
  return { value, use };
}

function resolved(best: DatedValue, place: Pick<ParameterUse, 'name' | 'keys' | 'unit'>, type: string): Resolved {
  const { source, confidence } = best;
  return {
    value: typed(best.value, type),
    use: { ...place, value: best.value, source, confidence, overridden: false },
  };
}

/** The row valid on the day whose region prefix is the longest; of equals, the one that began last. */
function pick<T extends DatedValue>(values: readonly T[], { asOf, region }: Setting): T | undefined {
  return values
    .filter(
      (v) => (!v.from || v.from <= asOf) && (!v.to || v.to >= asOf) && (!v.region || region?.startsWith(v.region)),
    )
    .sort((a, b) => (b.region?.length ?? 0) - (a.region?.length ?? 0) || ((b.from ?? '') < (a.from ?? '') ? -1 : 1))[0];
}

const typed = (value: string, type: string): Value =>
  type === 'number' ? Rational.parse(value) : type === 'boolean' ? value === 'true' : value;

const sameValue = (a: Value, b: Value): boolean =>
  a instanceof Rational && b instanceof Rational ? a.equals(b) : a === b;

function missing(
  name: string,
  title: { zh: string; en: string },
  hasValues: boolean,
  { asOf, region }: Setting,
): Fault {
  const where = region ? `${asOf}, ${region}` : asOf;
  const place = { table: 'parameters', column: name };
  if (!hasValues)
    return fault('REQUIRED', place, text(`参数 ${title.zh}：必填`, `parameter ${title.en}: a value is required`));
  return fault(
    'PARAMETER_NOT_VALID',
    place,
    text(`参数 ${title.zh} 在 ${where} 没有有效值`, `parameter ${title.en} has no value for ${where}`),
    text('核对核算日期和地区，或由方法管理员补充参数', 'check the date and region, or have the parameter entered'),
  );
}
