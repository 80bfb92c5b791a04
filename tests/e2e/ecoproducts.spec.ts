/** Eco-products end to end: Garzé 2010 rebuilt, its SEEA tables balanced and closed, the catalogue, the auditor, indicators. */
import ExcelJS from 'exceljs';
import { Client } from 'pg';
import { BY_ECOSYSTEM, CLASSES, ECOSYSTEMS, GEP, LINES, publishedItems } from '../support/garze';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let ecology: Person;
let reviewer: Person;
let trader: Person;
beforeAll(async () => {
  service = await runningService();
  ecology = await Person.signIn(service.url, 'ecology@xilingol');
  reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
  trader = await Person.signIn(service.url, 'trader@qingheng');
}, 180_000);
afterAll(() => service?.stop());

interface Result {
  outputs: Record<string, string>;
  tables: Record<string, Record<string, string>[]>;
  resultHash: string;
}

async function issued(title: string, item: object[], year = 2010): Promise<{ id: string; result: Result }> {
  const { body: filing } = await ecology.post<{ id: string }>('/filings', {
    ...{ method: 'gep/account', title, periodStart: `${year}-01-01`, periodEnd: `${year}-12-31`, region: '152500' },
    input: { tables: { item } },
  });
  const { body } = await ecology.post<{ runId: string }>(`/filings/${filing.id}/submit`);
  const ask = () => ecology.get<{ status: string; result: Result; faults: object }>(`/runs/${body.runId}`);
  const { body: run } = await until(ask, ({ body: one }) => !['queued', 'running'].includes(one.status), 'the run');
  expect([run.status, run.faults]).toEqual(['succeeded', undefined]);
  await reviewer.post(`/filings/${filing.id}/review`, { decision: 'approve' });
  expect((await reviewer.post(`/filings/${filing.id}/issue`)).status).toBe(200);
  return { id: filing.id, result: run.result };
}

const form = (content: string | Buffer, name = 'table.csv'): FormData => {
  const data = new FormData();
  data.append('file', new Blob([content as string]), name);
  return data;
};
const upload = <T>(person: Person, path: string, content: string | Buffer, name?: string) =>
  person.call<T>('POST', path, form(content, name), { 'Idempotency-Key': `${path}${Math.random()}` });
/** As the paper prints it: 亿元 with two decimals. */
const printed = (yuan: string): string => (Number(BigInt(yuan.split('.')[0]!) / 10_000n) / 10_000).toFixed(2);

let published: { id: string; result: Result };

it('rebuilds Garzé 2010: every sum by service, class and ecosystem to the fen', async () => {
  published = await issued('甘孜州 2010 年按生态系统', publishedItems());
  const { outputs, tables } = published.result;
  // The parts of 防风固沙 are printed with a digit more than their total.
  expect(outputs.gep).toBe('754559300000.00');
  expect(printed(outputs.gep!)).toBe(GEP);
  for (const [name, , , total] of BY_ECOSYSTEM)
    expect(printed(tables.service!.find((row) => row.service === name)!.value!)).toBe(Number(total).toFixed(2));
  for (const row of tables.class!) expect(printed(row.value!)).toBe(CLASSES[row.class as keyof typeof CLASSES]);
  expect(tables.ecosystem!.find(({ ecosystem }) => ecosystem === 'grassland')!.value).toBe('239755000000.00');
});

it('rebuilds every row from its quantity and price within its tolerance', async () => {
  const items = LINES.map(({ id, item, service: name, class: type, ecosystem, quantity, multiplier, unit, price }) => {
    const [whole, fraction = ''] = quantity.split('.') as [string, string?];
    const digits = String(multiplier).length - 1;
    const scaled = fraction.length > digits ? quantity : BigInt(whole + fraction.padEnd(digits, '0')).toString();
    return {
      item_id: `${id} ${item}`,
      service: name,
      class: type,
      ecosystem,
      quantity: scaled,
      unit_price: price,
      unit,
      valuation_method: 'replacement_cost',
    };
  });
  const { id, result } = await issued('甘孜州 2010 年逐项', items);
  for (const { id: row, item, value, rtol } of LINES) {
    const computed = Number(result.tables.item!.find((one) => one.item_id === `${row} ${item}`)!.value) / 1e8;
    expect({ row, off: Math.abs(computed / Number(value) - 1) <= rtol }).toEqual({ row, off: true });
  }
  const audit = await ecology.get<{ items: { findings: { code: string; line: string }[] }[] }>(
    `/ecoproduct/audits/filings/${id}`,
  );
  expect(audit.body.items[0]!.findings.map(({ code, line }) => `${code} ${line}`)).toEqual([
    'OXYGEN_CARBON_RATIO 释氧 A18 O2',
  ]);
});

