// Redis or Valkey: the one on PATH, else Debian's, unpacked into the data folder without installing anything.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { dataDir } from '../prepare.mjs';
import { freePort, kill, sleep } from './processes.mjs';

export const redisAdvice =
  'no Redis: install it (apt install valkey or redis-server; brew install valkey), set REDIS_URL, or use docker compose up';

export async function startRedis({ folder, secrets, fast }) {
  const found = findServer();
  const home = join(folder, 'redis');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    // In a file and not on the command line, where every user of the machine could read the password.
    const settings = [
      'bind 127.0.0.1',
      `port ${port}`,
      `dir "${home}"`,
      `requirepass ${secrets.redisPassword}`,
      `appendonly ${fast ? 'no' : 'yes'}`,
      'save ""',
      'maxmemory-policy noeviction',
    ];
    writeFileSync(join(home, 'redis.conf'), settings.join('\n') + '\n', { mode: 0o600 });
    const log = join(folder, 'redis.log');
    const out = openSync(log, 'w');
    const server = spawn(found.program, [join(home, 'redis.conf')], {
      env: { ...process.env, ...found.env },
      stdio: ['ignore', out, out],
      detached: process.platform !== 'win32',
    });
    closeSync(out);
    server.on('error', () => {}); // ready() reports it
    server.unref();
    try {
      await ready(server, { port, secrets, log });
      return { pid: server.pid, port, signal: 'SIGTERM', program: found.name };
    } catch (error) {
      await kill(server.pid);
      if (attempt === 3) throw error;
    }
  }
}

/** The server's program, or an error with the one line of advice. */
export function findServer() {
  const name = ['valkey-server', 'redis-server'].find(onPath);
  if (name) return { program: name, name, env: {} };
  for (const shelf of [join(dataDir, 'redis-server'), join(tmpdir(), `qingheng-redis-${process.getuid?.() ?? 0}`)]) {
    const kept = unpacked(shelf);
    if (kept) return kept;
  }
  return fetchFromDebian(join(dataDir, 'redis-server'));
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((dir) => dir && (existsSync(join(dir, name)) || existsSync(join(dir, `${name}.exe`))));

function unpacked(shelf) {
  const program = join(shelf, 'usr/bin/redis-server');
  if (!existsSync(program)) return undefined;
  const libraries = readdirSync(join(shelf, 'usr/lib')).map((triplet) => join(shelf, 'usr/lib', triplet));
  const path = [...libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { program, name: 'redis-server', env: { LD_LIBRARY_PATH: path } };
}

/** Debian's `redis-server` is the program `redis-check-rdb` of redis-tools: it picks its role by its file name. */
function fetchFromDebian(shelf) {
  if (process.platform !== 'linux' || !onPath('apt-get') || !onPath('dpkg-deb')) throw new Error(redisAdvice);
  console.error('· fetching Redis from the Debian archive …');
  const work = mkdtempSync(join(tmpdir(), 'qingheng-apt-'));
  try {
    // On Debian and Ubuntu alike these hold the program and the two libraries a bare system may lack.
    const packages = ['redis-tools', 'libjemalloc2', 'liblzf1'];
    let got = apt(work, ['download', ...packages]);
    if (got.status !== 0) {
      // No package lists (a slim container): fetch them into a folder of our own, which needs no privileges.
      for (const dir of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(work, dir), { recursive: true });
      const own = [
        '-o',
        `Dir::State::lists=${join(work, 'lists')}`,
        '-o',
        `Dir::Cache=${join(work, 'cache')}`,
        '-o',
        'APT::Sandbox::User=root',
      ];
      apt(work, [...own, 'update']);
      got = apt(work, [...own, 'download', ...packages]);
    }
    const archives = readdirSync(work).filter((name) => name.endsWith('.deb'));
    if (got.status !== 0 || !archives.length) throw new Error(redisAdvice);
    const draft = `${shelf}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    for (const archive of archives) execFileSync('dpkg-deb', ['-x', join(work, archive), draft]);
    const server = join(draft, 'usr/bin/redis-server');
    if (!existsSync(server)) copyFileSync(join(draft, 'usr/bin/redis-check-rdb'), server);
    try {
      renameSync(draft, shelf);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // Another start was faster.
    }
    return unpacked(shelf) ?? raise(redisAdvice);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const apt = (cwd, args) => spawnSync('apt-get', ['-q', ...args], { cwd, encoding: 'utf8', timeout: 120_000 });

function raise(message) {
  throw new Error(message);
}

async function ready(server, { port, secrets, log }) {
  const client = new Redis({
    host: '127.0.0.1',
    port,
    password: secrets.redisPassword,
    lazyConnect: true,
    retryStrategy: () => 25,
  });
  client.on('error', () => {});
  try {
    for (let waited = 0; waited < 15_000; waited += 25) {
      if (server.exitCode !== null || server.pid === undefined) break;
      const answer = await Promise.race([client.ping().catch(() => undefined), sleep(500)]);
      if (answer === 'PONG') return;
      await sleep(25);
    }
  } finally {
    client.disconnect();
  }
  throw new Error(`Redis did not start: ${readFileSync(log, 'utf8').trim().split('\n').at(-1)} (${log})`);
}
