/** The factor library on the running service: proposed, passed by a second person, published; what filed results would do. */
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let smelter: Person;
let mill: Person;
let reviewer: Person;

beforeAll(async () => {
  service = await runningService();
  smelter = await Person.signIn(service.url, 'filer@huolin');
  mill = await Person.signIn(service.url, 'filer@ordos');
  reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
}, 120_000);
afterAll(() => service?.stop());

type Body = Record<string, unknown>;
const wool = {
  id: 'wool-greasy-demo',
  category: 'livestock-cashmere',
  name_zh: '原绒（演示）',
  name_en: 'Greasy cashmere (demo)',
  value: '30.79',
  unit: 'kg CO2e/kg',
  region: '15',
  source_title: '演示来源',
  source_row: '表 3 第 2 行',
  confidence: 'secondary',
  gases: 'CO2=2.79; CH4=1',
  gwp_set: 'AR5',
  dqr: '2;2;1;1;3',
  sigma_ln: '0.2',
};
const propose = (person: Person, cells: object, title = '原绒因子') =>
  person.post<Body & { id: string; shadowId: string | null }>('/factor-proposals', { title, rows: [{ cells }] });
const publish = (id: string, person = reviewer) =>
  person.post<Body & { shadowId: string }>(`/factor-proposals/${id}/decision`, { decision: 'publish' });
const found = async (query: string) =>
  (await smelter.get<{ items: { id: string }[] }>(`/factors?${query}`)).body.items.map(({ id }) => id);

async function published(cells: object): Promise<string> {
  const { body } = await propose(mill, cells);
  const { status, body: decided } = await publish(body.id);
  expect(status).toBe(200);
  return decided.shadowId;
}

async function filed(factor: string, method = 'footprint/product-generic'): Promise<{ id: string; value: string }> {
  const input = {
    tables: {
      process: [{ process_id: 'p' }],
      product: [
        {
          process_id: 'p',
          product_id: 'yarn',
          declared_unit: 'kg',
          output: '100',
          allocation_share: '1',
          boundary: 'cradle_to_gate',
        },
      ],
      line: [
        { process_id: 'p', item: '原绒', stage: 'raw_material', amount: '120', unit: 'kg', factor_kgco2e: factor },
      ],
    },
  };
  const { body } = await mill.post<{ id: string }>('/filings', {
    ...{ method, title: '纱', product: '羊绒纱', region: '150600', input },
    ...{ periodStart: '2025-03-01', periodEnd: '2025-12-31' },
  });
  const id = String(body.id);
  const run = await mill.post<{ runId: string }>(`/filings/${id}/submit`);
  return { id, value: await valueOf(run.body.runId) };
}

async function valueOf(runId: string): Promise<string> {
  const { result } = await until(
    async () =>
      (
        await mill.get<{ status: string; result?: { tables: { product: { footprint_per_unit: string }[] } } }>(
          `/runs/${runId}`,
        )
      ).body,
    ({ status }) => status !== 'queued' && status !== 'running',
    'the run',
  );
  return result!.tables.product[0]!.footprint_per_unit;
}

interface Impact {
  shadowId: string;
  filingId: string;
  status: string;
  uses: { id: string; version: number }[];
  figures: { place: string; from: string; to: string; difference: string; percent: string }[];
  againFilingId: string | null;
}
async function impactsOf(shadowId: string, person = mill): Promise<Impact[]> {
  await until(
    async () => (await mill.get<{ status: string }>(`/factor-shadows/${shadowId}`)).body,
    ({ status }) => status === 'done',
    'the shadow run',
  );
  return (await person.get<{ items: Impact[] }>(`/factor-impacts?shadow=${shadowId}`)).body.items;
}

it('publishes only what a second person has passed, and finds it by word and pinyin', async () => {
  const { status, body } = await propose(mill, wool);
  expect([status, body.status]).toEqual([201, 'proposed']);
  expect(await found('q=原绒')).not.toContain(wool.id);
  expect((await smelter.get(`/factor-proposals/${body.id}`)).status).toBe(404);
  expect((await publish(body.id, mill)).status).toBe(403);
  const own = await propose(reviewer, { ...wool, id: 'own-demo' });
  expect((await publish(own.body.id)).body.code).toBe('SAME_PERSON');
  expect((await publish(body.id)).body.status).toBe('published');
  expect((await publish(body.id)).body.code).toBe('PROPOSAL_NOT_OPEN');
  for (const q of ['原绒', 'yuanrong', 'yr 演示', 'greasy'])
    expect(await found(`q=${encodeURIComponent(q)}`)).toContain(wool.id);
  const { items } = (await smelter.get<{ items: Body[] }>(`/factors/${wool.id}`)).body;
  expect(items).toMatchObject([
    {
      ...{ version: 1, origin: 'library', value: '30.79', gases: { CO2: '2.79', CH4: '1' }, sourceRow: '表 3 第 2 行' },
      dqr: ['2', '2', '1', '1', '3'],
      bySet: expect.arrayContaining([
        { set: 'AR5', value: '30.79' },
        { set: 'AR6', value: '30.69' },
      ]),
    },
  ]);
});

