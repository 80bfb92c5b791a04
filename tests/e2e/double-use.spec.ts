/** A certificate behind a footprint is used there and nowhere else, over HTTP: footprint against footprint, against the registry. */
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let filer: Person;
let second: Person;
let reviewer: Person;
let registrar: Person;
let regulator: Person;
let smelter: string;

beforeAll(async () => {
  service = await runningService();
  const sign = (name: string) => Person.signIn(service.url, name);
  filer = await sign('filer@huolin');
  second = await sign('filer@ordos');
  reviewer = await sign('reviewer@qingheng');
  registrar = await sign('registrar@qingheng');
  regulator = await sign('regulator@qingheng');
  smelter = (await filer.get<{ user: { organisation: { id: string } } }>('/auth/me')).body.user.organisation.id;
  for (const vintage of [2025, 2023])
    await registrar.post('/registry/assets', { code: `GEC${vintage % 100}`, kind: 'green_certificate', vintage });
  await issue('GEC25', '100', smelter);
  await issue('GEC23', '10', smelter);
}, 120_000);
afterAll(() => service?.stop());

interface Operation {
  id: string;
  status: string;
}

async function operation(maker: Person, checker: Person, body: object) {
  const asked = await maker.post<Operation>('/registry/operations', body);
  if (asked.status !== 201) return asked;
  return checker.post<Operation>(`/registry/operations/${asked.body.id}/approve`);
}
async function issue(asset: string, amount: string, holder: string): Promise<void> {
  const { body } = await operation(registrar, regulator, {
    operation: 'issue',
    asset,
    amount,
    holder,
    document: '核发 1',
  });
  expect(body.status).toBe('posted');
}
const cancel = (serials: string, amount: string, maker = filer) =>
  operation(maker, regulator, {
    operation: 'cancel',
    asset: 'GEC25',
    amount,
    serials: [serials],
    beneficiary: '本企业',
  });

/** A tonne of aluminium on `mwh` of certificate power, approved; the answer of asking for its label. */
async function approved(evidence: string, mwh = '13', person = filer): Promise<string> {
  const plant = {
    plant_id: 'P1',
    aluminium_t: '1',
    anode_net_t: '0.411',
    anode_sulphur: '0.02',
    anode_ash: '0.004',
    cf4_kg: '0.034',
    c2f6_kg: '0.0034',
  };
  const power = {
    plant_id: 'P1',
    item: 'electricity',
    amount: mwh,
    unit: 'MWh',
    factor_kgco2e: '33.6',
    supply: 'certificate',
    evidence,
    location_factor_kgco2e: '620.5',
  };
  const { body } = await person.post<{ id: string }>('/filings', {
    method: 'footprint/primary-aluminium',
    title: '绿电铝',
    product: '重熔用铝锭',
    periodStart: '2025-05-01',
    periodEnd: '2025-12-31',
    region: '150581',
    input: { parameters: { gwp: 'AR6' }, tables: { plant: [plant], input: [power] } },
  });
  const { body: run } = await person.post<{ runId: string }>(`/filings/${body.id}/submit`);
  await until(
    async () => (await person.get<{ status: string }>(`/runs/${run.runId}`)).body.status,
    (status) => status === 'succeeded',
    'the run',
  );
  expect((await reviewer.post(`/filings/${body.id}/review`, { decision: 'approve', remarks: '' })).status).toBe(200);
  return body.id;
}
const label = (filing: string) => reviewer.post<{ number: string; detail: string }>(`/filings/${filing}/issue`);

it('issues on certificates once, names the first use, and frees them when the label is withdrawn', async () => {
  const [first, again] = [await approved('GEC25 1-13'), await approved('GEC25 13-25')];
  const issued = await label(first);
  expect([issued.status, issued.body.code]).toEqual([200, undefined]);
  const refused = await label(again);
  expect([refused.status, refused.body.code]).toEqual([409, 'ALREADY_USED']);
  expect(refused.body.detail).toContain(issued.body.number);
  expect(refused.body.faults).toMatchObject([
    { table: 'input', row: 'P1/electricity', column: 'evidence', code: 'ALREADY_USED' },
  ]);
  const { body: claims } = await filer.get<{ items: { number: string; serials: string; standing: boolean }[] }>(
    `/ledger/claims?document=${issued.body.number}`,
  );
  expect(claims.items).toMatchObject([{ attribute: 'green_power', serials: '1-13', use: 'footprint', standing: true }]);
  expect((await second.get<{ items: object[] }>('/ledger/claims')).body.items).toEqual([]);
  expect((await reviewer.post(`/labels/${issued.body.number}/withdraw`, { reason: '数据更正' })).status).toBe(200);
  expect((await label(again)).status).toBe(200);
});

it('says which certificates are unknown, of another year, not held, or too few', async () => {
  const codes = async (evidence: string, mwh?: string) =>
    (await label(await approved(evidence, mwh))).body.faults?.map(({ code }) => code);
  expect(await codes('购电合同 3 号')).toEqual(['CERTIFICATE_EVIDENCE']);
  expect(await codes('GEC99 1-20')).toEqual(['CERTIFICATE_UNKNOWN']);
  expect(await codes('GEC23 1-10; GEC25 30-40')).toEqual(['CERTIFICATE_YEAR']);
  expect(await codes('GEC25 90-110')).toEqual(['CERTIFICATE_NOT_HELD']);
  expect(await codes('GEC25 30-41', '12.001')).toEqual(['CERTIFICATE_TOO_FEW']);
}, 180_000);

it('is one use with the registry: cancelled elsewhere is used, cancelled for this footprint is the same use', async () => {
  expect((await cancel('40-50', '11')).body.status).toBe('posted');
  const onCancelled = await label(await approved('GEC25 50-62'));
  expect(onCancelled.body.code).toBe('ALREADY_USED');
  expect(onCancelled.body.detail).toContain('voluntary cancellation');
  const issued = await label(await approved('GEC25 60-72'));
  expect(issued.status).toBe(200);
  const sold = await filer.post('/registry/operations', {
    operation: 'transfer',
    asset: 'GEC25',
    amount: '1',
    serials: ['60'],
    document: '合同',
    counterparty: (await second.get<{ user: { organisation: { id: string } } }>('/auth/me')).body.user.organisation.id,
  });
  expect(sold.body.code).toBe('ALREADY_USED');
  // Of 55-64 the footprint has 60-64; the rest is claimed by the cancellation.
  expect((await cancel('55-64', '10')).body.status).toBe('posted');
  const { body } = await filer.get<{ items: { serials: string; use: string }[] }>(
    '/ledger/claims?subject=certificate:GEC25',
  );
  expect(body.items[0]).toMatchObject({ serials: '55-59', use: 'cancellation' });
  expect(
    (await filer.post('/registry/operations', { operation: 'cancel', asset: 'GEC25', amount: '1', beneficiary: 'x' }))
      .body.code,
  ).toBe('OPERATION_NEEDS');
}, 180_000);

it('lets one of two labels asked for at the same moment have them', async () => {
  const filings = [await approved('GEC25 75-87'), await approved('GEC25 80-92')];
  const answers = await Promise.all(filings.map(label));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
}, 180_000);
