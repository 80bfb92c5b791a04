/** Carry-over: as far as what was sold and held allows, for those who settled in time, and not a tonne further. */
import { Office } from './office';

interface Limit {
  sold: string;
  bought: string;
  formula: string;
  holding: string;
  limit: string;
  used: string;
  issued: { number: string; tonnes: string } | null;
  late: { year: number }[];
}

const office = new Office();
const { organisations } = office;

beforeAll(async () => {
  await office.open();
  for (const [code, vintage] of [
    ['CEA23', 2023],
    ['CEA24', 2024],
    ['CEA25', 2025],
    ['CEA26', 2026],
  ])
    expect((await office.asset({ code, kind: 'allowance', vintage })).status).toBe(201);
  for (const [holder, asset, amount] of [
    ['smelter', 'CEA23', '30000'],
    ['smelter', 'CEA24', '50000'],
    ['plant', 'CEA24', '9000'],
    ['plant', 'CEA25', '500'],
  ])
    await office.done('rita', 'rolf', {
      ...{ operation: 'allocate', asset, amount, holder: organisations[holder!], document: 'list' },
      businessDate: '2024-10-01',
    });
  const sell = (amount: string, businessDate: string, asset = 'CEA24') =>
    office.done('anna', 'bert', {
      ...{
        operation: 'transfer',
        asset,
        amount,
        businessDate,
        document: 'contract',
        counterparty: organisations.plant,
      },
    });
  await sell('8001', '2025-03-03');
  await sell('1000', '2026-01-05'); // after the period: neither sold nor bought in it, and still held on the day
  await office.done('carl', 'cora', {
    ...{ operation: 'transfer', asset: 'CEA24', amount: '1000', businessDate: '2025-05-05', document: 'back' },
    counterparty: organisations.smelter,
  });
}, 60_000);

const carry = (amount: string, more: object = {}) => ({
  ...{ operation: 'carry_over', asset: 'CEA24', into: 'CEA25', amount, holder: organisations.smelter },
  ...{ document: 'application', businessDate: '2026-06-20', ...more },
});
const limit = async (who: string, organisation: string): Promise<Limit> =>
  (await office.people[who]!.get<Limit[]>(`/registry/carry-over/${organisations[organisation]}`)).body[0]!;

it('shows the limit with its figures to whom it concerns', async () => {
  // 8,001 sold, 1,000 bought: ⌊10,000 + 7,001 × 1.5⌋; of 80,000 t 72,999 were held on the last day.
  expect(await limit('anna', 'smelter')).toMatchObject({
    ...{ sold: '8001', bought: '1000', formula: '20501', holding: '72999', limit: '20501', used: '0', issued: null },
    late: [],
  });
  // A buyer has the base alone; less is held in the end: 9,000 + 8,001 − 1,000.
  expect(await limit('carl', 'plant')).toMatchObject({ formula: '10000', holding: '16001', limit: '10000' });
  expect((await office.people.carl!.get(`/registry/carry-over/${organisations.smelter}`)).status).toBe(404);
  expect((await limit('rita', 'smelter')).limit).toBe('20501');
});

it('refuses one tonne beyond it, over several applications, and says why', async () => {
  await office.done('rita', 'rolf', carry('20000'));
  const { body } = await office.ask('rita', carry('502', { asset: 'CEA23' }));
  expect([body.code, body.detail]).toEqual([
    'CARRY_OVER_LIMIT',
    'At most 20501 t may be carried over: the least of floor(10000 + max(8001 sold − 1000 bought, 0) × 1.5) = 20501 t, 72999 t held on 2025-12-31 and – t as issued; 20000 t used, 502 t asked',
  ]);
  await office.done('rita', 'rolf', carry('501', { asset: 'CEA23' }));
  expect((await office.ask('rita', carry('1'))).body.code).toBe('CARRY_OVER_LIMIT');
  expect(await office.balances('anna')).toMatchObject({ 'CEA24 carried_over': '20000', 'CEA25 available': '20501' });
});

it('does not let two at the same moment into the same remainder', async () => {
  const asked = carry('6000', { holder: organisations.plant });
  const answers = await Promise.all(Array.from({ length: 4 }, () => office.ask('rita', asked)));
  expect(answers.map(({ body }) => body.code ?? body.status).sort()).toEqual([
    ...['CARRY_OVER_LIMIT', 'CARRY_OVER_LIMIT', 'CARRY_OVER_LIMIT', 'proposed'],
  ]);
});

it.each([
  ['a vintage without a rule', { into: 'CEA26' }, 'CARRY_OVER_RULE'],
  ['the newer into the older', { asset: 'CEA25', into: 'CEA24' }, 'CARRY_OVER_ASSET'],
  ['what comes too late', { businessDate: '2026-07-04' }, 'CARRY_OVER_LATE'],
])('refuses %s', async (_, more, code) => {
  expect((await office.ask('rita', carry('1', more))).body.code).toBe(code);
});

it('keeps to an issued account where it allows less, and to who settled in time', async () => {
  const { source } = office.database;
  const holder = organisations.plant;
  expect((await limit('carl', 'plant')).issued).toBeNull();
  await issued(holder!, '7000.4');
  expect(await limit('carl', 'plant')).toMatchObject({ limit: '7000', used: '6000', issued: { tonnes: '7000' } });
  expect((await office.ask('rita', carry('1001', { holder }))).body.code).toBe('CARRY_OVER_LIMIT');
  expect((await office.ask('rita', carry('1000', { holder }))).status).toBe(201);
  await office.people.rita!.put(`/registry/obligations/${holder}/2024`, { due: '100', basis: 'report' });
  const pay = { operation: 'surrender', asset: 'CEA24', year: 2024 };
  await office.done('carl', 'cora', { ...pay, amount: '60', businessDate: '2025-12-31' });
  await office.done('carl', 'cora', { ...pay, amount: '40', businessDate: '2026-01-01' });
  const { body } = await office.ask('rita', carry('1', { holder }));
  expect([body.code, body.detail]).toEqual([
    'CARRY_OVER_ARREARS',
    'Of the 100 t due for 2024, 60 t were surrendered by 2025-12-31: who was late may not carry over',
  ]);

  async function issued(organisation: string, total: string): Promise<void> {
    await source.transaction(async (manager) => {
      // Without the filing and the run that it came from.
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(
        `INSERT INTO statement (number, organisation_id, filing_id, run_id, content, jws, issued_by)
         VALUES ('ST2026-000001', $1, $1, $1, $2, '', $1)`,
        [
          organisation,
          JSON.stringify({ method: 'allocation/carry-over', periodEnd: '2025-12-31', outputs: { total_t: total } }),
        ],
      );
    });
  }
});
