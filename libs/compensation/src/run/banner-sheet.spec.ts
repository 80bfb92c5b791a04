/** A banner that publishes its own version of the method is calculated by it, the others by the region's. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Bureau,
  calculated,
  migrations,
  openBureau,
  programmeBody,
  startBureauWorker,
  uploaded,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { madeHousehold } from '../../../../tests/support/rosters';

const database = withDatabase(migrations);
let bureau: Bureau;
const folder = mkdtempSync(join(tmpdir(), 'qingheng-config-'));
beforeAll(async () => {
  cpSync(database.config.configDir, folder, { recursive: true });
  const sheet = readFileSync(join(folder, 'methods/compensation/grassland-reward.yaml'), 'utf8');
  // A banner that adds a hundred yuan to every household, as a version of its own.
  const own = sheet
    .replace(/^version: .*$/m, "version: 9.0.0\nregions: ['152501']")
    .replace(/^examples:[\s\S]*$/m, '')
    .replace('formula: ban_amount + balance_amount', "formula: ban_amount + balance_amount + 100 '元'");
  if (!own.includes("100 '元'")) throw new Error('the sheet is written another way now');
  writeFileSync(join(folder, 'methods/compensation/grassland-reward-own.yaml'), own);
  Object.assign(database.config, { configDir: folder });
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('calculates and explains each banner by the sheet that holds there', async () => {
  const { body } = await bureau.clerk.post<{ id: string }>('/compensation/programmes', programmeBody());
  const areas = { ban_mu: '100.00', balance_mu: '0.00' };
  await uploaded(bureau, body.id, [madeHousehold(1, '152501', areas), madeHousehold(2, '152502', areas)]);
  const run = await calculated(bureau, body.id);
  expect([run.status, run.faults, run.total]).toEqual(['succeeded', [], '1600.00']);
  expect(run.blocked.map(({ code }) => code)).toEqual(['EXAMPLE_FAILS']); // its own version shows no worked example
  for (const [banner, amount, version] of [
    ['152501', '850.00', '9.0.0'],
    ['152502', '750.00', expect.not.stringMatching(/^9/)],
  ]) {
    const { body: list } = await bureau.clerk.get<{ items: { id: string; amount: string }[] }>(
      `/compensation/programmes/${body.id}/allotments?banner=${banner}`,
    );
    expect(list.items.map((one) => one.amount)).toEqual([amount]);
    const why = await bureau.clerk.get<{ method: object }>(`/compensation/allotments/${list.items[0]!.id}/explanation`);
    expect(why.body.method).toMatchObject({ version });
  }
});
