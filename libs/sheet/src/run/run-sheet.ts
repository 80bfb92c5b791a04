/** One run of a sheet: input in, result or every fault out. */
import { createHash } from 'node:crypto';
import { checkSheet } from '../check/check-sheet';
import type { CheckedSheet } from '../check/types';
import { calculate, type Calculated } from '../exact/calculate';
import { fault, SheetFaults, text } from '../fault';
import { canonicalJson } from '../load/load-sheet';
import type { Fault, InputColumn, ParameterUse, Row, RunInput, RunResult, Sheet, Table } from '../model';
import { Rational } from '../rational';
import { Parameters, type Setting } from './parameters';
import { readInput, type LiveTables } from './read-input';
import { written, type LiveRow } from './values';

export interface RunOptions {
  /** Day whose parameters apply; today when absent. */
  asOf?: string;
  /** GB/T 2260 code whose parameters apply. */
  region?: string;
}

/** Everything a run knows when it is over: what the explanation is drawn from. */
export interface FinishedRun extends Calculated {
  checked: CheckedSheet;
  parameters: Parameters;
  tables: LiveTables;
  setting: Setting;
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

/** Reads the input and works through the plan. Throws SheetFaults with every fault found. */
export function finishRun(sheet: Sheet, input: RunInput, options: RunOptions = {}): FinishedRun {
  const checked = checkedSheet(sheet);
  const setting = { asOf: options.asOf ?? new Date().toISOString().slice(0, 10), region: options.region };
  const read = readInput(sheet, input);
  const { parameters, faults } = Parameters.resolve(sheet, input.parameters ?? {}, setting);
  faults.push(...read.faults, ...notApplicable(sheet, setting));
  // Formulas run even when a row is at fault, so that faults of other rows are found in the same pass.
  const calculated = calculate(checked, parameters, read.tables);
  faults.push(...calculated.faults);
  if (faults.length) throw new SheetFaults(faults);
  return { ...calculated, checked, parameters, tables: read.tables, setting };
}

function notApplicable(sheet: Sheet, { asOf, region }: Setting): Fault[] {
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

/** A result; `barriers` are reasons beyond the run itself why it cannot issue (such as failing examples). */
export function resultOf(run: FinishedRun, barriers: Fault[] = []): RunResult {
  const { sheet } = run.checked;
  const parametersUsed = run.parameters.uses();
  const tables = Object.fromEntries(
    sheet.tables.map((table) => [table.name, (run.tables.get(table.name) ?? []).map((row) => printRow(table, row))]),
  );
  const outputs = Object.fromEntries(
    sheet.outputs.map((o) => [o.name, written(run.outputs.get(o.name), o.numberKind, o.decimals) as string | boolean]),
  );
  const parameterHash = sha256(
    parametersUsed.map(({ name, keys, value, unit }) => ({ name, keys, value: canonical(value), unit })),
  );
  const inputHash = sha256(inputOf(run));
  const whyNot = [...barriers, ...whyNotIssuable(sheet, parametersUsed)];
  return {
    method: sheet.id,
    version: sheet.version,
    sheetHash: sheet.hash,
    parameterHash,
    inputHash,
    resultHash: sha256({ sheet: sheet.hash, parameterHash, inputHash, tables: sorted(tables, sheet), outputs }),
    asOf: run.setting.asOf,
    region: run.setting.region,
    issuable: whyNot.length === 0,
    whyNot,
    parametersUsed,
    tables,
    outputs,
    warnings: [],
  };
}

function printRow(table: Table, row: LiveRow): Row {
  const out: Row = {};
  if (table.group) for (const name of table.key) out[name] = written(row.cells.get(name));
  for (const c of table.columns) {
    const value = row.cells.get(c.name);
    if (value === undefined) continue;
    out[c.name] = c.kind === 'computed' ? written(value, c.numberKind, c.decimals) : written(value);
  }
  return out;
}

/** What was filed, in a form that does not depend on the order of rows or the writing of numbers. */
function inputOf(run: FinishedRun): unknown {
  return run.checked.sheet.tables
    .filter((t) => !t.group)
    .map((table) => {
      const names = table.columns.filter((c): c is InputColumn => c.kind === 'input').map((c) => c.name);
      const rows = [...(run.tables.get(table.name) ?? [])].sort(byKey);
      return [table.name, rows.map((row) => names.map((name) => written(row.cells.get(name))))];
    });
}

const byKey = (a: LiveRow, b: LiveRow): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

function sorted(tables: Record<string, Row[]>, sheet: Sheet): unknown {
  return sheet.tables.map((table) => {
    const keyed = (tables[table.name] ?? []).map((row) => [table.key.map((k) => row[k]).join('/'), row] as const);
    return [table.name, keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row)];
  });
}

function whyNotIssuable(sheet: Sheet, uses: ParameterUse[]): Fault[] {
  const reasons: Fault[] = [];
  if (sheet.source.confidence === 'provisional') {
    reasons.push(
      fault(
        'METHOD_PROVISIONAL',
        {},
        text(
          '本方法依据暂定文本，结果不得签发',
          'the method rests on a provisional text; its results cannot be issued',
        ),
      ),
    );
  }
  for (const use of uses) {
    const place = { table: 'parameters', column: [use.name, ...(use.keys ?? [])].join('/') };
    if (use.overridden)
      reasons.push(
        fault(
          'PARAMETER_OVERRIDDEN',
          place,
          text(`参数 ${use.name} 被改动，仅供测算`, `parameter ${use.name} was overridden: a what-if only`),
        ),
      );
    if (use.confidence === 'provisional')
      reasons.push(
        fault(
          'PARAMETER_PROVISIONAL',
          place,
          text(`参数 ${use.name} 为暂定值`, `parameter ${use.name} is provisional`),
        ),
      );
  }
  return reasons;
}

const canonical = (value: string): string =>
  /^-?\d+(\.\d+)?$/.test(value) ? Rational.parse(value).toDecimalString() : value;
const sha256 = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex');
