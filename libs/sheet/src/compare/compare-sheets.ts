/** What differs between two sheets, place by place and field by field: a formula, a value, a limit, a source. */
import { canonicalJson } from '../load/load-sheet';
import type { Column, DatedValue, Output, Parameter, Sheet, Table, Text } from '../model';

export type SheetPart =
  'sheet' | 'parameter' | 'lookup' | 'table' | 'input' | 'column' | 'check' | 'output' | 'example';

export interface SheetChange {
  part: SheetPart;
  /** e.g. table/plant/footprint, parameter/gwp, lookup/gwp_cf4/AR6 */
  place: string;
  title: Text;
  kind: 'added' | 'removed' | 'changed';
  /** By field; an absent side is empty. */
  fields: { field: string; before: string; after: string }[];
}

interface Thing {
  part: SheetPart;
  title: Text;
  fields: Record<string, unknown>;
}

/** In the order of the later sheet; what it no longer has follows at the end. */
export function compareSheets(before: Sheet, after: Sheet): SheetChange[] {
  const [old, now] = [thingsOf(before), thingsOf(after)];
  const changes: SheetChange[] = [];
  for (const [place, thing] of now) {
    const was = old.get(place);
    const fields = fieldsOf(was, thing);
    if (!was || fields.length)
      changes.push({ part: thing.part, place, title: thing.title, kind: was ? 'changed' : 'added', fields });
  }
  for (const [place, thing] of old)
    if (!now.has(place))
      changes.push({
        part: thing.part,
        place,
        title: thing.title,
        kind: 'removed',
        fields: fieldsOf(thing, undefined),
      });
  return changes;
}

function fieldsOf(before: Thing | undefined, after: Thing | undefined): SheetChange['fields'] {
  const names = new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})]);
  return [...names].flatMap((field) => {
    const [was, is] = [shown(before?.fields[field]), shown(after?.fields[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value !== 'object') return String(value as string | number | boolean);
  if ('zh' in value && 'en' in value) return value.zh === value.en ? String(value.zh) : `${value.zh} / ${value.en}`;
  return canonicalJson(value); // keys in any order say the same
}

function thingsOf(sheet: Sheet): Map<string, Thing> {
  const { title, summary, source, valid, regions } = sheet;
  const head = { title, summary, source: source.title, clause: source.clause, confidence: source.confidence };
  const things = new Map<string, Thing>([
    ['sheet', { part: 'sheet', title, fields: { ...head, url: source.url, from: valid.from, to: valid.to, regions } }],
  ]);
  for (const parameter of sheet.parameters) {
    const place = `parameter/${parameter.name}`;
    things.set(place, { part: 'parameter', title: parameter.title, fields: parameterFields(parameter) });
    values(things, 'parameter', place, parameter.title, parameter.values);
  }
  for (const { name, title, keys, unit, type, rows } of sheet.lookups) {
    things.set(`lookup/${name}`, { part: 'lookup', title, fields: { title, keys, unit, type } });
    values(things, 'lookup', `lookup/${name}`, title, rows);
  }
  for (const table of sheet.tables) tableThings(things, table);
  for (const output of sheet.outputs)
    things.set(`output/${output.name}`, { part: 'output', title: output.title, fields: computed(output) });
  sheet.examples.forEach(({ title, source, asOf, region, input, expect, rtol }) =>
    things.set(`example/${title.zh}`, {
      part: 'example',
      title,
      fields: { title, source, asOf, region, input, expect, rtol },
    }),
  );
  return things;
}

const parameterFields = ({ title, help, clause, example, type, unit, choices, min, max }: Parameter) => ({
  ...{ title, help, clause, example, type, unit, choices, min, max },
});

/** A value is named by its keys, its days and its region: what then differs is the value itself or its source. */
function values(
  things: Map<string, Thing>,
  part: SheetPart,
  place: string,
  title: Text,
  rows: (DatedValue & { keys?: string[] })[],
): void {
  for (const { keys = [], from, to, region, value, source, confidence } of rows) {
    const dated = [...keys, ...(from || to ? [`${from ?? ''}–${to ?? ''}`] : []), ...(region ? [region] : [])];
    things.set([place, ...dated, 'value'].join('/'), { part, title, fields: { value, source, confidence } });
  }
}

function tableThings(things: Map<string, Thing>, table: Table): void {
  const { name, title, key, parent, group, optional } = table;
  things.set(`table/${name}`, { part: 'table', title, fields: { title, key, parent, group, optional } });
  for (const column of table.columns)
    things.set(`table/${name}/${column.name}`, {
      part: column.kind === 'input' ? 'input' : 'column',
      title: column.title,
      fields: columnFields(column),
    });
  table.checks.forEach(({ formula, message, column, code }, i) =>
    things.set(`table/${name}/check/${i + 1}`, { part: 'check', title, fields: { formula, message, column, code } }),
  );
}

function columnFields(column: Column): Record<string, unknown> {
  if (column.kind === 'computed') return { ...computed(column), help: column.help, ...operator(column) };
  const { title, help, clause, example, type, unit, decimals, min, max, above, below, choices, required } = column;
  return { title, help, clause, example, type, unit, decimals, min, max, above, below, choices, required };
}

const computed = ({
  title,
  formula,
  unit,
  type,
  numberKind,
  decimals,
  clause,
}: Output | (Column & { kind: 'computed' })) => ({
  ...{ title, formula, unit, type, numberKind, decimals, clause },
});

const operator = ({ operator }: Column & { kind: 'computed' }) =>
  operator ? { operator: operator.name, ...operator.args } : {};
