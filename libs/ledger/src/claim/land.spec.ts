/** The same land under its three names is used once, whoever names it how and in whatever order. */
import { randomUUID } from 'node:crypto';
import { type Actor, AuditService, type KeyStore, platformMigrations, Refusal, systemActor } from '@qingheng/platform';
import { withDatabase } from '../../../../tests/support/database';
import { ledgerMigrations } from '../index';
import { ClaimRegister } from './claim-register';
import { ClaimRules } from './claim-rules';
import type { NewClaim } from './claim.types';
import { landSubject } from './land';

const database = withDatabase([...platformMigrations, ...ledgerMigrations]);
let register: ClaimRegister;
const herder: Actor = { ...systemActor, userId: randomUUID(), organisationId: randomUUID(), scope: 'tenant' };
const project: Actor = { ...herder, userId: randomUUID(), organisationId: randomUUID() };
const league: Actor = { ...herder, userId: randomUUID(), organisationId: randomUUID() };

beforeAll(async () => {
  const keys = { sign: (entry: object) => Promise.resolve(`signed ${JSON.stringify(entry)}`) } as unknown as KeyStore;
  register = new ClaimRegister(new ClaimRules(database.config), new AuditService(), keys);
  for (const [name, { organisationId }] of Object.entries({ herder, project, league }))
    await database.source.query(`INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'enterprise')`, [
      ...[organisationId, name],
    ]);
});

const carbon = (subject: string, use: string, more: Partial<NewClaim> = {}): NewClaim => ({
  ...{ attribute: 'carbon_removal', subject, from: '2025-01-01', to: '2025-12-31', use, document: `${use} 1`, ...more },
});
const claim = (actor: Actor, ...wanted: NewClaim[]) =>
  database.work.run(actor, (manager) => register.claim(manager, actor, wanted));
const check = (actor: Actor, ...wanted: NewClaim[]) =>
  database.work.run(actor, (manager) => register.check(manager, actor, wanted));
const lies = (area: string, ...parcels: string[]) =>
  database.work.run(project, (manager) =>
    register.registerLand(manager, project, { area, parcels, document: 'contract' }),
  );
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'claimed',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

const NAMES = {
  footprint: (n: string) => claim(herder, carbon(`parcel:1529${n}-0007`, 'footprint')),
  credit: (n: string) => claim(project, carbon(`area:of-${n}`, 'credit')),
  gep: (n: string) => claim(league, carbon(`region:1529${n}`, 'gep_purchase')),
};

// One banner for each order of who comes first and second.
it.each(
  Object.keys(NAMES).flatMap((first) =>
    Object.keys(NAMES)
      .filter((second) => second !== first)
      .map((second) => [first, second] as [keyof typeof NAMES, keyof typeof NAMES]),
  ),
)('carbon claimed for %s is not claimed for %s', async (first, second) => {
  const places = Object.keys(NAMES);
  const n = String(10 + places.indexOf(first) * 3 + places.indexOf(second));
  await lies(`area:of-${n}`, `1529${n}-0007`, `1529${n}-0008`);
  await NAMES[first](n);
  expect(await outcome(NAMES[second](n))).toBe('ALREADY_USED');
});

it('lets other land, other years and other services be claimed', async () => {
  await lies('area:free', '152930-0001');
  await claim(project, carbon('area:free', 'credit'));
  await claim(herder, carbon('parcel:152930-0002', 'footprint'));
  await claim(herder, carbon('parcel:152930-0001', 'footprint', { from: '2026-01-01', to: '2026-12-31' }));
  await claim(herder, carbon('parcel:152930-0001', 'footprint', { attribute: 'sand_fixation' }));
  // The league around them is not free for carbon any more, another one is.
  expect((await check(league, carbon('region:152900', 'gep_purchase')))?.code).toBe('ALREADY_USED');
  expect(await check(league, carbon('region:152500', 'gep_purchase'))).toBeUndefined();
});

it('names what is in the way without telling whose it is', async () => {
  await lies('area:named', '152931-0001');
  const [, parcel] = await claim(project, carbon('area:named', 'credit', { document: 'SC-1' }));
  expect(parcel!.subject).toBe('parcel:152931-0001');
  const refusal = await check(herder, carbon('parcel:152931-0001', 'footprint'));
  expect(refusal?.params).toMatchObject({ number: parcel!.number, subject: '152931-0001' });
  expect(JSON.stringify(refusal?.params)).not.toContain('SC-1');
});

it('claims a parcel that is named later for what its area was claimed for, or refuses the name', async () => {
  await claim(project, carbon('area:late', 'credit'));
  await lies('area:late', '152932-0001');
  expect(await outcome(claim(herder, carbon('parcel:152932-0001', 'footprint')))).toBe('ALREADY_USED');
  await claim(herder, carbon('parcel:152932-0002', 'footprint'));
  expect(await outcome(lies('area:late', '152932-0002'))).toBe('ALREADY_USED');
  expect(await database.source.query(`SELECT parcel FROM ledger_land WHERE area = 'area:late'`)).toEqual([
    { parcel: 'parcel:152932-0001' },
  ]);
});

it('frees the parcels with the area', async () => {
  await lies('area:freed', '152933-0001');
  await claim(project, carbon('area:freed', 'credit', { document: 'SC-9' }));
  await database.work.run(project, (manager) =>
    register.release(manager, project, { use: 'credit', document: 'SC-9' }, 'withdrawn'),
  );
  await claim(herder, carbon('parcel:152933-0001', 'footprint'));
});

it('lets one of two at the same moment have it, whichever name they use', async () => {
  await lies('area:race', '152934-0001');
  const answers = await Promise.all([
    ...Array.from({ length: 3 }, (_, i) =>
      outcome(claim(herder, carbon('parcel:152934-0001', 'footprint', { document: `F${i}` }))),
    ),
    ...Array.from({ length: 3 }, (_, i) =>
      outcome(claim(project, carbon('area:race', 'credit', { document: `C${i}` }))),
    ),
    ...Array.from({ length: 3 }, (_, i) =>
      outcome(claim(league, carbon('region:152934', 'gep_purchase', { document: `G${i}` }))),
    ),
  ]);
  expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(1);
});

it.each([
  ['152921-0007', 'parcel:152921-0007'],
  [' １５２９２１－０００７ ', 'parcel:152921-0007'],
  ['152921–0007', 'parcel:152921-0007'],
  ['parcel:152921-0007', 'parcel:152921-0007'],
  ['area: 7f', 'area:7f'],
])('%s is %s', (typed, subject) => expect(landSubject(typed)).toBe(subject));
