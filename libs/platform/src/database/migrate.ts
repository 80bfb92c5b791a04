import type { DataSource } from 'typeorm';
import { type DatabaseOptions, makeDataSource } from './data-source';

/** One process migrates, the others wait. */
const LOCK = 7141000;

/**
 * Brings the schema up to date as its owner, makes the application's role, then lets `after` load what comes with the
 * release. Safe to call from many processes at once.
 */
export async function migrate(
  { owner, app }: { owner: string; app: string },
  migrations: DatabaseOptions['migrations'],
  after: (source: DataSource) => Promise<void> = async () => {},
): Promise<void> {
  const source = makeDataSource(owner, { migrations, pool: 3 });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await ensureAppRole(source, new URL(app), new URL(owner));
    await source.runMigrations({ transaction: 'each' });
    await after(source);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => {});
    await guard.release();
    await source.destroy();
  }
}

/** The role `qh_app` holds the grants. The login named by the application's address is that role or a member of it. */
async function ensureAppRole(source: DataSource, app: URL, owner: URL): Promise<void> {
  const name = decodeURIComponent(app.username);
  const quoted = (await source.query('SELECT quote_ident($1) AS name, quote_literal($2) AS password', [
    name,
    decodeURIComponent(app.password),
  ])) as { name: string; password: string }[];
  const exists = async (role: string) =>
    ((await source.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])) as unknown[]).length > 0;
  if (!(await exists('qh_app'))) await source.query('CREATE ROLE qh_app NOLOGIN NOBYPASSRLS');
  if (name !== decodeURIComponent(owner.username)) {
    const { name: role, password } = quoted[0]!;
    if (!(await exists(name))) await source.query(`CREATE ROLE ${role} LOGIN NOBYPASSRLS`);
    await source.query(`ALTER ROLE ${role} LOGIN PASSWORD ${password}`);
    if (name !== 'qh_app') await source.query(`GRANT qh_app TO ${role}`);
  }
  await source.query('GRANT USAGE ON SCHEMA public TO qh_app');
}
