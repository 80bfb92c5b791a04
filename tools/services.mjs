// The two servers the product needs. Those named by DATABASE_URL and REDIS_URL are used as they are;
// otherwise Postgres comes from an npm package and Redis from PATH or from Debian's archive.
// `node tools/services.mjs` starts them and prints their addresses; `services/self-test.mjs` proves start and recovery.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataDir as defaultDataDir } from './prepare.mjs';
import { startPostgres } from './services/postgres.mjs';
import { alive, kill, sleep } from './services/processes.mjs';
import { startRedis } from './services/redis.mjs';

/** The role the product works as; row-level security binds it. */
const APP_ROLE = 'qh_app';

/**
 * @param {{ dataDir?: string, fast?: boolean, env?: NodeJS.ProcessEnv }} options `fast` gives up durability, for tests.
 * @returns {Promise<{ databaseUrl: string, ownerDatabaseUrl: string, redisUrl: string, stop(): Promise<void> }>}
 */
export async function startServices({ dataDir = defaultDataDir, fast = false, env = process.env } = {}) {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const secrets = serviceSecrets(folder);
  const given = {
    owner: env.OWNER_DATABASE_URL || env.DATABASE_URL || undefined,
    app: env.OWNER_DATABASE_URL ? env.DATABASE_URL : undefined,
    redis: env.REDIS_URL || undefined,
  };
  const release = await lock(folder);
  const mine = {};
  try {
    const earlier = await settle(folder);
    const postgres = given.owner
      ? undefined
      : (earlier.postgres ?? (mine.postgres = await startPostgres({ folder, secrets, fast })));
    const redis = given.redis
      ? undefined
      : (earlier.redis ?? (mine.redis = await startRedis({ folder, secrets, fast })));
    if (mine.postgres || mine.redis) remember(folder, { ...earlier, ...mine });
    const owner = given.owner ?? postgresUrl('postgres', secrets.ownerPassword, postgres.port);
    return {
      ownerDatabaseUrl: owner,
      databaseUrl: given.app ?? withCredentials(owner, APP_ROLE, secrets.appPassword),
      redisUrl: given.redis ?? `redis://:${secrets.redisPassword}@127.0.0.1:${redis.port}`,
      stop: stopper(folder, mine),
    };
  } catch (error) {
    for (const { pid, signal } of Object.values(mine)) await kill(pid, signal);
    throw error;
  } finally {
    release();
  }
}

/** Stops what this call started, on request, on a signal, and at the latest when the process ends. */
function stopper(folder, mine) {
  const servers = Object.values(mine);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let stopping;
  const stop = () =>
    (stopping ??= (async () => {
      await Promise.all(servers.map(({ pid, signal }) => kill(pid, signal)));
      if (servers.length) rmSync(stateFile(folder), { force: true });
      process.off('exit', last);
      for (const signal of signals) process.off(signal, onSignal);
    })());
  // A program with a handler of its own decides itself when to stop its servers: it may need them to finish its work.
  const onSignal = (signal) => {
    if (process.listenerCount(signal) === 1) void stop().then(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  const last = () => {
    for (const { pid, signal } of servers) if (alive(pid)) process.kill(pid, signal);
  };
  if (servers.length) {
    process.once('exit', last);
    for (const signal of signals) process.on(signal, onSignal);
  }
  return stop;
}

const stateFile = (folder) => join(folder, 'services.json');

function remember(folder, { postgres, redis }) {
  const draft = `${stateFile(folder)}.draft`;
  writeFileSync(draft, JSON.stringify({ owner: process.pid, postgres, redis }), { mode: 0o600 });
  renameSync(draft, stateFile(folder));
}

/**
 * What an earlier start left: servers whose starter still lives are shared, servers whose starter was killed are
 * stopped, so that the data folder has one keeper at any time.
 */
async function settle(folder) {
  if (!existsSync(stateFile(folder))) return {};
  let state = {};
  try {
    state = JSON.parse(readFileSync(stateFile(folder), 'utf8'));
  } catch {
    // A half-written note says nothing: each server looks after its own pid file.
  }
  const servers = [state.postgres, state.redis].filter((server) => server && alive(server.pid, server.program));
  if (servers.length && (state.owner === process.pid || alive(state.owner, 'node'))) {
    const live = (server) => (server && servers.includes(server) ? server : undefined);
    return { postgres: live(state.postgres), redis: live(state.redis) };
  }
  for (const { pid, signal } of servers) await kill(pid, signal);
  rmSync(stateFile(folder), { force: true });
  return {};
}

/** One start at a time in a data folder; the lock of a process that is gone does not count. */
async function lock(folder) {
  const file = join(folder, 'services.lock');
  for (let tries = 0; tries < 1200; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(existsSync(file) ? readFileSync(file, 'utf8') : 0);
    if (holder && holder !== process.pid && !alive(holder, 'node')) rmSync(file, { force: true });
    else await sleep(50);
  }
  throw new Error(`another start holds ${file}; delete the file if none is running`);
}

function serviceSecrets(folder) {
  const file = join(folder, 'services-secrets.json');
  if (!existsSync(file)) {
    const fresh = () => randomBytes(18).toString('base64url');
    const secrets = { ownerPassword: fresh(), appPassword: fresh(), redisPassword: fresh() };
    try {
      writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const postgresUrl = (user, password, port) => `postgres://${user}:${password}@127.0.0.1:${port}/qingheng`;

function withCredentials(url, user, password) {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { stop: _, ...addresses } = await startServices();
  console.log(JSON.stringify(addresses, null, 2));
  setInterval(() => {}, 1 << 30);
}