it('finds no fault in an account from which products from outside are deducted', async () => {
  const item = (item_id: string, more: object) => ({
    ...{ item_id, service: '畜牧业产品', class: 'provisioning', ecosystem: 'grassland', unit: 't', unit_price: '9000' },
    ...more,
  });
  const { id, result } = await issued('扣除区外', [item('羊', { quantity: '100', outside_quantity: '40' })], 2013);
  expect(result.outputs).toMatchObject({ gross: '900000.00', outside: '360000.00', gep: '540000.00' });
  const audit = await ecology.get<{ items: { findings: object[] }[] }>(`/ecoproduct/audits/filings/${id}`);
  expect(audit.body.items[0]!.findings).toEqual([]);
});

interface Seea {
  id: string;
  number: string;
  status: string;
  resultHash: string;
  faults: { table: string; row: string; column: string; code: string; message: { en: string } }[];
  tables: Record<string, { code: string; cells: Record<string, string> }[]>;
}
const use = BY_ECOSYSTEM.flatMap(([name]) => [
  { service: name, unit: 'households', share: '0.7' },
  { service: name, unit: 'government', share: '0.3' },
]);
const EXTENT = 'code,ET_forest,ET_shrub,ET_grassland,TOTAL';
const extent = (closing = '7100000') =>
  [
    EXTENT,
    'opening,3192060,3228346,7111387,13531793',
    'managed_expansion,10000,0,0,10000',
    'unmanaged_reduction,0,0,11387,11387',
    `closing,3202060,3228346,${closing},13530406`,
  ].join('\n');
let seea: Seea;

it('takes supply and use from the issued result, and names every identity that does not hold', async () => {
  const refused = await ecology.post('/ecoproduct/seea', { filing: published.id });
  expect(refused.body.faults).toMatchObject([{ code: 'ECOSYSTEM_UNMAPPED', column: 'ecosystem' }]);
  const { status, body } = await ecology.post<Seea>('/ecoproduct/seea', {
    filing: published.id,
    ecosystems: { glacier_snow: 'ET_desert_bare' },
  });
  expect([status, body.resultHash]).toEqual([201, published.result.resultHash]);
  expect(new Set(body.faults.map(({ code }) => code))).toEqual(new Set(['SEEA_SUPPLY_USE']));
  const balanced = await ecology.post<Seea>('/ecoproduct/seea', {
    filing: published.id,
    ecosystems: { glacier_snow: 'ET_desert_bare' },
    use,
  });
  seea = balanced.body;
  expect(seea.faults).toEqual([]);
  const supply = seea.tables.monetary_supply!;
  const total = supply.reduce((sum, { cells }) => sum + BigInt(cells.TOTAL!), 0n);
  expect(`${total}.00`).toBe(published.result.outputs.gep);
  const wrong = await upload<Seea>(ecology, `/ecoproduct/seea/${seea.id}/tables?table=extent`, extent('7100001'));
  expect(wrong.body.faults.map(({ table, row, column, code }) => [table, row, column, code])).toEqual([
    ['extent', 'closing', 'ET_grassland', 'SEEA_CLOSING'],
    ['extent', 'closing', 'TOTAL', 'SEEA_TOTAL'],
  ]);
  expect((await reviewer.post(`/ecoproduct/seea/${seea.id}/close`)).body.code).toBe('SEEA_FAULTS');
  const bad = await upload(
    ecology,
    `/ecoproduct/seea/${seea.id}/tables?table=extent`,
    `${extent()}\nsomething,1,2,3,6\nnet_change,abc,0,0,0`,
  );
  expect(bad.body.faults!.map(({ row, column, code }) => [row, column, code])).toEqual([
    ['6', undefined, 'SEEA_LINE_UNKNOWN'],
    ['net_change', 'ET_forest', 'SEEA_CELL'],
  ]);
});

