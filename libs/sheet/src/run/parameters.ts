/** Parameters and look-ups for one run: the row valid on the day and in the region, and a record of what was read. */
import { fault, text } from '../fault';
import type { Cell, DatedValue, Fault, ParameterUse, Sheet } from '../model';
import { Rational } from '../rational';
import { readCell } from './read-cell';
import type { Value } from './values';

export interface Setting {
  asOf: string;
  region?: string;
}

/** A value that is missing for this day and region is a fault only where a formula reads it. */
export type Found = { value: Value; use: ParameterUse } | { fault: Fault };

export class Parameters {
  private readonly parameters = new Map<string, Found>();
  private readonly lookups = new Map<string, Map<string, Found>>();
  private readonly used = new Map<string, ParameterUse>();

  private constructor(private readonly sheet: Sheet) {}

  static resolve(
    sheet: Sheet,
    given: Record<string, Cell>,
    setting: Setting,
  ): { parameters: Parameters; faults: Fault[] } {
    const own = new Parameters(sheet);
    const faults: Fault[] = [];
    for (const name of Object.keys(given)) {
      if (!sheet.parameters.some((p) => p.name === name)) {
        faults.push(
          fault(
            'UNKNOWN_PARAMETER',
            { table: 'parameters', column: name.slice(0, 60) },
            text(`没有参数 ${name.slice(0, 60)}`, `there is no parameter ${name.slice(0, 60)}`),
          ),
        );
      }
    }
    for (const parameter of sheet.parameters) {
      const cell = given[parameter.name];
      const best = pick(parameter.values, setting);
      const place = { table: 'parameters', column: parameter.name };
      if (cell !== undefined && cell !== null && cell !== '') {
        const value = readCell(cell, parameter, place, faults);
        if (value === undefined) continue;
        // A parameter that the sheet leaves open, or offers as a choice, is chosen; any other is overridden.
        const same = best !== undefined && sameValue(value, read(best.value, parameter.type));
        const overridden = parameter.values.length > 0 && !parameter.choices && !same;
        const basis = same ? best : { source: 'run input', confidence: 'official' as const };
        own.parameters.set(parameter.name, {
          value,
          use: {
            name: parameter.name,
            value: String(value),
            unit: parameter.unit,
            source: basis.source,
            confidence: basis.confidence,
            overridden,
          },
        });
      } else if (best) {
        own.parameters.set(parameter.name, {
          value: read(best.value, parameter.type),
          use: {
            name: parameter.name,
            value: best.value,
            unit: parameter.unit,
            source: best.source,
            confidence: best.confidence,
            overridden: false,
          },
        });
      } else {
        own.parameters.set(parameter.name, {
          fault: missing(parameter.name, parameter.title, parameter.values.length > 0, setting),
        });
      }
    }
    for (const lookup of sheet.lookups) {
      const rows = new Map<string, DatedValue[]>();
      for (const row of lookup.rows)
        rows.set(row.keys.join('\u0000'), [...(rows.get(row.keys.join('\u0000')) ?? []), row]);
      const found = new Map<string, Found>();
      for (const [key, values] of rows) {
        const best = pick(values, setting);
        const keys = key.split('\u0000');
        if (best) {
          const use = {
            name: lookup.name,
            keys,
            value: best.value,
            unit: lookup.unit,
            source: best.source,
            confidence: best.confidence,
            overridden: false,
          };
          found.set(key, { value: read(best.value, lookup.type), use });
        } else found.set(key, { fault: missing(`${lookup.name}(${keys.join(', ')})`, lookup.title, true, setting) });
      }
      own.lookups.set(lookup.name, found);
    }
    return { parameters: own, faults };
  }

  parameter(name: string): Found | undefined {
    return this.note(this.parameters.get(name));
  }

  lookup(name: string, keys: string[]): Found | undefined {
    return this.note(this.lookups.get(name)?.get(keys.join('\u0000')));
  }

  /** Rows of a look-up that are valid now, for engines that join them. */
  lookupRows(name: string): ReadonlyMap<string, Found> {
    return this.lookups.get(name) ?? new Map();
  }

  private note(found: Found | undefined): Found | undefined {
    if (found && 'use' in found) this.used.set([found.use.name, ...(found.use.keys ?? [])].join('/'), found.use);
    return found;
  }

  uses(): ParameterUse[] {
    return [...this.used.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
  }
}

/** The row valid on the day whose region prefix is the longest; of equals, the one that began last. */
function pick<T extends DatedValue>(values: readonly T[], { asOf, region }: Setting): T | undefined {
  return values
    .filter(
      (v) => (!v.from || v.from <= asOf) && (!v.to || v.to >= asOf) && (!v.region || region?.startsWith(v.region)),
    )
    .sort((a, b) => (b.region?.length ?? 0) - (a.region?.length ?? 0) || ((b.from ?? '') < (a.from ?? '') ? -1 : 1))[0];
}

const read = (value: string, type: string): Value =>
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
  return hasValues
    ? fault(
        'PARAMETER_NOT_VALID',
        { table: 'parameters', column: name },
        text(`参数 ${title.zh} 在 ${where} 没有有效值`, `parameter ${title.en} has no value for ${where}`),
        text('核对核算日期和地区，或由方法管理员补充参数', 'check the date and region, or have the parameter entered'),
      )
    : fault(
        'REQUIRED',
        { table: 'parameters', column: name },
        text(`参数 ${title.zh}：必填`, `parameter ${title.en}: a value is required`),
      );
}
