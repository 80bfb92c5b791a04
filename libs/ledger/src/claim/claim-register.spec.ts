/** Once only, whoever asks and however many at a time; told to nobody who may not know. */
import { randomUUID } from 'node:crypto';
import {
  type Actor,
  AuditService,
  type KeyStore,
  platformMigrations,
  Refusal,
  Role,
  systemActor,
} from '@qingheng/platform';
import fc from 'fast-check';
import { withDatabase } from '../../../../tests/support/database';
import { ledgerMigrations } from '../index';
import { ClaimRegister } from './claim-register';
import { ClaimRules } from './claim-rules';
import type { NewClaim } from './claim.types';

const database = withDatabase([...platformMigrations, ...ledgerMigrations]);
let register: ClaimRegister;
const farm: Actor = { ...systemActor, userId: randomUUID(), organisationId: randomUUID(), scope: 'tenant' };
const smelter: Actor = { ...farm, userId: randomUUID(), organisationId: randomUUID() };
const office: Actor = {
  ...farm,
  userId: randomUUID(),
  organisationId: randomUUID(),
  scope: 'all',
  roles: [Role.Regulator],
};

beforeAll(async () => {
  const keys = { sign: (entry: object) => Promise.resolve(`signed ${JSON.stringify(entry)}`) } as unknown as KeyStore;
  register = new ClaimRegister(new ClaimRules(database.config), new AuditService(), keys);
  for (const [name, { organisationId }] of Object.entries({ farm, smelter, office }))
    await database.source.query(`INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'enterprise')`, [
      organisationId,
      name,
    ]);
});

const claim = (actor: Actor, ...wanted: NewClaim[]) =>
  database.work.run(actor, (manager) => register.claim(manager, actor, wanted));
const open = (actor: Actor, subject: string, quantity: string, unit = 't CO2e') =>
  database.work.run(actor, (manager) =>
    register.open(manager, actor, { attribute: 'carbon_removal', subject, ...YEAR, quantity, unit, document: 'MR-1' }),
  );
const YEAR = { from: '2024-01-01', to: '2024-12-31' };
const land = (subject: string, more: Partial<NewClaim> = {}): NewClaim => ({
  attribute: 'carbon_removal',
  subject,
  ...YEAR,
  use: 'footprint',
  document: 'CF2026-000001-22',
  ...more,
});
const certificates = (serials: string, more: Partial<NewClaim> = {}) =>
  land('certificate:GEC24', { attribute: 'green_power', serials, ...more });
let lands = 0;
const newLand = () => `area:${++lands}`;