it('names every fault of a row and keeps none of it', async () => {
  const { status, body } = await propose(mill, {
    ...wool,
    ...{ id: 'Wool X', value: 'viel', unit: 'schafe', gases: 'CO2=1', dqr: '1;2', confidence: 'sure', colour: 'red' },
  });
  expect(status).toBe(422);
  expect(body.faults!.map(({ column }) => column).sort()).toEqual(
    ['colour', 'confidence', 'dqr', 'id', 'value'].sort(),
  );
  const disagree = await propose(mill, { ...wool, id: 'wool-off', value: '40' });
  expect(disagree.body.faults).toMatchObject([{ row: '1', column: 'gases', code: 'FACTOR_GASES_DISAGREE' }]);
  expect((await propose(mill, wool)).body.faults).toMatchObject([{ column: 'id', code: 'FACTOR_UNCHANGED' }]);
});

it('shows what a new version would move; the owner accepts or keeps, and nothing moves by itself', async () => {
  const one = await filed(`factor:${wool.id}`);
  const two = await filed(`factor:${wool.id}`);
  expect(one.value).toBe('36.948000');
  const shadowId = await published({ ...wool, value: '20.39', gases: 'CO2=20.39' });
  expect(await filed(`factor:${wool.id}`)).toMatchObject({ value: '24.468000' });
  const impacts = await impactsOf(shadowId);
  expect(impacts.map(({ filingId }) => filingId).sort()).toEqual([one.id, two.id].sort());
  expect(impacts[0]).toMatchObject({ status: 'open', uses: [{ id: wool.id, version: 1 }] });
  expect(impacts[0]!.figures).toContainEqual(
    expect.objectContaining({
      ...{ place: 'product/yarn/footprint_per_unit', from: '36.948000', to: '24.468000' },
      ...{ difference: '-12.480000', percent: '-33.78' },
    }),
  );
  expect(await impactsOf(shadowId, smelter)).toEqual([]);
  const decide = (filing: string, decision: string, person = mill) =>
    person.post<Impact & Body>(`/factor-impacts/${shadowId}/${filing}/decision`, { decision });
  expect((await decide(one.id, 'accept', smelter)).status).toBe(404);
  const accepted = (await decide(one.id, 'accept')).body;
  expect(accepted).toMatchObject({ status: 'accepted' });
  expect(accepted.againFilingId).not.toBe(one.id);
  const again = (await mill.get<{ runId: string }>(`/filings/${accepted.againFilingId}`)).body;
  expect(await valueOf(again.runId)).toBe('24.468000');
  const before = (await mill.get<{ runId: string }>(`/filings/${one.id}`)).body;
  expect(await valueOf(before.runId)).toBe('36.948000');
  expect((await decide(two.id, 'keep')).body).toMatchObject({ status: 'kept', againFilingId: null });
  expect((await decide(two.id, 'accept')).body.code).toBe('SHADOW_DECIDED');
});

it('refuses a proposal that another one has overtaken, and says where a new version does not fit', async () => {
  const id = 'wool-overtaken';
  const base = { ...wool, id, gases: null, gwp_set: null };
  await published(base);
  const { id: filing } = await filed(`factor:${id}`);
  const slow = await propose(mill, { ...base, value: '31' });
  const shadowId = await published({ ...base, value: '32', valid_from: '2026-01-01' });
  expect((await publish(slow.body.id)).body).toMatchObject({ code: 'FACTOR_MOVED_ON' });
  expect(await impactsOf(shadowId)).toMatchObject([
    { filingId: filing, status: 'unfit', faults: [{ code: 'FACTOR_OUT_OF_DATE' }], figures: [] },
  ]);
});

