/** The columnar engine: sheets compiled to SQL and run set-based. */
import { availableParallelism } from 'node:os';
import { computedOf, runExact } from '../exact/run-exact';
import type { Computed, Engine, InputTables, Prepared } from '../run/prepared';
import { calculateColumnar } from './calculate-columnar';
import { Database } from './database';
import { NotColumnar } from './not-columnar';

export { runFiles } from './files/run-files';
export { NotColumnar } from './not-columnar';

let shared: Promise<Database> | undefined;
/** One database serves the runs of the process one after the other; each uses every core. */
let turn: Promise<unknown> = Promise.resolve();

/** Throws NotColumnar where the columnar engine cannot vouch for the exact engine's result. */
export function runColumns(prepared: Prepared, input: InputTables): Promise<Computed> {
  const own = turn.then(async () => {
    shared ??= Database.open({ threads: availableParallelism() });
    return calculateColumnar(prepared, input, await shared);
  });
  turn = own.catch(() => undefined);
  return own;
}

/** The engine: by columns where that is exact, otherwise by the interpreter. The result is the same. */
export const runColumnar: Engine = async (prepared, input) => {
  try {
    return await runColumns(prepared, input);
  } catch (error) {
    if (!(error instanceof NotColumnar)) throw error;
    return computedOf(runExact(prepared, input, 0));
  }
};
