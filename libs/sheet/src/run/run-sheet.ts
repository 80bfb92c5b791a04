/** One run of a sheet: input in, result or every fault out. */
import { computedOf, runExact, type ExactRun } from '../exact/run-exact';
import { SheetFaults } from '../fault';
import type { Fault, RunInput, RunResult, Sheet } from '../model';
import { prepare, type RunOptions } from './prepare';
import type { Engine, InputTables } from './prepared';
import { resultOf } from './result';

/** Up to so many rows `auto` takes exact fractions; beyond, columns. */
const MOST_EXACT_ROWS = 20_000;

/** Reads the input and works through the plan, exactly. Throws SheetFaults with every fault found. */
export function finishRun(
  sheet: Sheet,
  input: RunInput,
  options: RunOptions = {},
): { run: ExactRun; tables: InputTables } {
  const { prepared, tables, faults, broken } = prepare(sheet, input, options);
  if (broken) throw new SheetFaults(faults);
  // Formulas run even when a cell could not be read, so that faults of other rows are found in the same pass.
  const run = runExact(prepared, tables, faults.length);
  faults.push(...run.faults);
  if (faults.length) throw new SheetFaults(faults);
  return { run, tables };
}

/** Exactly and at once; `barriers` are reasons beyond the run itself why its result may not be issued. */
export function runExactly(sheet: Sheet, input: RunInput, options: RunOptions, barriers: Fault[]): RunResult {
  const { run, tables } = finishRun(sheet, input, options);
  return resultOf(run.prepared, tables, computedOf(run), barriers);
}

export async function runWith(
  sheet: Sheet,
  input: RunInput,
  options: RunOptions,
  barriers: Fault[],
): Promise<RunResult> {
  const columnar = choose(input, options);
  if (!columnar) return runExactly(sheet, input, options, barriers);
  const { prepared, tables, faults } = prepare(sheet, input, options);
  if (faults.length) throw new SheetFaults(faults);
  const computed = await columnar(prepared, tables);
  if (computed.faults.length) throw new SheetFaults(computed.faults);
  return resultOf(prepared, tables, computed, barriers);
}

function choose(input: RunInput, { engine = 'auto' }: RunOptions): Engine | undefined {
  if (engine === 'exact') return undefined;
  if (engine === 'auto') {
    const rows = Object.values(input?.tables ?? {}).reduce((sum, t) => sum + (Array.isArray(t) ? t.length : 0), 0);
    if (rows <= MOST_EXACT_ROWS) return undefined;
  }
  return columnarEngine(engine === 'columnar');
}

/** Loaded when first needed: a run of a few rows should not pay for a database library. */
function columnarEngine(required: boolean): Engine | undefined {
  try {
    return (require('../columnar') as { runColumnar: Engine }).runColumnar;
  } catch (error) {
    if (required || (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return undefined; // an installation without the columnar engine computes every size exactly
  }
}
