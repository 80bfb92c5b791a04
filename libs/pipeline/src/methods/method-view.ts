/** A sheet as it goes out: formulas as written, fields with what whoever fills them in is told, examples as they came out. */
import type { Example, ExampleOutcome, FieldNotes, InputColumn, Sheet, Table } from '@qingheng/sheet';
import type { ExampleOutcomeDto } from './proposal/method-proposal.dto';

export const summaryOf = ({ id, version, title, summary, source, valid, regions, hash }: Sheet) => ({
  ...{ id, version, title, summary, source, valid, regions, hash },
});

/** Formulas go out as they were written; their parsed form is our own business. */
export function bodyOf(sheet: Sheet): Pick<Sheet, 'parameters' | 'lookups' | 'tables' | 'outputs'> {
  const { parameters, lookups, tables, outputs } = sheet;
  const noted = {
    parameters: parameters.map((parameter) => ({ ...parameter, ...notesOf(sheet, undefined, parameter) })),
    lookups,
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.kind === 'input' ? { ...column, ...notesOf(sheet, table, column) } : column,
      ),
    })),
    outputs,
  };
  const text = JSON.stringify(noted, (key, value: unknown) => (key === 'ast' || key === 'asts' ? undefined : value));
  return JSON.parse(text) as typeof noted;
}

/**
 * Where the sheet says nothing of a field itself: the clause of the figure that it goes into first, and the value of the
 * first worked example that holds.
 */
function notesOf(
  sheet: Sheet,
  table: Table | undefined,
  field: FieldNotes & { name: string; choices?: InputColumn['choices'] },
): Pick<FieldNotes, 'clause' | 'example'> {
  const word = new RegExp(
    `(^|[^\\p{L}\\p{N}_.])(${table ? `${table.name}\\.)?` : ')'}${field.name}($|[^\\p{L}\\p{N}_])`,
    'u',
  );
  const uses = (formula: string | undefined) => formula !== undefined && word.test(formula);
  const own = table ? table.columns : sheet.tables.flatMap(({ columns }) => columns);
  const users = [...own, ...sheet.outputs].filter((one) => 'formula' in one && uses(one.formula));
  const clause = field.clause ?? users.map((one) => ('clause' in one ? one.clause : undefined)).find(Boolean);
  const sound = sheet.examples.filter(({ expect }) => !expect.refused);
  const example =
    field.example ?? sound.map((one) => valueIn(one, table, field.name)).find((value) => value !== undefined);
  return { clause, example };
}

function valueIn({ input }: Example, table: Table | undefined, name: string): string | undefined {
  const rows = table ? (input.tables[table.name] ?? []) : [input.parameters ?? {}];
  const value = rows.map((row) => row[name]).find((cell) => cell !== undefined && cell !== null && cell !== '');
  return value === undefined || value === null ? undefined : String(value);
}

export const outcomeOf = ({ example, ok, figures, differences }: ExampleOutcome): ExampleOutcomeDto => {
  const { title, source, rtol, asOf, region, input, expect } = example;
  return {
    ...{ title, source, ok, rtol, asOf, region, input, figures, differences },
    refused: Boolean(expect.refused),
  };
};
