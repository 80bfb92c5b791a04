/** Every check of a sheet is proved by an example of bad input that it refuses. */
import { join } from 'node:path';
import { runSheet, SheetFaults, SheetLibrary, type Fault, type Sheet } from '@qingheng/sheet';

const library = SheetLibrary.load(join(__dirname, '../../config/methods'));
const domains = ['compensation', 'inventory', 'allocation', 'rights', 'inclusion', 'footprint', 'sink'];

async function refusals(sheet: Sheet): Promise<Fault[]> {
  const found: Fault[] = [];
  for (const { expect: wanted, input, asOf, region } of sheet.examples) {
    if (!wanted.refused) continue;
    await runSheet(sheet, input, { asOf, region }).catch((error: unknown) => {
      if (!(error instanceof SheetFaults)) throw error;
      found.push(...error.faults);
    });
  }
  return found;
}

describe.each(
  library
    .list()
    .filter((s) => domains.includes(s.id.split('/')[0]!))
    .map((s) => [s.id, s] as const),
)('%s', (_id, sheet) => {
  it('has an example of bad input', () => {
    expect(sheet.examples.some((e) => e.expect.refused)).toBe(true);
  });

  it('refuses an example for each of its checks', async () => {
    const refused = await refusals(sheet);
    const unproved = sheet.tables.flatMap((table) =>
      table.checks
        .filter((c) => !refused.some((f) => f.code === (c.code ?? 'CHECK_FAILED') && f.table === table.name && f.message.zh === c.message.zh))
        .map((c) => `${table.name}: ${c.message.en}`),
    );
    expect(unproved).toEqual([]);
  });
});