it('restates a filing by another GWP set without filing it again', async () => {
  const id = 'wool-gases';
  await published({ ...wool, id });
  const { id: filing } = await filed(`factor:${id}`);
  const { body } = await mill.get<{ figures: Impact['figures']; restated: string[] }>(
    `/filings/${filing}/restatement?set=AR6`,
  );
  expect(body).toMatchObject({ set: 'AR6', restated: [id], asTheyAre: [] });
  expect(body.figures).toContainEqual(
    expect.objectContaining({ place: 'product/yarn/footprint_per_unit', from: '36.948000', to: '36.828000' }),
  );
  expect((await mill.get(`/filings/${filing}/restatement?set=AR9`)).body.code).toBe('UNKNOWN_GWP_SET');
  expect((await smelter.get(`/filings/${filing}/restatement?set=AR6`)).status).toBe(404);
});

describe('a spreadsheet', () => {
  const csv =
    '因子编号,名称,英文名称,数值,单位,地区,来源,类别\r\n' +
    'feed-corn-demo,玉米,Corn,0.41,kg CO2e/kg,15,演示,feed\r\n' +
    'feed-hay-demo,"牧草, 干",Hay,0.12,kg CO2e/kg,15,演示,feed\r\n';
  const form = (text: string, more: Record<string, string> = {}) => {
    const data = new FormData();
    data.append('file', new Blob([text], { type: 'text/csv' }), '饲料.csv');
    for (const [name, value] of Object.entries(more)) data.append(name, value);
    return data;
  };
  const mapping = (more: object = { confidence: { value: 'secondary' } }) =>
    JSON.stringify({
      id: 0,
      name_zh: 1,
      name_en: 2,
      value: 3,
      unit: 4,
      region: 5,
      source_title: 6,
      category: 7,
      ...more,
    });

  it('is looked at, its columns are guessed', async () => {
    const { status, body } = await mill.post<Body>('/factor-imports/preview', form(csv));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rows: 2,
      suggested: { id: 0, name_zh: 1, name_en: 2, value: 3, unit: 4, region: 5, source_title: 6, category: 7 },
    });
  });

  it('is refused with the address of every bad cell, and nothing of it is kept', async () => {
    const bad = csv.replace('0.41', 'abc').replace('0.12,kg CO2e/kg,15', '0.12,kg CO2e/kg,99');
    const before = (await mill.get<{ items: object[] }>('/factor-proposals?limit=200')).body.items.length;
    const { status, body } = await mill.post('/factor-imports', form(bad, { mapping: mapping(), title: '饲料' }));
    expect(status).toBe(422);
    expect(body.faults!.map(({ cell, code }) => [cell, code])).toEqual([
      ['D2', 'REFERENCE_INVALID'],
      ['F3', 'REFERENCE_UNKNOWN_REGION'],
    ]);
    expect((await mill.get<{ items: object[] }>('/factor-proposals?limit=200')).body.items).toHaveLength(before);
    const unmapped = await mill.post('/factor-imports/check', form(csv, { mapping: mapping({}) }));
    expect(unmapped.body.code).toBe('IMPORT_UNMAPPED');
    const twice = await mill.post('/factor-imports/check', form(csv, { mapping: mapping({ confidence: 6 }) }));
    expect(twice.body.code).toBe('IMPORT_MAPPING');
    expect((await mill.post('/factor-imports/preview', form('a,b\r\n'))).body.code).toBe('IMPORT_EMPTY');
  });

  it('becomes one proposal, which is exported again as it came', async () => {
    const check = await mill.post<Body>('/factor-imports/check', form(csv, { mapping: mapping() }));
    expect(check.body).toMatchObject({ rows: 2, added: 2, changed: 0 });
    const { status, body } = await mill.post<Body>('/factor-imports', form(csv, { mapping: mapping(), title: '饲料' }));
    expect([status, body.rows, body.fileName]).toEqual([201, 2, '饲料.csv']);
    const rows = (await reviewer.get<{ items: Body[] }>(`/factor-proposals/${String(body.id)}/rows`)).body.items;
    expect(rows[1]).toMatchObject({
      ...{ row: 2, factorId: 'feed-hay-demo', baseVersion: 0, before: null },
      record: { name_zh: '牧草, 干', source_document: '饲料.csv', source_row: '3' },
    });
    await publish(String(body.id));
    const exported = (await mill.bytes('/factor-exports/factors.csv?category=feed')).toString();
    expect(exported.split('\r\n')).toHaveLength(4);
    expect(exported).toContain('"牧草, 干"');
    const json = JSON.parse((await mill.bytes('/factor-exports/factors.json?category=feed')).toString()) as Body[];
    expect(json.map(({ id, value }) => [id, value])).toEqual([
      ['feed-corn-demo', '0.41'],
      ['feed-hay-demo', '0.12'],
    ]);
    const all = JSON.parse((await mill.bytes('/factor-exports/factors.json')).toString()) as Body[];
    expect(all.length).toBeGreaterThan(500);
  });
});
