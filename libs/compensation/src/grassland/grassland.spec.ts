/** Contracts and parcels, one subsidy on a parcel at a time, findings that propose, fines in their own book. */
import {
  approved,
  calculated,
  type Bureau,
  migrations,
  openBureau,
  programmeBody,
  startBureauWorker,
  uploaded,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { Person, until } from '../../../../tests/support/person';
import { madeHousehold } from '../../../../tests/support/rosters';

const database = withDatabase(migrations);
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);

const HEADING = 'contract,household_id,banner,parcel,kind,area_mu,from,to,document';
const line = (household: string, parcel: string, kind = 'ban', area = '100.00', dates = '2021-01-01,2050-12-31') =>
  `C-${household},${household},152501,${parcel},${kind},${area},${dates},锡草证〔2021〕1号`;
interface Refused {
  code?: string;
  faults?: { row: string; column: string; code: string }[];
  parcels?: number;
  detail?: string;
}
async function registered(...lines: string[]): Promise<Refused> {
  const url = `${bureau.url}/api/v1/compensation/grassland/parcels`;
  const answer = await bureau.clerk.raw('POST', url, [HEADING, ...lines].join('\n'), 'text/csv');
  return (await answer.json()) as Refused;
}
const stored = async () =>
  (await database.source.query('SELECT count(*)::int AS n FROM grassland_parcel'))[0].n as number;

it('takes a register in whole or not at all, and names every bad line', async () => {
  const before = await stored();
  const bad = await registered(
    line('H-1', 'P-1'),
    line('H-1', 'P-2', 'grazing'),
    line('H-2', 'P-3', 'ban', '1.001'),
    line('H-3', 'P-4', 'balance', '5.00', '2024-02-30,2025-01-01'),
    line('', 'P-5'),
    line('H-4', 'P-6').replace('152501', '110101'),
  );
  expect(bad.code).toBe('PARCELS_FAULTS');
  expect(bad.faults!.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
    '3 kind PARCEL_KIND',
    '4 area_mu PARCEL_AREA',
    '5 from PARCEL_DATES',
    '6 household_id REQUIRED',
    '7 banner UNKNOWN_BANNER',
  ]);
  const twice = await registered(line('H-1', 'P-1'), line('H-2', 'P-1'));
  expect(twice.faults).toMatchObject([{ row: '3', column: 'parcel', code: 'PARCEL_TWICE' }]);
  expect(await stored()).toBe(before);
  expect(await registered(line('H-1', 'P-1'), line('H-1', 'P-2', '草畜平衡'))).toEqual({ parcels: 2, contracts: 1 });
  const known = await registered(line('H-9', 'P-9'), line('H-9', 'P-1'));
  expect(known.faults).toMatchObject([{ row: '3', code: 'PARCEL_KNOWN' }]);
  expect(await stored()).toBe(before + 2);
  expect((await registered('x')).code).toBe('PARCELS_FAULTS');
  const { body } = await bureau.stranger.get<{ items: object[] }>('/compensation/grassland/parcels');
  expect(body.items).toEqual([]);
});

it('lets one subsidy be drawn on a parcel at a time, and names the first', async () => {
  const made = madeHousehold(501, '152501', { ban_mu: '100.00', balance_mu: '40.00' });
  const other = madeHousehold(502, '152501', { ban_mu: '30.00', balance_mu: '0.00' });
  await registered(
    line(made.household_id, 'Q-1'),
    line(made.household_id, 'Q-2', 'balance', '50.00'),
    line(other.household_id, 'Q-3', 'ban', '30.00'),
  );
  const claim = (code: string, scheme: string, from: string, to: string) =>
    bureau.clerk.post('/compensation/grassland/claims', { code, scheme, from, to });
  expect((await claim('Q-1', '新一轮退耕还草', '2023-06-01', '2026-05-31')).status).toBe(204);
  expect((await claim('Q-1', '公益林', '2024-01-01', '2024-12-31')).body.code).toBe('PARCEL_CLAIMED');
  const { body } = await bureau.clerk.post<{ id: string }>(
    '/compensation/programmes',
    programmeBody({ pool: '9000.00' }),
  );
  const path = `/compensation/programmes/${body.id}`;
  await uploaded(bureau, body.id, [made, other]);
  await calculated(bureau, body.id);
  const { body: check } = await bureau.reviewer.get(`${path}/parcel-check`);
  expect(check).toEqual({
    differences: [
      { household: made.household_id, banner: '152501', kind: 'balance', roster: '40.00', register: '50.00' },
    ],
    claimed: [
      {
        ...{ code: 'Q-1', household: made.household_id, scheme: '新一轮退耕还草', count: 1 },
        ...{ from: '2023-06-01', to: '2026-05-31' },
      },
    ],
  });
  await bureau.reviewer.post(`${path}/review`, { decision: 'approve' });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await bureau.clerk.post(`${path}/notice`, { from: today, contact: '农业科' });
  await database.source.query('UPDATE compensation_notice SET first_day = first_day - 30, last_day = last_day - 30');
  const refused = await bureau.approver.post<Refused>(`${path}/approve`, { decision: 'approve' });
  expect([refused.status, refused.body.code]).toEqual([409, 'PARCEL_CLAIMED']);
  expect(refused.body.detail).toContain('新一轮退耕还草');
  // Without the parcel the other household is paid, and its parcel is taken from then on.
  await approved(bureau, database, [{ ...other, household_id: other.household_id }]);
  expect((await claim('Q-3', '公益林', '2023-12-31', '2024-12-31')).body.code).toBe('PARCEL_CLAIMED');
  expect((await claim('Q-3', '公益林', '2024-01-01', '2024-12-31')).status).toBe(204);
});