it('is closed by somebody else, balanced; the database lets neither an unbalanced nor a closed one through', async () => {
  const owner = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await owner.connect();
  try {
    const close = `UPDATE seea_account SET status = 'closed', closed_by = '{"id":"x"}', closed_at = now() WHERE id = '${seea.id}'`;
    await expect(owner.query(close)).rejects.toThrow('does not balance: extent closing');
    expect(
      (await upload<Seea>(ecology, `/ecoproduct/seea/${seea.id}/tables?table=extent`, extent())).body.faults,
    ).toEqual([]);
    expect((await ecology.post(`/ecoproduct/seea/${seea.id}/close`)).body.code).toBe('SAME_PERSON');
    expect((await reviewer.post(`/ecoproduct/seea/${seea.id}/close`)).body).toMatchObject({ status: 'closed' });
    await expect(owner.query(`UPDATE seea_cell SET value = value + 1 WHERE account_id = '${seea.id}'`)).rejects.toThrow(
      'does not change',
    );
    expect((await upload(ecology, `/ecoproduct/seea/${seea.id}/tables?table=extent`, extent())).body.code).toBe(
      'SEEA_ACCOUNT_CLOSED',
    );
  } finally {
    await owner.end();
  }
});

it('opens with what the account before it closed with, else it is not closed', async () => {
  const next = await issued('甘孜州 2011 年', publishedItems(), 2011);
  const { body } = await ecology.post<Seea>('/ecoproduct/seea', {
    filing: next.id,
    ecosystems: { glacier_snow: 'ET_desert_bare' },
    use,
  });
  const stays = (forest: string, total: string) =>
    [EXTENT, `opening,${forest},3228346,7100000,${total}`, `closing,${forest},3228346,7100000,${total}`].join('\n');
  const path = `/ecoproduct/seea/${body.id}/tables?table=extent`;
  const wrong = await upload<Seea>(ecology, path, stays('3202000', '13530346'));
  expect(wrong.body.faults.map(({ code, table, row, column }) => [code, table, row, column])).toEqual([
    ['SEEA_OPENING', 'extent', 'opening', 'ET_forest'],
    ['SEEA_OPENING', 'extent', 'opening', 'TOTAL'],
  ]);
  expect(wrong.body.faults[0]!.message.en).toContain(seea.number);
  expect((await reviewer.post(`/ecoproduct/seea/${body.id}/close`)).body.code).toBe('SEEA_FAULTS');
  expect((await upload<Seea>(ecology, path, stays('3202060', '13530406'))).body.faults).toEqual([]);
  expect((await reviewer.post(`/ecoproduct/seea/${body.id}/close`)).body).toMatchObject({ status: 'closed' });
});

it('shows the years at current and at constant prices; a base year without an account is refused', async () => {
  const dearer = publishedItems().map((item) => ({ ...item, unit_price: `${2 * Number(item.unit_price)}` }));
  await issued('甘孜州 2012 年 价格翻倍', dearer, 2012);
  interface Series {
    base: number;
    points: { year: number; current: string; constant: string; priceEffect: string; volumeChange: string | null }[];
  }
  const { body } = await ecology.get<Series>('/ecoproduct/accounts/series?region=152500&base=2011');
  const at = (year: number) => body.points.find((point) => point.year === year)!;
  expect(at(2011)).toMatchObject({ current: '754559300000.00', constant: '754559300000.00', priceEffect: '0.00' });
  expect(at(2012)).toMatchObject({ current: '1509118600000.00', constant: '754559300000.00', volumeChange: '0.00' });
  expect((await ecology.get('/ecoproduct/accounts/series?region=152500&base=1999')).body.code).toBe(
    'NO_ACCOUNT_OF_YEAR',
  );
});

