/** Everything before computing: the checked sheet, parameters of the day and region, the input as typed columns. */
import { checkSheet } from '../check/check-sheet';
import type { CheckedSheet } from '../check/types';
import { fault, SheetFaults, text } from '../fault';
import type { Fault, RunInput, Sheet } from '../model';
import { Parameters, type Setting } from './parameters';
import type { InputTables, Prepared } from './prepared';
import { readInput } from './read-input';

export interface RunOptions {
  /** Day whose parameters apply; today when absent. */
  asOf?: string;
  /** GB/T 2260 code whose parameters apply. */
  region?: string;
  /** `auto`: exact fractions up to some thousands of rows, columns beyond. */
  engine?: 'auto' | 'exact' | 'columnar';
}

export interface Preparation {
  prepared: Prepared;
  tables: InputTables;
  faults: Fault[];
  /** Tables are so incomplete that nothing should be computed over them. */
  broken: boolean;
}

const checkedSheets = new WeakMap<Sheet, CheckedSheet>();

/** The sheet with its types and plan; throws SheetFaults when it does not hold together. */
export function checkedSheet(sheet: Sheet): CheckedSheet {
  const known = checkedSheets.get(sheet);
  if (known) return known;
  const { checked, faults } = checkSheet(sheet);
  if (!checked) throw new SheetFaults(faults);
  checkedSheets.set(sheet, checked);
  return checked;
}

export function prepare(sheet: Sheet, input: RunInput, options: RunOptions = {}): Preparation {
  const { prepared, faults } = prepareParameters(sheet, input?.parameters, options);
  const { tables, faults: inputFaults, broken } = readInput(sheet, input);
  return { prepared, tables, faults: [...faults, ...inputFaults], broken };
}

/** All but the rows: what a run rests on that reads its rows from files. */
export function prepareParameters(
  sheet: Sheet,
  parameters: unknown,
  options: RunOptions,
): { prepared: Prepared; faults: Fault[] } {
  const checked = checkedSheet(sheet);
  const setting = { asOf: options.asOf ?? new Date().toISOString().slice(0, 10), region: options.region || undefined };
  const faults = checkSetting(sheet, setting);
  const { parameters: source, faults: parameterFaults } = Parameters.resolve(sheet, parameters, setting);
  return { prepared: { checked, ...setting, ...source.split(), source }, faults: [...faults, ...parameterFaults] };
}

function checkSetting(sheet: Sheet, { asOf, region }: Setting): Fault[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) {
    return [
      fault(
        'NOT_A_DATE',
        {},
        text(`核算日期 ${asOf.slice(0, 20)} 不是日期`, `the as-of date ${asOf.slice(0, 20)} is not a date`),
        text('写成 2025-01-31 的形式', 'write 2025-01-31'),
      ),
    ];
  }
  const faults: Fault[] = [];
  if (region && sheet.regions.length && !sheet.regions.some((prefix) => region.startsWith(prefix))) {
    faults.push(
      fault(
        'METHOD_NOT_FOR_REGION',
        {},
        text(`本方法不适用于地区 ${region}`, `the method does not apply to region ${region}`),
      ),
    );
  }
  if (sheet.valid.to && asOf > sheet.valid.to) {
    faults.push(
      fault(
        'METHOD_EXPIRED',
        {},
        text(`本方法有效期至 ${sheet.valid.to}`, `the method was valid until ${sheet.valid.to}`),
      ),
    );
  }
  return faults;
}
