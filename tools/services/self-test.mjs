// Proves on this machine that the servers start, are shared, survive a killed starter and stop.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startServices } from '../services.mjs';
import { alive } from './processes.mjs';

const services = fileURLToPath(new URL('../services.mjs', import.meta.url));

async function selfTest() {
  const env = {};
  const dataDir = mkdtempSync(join(tmpdir(), 'qingheng-self-test-'));
  const pids = () => {
    const { postgres, redis } = JSON.parse(readFileSync(join(dataDir, 'services.json'), 'utf8'));
    return [postgres.pid, redis.pid];
  };
  const query = async (url, text) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query(text).finally(() => client.end());
  };
  try {
    let started = Date.now();
    const first = await startServices({ dataDir, env });
    console.log(`start on an empty folder ${Date.now() - started} ms`);
    await query(first.ownerDatabaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const redis = new Redis(first.redisUrl);
    await redis.set('kept', '42');
    redis.disconnect();

    const second = await startServices({ dataDir, env });
    assert.equal(second.ownerDatabaseUrl, first.ownerDatabaseUrl, 'a second start shares the servers');
    await second.stop();
    await query(first.ownerDatabaseUrl, 'SELECT 1');
    const old = pids();
    await first.stop();
    assert(
      old.every((pid) => !alive(pid)),
      'stop ends both servers',
    );

    started = Date.now();
    const child = spawn(process.execPath, [services], {
      env: { ...process.env, QH_DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    console.log(`start on a used folder ${Date.now() - started} ms`);
    const orphans = pids();
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const third = await startServices({ dataDir, env });
    assert(
      orphans.every((pid) => !alive(pid)),
      'servers of a killed starter are replaced',
    );
    assert.equal((await query(third.ownerDatabaseUrl, 'SELECT answer FROM kept')).rows[0].answer, 42);
    const again = new Redis(third.redisUrl);
    assert.equal(await again.get('kept'), '42');
    again.disconnect();
    await third.stop();

    const signalled = spawn(process.execPath, [services], {
      env: { ...process.env, QH_DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => signalled.stdout.once('data', resolve));
    const last = pids();
    signalled.kill('SIGTERM');
    await new Promise((resolve) => signalled.once('exit', resolve));
    assert(
      last.every((pid) => !alive(pid)),
      'a signal stops both servers',
    );
    console.log('services: start, reuse, recovery and stop work');
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await selfTest();