it('is a workbook with every table, which reads back, CSV, and a report', async () => {
  const bytes = await ecology.bytes(`/ecoproduct/seea/${seea.id}/tables.xlsx`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  expect(book.worksheets.map(({ name }) => name.split(' ')[0])).toEqual([
    '4.1',
    '4.2',
    '5.2',
    '5.3',
    '7.1a',
    '7.1b',
    '9.1a',
    '9.1b',
    '10.1',
  ]);
  const kept = (await ecology.get<Seea>(`/ecoproduct/seea/${seea.id}`)).body;
  const other = (
    await ecology.post<Seea>('/ecoproduct/seea', {
      filing: published.id,
      ecosystems: { glacier_snow: 'ET_desert_bare' },
    })
  ).body;
  const back = await upload<Seea>(ecology, `/ecoproduct/seea/${other.id}/tables`, bytes, 'seea.xlsx');
  expect(back.body.faults).toEqual([]);
  expect(back.body.tables).toEqual(kept.tables);
  const csv = (await ecology.bytes(`/ecoproduct/seea/${seea.id}/tables/extent.csv`)).toString();
  expect(csv).toContain('opening,期初面积,3192060,3228346,7111387');
  const report = (await ecology.bytes(`/ecoproduct/seea/${seea.id}/report`)).toString();
  expect(report).toContain(published.result.resultHash);
  expect(report).toContain('表 9.1a');
});

it('draws its parameters again: the same seed gives the same figures', async () => {
  const settings = {
    ...{ seed: 7, draws: 5000 },
    spreads: [
      {
        name: '水库单位库容造价',
        distribution: 'triangular',
        low: '0.13',
        mode: '1',
        high: '1.2',
        services: ['水源涵养', '洪水调蓄'],
      },
    ],
  };
  type Drawn = { gep: Record<string, string>; hash: string; tornado: object[] };
  const [first, second] = [
    await ecology.post<Drawn>(`/ecoproduct/accounts/${published.id}/uncertainty`, settings),
    await ecology.post<Drawn>(`/ecoproduct/accounts/${published.id}/uncertainty`, settings),
  ];
  expect(first.status).toBe(201);
  expect(second.body.hash).toBe(first.body.hash);
  const { p5, p50, p95 } = first.body.gep as { p5: string; p50: string; p95: string };
  expect([BigInt(p5) < BigInt(p50), BigInt(p50) < BigInt(p95)]).toEqual([true, true]);
  const none = await ecology.post(`/ecoproduct/accounts/${published.id}/uncertainty`, {
    ...settings,
    spreads: [{ ...settings.spreads[0], low: '2', services: ['x'] }],
  });
  expect(none.body.faults!.map(({ code }) => code)).toEqual(['DRAWS_SPREAD', 'DRAWS_NOTHING']);
  const list = await ecology.get<{ items: { gep: string }[] }>('/ecoproduct/accounts?region=1525&year=2010');
  expect(list.body.items.map(({ gep }) => gep)).toContain('754559300000.00');
  type Page = { items: { filing: string; region: string; to: string; gep: string }[]; nextCursor?: string };
  const whole = (await ecology.get<Page>('/ecoproduct/accounts?limit=200')).body.items;
  const paged: Page['items'] = [];
  for (let cursor = ''; ;) {
    const { body: page } = await ecology.get<Page>(`/ecoproduct/accounts?limit=1${cursor}`);
    paged.push(...page.items);
    if (!page.nextCursor) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(paged).toEqual(whole);
  // Of several accounts of a region and year the newest counts.
  type OfYear = { region: string; year: number; gep: string };
  const ofYears = (await ecology.get<{ items: OfYear[] }>('/ecoproduct/accounts/years')).body.items;
  const placeOf = ({ region, year }: { region: string; year: number | string }) => `${region}/${year}`;
  const newest = new Map<string, string>();
  for (const { region, to, gep } of whole) {
    const place = placeOf({ region, year: to.slice(0, 4) });
    if (!newest.has(place)) newest.set(place, gep);
  }
  expect(new Map(ofYears.map((one) => [placeOf(one), one.gep]))).toEqual(newest);
  const view = await ecology.get<{ ecosystems: string[]; uncertainty: object }>(`/ecoproduct/accounts/${published.id}`);
  expect(view.body.ecosystems.sort()).toEqual([...ECOSYSTEMS].sort());
});

it('finds the impossible oxygen of a published table', async () => {
  const heading = 'id,service,item,physical_qty,unit,price,price_unit,value（亿元）';
  const table = LINES.map(({ id, service: name, item, quantity, multiplier, unit, price, priceUnit, value }) =>
    [
      id,
      name,
      item,
      quantity,
      `${multiplier === 1 ? '' : `1e${String(multiplier).length - 1} `}${unit}`,
      price,
      priceUnit,
      value,
    ].join(','),
  );
  const { body } = await ecology.post<{ items: { findings: object[]; unread: object[] }[] }>('/ecoproduct/audits', {
    text: [heading, ...table].join('\n'),
  });
  expect(body.items[0]).toMatchObject({
    unread: [],
    findings: [{ code: 'OXYGEN_CARBON_RATIO', line: 'A18 释氧 O2', found: '8.10', expected: '0.727' }],
  });
});

it('keeps the catalogue: filed in whole or not at all, published by the trading centre, watched, matched', async () => {
  const heading = 'code,name,service,owner,owner_kind,region,quantity,unit,from,to,mark,certificate';
  const sheep = 'XL-1,苏尼特羊,畜牧业产品,苏尼特左旗某合作社,集体,152523,1200,头,2026-01-01,2026-12-31,蒙字标,M-2026-1';
  const bad = [
    heading,
    sheep,
    'XL-2,水,热闹,某站,国有,110101,-5,桶,2026-12-31,2026-01-01,,X',
    'XL-1,又一,水源涵养,某站,国营,152523,abc,m³,2026-01-01,2026-12-31,,',
  ];
  const refused = await upload(ecology, '/ecoproduct/products/import', bad.join('\n'));
  const places = refused.body.faults!.map(({ row, column, code }) => [row, column, code].join(' '));
  expect(places).toEqual(
    expect.arrayContaining([
      'XL-2 service PRODUCT_SERVICE',
      'XL-2 region PRODUCT_REGION',
      'XL-2 unit PRODUCT_UNIT',
      'XL-2 to PRODUCT_PERIOD',
      'XL-2 mark PRODUCT_MARK',
    ]),
  );
  expect(places.some((place) => place.includes('quantity'))).toBe(true);
  type List = { items: { id: string; code: string; status: string }[] };
  expect((await ecology.get<List>('/ecoproduct/products')).body.items).toEqual([]);
  expect((await upload(ecology, '/ecoproduct/products/import', [heading, sheep].join('\n'))).body).toMatchObject({
    products: 1,
  });
  const [product] = (await ecology.get<List>('/ecoproduct/products?text=苏尼特&class=provisioning')).body.items;
  const path = `/ecoproduct/products/${product!.id}`;
  const stranger = await Person.signIn(service.url, 'filer@huolin');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await ecology.post(`${path}/status`, { status: 'published' })).body.code).toBe('PRODUCT_STATE');
  expect((await ecology.post(`${path}/status`, { status: 'submitted' })).status).toBe(200);
  expect((await ecology.post(`${path}/status`, { status: 'published' })).body.code).toBe('PRODUCT_NOT_YOURS');
  expect((await trader.get<List>('/ecoproduct/products?status=submitted')).body.items).toMatchObject([
    { code: 'XL-1' },
  ]);
  expect((await trader.post(`${path}/status`, { status: 'published' })).body).toMatchObject({ status: 'published' });
  expect((await stranger.get(path)).body).toMatchObject({ code: 'XL-1', own: false });
  const value = { day: '2026-06-30', value: '1180', unit: '头', source: '旗农牧局抽样' };
  expect((await ecology.post(`${path}/observations`, value)).status).toBe(201);
  expect((await ecology.post(`${path}/observations`, value)).body.code).toBe('OBSERVED_BEFORE');
  expect((await ecology.get(`${path}/matches`)).body).toEqual({ asset: null, demand: [], supply: [], deals: [] });
  expect((await ecology.get('/ecoproduct/products/map')).body).toMatchObject({
    items: [{ region: '152523', products: 1 }],
  });
  const exported = await ecology.bytes('/ecoproduct/products/export.xlsx');
  const again = await upload(ecology, '/ecoproduct/products/import', exported, 'catalogue.xlsx');
  expect(again.body.faults!.map(({ code }) => code)).toEqual(['PRODUCT_KNOWN']);
  const drawn = await ecology.post<{ hectares: string; code?: string }>('/ecoproduct/products', {
    ...{
      code: 'XL-3',
      name: '林下灵芝',
      service: 'forestry',
      owner: '某林场',
      ownerKind: 'state',
      region: '152523',
      quantity: '2.5',
      unit: 't',
    },
    ...{ from: '2026-01-01', to: '2026-12-31' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [113, 44],
          [113.01, 44],
          [113.01, 44.01],
          [113, 44.01],
          [113, 44],
        ],
      ],
    },
  });
  expect([drawn.status, drawn.body.hectares?.slice(0, 2)]).toEqual([201, '89']);
});