it('takes findings over as proposals, and withholds nothing by itself', async () => {
  const made = [503, 504].map((i) => madeHousehold(i, '152501', { ban_mu: '10.00', balance_mu: '6000.00' }));
  const { path } = await approved(bureau, database, made);
  const filer = await Person.signIn(bureau.url, 'filer', 'a long enough password');
  const household = (number: string) => ({
    ...{ zone_id: 'Z', household_id: number, contract_mu: '6010.00', balance_mu: '6000.00', ban_mu: '10.00' },
    ...{ ban_grazing_events: '0', inspection: 'J-1' },
  });
  const { body: filing } = await filer.post<{ id: string }>('/filings', {
    ...{ method: 'compensation/grass-livestock-balance', title: '草畜平衡核查', region: '152501' },
    ...{ periodStart: '2024-01-01', periodEnd: '2024-12-31' },
    input: {
      parameters: { excess_rule: 'floor_capacity' },
      tables: {
        zone: [{ zone_id: 'Z', banner: '152501', season: 'cold', mu_per_unit: '22.66', document: '公布' }],
        household: [
          { ...household(made[0]!.household_id), order_document: '锡草改〔2024〕1号', corrected: false },
          household(made[1]!.household_id),
        ],
        herd: [
          { household_id: made[0]!.household_id, species: 'sheep', number: '180' },
          { household_id: made[0]!.household_id, species: 'cattle', number: '24' },
          { household_id: made[0]!.household_id, species: 'goat', number: '30' },
          { household_id: made[1]!.household_id, species: 'sheep', number: '100' },
        ],
      },
    },
  });
  const { body: started } = await filer.post<{ runId: string }>(`/filings/${filing.id}/submit`);
  const run = async () => (await filer.get<{ status: string; faults?: object[] }>(`/runs/${started.runId}`)).body;
  const done = await until(run, ({ status }) => !['queued', 'running'].includes(status), 'the check');
  expect([done.status, done.faults]).toEqual(['succeeded', undefined]);
  const take = () => bureau.clerk.post(`${path}/findings`, { runId: started.runId });
  expect((await take()).body).toEqual({ taken: 2, mayWithhold: 1, unknown: 0 });
  expect((await take()).body).toMatchObject({ taken: 0 }); // taken twice, they stand once
  const { body } = await bureau.approver.get<{ items: object[] }>(`${path}/findings`);
  // 324 units against 264.78: 22.36 %, 60 units too many at 100 yuan each (domain vector F1)
  expect(body.items).toMatchObject([
    { household: made[0]!.household_id, overstock: '0.2236', mayWithhold: true, fine: '6000.00', decisions: null },
    { household: made[1]!.household_id, overstock: '0.0000', mayWithhold: false, fine: '0.00', decisions: null },
  ]);
  const paid = await bureau.clerk.post<{ payments: number }>(`${path}/batches`, { template: 'plain-txt-gbk' });
  expect(paid.body.payments).toBe(2);
  const wrong = await bureau.clerk.post(`${path}/findings`, { runId: '01a20e72-8019-7281-b1ef-366a7cfaabd4' });
  expect(wrong.status).toBe(404);
});

it('keeps fines in a book of their own: proposed, imposed by another, paid once', async () => {
  const fine = {
    household: 'H-1',
    banner: '152501',
    amount: '6000.00',
    reason: '逾期未改正',
    document: { title: '处罚决定书' },
  };
  interface Fine {
    id: string;
    status: string;
    code?: string;
  }
  const { body: made } = await bureau.clerk.post<Fine>('/compensation/grassland/fines', fine);
  expect(made.status).toBe('proposed');
  const path = `/compensation/grassland/fines/${made.id}`;
  expect((await bureau.clerk.post(`${path}/payment`, { slip: 'S-1' })).body.code).toBe('FINE_ENDED');
  expect((await bureau.clerk.post(`${path}/decide`, { impose: true })).status).toBe(403);
  expect((await bureau.everything.post<Fine>(`${path}/decide`, { impose: true })).body.status).toBe('imposed');
  expect((await bureau.approver.post(`${path}/decide`, { impose: false })).body.code).toBe('FINE_ENDED');
  const balances = async () => {
    const rows = await database.source.query(
      `SELECT purpose, posted FROM ledger_account WHERE ref = 'fines' ORDER BY purpose`,
    );
    return Object.fromEntries(
      (rows as { purpose: string; posted: string }[]).map(({ purpose, posted }) => [purpose, posted]),
    );
  };
  await until(balances, ({ fine_open }) => fine_open === '600000', 'the fine in the book');
  expect((await bureau.clerk.post<Fine>(`${path}/payment`, { slip: 'S-1' })).body.status).toBe('paid');
  expect((await bureau.clerk.post(`${path}/payment`, { slip: 'S-2' })).body.code).toBe('FINE_ENDED');
  await until(balances, ({ fine_paid }) => fine_paid === '600000', 'the payment in the book');
  expect(await balances()).toEqual({ external: '-600000', fine_open: '0', fine_paid: '600000' });
  const zero = await bureau.clerk.post<Fine>('/compensation/grassland/fines', { ...fine, amount: '0.00' });
  expect(zero.body.code).toBe('FINE_AMOUNT');
});
