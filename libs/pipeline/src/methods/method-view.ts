/** A sheet as it goes out: formulas as written, fields with what whoever fills them in is told, examples as they came out. */
import { type ExampleOutcome, fieldNotes, type Sheet } from '@qingheng/sheet';
import type { ExampleOutcomeDto } from './proposal/method-proposal.dto';

export const summaryOf = ({ id, version, title, summary, source, valid, regions, hash }: Sheet) => ({
  ...{ id, version, title, summary, source, valid, regions, hash },
});

/** Formulas go out as they were written; their parsed form is our own business. */
export function bodyOf(sheet: Sheet): Pick<Sheet, 'parameters' | 'lookups' | 'tables' | 'outputs'> {
  const { parameters, lookups, tables, outputs } = sheet;
  const noted = {
    parameters: parameters.map((parameter) => ({ ...parameter, ...fieldNotes(sheet, undefined, parameter) })),
    lookups,
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.kind === 'input' ? { ...column, ...fieldNotes(sheet, table, column) } : column,
      ),
    })),
    outputs,
  };
  const text = JSON.stringify(noted, (key, value: unknown) => (key === 'ast' || key === 'asts' ? undefined : value));
  return JSON.parse(text) as typeof noted;
}

export const outcomeOf = ({ example, ok, figures, differences }: ExampleOutcome): ExampleOutcomeDto => {
  const { title, source, rtol, asOf, region, input, expect } = example;
  return {
    ...{ title, source, ok, rtol, asOf, region, input, figures, differences },
    refused: Boolean(expect.refused),
  };
};
