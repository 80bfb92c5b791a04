/** A database of its own for a spec file, on real servers: copied from a template that is migrated once per run. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataSource, migrate, PlatformConfig, UnitOfWork } from '@qingheng/platform';
import { Client } from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { forOlderServers, preparePostgis } from './postgis';

export interface TestServices {
  /** Databases whose names begin so are dropped when the run ends. */
  prefix: string;
  ownerDatabaseUrl: string;
  databaseUrl: string;
  /** With a database index that no other spec file uses at the same time. */
  redisUrl: string;
}

export interface TestDatabase {
  /** As the service reads it from its environment; its data folder is a temporary one. */
  config: PlatformConfig;
  /** The environment of a child process that works on the same database. */
  env: Record<string, string>;
  /** As the owner of the schema: sees and may do everything. */
  source: DataSource;
  /** As the application: row-level security binds it. */
  work: UnitOfWork;
  /** What has to end before the database is dropped; the last named ends first. */
  onDrop(end: () => Promise<unknown>): void;
}

type Migrations = Extract<DataSourceOptions['migrations'], unknown[]>;

const NO_REDIS = 'redis://127.0.0.1:1';

interface Options {
  entities?: DataSourceOptions['entities'];
  /** More of the environment, e.g. `{ QH_LEASE_SECONDS: '1' }`. */
  env?: Record<string, string>;
  /** On a server that has PostGIS; ask `hasPostgis` first. */
  postgis?: boolean;
}

/** Call it at the top of a spec file or a `describe`; its fields can be read in hooks and tests from then on. */
export function withDatabase(migrations: Migrations, options: Options = {}): TestDatabase {
  const database = {} as TestDatabase;
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const made = await makeDatabase(migrations, options);
    drop = made.drop;
    Object.assign(database, made);
  }, 60_000);
  afterAll(() => drop?.());
  return database;
}

/** Starts Postgres and Redis unless they run already; or the Postgres with PostGIS, which has no Redis beside it. */
export async function testServices({ postgis = false } = {}): Promise<TestServices> {
  const address = process.env.QH_TEST_SERVICES;
  if (!address) throw new Error('QH_TEST_SERVICES is set by the global setup of Jest: run the spec with Jest');
  const answer = await fetch(postgis ? `${address}/postgis` : address);
  if (!answer.ok) throw new Error(await answer.text());
  return { redisUrl: NO_REDIS, ...((await answer.json()) as Omit<TestServices, 'redisUrl'>) };
}

/** For whoever cannot use the hooks of `withDatabase`. */
export async function makeDatabase(
  migrations: Migrations,
  { entities, env: more = {}, postgis = false }: Options = {},
): Promise<TestDatabase & { drop(): Promise<void> }> {
  const services = await testServices({ postgis });
  const template = await templateFor(services, migrations, postgis);
  const name = `${services.prefix}_${randomBytes(6).toString('hex')}`;
  await asOwner(services, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const dataDir = mkdtempSync(join(tmpdir(), 'qingheng-spec-'));
  const env = {
    DATABASE_URL: inDatabase(services.databaseUrl, name),
    OWNER_DATABASE_URL: inDatabase(services.ownerDatabaseUrl, name),
    REDIS_URL: services.redisUrl,
    QH_SECRET: 'a secret of the specs, long enough to be one',
    QH_DATA_DIR: dataDir,
    QH_CONFIG_DIR: join(__dirname, '../../config'),
    QH_LOG_LEVEL: 'silent',
    ...more,
  };
  const config = PlatformConfig.from(env);
  const source = await makeDataSource(config.ownerDatabaseUrl, { entities, pool: 4 }).initialize();
  const app = await makeDataSource(config.databaseUrl, { entities }).initialize();
  const ends: (() => Promise<unknown>)[] = [() => Promise.all([source.destroy(), app.destroy()])];
  const drop = async () => {
    for (const end of ends.reverse()) await end();
    await asOwner(services, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { config, env, source, work: new UnitOfWork(app), onDrop: (end) => void ends.push(end), drop };
}

/** An empty database; whoever asks for it drops it by leaving: the end of the run does. */
export async function emptyDatabase(): Promise<{ owner: string; app: string }> {
  const services = await testServices();
  const name = `${services.prefix}_${randomBytes(6).toString('hex')}`;
  await asOwner(services, (client) => client.query(`CREATE DATABASE ${name}`));
  return { owner: inDatabase(services.ownerDatabaseUrl, name), app: inDatabase(services.databaseUrl, name) };
}

async function templateFor(services: TestServices, migrations: Migrations, postgis: boolean): Promise<string> {
  const content = createHash('sha256').update(migrations.map(String).join('\n')).digest('hex').slice(0, 12);
  const name = `${services.prefix}_template_${content}`;
  await asOwner(services, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    const { ownerDatabaseUrl, databaseUrl } = services;
    const addresses = { owner: inDatabase(ownerDatabaseUrl, draft), app: inDatabase(databaseUrl, draft) };
    const older = postgis && (await preparePostgis(addresses.owner));
    await migrate(addresses, older ? forOlderServers(migrations) : migrations);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

async function asOwner<T>({ ownerDatabaseUrl }: TestServices, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerDatabaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
