import { Client } from 'pg';
import { emptyDatabase } from '../../../../tests/support/database';
import { systemActor } from '../access';
import { makeDataSource } from './data-source';
import { migrate } from './migrate';
import { platformMigrations } from '../schema';
import { UnitOfWork } from './unit-of-work';

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
  const databases = await Promise.all(Array.from({ length: 6 }, () => emptyDatabase()));
  await Promise.all(databases.map((addresses) => migrate(addresses, platformMigrations)));
  for (const { owner } of databases) expect(await versions(owner)).toBe(platformMigrations.length);
});

it('needs no superuser: the owner of the schema is enough, also when the application signs in as the owner', async () => {
  const { owner } = await emptyDatabase();
  const client = new Client({ connectionString: owner });
  await client.connect();
  const name = new URL(owner).pathname.slice(1);
  await client.query(`CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'p w'`);
  await client.query(`ALTER DATABASE ${name} OWNER TO ${name}; GRANT qh_app TO ${name} WITH ADMIN OPTION`);
  await client.end();
  const url = new URL(owner);
  url.username = name;
  url.password = encodeURIComponent('p w');
  await migrate({ owner: url.href, app: url.href }, platformMigrations);
  const source = await makeDataSource(url.href).initialize();
  const seen = await new UnitOfWork(source).run(systemActor, (manager) => manager.query('SELECT FROM job'));
  expect(seen).toEqual([]);
  await source.destroy();
  const other = new Client({ connectionString: (await emptyDatabase()).owner });
  await other.connect();
  await other.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await other.query(`DROP ROLE ${name}`);
  await other.end();
});
