/** The statement of an account with a million entries: its first page costs what a page costs, however long the history. */
import { AccountsService, ledgerMigrations, Poster } from '@qingheng/ledger';
import { platformMigrations, systemActor } from '@qingheng/platform';
import { makeWorld } from '../ledger/world';
import { withDatabase } from '../support/database';

const database = withDatabase([...platformMigrations, ...ledgerMigrations]);
const ENTRIES = 1_000_000;
const AT_ONCE = 50_000;

it(`reads the first page of ${ENTRIES} entries within 50 ms`, async () => {
  const world = await makeWorld(database.source, database.work);
  const { money } = world.assets;
  const [from, to] = [world.find('issuance', money).id, world.find('available', money, world.organisations[0]).id];
  const poster = new Poster(database.work);
  for (let done = 0; done < ENTRIES; done += AT_ONCE) {
    await database.source.query(
      `INSERT INTO ledger_request (route, key, payload, payload_hash)
       SELECT 'load', n::text, jsonb_build_object('businessDate', (date '2020-01-01' + n / 600)::text, 'legs', jsonb_build_array(
         jsonb_build_object('kind', 'issue', 'from', $1::text, 'to', $2::text, 'amount', '1'))), 'load'
       FROM generate_series($3::int + 1, $3::int + $4::int) AS n`,
      [from, to, done, AT_ONCE],
    );
    await poster.postAll();
  }
  const accounts = new AccountsService(database.work);
  const page = () => accounts.entries(systemActor, to, { limit: 50 });
  const first = await page();
  expect(first.items).toHaveLength(50);
  expect(first.items[0]!.balance).toBe('10000.00');
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const begin = performance.now();
    await page();
    times.push(performance.now() - begin);
  }
  const median = times.sort((a, b) => a - b)[20]!;
  // Against a bare look-up by the index in the same run, so that a busy machine does not decide.
  const bare: number[] = [];
  for (let i = 0; i < 40; i++) {
    const begin = performance.now();
    await database.source.query('SELECT * FROM ledger_transfer WHERE to_account = $1 ORDER BY to_seq DESC LIMIT 51', [
      to,
    ]);
    bare.push(performance.now() - begin);
  }
  const floor = bare.sort((a, b) => a - b)[20]!;
  console.log(
    `first page of ${ENTRIES} entries: ${median.toFixed(1)} ms, ${(median / floor).toFixed(1)} times a bare look-up of its rows`,
  );
  expect(median).toBeLessThan(Math.max(50, 20 * floor));
}, 900_000);
