/** The chain as it lies in the database: without gaps, and telling where somebody changed it. */
import { withDatabase } from '../../../../tests/support/database';
import { type Actor, systemActor } from '../access';
import { platformMigrations } from '../schema';
import { AuditService } from './audit.service';
import { verifyAuditChain } from './verify-audit-chain';

const audit = new AuditService();
const us: Actor = {
  ...systemActor,
  userId: 'u1',
  name: '张三',
  organisationId: '00000000-0000-4000-8000-00000000000a',
  scope: 'tenant',
};
const them: Actor = { ...us, userId: 'u2', organisationId: '00000000-0000-4000-8000-00000000000B' };

describe('the audit chain', () => {
  const database = withDatabase(platformMigrations);
  const record = (actor: Actor, id: string, details?: Record<string, unknown>) =>
    database.work.run(actor, (manager) =>
      audit.record(manager, { actor, action: 'thing.done', subject: { type: 'thing', id }, details }),
    );
  const state = () => verifyAuditChain(database.source);

  it('is whole before anything has happened', async () => {
    expect(await state()).toEqual({ ok: true, entries: 0 });
  });

  it('reads back what was hashed, whatever was recorded', async () => {
    await record(us, 'a\u0000b\uD800', {
      n: 1.5,
      big: 1e21,
      tiny: 1e-9,
      none: null,
      text: '😀\u0000',
      list: [{ b: 1, a: -0 }],
    });
    await record(us, 'dates', { at: new Date(0), not: undefined });
    expect(await state()).toMatchObject({ ok: true, entries: 2 });
  });

  it('has no gap and no fork, however many write at once, and some fail', async () => {
    const writers = Array.from({ length: 40 }, (_, i) =>
      database.work.run(i % 2 ? us : them, async (manager) => {
        await audit.record(manager, { actor: i % 2 ? us : them, action: 'thing.done', subject: { type: 'thing' } });
        if (i % 5 === 0) throw new Error('rolled back');
      }),
    );
    const ended = await Promise.allSettled(writers);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(32);
    expect(await state()).toMatchObject({ ok: true, entries: 34, head: { seq: '34' } });
  });

  it('says the same to the service itself, and shows a tenant its own entries', async () => {
    expect(await database.work.run(systemActor, verifyAuditChain)).toMatchObject({ ok: true, entries: 34 });
    const [{ n }] = await database.work.run(them, (manager) =>
      manager.query(`SELECT count(DISTINCT organisation_id)::int AS n FROM audit_entry`),
    );
    expect(n).toBe(1);
  });

  it('is not continued from its middle, nor in the name of another organisation', async () => {
    const again = `INSERT INTO audit_entry (seq, version, at, action, subject_type, details, prev_hash, hash)
      VALUES (3, 1, now(), 'x', 'x', '{}', repeat('0', 64), repeat('1', 64))`;
    await expect(database.work.run(systemActor, (manager) => manager.query(again))).rejects.toThrow('continue');
    const forged = database.work.run(us, (manager) =>
      audit.record(manager, { actor: them, action: 'x', subject: { type: 'x' } }),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be changed by its owner either, unless the owner first removes the guard', async () => {
    for (const text of [`UPDATE audit_entry SET action = 'x'`, 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])
      await expect(database.source.query(text)).rejects.toThrow('append-only');
  });
});

describe('a chain that was tampered with', () => {
  const tamper = async (database: ReturnType<typeof withDatabase>, change: string) => {
    await database.source.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await database.source.query(change);
    await database.source.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    return (await verifyAuditChain(database.source)).firstBroken;
  };
  const cases: [string, string, object][] = [
    ['another word', `UPDATE audit_entry SET action = 'thing.undone' WHERE seq = 4`, { seq: '4', reason: 'altered' }],
    ['another actor', `UPDATE audit_entry SET actor_id = 'u9' WHERE seq = 2`, { seq: '2', reason: 'altered' }],
    ['another time', `UPDATE audit_entry SET at = at - interval '1 ms' WHERE seq = 6`, { seq: '6', reason: 'altered' }],
    ['another detail', `UPDATE audit_entry SET details = '{"n": 7}' WHERE seq = 3`, { seq: '3', reason: 'altered' }],
    ['an entry taken out', 'DELETE FROM audit_entry WHERE seq = 5', { seq: '5', reason: 'missing' }],
    ['the first ones cut off', 'DELETE FROM audit_entry WHERE seq < 3', { seq: '1', reason: 'missing' }],
    ['everything gone but the last', 'DELETE FROM audit_entry WHERE seq < 8', { seq: '1', reason: 'missing' }],
    [
      'an entry replaced, with a hash of its own',
      `UPDATE audit_entry SET hash = repeat('a', 64) WHERE seq = 4`,
      { seq: '4', reason: 'altered' },
    ],
    [
      'a version nobody knows',
      'UPDATE audit_entry SET version = 9 WHERE seq = 7',
      { seq: '7', reason: 'unknown version' },
    ],
  ];
  describe.each(cases)('%s', (_, change, expected) => {
    const database = withDatabase(platformMigrations);
    it('is found, and the first broken link named', async () => {
      for (let i = 0; i < 8; i++)
        await database.work.run(us, (manager) =>
          audit.record(manager, { actor: us, action: 'thing.done', subject: { type: 'thing' }, details: { n: i } }),
        );
      expect(await tamper(database, change)).toEqual(expected);
    });
  });
});
