import type { DataSource, EntityManager } from 'typeorm';
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

/**
 * The role `qh_app` holds the grants. The login named by the application's address is that role or a member of it.
 * Roles belong to the whole server: somebody who migrates another of its databases may be making them just now.
 */
async function ensureAppRole(source: DataSource, app: URL, owner: URL): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await source.transaction((manager) => makeRoles(manager, app, owner));
    } catch (error) {
      const raced = /already exists|duplicate key|concurrently updated/.test((error as Error).message);
      if (!raced || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt));
    }
  }
}

async function makeRoles(manager: EntityManager, app: URL, owner: URL): Promise<void> {
  const name = decodeURIComponent(app.username);
  const [quoted] = (await manager.query('SELECT quote_ident($1) AS role, quote_literal($2) AS password', [
    name,
    decodeURIComponent(app.password),
  ])) as { role: string; password: string }[];
  const { role, password } = quoted!;
  const exists = async (wanted: string) =>
    ((await manager.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [wanted])) as unknown[]).length > 0;
  if (!(await exists('qh_app'))) await manager.query('CREATE ROLE qh_app NOLOGIN NOBYPASSRLS');
  // Who signs in as the owner works as the application, too: an owner that is no superuser must be a member.
  if (name === decodeURIComponent(owner.username)) await manager.query('GRANT qh_app TO CURRENT_USER');
  else {
    if (!(await exists(name))) await manager.query(`CREATE ROLE ${role} LOGIN NOBYPASSRLS`);
    await manager.query(`ALTER ROLE ${role} LOGIN PASSWORD ${password}`);
    if (name !== 'qh_app') await manager.query(`GRANT qh_app TO ${role}`);
  }
  await manager.query('GRANT USAGE ON SCHEMA public TO qh_app');
}
