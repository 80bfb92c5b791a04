/**
 * Constants of a sheet that stand as provisional, and the sheet with values from the official text in their place: another
 * sheet with a hash of its own. Its examples keep the values that they were worked with, so they go on proving the formulas.
 */
import { hashOf } from '../load/load-sheet';
import type { DatedValue, Fault, Parameter, Sheet } from '../model';
import { readCell } from '../run/read-cell';

export interface OfficialValue {
  name: string;
  value: string;
  /** Document and clause. */
  source: string;
}

export interface OfficialValues {
  /** From which day they hold. */
  from: string;
  values: OfficialValue[];
  /** Where the official text has the formulas that the sheet calculates; absent: nobody compared them. */
  formulas?: string;
}

/** Parameters that rest on provisional values alone; one that every run gives itself is none of them. */
export const constantsOf = ({ parameters }: Sheet): Parameter[] =>
  parameters.filter(
    ({ values }) => values.length > 0 && values.every(({ confidence }) => confidence === 'provisional'),
  );

/** What is wrong with a value for the constant: no number, out of range, none of the choices. */
export function faultsOfConstant(parameter: Parameter, value: string): Fault[] {
  const faults: Fault[] = [];
  readCell(value, parameter, { table: 'parameters', column: parameter.name }, faults);
  return faults;
}

export function withOfficial(sheet: Sheet, { from, values, formulas }: OfficialValues): Sheet {
  const official = new Map(values.map((value) => [value.name, value]));
  const replaced = constantsOf(sheet).filter(({ name }) => official.has(name));
  const valueOf = ({ value, source }: OfficialValue): DatedValue => ({ value, from, source, confidence: 'official' });
  const clause = formulas ?? sheet.source.clause;
  const changed: Sheet = {
    ...sheet,
    source: formulas ? { ...sheet.source, clause, confidence: 'official' } : sheet.source,
    parameters: sheet.parameters.map((parameter) =>
      replaced.includes(parameter) ? { ...parameter, values: [valueOf(official.get(parameter.name)!)] } : parameter,
    ),
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
