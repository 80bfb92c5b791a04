// A Postgres with PostGIS for the specs that compare with it: the one of QH_TEST_POSTGIS_URL (its owner may create
// databases and extensions), or a private one from packages that are installed on this machine.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../tools/services/postgres.mjs';
import { alive, kill } from '../../tools/services/processes.mjs';

/** Where Debian puts its versions side by side. */
const PROGRAMS = '/usr/lib/postgresql';
const EXTENSIONS = '/usr/share/postgresql';

/** The address, or the newest installed version's folder; nothing where there is no PostGIS. */
export function installedPostgis() {
  if (process.env.QH_TEST_POSTGIS_URL) return process.env.QH_TEST_POSTGIS_URL;
  const versions = existsSync(PROGRAMS) ? readdirSync(PROGRAMS) : [];
  const version = versions
    .filter((v) => existsSync(join(EXTENSIONS, v, 'extension/postgis.control')))
    .sort((a, b) => Number(b) - Number(a))
    .find((v) => existsSync(join(PROGRAMS, v, 'bin/initdb')));
  return version && join(PROGRAMS, version);
}

export async function startPostgis(folder) {
  const app = randomBytes(18).toString('hex');
  const addresses = (owner) => {
    const url = new URL(owner);
    url.username = 'qh_app';
    url.password = app;
    return { ownerDatabaseUrl: owner, databaseUrl: url.href };
  };
  if (process.env.QH_TEST_POSTGIS_URL)
    return { ...addresses(process.env.QH_TEST_POSTGIS_URL), stop: () => Promise.resolve() };
  const home = join(folder, 'postgis');
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755); // the database server may run as another user
  const secrets = { ownerPassword: randomBytes(18).toString('hex') };
  const server = await startPostgres({
    folder: home,
    secrets,
    fast: true,
    installed: installedPostgis(),
    locale: ['--locale=C'], // older versions have no built-in one
  });
  const last = () => void (alive(server.pid, server.program) && process.kill(server.pid, server.signal));
  process.once('exit', last);
  const stop = () => kill(server.pid, server.signal).finally(() => process.off('exit', last));
  return { ...addresses(`postgres://postgres:${secrets.ownerPassword}@127.0.0.1:${server.port}/postgres`), stop };
}