async function refused(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

it('lets a pasture count in a footprint or in credits, and names the first use', async () => {
  const subject = newLand();
  const [first] = await claim(farm, land(subject));
  expect(first).toMatchObject({
    number: expect.stringMatching(/^NU\d{8}$/),
    organisation: 'farm',
    ...YEAR,
    standing: true,
  });
  const place = { table: 'removal', row: 'a', column: 'area' };
  const again = await refused(
    claim(farm, land(subject, { use: 'credit', document: 'P-1', from: '2024-12-31', to: '2025-06-30', place })),
  );
  expect([again.status, again.code]).toEqual([409, 'ALREADY_USED']);
  expect(again.params).toMatchObject({ number: first!.number });
  expect(again.faults[0]).toMatchObject({ ...place, code: 'ALREADY_USED' });
  expect(again.faults[0]!.message.zh).toContain('farm');
  expect(again.faults[0]!.message.zh).toContain(`用于产品碳足迹（登记号 ${first!.number}，CF2026-000001-22）`);
  // The year after is free, and so is what is another thing on the same land.
  await claim(farm, land(subject, { from: '2025-01-01', to: '2025-12-31', use: 'credit' }));
  await claim(farm, land(subject, { attribute: 'sand_fixation', use: 'pledge' }));
});

it('tells a stranger what and when, and not who', async () => {
  const subject = newLand();
  const [first] = await claim(farm, land(subject));
  const stranger = await refused(claim(smelter, land(subject, { use: 'credit' })));
  const { message } = stranger.faults[0]!;
  expect(message.zh).toContain(first!.number);
  expect(message.en).toContain('another organisation');
  expect(JSON.stringify(stranger)).not.toMatch(/farm|CF2026/);
  const overseer = await refused(claim(office, land(subject, { use: 'damage' })));
  expect(overseer.faults[0]!.message.en).toContain('farm');
  expect(
    await database.work.run(smelter, (m) => m.query('SELECT FROM ledger_claim_standing WHERE subject = $1', [subject])),
  ).toEqual([]);
});

it('counts numbered certificates one by one, whatever period is said', async () => {
  await claim(smelter, certificates('1-100'), certificates('201-300'));
  await claim(smelter, certificates('101-200', { use: 'cancellation' }));
  const again = await refused(
    claim(smelter, certificates('301-400'), certificates('300', { from: '2030-01-01', to: '2030-12-31' })),
  );
  expect(again.faults).toHaveLength(1);
  // Nothing of a refused command stays.
  await claim(smelter, certificates('301-400'));
  expect((await refused(claim(smelter, certificates('401-500'), certificates('450-460')))).code).toBe('ALREADY_USED');
});

it('gives out a divided quantity down to the last unit and no further', async () => {
  const subject = newLand();
  expect((await refused(claim(farm, land(subject, { quantity: '1', unit: 't CO2e' })))).code).toBe('NOT_IN_PARTS');
  await open(farm, subject, '100');
  await claim(farm, land(subject, { quantity: '60.5', unit: 't CO2e' }));
  const beyond = await refused(claim(farm, land(subject, { quantity: '39.500001', unit: 't CO2e', use: 'credit' })));
  expect([beyond.code, beyond.params.available]).toEqual(['USED_BEYOND_QUANTITY', '39.5 t CO2e']);
  expect((await refused(claim(farm, land(subject, { quantity: '1', unit: 'kg CO2e' })))).code).toBe('NOT_IN_PARTS');
  expect((await refused(claim(farm, land(subject, { use: 'pledge' })))).code).toBe('ALREADY_USED');
  await claim(farm, land(subject, { quantity: '39.5', unit: 't CO2e', use: 'credit' }));
});

it('is free again after a signed counter-entry, once', async () => {
  const subject = newLand();
  const [first] = await claim(farm, land(subject));
  const release = (reason: string) =>
    database.work.run(office, (manager) => register.release(manager, office, { number: first!.number }, reason));
  expect(await release('标识撤销')).toEqual([first!.number]);
  expect((await refused(release('再来一次'))).code).toBe('NOT_FOUND');
  await claim(farm, land(subject, { use: 'credit' }));
  const rows = await database.source.query(
    'SELECT releases IS NOT NULL AS counter, jws FROM ledger_claim WHERE subject = $1 ORDER BY id',
    [subject],
  );
  expect(rows.map((row: { counter: boolean }) => row.counter)).toEqual([false, true, false]);
  expect(rows[1].jws).toContain(first!.number);
});

it('is held by the database itself: no overlap, no change, no release without signature', async () => {
  const subject = newLand();
  const [first] = await claim(farm, land(subject));
  const add = (columns: string, values: string) =>
    `INSERT INTO ledger_claim (organisation_id, attribute, subject, period, use, document, made_by${columns})
     VALUES ('${farm.organisationId}', 'carbon_removal', '${subject}', '[2024-01-01,2025-01-01)', 'footprint', 'x', 'x'${values})`;
  const tries = [
    add('', ''),
    add(', releases, reason', `, ${first!.id}, 'x'`),
    add(', releases', `, ${first!.id}`),
    `UPDATE ledger_claim SET use = 'credit'`,
    'DELETE FROM ledger_claim',
    'DELETE FROM ledger_claim_standing',
    `INSERT INTO ledger_claim_standing (claim_id, organisation_id, attribute, subject, period) VALUES (0, '${farm.organisationId}', 'a', 'b', '[2024-01-01,2025-01-01)')`,
  ];
  for (const text of tries)
    await expect(database.work.run(farm, (manager) => manager.query(text))).rejects.toMatchObject({
      code: expect.stringMatching(/^(23P01|23514|42501)$/),
    });
  await expect(
    database.source.query(
      `INSERT INTO ledger_claim_standing (claim_id, organisation_id, attribute, subject, period)
       VALUES (-1, $1, 'carbon_removal', $2, '[2024-06-01,2024-07-01)')`,
      [farm.organisationId, subject],
    ),
  ).rejects.toMatchObject({ code: '23P01' });
});

it('lets one of many at the same moment through', async () => {
  const subject = newLand();
  const parts = newLand();
  await open(farm, parts, '10');
  const tries = Array.from({ length: 12 }, (_, i) =>
    claim(i % 2 ? farm : smelter, land(subject, { use: i % 3 ? 'credit' : 'footprint' })),
  );
  const shares = Array.from({ length: 12 }, () => claim(farm, land(parts, { quantity: '3', unit: 't CO2e' })));
  const [done, taken] = await Promise.all([Promise.allSettled(tries), Promise.allSettled(shares)]);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  for (const one of [...done, ...taken]) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal);
});

it('never lets two claims of numbered units overlap, whatever is asked and released', async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 8 })) },
    { weight: 1, arbitrary: fc.nat(9) },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const subject = `certificate:T${++run}`;
      const model = new Map<number, string>();
      const numbers: string[] = [];
      for (const drawn of steps) {
        if (typeof drawn === 'number') {
          const number = numbers[drawn % (numbers.length || 1)];
          if (!number || ![...model.values()].includes(number)) continue;
          await database.work.run(office, (m) => register.release(m, office, { number }, 'x'));
          for (const [unit, holder] of model) if (holder === number) model.delete(unit);
          continue;
        }
        const [first, more] = drawn;
        const units = Array.from({ length: more + 1 }, (_, i) => first + i);
        const free = units.every((unit) => !model.has(unit));
        const made = await claim(farm, certificates(`${first}-${first + more}`, { subject })).catch((e: Refusal) => e);
        expect(Array.isArray(made)).toBe(free);
        if (!Array.isArray(made)) expect(units.map((u) => model.get(u))).toContain(made.params.number);
        else {
          numbers.push(made[0]!.number);
          for (const unit of units) model.set(unit, made[0]!.number);
        }
      }
    }),
    { numRuns: 15 },
  );
});
