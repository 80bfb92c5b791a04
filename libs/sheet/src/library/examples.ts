/** Worked examples as the gate to publication: a sheet that does not reproduce them cannot issue anything. */
import { fault, SheetFaults, text } from '../fault';
import type { Cell, Example, Fault, Row, Sheet } from '../model';
import { Rational } from '../rational';
import { runExactly } from '../run/run-sheet';

export interface ExampleFigure {
  /** table/key/column or output/name */
  place: string;
  expected: string;
  got: string;
  ok: boolean;
}

export interface ExampleOutcome {
  example: Example;
  ok: boolean;
  /** One line per figure that differs. */
  differences: string[];
  /** Every figure that the example states, with what the sheet makes of it. Empty for examples of bad input. */
  figures: ExampleFigure[];
}

export function checkExamples(given: Sheet): ExampleOutcome[] {
  const sheet = given.workedLookups ? { ...given, lookups: given.workedLookups } : given;
  return sheet.examples.map((example) => {
    const figures: ExampleFigure[] = [];
    const differences = differencesOf(sheet, example, figures);
    return { example, ok: differences.length === 0, differences, figures };
  });
}

function differencesOf(sheet: Sheet, example: Example, figures: ExampleFigure[]): string[] {
  const { expect } = example;
  let result;
  try {
    const asOf = example.asOf ?? (sheet.valid.to && sheet.valid.to < today() ? sheet.valid.to : undefined);
    result = runExactly(sheet, example.input, { asOf, region: example.region }, []);
  } catch (error) {
    if (!(error instanceof SheetFaults)) throw error;
    if (!expect.refused) return error.faults.map((f) => `${place(f)} ${f.code}: ${f.message.en}`);
    return expect.refused
      .filter((want) => !error.faults.some((f) => Object.entries(want).every(([k, v]) => f[k as keyof Fault] === v)))
      .map((want) => `missing fault ${JSON.stringify(want)}`);
  }
  if (expect.refused) return ['should have been refused'];
  const differences: string[] = [];
  const compare = (where: string, got: Cell, want: Cell): void => {
    const ok = same(got, want, example.rtol);
    figures.push({ place: where, expected: String(want), got: String(got ?? ''), ok });
    if (!ok) differences.push(`${where}: ${String(got)}, expected ${String(want)}`);
  };
  for (const [name, rows] of Object.entries(expect.tables ?? {})) {
    const key = sheet.tables.find((t) => t.name === name)?.key ?? [];
    const byKey = new Map((result.tables[name] ?? []).map((row: Row) => [key.map((k) => row[k]).join('/'), row]));
    for (const [id, cells] of Object.entries(rows)) {
      for (const [column, want] of Object.entries(cells))
        compare(`${name}/${id}/${column}`, byKey.get(id)?.[column], want);
    }
  }
  for (const [name, want] of Object.entries(expect.outputs ?? {}))
    compare(`output/${name}`, result.outputs[name], want);
  return differences;
}

const today = (): string => new Date().toISOString().slice(0, 10);
const place = (f: Fault): string => [f.table, f.row, f.column].filter(Boolean).join('/');

function same(got: Cell, want: Cell, rtol?: number): boolean {
  if (got === undefined || got === null) return false;
  const [a, b] = [String(got), String(want)];
  const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
  if (!number.test(a) || !number.test(b)) return a === b; // text that only begins with a digit
  if (rtol === undefined) return Rational.parse(a).equals(Rational.parse(b));
  return Math.abs(Number(a) - Number(b)) <= rtol * Math.abs(Number(b));
}

const gates = new WeakMap<Sheet, Fault[]>();

/** Why a sheet's results may not be issued whatever the input: its own examples fail, or it has none. */
export function gateOf(sheet: Sheet): Fault[] {
  let barriers = gates.get(sheet);
  if (!barriers) {
    barriers = checkExamples(sheet)
      .filter((outcome) => !outcome.ok)
      .map(({ example, differences }) =>
        fault(
          'EXAMPLE_FAILS',
          {},
          text(
            `算例“${example.title.zh}”未能复现：${differences[0]}`,
            `example "${example.title.en}" is not reproduced: ${differences[0]}`,
          ),
        ),
      );
    if (sheet.examples.length === 0)
      barriers = [fault('NO_EXAMPLE', {}, text('方法没有算例', 'the method has no worked example'))];
    gates.set(sheet, barriers);
  }
  return barriers;
}
