/** The two engines agree on every digit, on thousands of random sheets. */
import fc from 'fast-check';
import { computedOf, runExact } from '../../libs/sheet/src/exact/run-exact';
import { calculateColumnar } from '../../libs/sheet/src/columnar/calculate-columnar';
import { Database } from '../../libs/sheet/src/columnar/database';
import { NotColumnar } from '../../libs/sheet/src/columnar';
import { loadSheet, type Sheet } from '@qingheng/sheet';
import { prepare } from '../../libs/sheet/src/run/prepare';
import { resultOf } from '../../libs/sheet/src/run/result';
import { randomCase, type RandomCase } from './random-sheet';

const RUNS = Number(process.env.QH_RANDOM_SHEETS ?? 2000);
/** So many sheets are under way at once, each in a database of its own: one computes while the next is being read. */
const AT_ONCE = 4;

/** A column may have been declared exact although its formula uses exp or a double: then it is a double. */
function sheetOf({ yaml }: RandomCase): Sheet {
  const first = loadSheet(yaml);
  if (first.sheet) return first.sheet;
  const { sheet, faults } = loadSheet(yaml.replaceAll(', exact: true', ''));
  if (!sheet) throw new Error(`not a sheet: ${JSON.stringify(faults)}\n${yaml}`);
  return sheet;
}

describe('the columnar engine', () => {
  const seen = { agreed: 0, faulty: 0, exactOnly: 0, reasons: new Map<string, number>() };
  const databases: Database[] = [];
  const distinct = new Set<string>();

  beforeAll(async () => {
    for (let i = 0; i < AT_ONCE; i++) databases.push(await Database.open({ threads: 1 }));
  });
  afterAll(() => databases.forEach((database) => database.close()));

  async function compare(given: RandomCase, database: Database): Promise<void> {
    const { prepared, tables } = prepare(sheetOf(given), given.input, { asOf: '2025-06-30' });
    const run = runExact(prepared, tables, 0);
    const byColumns = await calculateColumnar(prepared, tables, database).catch((error: unknown) => {
      if (error instanceof NotColumnar) return error;
      throw error;
    });
    if (run.faults.length) {
      seen.faulty++;
      if (!(byColumns instanceof NotColumnar)) throw new Error(`only the exact engine finds ${run.faults[0]!.code}`);
    } else if (byColumns instanceof NotColumnar) {
      seen.exactOnly++;
      seen.reasons.set(byColumns.message, (seen.reasons.get(byColumns.message) ?? 0) + 1);
    } else {
      seen.agreed++;
      const exact = computedOf(run);
      expect(byColumns).toEqual(exact);
      const hashes = [byColumns, exact].map((computed) => resultOf(prepared, tables, computed, []).resultHash);
      expect(hashes[0]).toBe(hashes[1]);
    }
  }

  it(`agrees with the exact engine on ${RUNS} random sheets`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generator) => {
        // All from one generator: several in a tuple would draw the same values.
        const cases = databases.map(() => randomCase(generator));
        for (const given of cases) distinct.add(JSON.stringify(given));
        const outcomes = await Promise.allSettled(cases.map((given, i) => compare(given, databases[i]!)));
        for (const [i, outcome] of outcomes.entries()) {
          if (outcome.status === 'fulfilled') continue;
          const { yaml, input } = cases[i]!;
          const { message } = outcome.reason as Error;
          throw new Error(`${message}\n${yaml}\n${JSON.stringify(input)}`, { cause: outcome.reason });
        }
      }),
      { numRuns: Math.ceil(RUNS / AT_ONCE), endOnFailure: true },
    );
    if (process.env.QH_VERBOSE) process.stderr.write(`${JSON.stringify({ ...seen, reasons: [...seen.reasons] })}\n`);
    expect(seen.agreed + seen.faulty + seen.exactOnly).toBeGreaterThanOrEqual(RUNS);
    expect(distinct.size).toBeGreaterThan(RUNS * 0.99);
    // By columns in most cases: an engine that always gave up would agree, too.
    expect(seen.agreed).toBeGreaterThan(RUNS / 2);
  }, 240_000);
});
