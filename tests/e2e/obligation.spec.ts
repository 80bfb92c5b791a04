/** From a filed inventory to an obligation, from an issued allocation to allowances, and the plan that joins them. */
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
const people: Record<string, Person> = {};
beforeAll(async () => {
  service = await runningService();
  for (const name of ['filer@huolin', 'reviewer@qingheng', 'registrar@qingheng', 'regulator@qingheng'])
    people[name] = await Person.signIn(service.url, name);
}, 180_000);
afterAll(() => service?.stop());

const year = { periodStart: '2024-01-01', periodEnd: '2024-12-31', region: '150581' };

async function issued(method: string, input: object, period: object = year): Promise<string> {
  const filer = people['filer@huolin']!;
  const { status, body } = await filer.post<{ id: string }>('/filings', { method, title: method, ...period, input });
  expect([status, body.code]).toEqual([201, undefined]);
  const { body: asked } = await filer.post<{ runId: string }>(`/filings/${body.id}/submit`);
  const ask = () => filer.get<{ status: string; faults?: object[] }>(`/runs/${asked.runId}`);
  const run = await until(ask, ({ body: now }) => !['queued', 'running'].includes(now.status), 'the run');
  expect([run.body.status, run.body.faults ?? []]).toEqual(['succeeded', []]);
  const review = await people['reviewer@qingheng']!.post(`/filings/${body.id}/review`, { decision: 'approve' });
  expect([review.status, review.body.code, review.body.faults]).toEqual([200, undefined, undefined]);
  const answer = await people['reviewer@qingheng']!.post<{ number: string }>(`/filings/${body.id}/issue`);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body.number;
}

// 70,000 t × (anode 1.470832 + anode effects 0.26316) t CO2e/t by the defaults of 2024: 121,379.44 t.
const smelter = {
  parameters: { guideline: 'mee-2024' },
  tables: { plant: [{ plant_id: 'p', aluminium: '70000', cell: 'point_feed' }] },
};

it('takes the verified emissions of an issued inventory as the obligation of its year, rounded once', async () => {
  const number = await issued('inventory/primary-aluminium', smelter);
  const { status, body } = await people['registrar@qingheng']!.post<{ due: string; basis: string; year: number }>(
    '/registry/obligations/from-statement',
    { statement: number },
  );
  expect([status, body]).toEqual([200, expect.objectContaining({ due: '121379', basis: number, year: 2024 })]);
  expect(
    (await people['filer@huolin']!.post('/registry/obligations/from-statement', { statement: number })).status,
  ).toBe(403);
  const audit = await people['registrar@qingheng']!.post('/registry/obligations/from-statement', {
    statement: 'ST2024-999999',
  });
  expect(audit.status).toBe(404);
});

it('refuses accounts of other methods and of two years', async () => {
  const allocated = await issued('allocation/power', {
    parameters: { year: '2024' },
    tables: {
      unit: [
        {
          unit_id: 'u',
          class: 'conventional-coal-above-300',
          electricity_mwh: '200000',
          heat_gj: '50000',
          load_factor: '0.70',
        },
      ],
    },
  });
  const wrong = await people['registrar@qingheng']!.post('/registry/obligations/from-statement', {
    statement: allocated,
  });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'STATEMENT_METHOD']);
  const span = await issued('inventory/primary-aluminium', smelter, {
    ...year,
    periodStart: '2023-07-01',
    periodEnd: '2024-06-30',
  });
  const twice = await people['registrar@qingheng']!.post('/registry/obligations/from-statement', { statement: span });
  expect(twice.body.code).toBe('STATEMENT_PERIOD');
});

it('proposes the allocation of an issued account once, and plans with what is then held', async () => {
  const clerk = people['registrar@qingheng']!;
  await clerk.post('/registry/assets', { code: 'CEA24', kind: 'allowance', vintage: 2024 });
  await clerk.post('/registry/assets', { code: 'CEA25', kind: 'allowance', vintage: 2025 });
  const statements = await people['filer@huolin']!.get<{ items: { number: string; method: string }[] }>('/statements');
  const { number } = statements.body.items.find(({ method }) => method === 'allocation/power')!;
  const propose = (asset: string) =>
    clerk.post<{ id: string; amount: string; status: string }>('/registry/allocations/from-statement', {
      statement: number,
      asset,
    });
  expect((await propose('CEA25')).body.code).toBe('STATEMENT_YEAR');
  const proposed = await propose('CEA24');
  // 200,000 MWh × 0.7910 + 50,000 GJ × 0.1033, each part in whole tonnes.
  expect([proposed.status, proposed.body.amount, proposed.body.status]).toEqual([201, '163365', 'proposed']);
  expect((await propose('CEA24')).body.code).toBe('STATEMENT_USED');
  const { body: me } = await people['filer@huolin']!.get<{ items: { organisationId: string }[] }>(
    '/registry/obligations?year=2024',
  );
  const path = `/registry/obligations/${me.items[0]!.organisationId}/2024/plan`;
  const before = await people['filer@huolin']!.get<{ shortfall: string; cost: string | null }>(path);
  expect(before.body.shortfall).toBe('121379');
  expect(before.body.cost).toMatch(/^\d+\.\d\d$/);
  await people['regulator@qingheng']!.post(`/registry/operations/${proposed.body.id}/approve`);
  const after = await people['filer@huolin']!.get(path);
  expect(after.body).toMatchObject({
    steps: [{ operation: 'surrender', asset: 'CEA24', amount: '121379', remains: '41986' }],
    shortfall: '0',
    cost: null,
    fineFrom: null,
  });
});

it('says what is due when, and whether it is done', async () => {
  const { body } = await people['filer@huolin']!.get<
    { code: string; days: number; done: boolean | null }[] & { code?: string }
  >('/registry/calendar');
  expect(body.find(({ code }) => code === 'surrender')).toMatchObject({ done: null, due: '2026-12-31' });
  expect(Number.isInteger(body[0]!.days)).toBe(true);
});
