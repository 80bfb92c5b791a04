/** Every table of the platform that belongs to organisations, and the few that belong to nobody. */
import { withDatabase } from '../../../../tests/support/database';
import { leaks, openTables } from '../../../../tests/support/row-security';
import { systemActor } from '../access';
import { platformMigrations } from '../schema';

const database = withDatabase(platformMigrations);

it('keeps organisations apart in every table', async () => {
  expect(await leaks(database)).toEqual([]);
});

it('leaves open only what belongs to no organisation', async () => {
  expect(await openTables(database.source)).toEqual([
    'factor',
    'factor_search',
    'gwp_value',
    'reference_file',
    'region',
    'schedule',
  ]);
});

describe('a unit of work', () => {
  it('shows nothing to the public and everything to the service itself', async () => {
    const seen = (scope: 'public' | 'all') =>
      database.work.run({ ...systemActor, scope }, async (manager) => {
        const [{ n }] = await manager.query('SELECT count(*)::int AS n FROM job');
        return n;
      });
    expect([await seen('public'), await seen('all')]).toEqual([0, 2]);
  });

  it('leaves nothing behind on the connection, also when it fails', async () => {
    const failing = database.work.run(systemActor, async (manager) => {
      await manager.query(`INSERT INTO schedule (name, next_at) VALUES ('x', now())`);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const rows = await database.source.query(`SELECT FROM schedule WHERE name = 'x'`);
    expect(rows).toEqual([]);
  });

  it('works as the application also where the process signed in as the owner', async () => {
    const { UnitOfWork } = await import('./unit-of-work');
    const who = await new UnitOfWork(database.source).run(systemActor, (manager) =>
      manager.query('SELECT current_user::text AS role'),
    );
    expect(who).toEqual([{ role: 'qh_app' }]);
    expect((await database.source.query(`SELECT current_user::text <> 'qh_app' AS owner`))[0]).toEqual({ owner: true });
  });

  it('lets nobody of the application change the audit trail or the log of migrations', async () => {
    const tries = [
      `UPDATE audit_entry SET action = 'x'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      'DELETE FROM schema_migration',
      'SELECT sealed_private_key FROM signing_key; ALTER TABLE signing_key DISABLE ROW LEVEL SECURITY',
    ];
    for (const text of tries)
      await expect(database.work.run(systemActor, (manager) => manager.query(text))).rejects.toMatchObject({
        code: '42501',
      });
  });
});

describe('the check itself', () => {
  const leaky = withDatabase(platformMigrations);

  it('finds a table that was forgotten', async () => {
    await leaky.source.query(`
      CREATE TABLE forgotten (organisation_id uuid NOT NULL, note text NOT NULL);
      GRANT SELECT, INSERT, UPDATE, DELETE ON forgotten TO qh_app;`);
    expect(await openTables(leaky.source)).toContain('forgotten');
    expect((await leaks(leaky)).map(({ table, leak }) => `${table} ${leak}`)).toEqual([
      'forgotten reads what belongs to others',
      'forgotten inserts for others',
      'forgotten gives its own away',
      'forgotten changes what belongs to others',
      'forgotten deletes what belongs to others',
    ]);
  });
});
