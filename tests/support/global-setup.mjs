// Servers for the specs that ask for some. They are started when the first spec asks, so that a run of pure
// calculations waits for none, and live as long as the run. Those named by DATABASE_URL and REDIS_URL are used as they are.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServices } from '../../tools/services.mjs';
import { installedPostgis, startPostgis } from './postgis-server.mjs';

export default function setup() {
  // Databases of this run are told from those of others by their name.
  const prefix = `qh_test_${randomBytes(4).toString('hex')}`;
  let folder;
  let starting;
  let postgis;
  let redisIndex = 0;
  // Known before any spec is read: what needs PostGIS is skipped by name where there is none.
  if (installedPostgis()) process.env.QH_TEST_POSTGIS = '1';
  const ownFolder = () => {
    if (folder) return folder;
    folder = mkdtempSync(join(tmpdir(), 'qingheng-jest-'));
    chmodSync(folder, 0o755); // the database server may run as another user
    return folder;
  };
  const start = () => startServices({ dataDir: ownFolder(), fast: true });
  const server = createServer((request, response) => {
    // A spec may be busy for longer than a connection is kept: each question comes on its own.
    response.setHeader('Connection', 'close');
    if (request.url === '/postgis') {
      postgis ??= startPostgis(ownFolder());
      postgis.then(
        ({ ownerDatabaseUrl, databaseUrl }) => response.end(JSON.stringify({ prefix, ownerDatabaseUrl, databaseUrl })),
        (error) => response.writeHead(500).end(error.message),
      );
      return;
    }
    starting ??= start();
    starting.then(
      ({ ownerDatabaseUrl, databaseUrl, redisUrl }) => {
        const redis = new URL(redisUrl);
        // Each spec file has a Redis database of its own; files that run at the same time are far fewer than 15.
        redis.pathname = `/${1 + (redisIndex++ % 15)}`;
        response.end(JSON.stringify({ prefix, ownerDatabaseUrl, databaseUrl, redisUrl: redis.href }));
      },
      (error) => response.writeHead(500).end(error.message),
    );
  });
  globalThis.stopTestServices = async () => {
    server.close();
    server.closeAllConnections();
    const services = await starting?.catch(() => undefined);
    if (services) {
      await dropDatabases(services.ownerDatabaseUrl, prefix);
      await services.stop();
    }
    const spatial = await postgis?.catch(() => undefined);
    if (spatial) {
      await dropDatabases(spatial.ownerDatabaseUrl, prefix);
      await spatial.stop();
    }
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      process.env.QH_TEST_SERVICES = `http://127.0.0.1:${server.address().port}`;
      resolve();
    });
    server.unref();
  });
}

async function dropDatabases(url, prefix) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
