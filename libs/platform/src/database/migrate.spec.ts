import { Client } from 'pg';
import { emptyDatabase } from '../../../../tests/support/database';
import { migrate } from './migrate';
import { platformMigrations } from '../schema';

async function versions(owner: string): Promise<number> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  const { rows } = await client.query('SELECT name FROM schema_migration');
  await client.end();
  return rows.length;
}

it('migrates once, however often and from however many processes it is asked', async () => {
  const addresses = await emptyDatabase();
  await migrate(addresses, platformMigrations);
  await migrate(addresses, platformMigrations);
  expect(await versions(addresses.owner)).toBe(platformMigrations.length);
  const other = await emptyDatabase();
  let loaded = 0;
  let together = 0;
  let most = 0;
  const load = async () => {
    most = Math.max(most, ++together);
    await new Promise((resolve) => setTimeout(resolve, 20));
    together--;
    loaded++;
  };
  await Promise.all(Array.from({ length: 5 }, () => migrate(other, platformMigrations, load)));
  expect(await versions(other.owner)).toBe(platformMigrations.length);
  expect({ loaded, most }).toEqual({ loaded: 5, most: 1 });
});

it('migrates several databases of one server at once: they share the role', async () => {
  const databases = await Promise.all(Array.from({ length: 4 }, () => emptyDatabase()));
  await Promise.all(databases.map((addresses) => migrate(addresses, platformMigrations)));
  for (const { owner } of databases) expect(await versions(owner)).toBe(platformMigrations.length);
});
