/**
 * Constants of a sheet that stand as provisional (parameters, and rows of look-up tables), and the sheet with values from the
 * official text in their place: another sheet with a hash of its own. Its examples keep the values that they were worked
 * with, so they go on proving the formulas.
 */
import { hashOf } from '../load/load-sheet';
import type { DatedValue, Fault, LookupRow, LookupTable, Parameter, Sheet } from '../model';
import { lookupKey, showKey } from '../run/keys';
import { readCell } from '../run/read-cell';

export interface OfficialValue {
  name: string;
  /** Of a row of the look-up table `name`; absent for a parameter. */
  keys?: string[];
  value: string;
  /** From which day it holds. */
  from: string;
  /** Document and clause. */
  source: string;
}

export interface OfficialValues {
  values: OfficialValue[];
  /** Where the official text has the formulas that the sheet calculates; absent: nobody compared them. */
  formulas?: string;
}

/** A row of a look-up table, by its keys, with every value that it has. */
export interface ProvisionalRow {
  table: LookupTable;
  keys: string[];
  values: DatedValue[];
}

const recalled = (values: readonly DatedValue[]): boolean =>
  values.length > 0 && values.every(({ confidence }) => confidence === 'provisional');

/** Parameters that rest on provisional values alone; one that every run gives itself is none of them. */
export const constantsOf = ({ parameters }: Sheet): Parameter[] => parameters.filter(({ values }) => recalled(values));

/** Rows of look-up tables that rest on provisional values alone. */
export function provisionalRowsOf({ lookups }: Sheet): ProvisionalRow[] {
  return lookups.flatMap((table) => {
    const rows = new Map<string, ProvisionalRow>();
    for (const row of table.rows) {
      const key = lookupKey(row.keys);
      const known = rows.get(key);
      if (known) known.values.push(row);
      else rows.set(key, { table, keys: row.keys, values: [row] });
    }
    return [...rows.values()].filter(({ values }) => recalled(values));
  });
}

/** What a constant is known by: a parameter's name, a row's table and keys. */
export const constantKey = ({ name, keys }: { name: string; keys?: string[] }): string =>
  keys ? `${name}(${lookupKey(keys)})` : name;

/** What is wrong with a value for the constant: no number, out of range, none of the choices. */
export function faultsOfConstant(parameter: Parameter, value: string): Fault[] {
  const faults: Fault[] = [];
  readCell(value, parameter, { table: 'parameters', column: parameter.name }, faults);
  return faults;
}

export function faultsOfRow({ table, keys }: ProvisionalRow, value: string): Fault[] {
  const faults: Fault[] = [];
  readCell(value, table, { table: table.name, row: showKey(keys), column: 'value' }, faults);
  return faults;
}

export function withOfficial(sheet: Sheet, { values, formulas }: OfficialValues): Sheet {
  const official = new Map(values.map((value) => [constantKey(value), value]));
  const replaced = constantsOf(sheet).filter((parameter) => official.has(constantKey({ name: parameter.name })));
  const rows = provisionalRowsOf(sheet).filter(({ table, keys }) =>
    official.has(constantKey({ name: table.name, keys })),
  );
  const valueOf = ({ value, from, source }: OfficialValue): DatedValue => ({
    value,
    from,
    source,
    confidence: 'official',
  });
  const clause = formulas ?? sheet.source.clause;
  const changed: Sheet = {
    ...sheet,
    source: formulas ? { ...sheet.source, clause, confidence: 'official' } : sheet.source,
    parameters: sheet.parameters.map((parameter) =>
      replaced.includes(parameter)
        ? { ...parameter, values: [valueOf(official.get(constantKey({ name: parameter.name }))!)] }
        : parameter,
    ),
    lookups: sheet.lookups.map((table) => {
      const of = rows.filter((row) => row.table === table);
      if (!of.length) return table;
      const gone = new Set<DatedValue>(of.flatMap((row) => row.values));
      const put = of.map(({ keys }): LookupRow => ({
        keys,
        ...valueOf(official.get(constantKey({ name: table.name, keys }))!),
      }));
      return { ...table, rows: [...table.rows.filter((row) => !gone.has(row)), ...put] };
    }),
    ...(rows.length && { workedLookups: sheet.lookups }),
    examples: sheet.examples.map((example) => ({
      ...example,
      input: { ...example.input, parameters: { ...workedWith(replaced, example), ...example.input.parameters } },
    })),
  };
  return { ...changed, hash: hashOf(changed) };
}

/** The value of the example's day and region, as the sheet had it. */
const workedWith = (parameters: Parameter[], { asOf, region }: Sheet['examples'][number]): Record<string, string> =>
  Object.fromEntries(
    parameters.map(({ name, values }) => {
      const holds = values.filter(
        ({ from, to, region: of }) =>
          (!asOf || ((!from || from <= asOf) && (!to || to >= asOf))) && (!of || region?.startsWith(of)),
      );
      const [nearest] = holds.sort((a, b) => (b.region?.length ?? 0) - (a.region?.length ?? 0));
      return [name, (nearest ?? values[0]!).value];
    }),
  );
