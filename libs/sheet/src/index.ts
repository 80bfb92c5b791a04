/** Method sheets: rules as data. Load, check, run, explain. Pure: no Nest, no Postgres. */
import { checkSheet } from './check/check-sheet';
import { fault, text } from './fault';
import { checkExamples } from './library/examples';
import { readSheet, type Loaded } from './load/load-sheet';
import type { Fault, RunInput, RunResult, Sheet } from './model';
import { finishRun, resultOf, type RunOptions } from './run/run-sheet';

export * from './ast';
export * from './model';
export { SheetFaults } from './fault';
export { Rational } from './rational';
export { allocate, type Recipient } from './operators/allocate';
export { explain } from './explain/explain';
export { checkExamples, type ExampleOutcome } from './library/examples';
export { SheetLibrary } from './library/sheet-library';
export { knownUnit, parseUnit, conversionFactor, type Unit } from './units/unit';
export { unitColumns } from './check/check-sheet';
export type { RunOptions } from './run/run-sheet';

/** Reads and checks a sheet: structure, names, types, units, order. */
export function loadSheet(yamlText: string): Loaded {
  const { sheet, faults } = readSheet(yamlText);
  if (!sheet) return { faults };
  const checked = checkSheet(sheet);
  return checked.faults.length ? { faults: checked.faults } : { sheet, faults: [] };
}

const gates = new WeakMap<Sheet, Fault[]>();

/** Why a sheet's results may not be issued whatever the input: its own examples fail. */
function gate(sheet: Sheet): Fault[] {
  let barriers = gates.get(sheet);
  if (!barriers) {
    const failing = checkExamples(sheet).filter((outcome) => !outcome.ok);
    barriers = failing.map(({ example, differences }) =>
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

/** Runs a sheet over an input. Throws SheetFaults listing every fault; no partial result ever leaves. */
export async function runSheet(sheet: Sheet, input: RunInput, options: RunOptions = {}): Promise<RunResult> {
  return resultOf(finishRun(sheet, input, options), gate(sheet));
}
