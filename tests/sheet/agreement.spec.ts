/** The two engines agree on every digit, on thousands of random sheets. */
import fc from 'fast-check';
import { computedOf, runExact } from '../../libs/sheet/src/exact/run-exact';
import { NotColumnar, runColumns } from '../../libs/sheet/src/columnar';
import { loadSheet } from '@qingheng/sheet';
import { prepare } from '../../libs/sheet/src/run/prepare';
import type { Computed } from '../../libs/sheet/src/run/prepared';
import { randomCase, type RandomCase } from './random-sheet';

const RUNS = Number(process.env.QH_RANDOM_SHEETS ?? 2000);

/** A column may have been declared exact although its formula uses exp or a double: then it is a double. */
function readable(given: RandomCase): RandomCase {
  const { faults } = loadSheet(given.yaml);
  if (!faults.some((f) => f.code === 'NOT_EXACT')) return given;
  return { ...given, yaml: given.yaml.replaceAll(', exact: true', '') };
}

async function columns({ yaml, input }: RandomCase): Promise<Computed | NotColumnar> {
  const { prepared, tables } = prepare(loadSheet(yaml).sheet!, input, { asOf: '2025-06-30' });
  return runColumns(prepared, tables).catch((error: unknown) => {
    if (error instanceof NotColumnar) return error;
    throw error;
  });
}

describe('the columnar engine', () => {
  const seen = { agreed: 0, faulty: 0, exactOnly: 0, reasons: new Map<string, number>() };

  it(`agrees with the exact engine on ${RUNS} random sheets`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const given = readable(randomCase(g));
        const { sheet, faults } = loadSheet(given.yaml);
        if (!sheet) throw new Error(`not a sheet: ${JSON.stringify(faults)}\n${given.yaml}`);
        const { prepared, tables } = prepare(sheet, given.input, { asOf: '2025-06-30' });
        const run = runExact(prepared, tables, 0);
        const byColumns = await columns(given);
        if (run.faults.length) {
          seen.faulty++;
          expect(byColumns).toBeInstanceOf(NotColumnar);
          return;
        }
        if (byColumns instanceof NotColumnar) {
          seen.exactOnly++;
          seen.reasons.set(byColumns.message, (seen.reasons.get(byColumns.message) ?? 0) + 1);
          return;
        }
        seen.agreed++;
        try {
          expect(byColumns).toEqual(computedOf(run));
        } catch (error) {
          throw new Error(`${(error as Error).message}\n${given.yaml}\n${JSON.stringify(given.input)}`, {
            cause: error,
          });
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 600_000);

  it('did so by columns in most cases', () => {
    if (process.env.QH_VERBOSE) process.stderr.write(`${JSON.stringify({ ...seen, reasons: [...seen.reasons] })}\n`);
    expect(seen.agreed).toBeGreaterThan(RUNS / 2);
  });
});
