// Starts the whole service on this machine: Postgres, Redis, API (with the console) and a worker.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { get as getSafely } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dataDir, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

/** The wanted port, or a free one when that is taken. */
export function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (wanted ? resolve(freePort(0)) : reject(new Error('no free port'))));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {{ demo?: boolean, dataFolder?: string }} options
 * @returns {Promise<{
 *   url: string, env: Record<string, string>, stop(): Promise<void>, exited: Promise<string>,
 *   start(name: 'api' | 'worker'): void, kill(name: 'api' | 'worker'): Promise<void>,
 * }>}
 */
export async function launch({ demo = false, dataFolder = dataDir } = {}) {
  ensureInstalled();
  ensureBuilt({ console: true });
  mkdirSync(dataFolder, { recursive: true });
  const { startServices } = await import('./services.mjs');
  const services = await startServices({ dataDir: dataFolder });
  const port = await freePort(Number(process.env.QH_PORT ?? 3000));
  const selfSigned = process.env.QH_TLS === 'self-signed';
  const safe = selfSigned || Boolean(process.env.QH_TLS_CERT);
  const url = process.env.QH_PUBLIC_URL ?? `${safe ? 'https' : 'http'}://localhost:${port}`;
  // Whoever calls a service with a certificate of its own making takes that certificate for the authority.
  const authority = selfSigned ? join(dataFolder, 'tls', 'cert.pem') : undefined;
  const env = {
    ...process.env,
    DATABASE_URL: services.databaseUrl,
    OWNER_DATABASE_URL: services.ownerDatabaseUrl,
    REDIS_URL: services.redisUrl,
    QH_PORT: String(port),
    QH_PUBLIC_URL: url,
    QH_DATA_DIR: dataFolder,
    // Two organisations of one demo exchange footprints through the service's own address.
    ...(demo && { QH_SEED_DEMO: '1', QH_PACT_PRIVATE_HOSTS: process.env.QH_PACT_PRIVATE_HOSTS ?? new URL(url).host }),
    ...(authority && { NODE_EXTRA_CA_CERTS: authority }),
  };
  const logs = join(dataFolder, 'logs');
  mkdirSync(logs, { recursive: true });
  let stopping = false;
  const children = new Map();
  let announceExit;
  const exited = new Promise((resolve) => (announceExit = resolve));
  const run = (name) => {
    const out = openSync(join(logs, `${name}.log`), 'a');
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/apps', name, 'main.js')], {
      cwd: root,
      env,
      stdio: ['ignore', out, out],
    });
    child.on('exit', (code) => {
      const wanted = stopping || children.get(name) !== child;
      if (!wanted) announceExit(`${name} ended with code ${code}; see ${join(logs, `${name}.log`)}`);
    });
    children.set(name, child);
  };
  /** As a power failure does it. */
  const kill = (name) => {
    const child = children.get(name);
    children.delete(name);
    return new Promise((resolve) => (child.once('exit', resolve), child.kill('SIGKILL')));
  };
  const stop = async () => {
    stopping = true;
    await Promise.all([...children.values()].map(ended));
    await services.stop();
  };
  try {
    run('api');
    await ready(`${url}/readyz`, exited, authority);
    run('worker');
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, env, stop, exited, start: run, kill };
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode) return undefined;
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => (clearTimeout(hard), resolve()));
    child.kill('SIGTERM');
  });
}

async function ready(address, exited, authority) {
  const deadline = Date.now() + 180_000;
  let died;
  void exited.then((reason) => (died = reason));
  while (Date.now() < deadline) {
    if (died) throw new Error(died);
    if (authority ? await answersSafely(address, authority) : await answers(address)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the service did not become ready within 3 minutes (${address})`);
}

const answers = async (address) => (await fetch(address).catch(() => undefined))?.ok;

/** The service writes its certificate when it starts: it may not be there yet. */
const answersSafely = (address, authority) =>
  new Promise((resolve) => {
    if (!existsSync(authority)) return void resolve(false);
    getSafely(address, { ca: readFileSync(authority) }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on('error', () => resolve(false));
  });

export function onSignals(stop) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}