it('tracks the barrier by what was observed and nothing else', async () => {
  const registrar = await Person.signIn(service.url, 'registrar@qingheng');
  type Indicators = { items: { code: string; observations: object[]; targets: { status: string }[] }[] };
  const { body } = await ecology.get<Indicators>('/ecoproduct/indicators');
  expect(
    body.items.every(
      ({ observations, targets }) => !observations.length && targets.every(({ status }) => status === 'no_data'),
    ),
  ).toBe(true);
  expect(
    (await ecology.post('/ecoproduct/indicators/pm25/observations', { year: 2025, value: '24', source: 'x' })).status,
  ).toBe(403);
  const made = await registrar.post('/ecoproduct/indicators/pm25/observations', {
    year: 2025,
    value: '24',
    source: '测试用数',
  });
  expect(made.body).toMatchObject({ code: 'pm25', targets: [{ year: 2027, status: 'met' }] });
});

it('is used once: bought in instalments on quality, and then neither pledged nor bought around', async () => {
  const clerk = await Person.signIn(service.url, 'clerk@xilingol');
  const approver = await Person.signIn(service.url, 'approver@xilingol');
  type Use = {
    id: string;
    base: string;
    amount: string;
    claims: string[];
    status: string;
    instalments: { amount: string; paidOn: string | null }[];
  };
  const body = {
    ...{
      kind: 'purchase',
      filing: published.id,
      services: ['water-retention'],
      share: '0.002',
      instalments: ['0.7', '0.3'],
    },
    ...{ document: 'GOV-1', counterparty: '某苏木强村公司' },
  };
  const bought = await clerk.post<Use>('/ecoproduct/uses', body);
  expect([bought.status, bought.body.base, bought.body.amount]).toEqual([201, '226971000000.00', '453942000.00']);
  expect(bought.body.instalments.map(({ amount }) => amount)).toEqual(['317759400.00', '136182600.00']);
  const path = `/ecoproduct/uses/${bought.body.id}`;
  const again = await clerk.post('/ecoproduct/uses', { ...body, kind: 'pledge', haircut: '0.4', document: 'BANK-1' });
  expect([again.status, again.body.code]).toEqual([409, 'ALREADY_USED']);
  const other = await issued('阿巴嘎旗', [
    { item_id: 'x', service: '水源涵养', class: 'regulating', ecosystem: 'wetland', quantity: '10', unit_price: '2' },
  ]);
  expect(
    (await clerk.post('/ecoproduct/uses', { ...body, filing: other.id, document: 'GOV-2', parcel: 'P-1' })).body.code,
  ).toBe('ALREADY_USED');
  const pay = (n: number, slip: string) =>
    approver.post(`${path}/instalments/${n}/payment`, { paidOn: '2026-01-05', slip });
  expect((await clerk.post(`${path}/instalments/1/payment`, { paidOn: '2026-01-05', slip: 'S1' })).status).toBe(403);
  expect((await pay(2, 'S2')).body.code).toBe('USE_INSTALMENT_STATE');
  expect((await pay(1, 'S1')).status).toBe(200);
  expect((await pay(2, 'S2')).body.code).toBe('USE_INSTALMENT_STATE');
  expect((await clerk.post(`${path}/quality`, { passed: true, document: '验收单' })).status).toBe(200);
  expect((await pay(2, 'S2')).body).toMatchObject({
    instalments: [{ paidOn: '2026-01-05' }, { paidOn: '2026-01-05' }],
  });
  expect((await approver.post<Use>(`${path}/release`, { reason: '协议终止' })).body.status).toBe('released');
  const pledged = await clerk.post<Use>('/ecoproduct/uses', {
    ...body,
    kind: 'pledge',
    haircut: '0.4',
    document: 'BANK-1',
  });
  expect([pledged.status, pledged.body.amount]).toEqual([201, '136182600000.00']);
  const damage = {
    kind: 'damage',
    filing: other.id,
    baseline: published.id,
    services: ['water-retention'],
    years: 2,
    rate: '0.05',
    document: 'CASE-1',
    counterparty: '某企业',
    parcel: 'P-9',
  };
  expect((await clerk.post('/ecoproduct/uses', damage)).body.code).toBe('ALREADY_USED');
});
