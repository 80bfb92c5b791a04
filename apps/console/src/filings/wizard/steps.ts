import type { Column, Fault, Method, MethodTable, Parameter, Row, RunInput } from '../../api/types';

export type WizardStep =
  { kind: 'start' } | { kind: 'parameters' } | { kind: 'table'; table: MethodTable } | { kind: 'check' };

export const inputsOf = (table: MethodTable): Column[] => table.columns.filter((column) => column.kind === 'input');
const filledTables = (method: Pick<Method, 'tables'>) => method.tables.filter((table) => inputsOf(table).length > 0);

export const stepsOf = (method: Pick<Method, 'tables' | 'parameters'>): WizardStep[] => [
  { kind: 'start' },
  ...(method.parameters.length ? [{ kind: 'parameters' } as const] : []),
  ...filledTables(method).map((table) => ({ kind: 'table', table }) as const),
  { kind: 'check' },
];

export const isEmpty = (row: Row, column: { name: string }) => {
  const cell = row[column.name];
  return cell === undefined || cell === null || String(cell).trim() === '';
};

/** What still has no value and needs one; a table that may not be empty counts as one. */
export function missingIn(table: MethodTable, rows: readonly Row[]): number {
  if (!rows.length) return table.optional ? 0 : 1;
  const required = inputsOf(table).filter((column) => column.required);
  return rows.reduce((sum, row) => sum + required.filter((column) => isEmpty(row, column)).length, 0);
}

/** A parameter without a value of its own has to be chosen. */
export const missingParameters = (parameters: readonly Parameter[], values: Row): number =>
  parameters.filter((parameter) => !parameter.values.length && isEmpty(values, parameter)).length;

export interface Standing {
  missing: number;
  faults: number;
}

export function standingOf(step: WizardStep, method: Method, input: RunInput, faults: readonly Fault[]): Standing {
  const of = (table: string) => faults.filter((fault) => fault.table === table).length;
  if (step.kind === 'parameters')
    return { missing: missingParameters(method.parameters, input.parameters ?? {}), faults: of('parameters') };
  if (step.kind === 'table') {
    const { name } = step.table;
    const rows = input.tables[name] ?? [];
    // What is taken from elsewhere comes with the submission.
    const taken = !rows.length && input.references?.[name] !== undefined;
    return { missing: taken ? 0 : missingIn(step.table, rows), faults: of(name) };
  }
  if (step.kind === 'start') return { missing: 0, faults: 0 };
  return stepsOf(method)
    .filter(({ kind }) => kind === 'parameters' || kind === 'table')
    .map((one) => standingOf(one, method, input, faults))
    .reduce((sum, one) => ({ missing: sum.missing + one.missing, faults: sum.faults + one.faults }), {
      missing: 0,
      faults: 0,
    });
}

/** A new row belongs to the same parent as the one above it, or to the only one that there is. */
export function newRow(table: MethodTable, tables: RunInput['tables']): Row {
  const { parent } = table;
  if (!parent) return {};
  const parents = tables[parent.table] ?? [];
  const above = (tables[table.name] ?? []).at(-1) ?? (parents.length === 1 ? parents[0] : undefined);
  return above ? Object.fromEntries(parent.on.map((name) => [name, above[name]])) : {};
}
