/** From plots in a forest to a filing: forms are taken in whole or not, stocks open down to the tree. */
import { Workbook } from 'exceljs';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let farm: Person;
let other: Person;
let trader: Person;
beforeAll(async () => {
  service = await runningService();
  farm = await Person.signIn(service.url, 'filer@linchang');
  other = await Person.signIn(service.url, 'filer@huolin');
  trader = await Person.signIn(service.url, 'trader@qingheng');
}, 120_000);
afterAll(() => service?.stop());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const square = (west: number, south: number, side: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

let place = 0;
/** A project with an area of its own and two strata drawn in it, west and east. */
async function project(): Promise<{ id: string; west: number; south: number }> {
  const [west, south] = [121 + 0.1 * place++, 50.5];
  const { body, status } = await farm.post<{ id: string }>('/sink/projects', {
    name: '兴安落叶松白桦造林',
    region: '150785',
    method: 'sink/ar-tool14-stratified',
    pools: ['tree'],
    creditingStart: '2021-01-01',
    creditingEnd: '2040-12-31',
  });
  expect([status, body.code]).toEqual([201, undefined]);
  const area = await farm.put(`/sink/projects/${body.id}/areas/A1`, {
    geometry: square(west, south, 0.02),
    validFrom: '2021-01-01',
  });
  expect([area.status, area.body.faults]).toEqual([200, undefined]);
  return { id: body.id, west, south };
}

const half = (west: number, south: number, east: boolean) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west + (east ? 0.01 : 0), south],
      [west + (east ? 0.02 : 0.01), south],
      [west + (east ? 0.02 : 0.01), south + 0.02],
      [west + (east ? 0.01 : 0), south + 0.02],
      [west + (east ? 0.01 : 0), south],
    ],
  ],
});

async function divided(): Promise<{ id: string; west: number; south: number }> {
  const made = await project();
  const { status, body } = await farm.put(`/sink/projects/${made.id}/strata`, {
    version: 0,
    validFrom: '2021-01-01',
    strata: [
      { code: 'L', species: '落叶松', geometry: half(made.west, made.south, false) },
      { code: 'B', species: '白桦', geometry: half(made.west, made.south, true) },
    ],
  });
  expect([status, body.code, body.faults]).toEqual([200, undefined, undefined]);
  return made;
}

interface Import {
  id: string;
  status: string;
  rows: Record<string, number>;
  faultCount: number | null;
  faults: { table: string; row: string; column?: string; code: string; message: { zh: string }; remedy?: object }[];
  warningCount: number;
  warnings: { code: string; row: string }[];
  faultFile: string | null;
}

async function upload(id: string, form: string, content: string | Buffer, person = farm): Promise<Import> {
  const url = `${service.url}/api/v1/sink/projects/${id}/imports?form=${form}&name=${form}.csv`;
  const sent = await person.raw('POST', url, content, form === 'workbook' ? XLSX : 'text/csv');
  const body = (await sent.json()) as Import & { code?: string };
  expect([sent.status, body.code]).toEqual([202, undefined]);
  return until(
    async () => (await person.get<Import>(`/sink/imports/${body.id}`)).body,
    ({ status }) => status !== 'waiting' && status !== 'importing',
    'the end of the import',
  );
}

const PLOT_HEAD = '样地号,监测次,调查日期,样地类型,碳层,样地形状,样地面积（m²）,量距方式,坡度（°）,经度,纬度';
const plotLine = (
  { west, south }: { west: number; south: number },
  code: string,
  round: number,
  more: Partial<Record<'day' | 'stratum' | 'x' | 'y' | 'laid' | 'slope' | 'kind', string>> = {},
): string => {
  const stratum = more.stratum ?? code[0]!;
  const x = more.x ?? (west + (stratum === 'B' ? 0.015 : 0.005)).toFixed(9);
  const y = more.y ?? (south + 0.01).toFixed(9);
  const day = more.day ?? `${2021 + 5 * (round - 1)}-08-0${round}`;
  return [
    code,
    `${round}`,
    day,
    more.kind ?? '固定',
    stratum,
    '正方形',
    '600',
    more.laid ?? '水平距',
    more.slope ?? '3',
    x,
    y,
  ].join(',');
};
const plots = (at: { west: number; south: number }, rounds = [1, 2]): string =>
  [PLOT_HEAD, ...rounds.flatMap((r) => ['L1', 'L2', 'B1', 'B2'].map((code) => plotLine(at, code, r)))].join('\r\n');

const TREE_HEAD = '样地号,监测次,样木号,树种,胸径（cm）,树高（m）,立木状态';
const trees = (): string =>
  [
    TREE_HEAD,
    ...[1, 2].flatMap((round) =>
      ['L1', 'L2', 'B1', 'B2'].flatMap((plot, p) =>
        Array.from({ length: 12 }, (_, t) =>
          [plot, round, t + 1, plot[0] === 'L' ? '落叶松' : '白桦', 6 + t + p + round, 5 + t, ''].join(','),
        ),
      ),
    ),
  ].join('\n');

it('takes visits and trees in, works out the stock, and opens it down to the tree', async () => {
  const made = await divided();
  expect(await upload(made.id, 'plot', plots(made))).toMatchObject({ status: 'accepted', rows: { plot: 8 } });
  const taken = await upload(made.id, 'tree', trees());
  expect(taken).toMatchObject({ status: 'accepted', rows: { tree: 96 }, faultCount: null });
  const started = await farm.post<{ id: string }>(`/sink/projects/${made.id}/stocks`, { rounds: [1, 2] });
  expect([started.status, started.body.code]).toEqual([202, undefined]);
  interface Stock {
    status: string;
    resultHash: string;
    equations: Record<string, string>;
    faults: object[];
    provisional: object[];
  }
  const stock = await until(
    async () => (await farm.get<Stock>(`/sink/stocks/${started.body.id}`)).body,
    ({ status }) => status !== 'computing',
    'the stock',
  );
  expect(stock).toMatchObject({ status: 'done', faults: [], provisional: [] });
  expect(stock.equations).toEqual({
    'larix-gmelinii': 'larix-gmelinii-huang2016',
    'betula-platyphylla': 'betula-platyphylla-huang2016',
  });

  const { body: page } = await farm.get<{ items: { plot: string; aboveKg: string; trees: number; areaHa: string }[] }>(
    `/sink/stocks/${started.body.id}/plots?round=1`,
  );
  const [first] = page.items;
  expect(page.items.map(({ plot, trees: n }) => [plot, n])).toEqual([
    ['B1', 12],
    ['B2', 12],
    ['L1', 12],
    ['L2', 12],
  ]);
  const { body: why } = await farm.get<{ items: { kg: string; formula: string; source: string }[] }>(
    `/sink/stocks/${started.body.id}/trees?round=1&plot=${first!.plot}`,
  );
  expect(why.items).toHaveLength(12);
  expect(why.items[0]!.formula).toMatch(/^0\.01175·\(/);
  const sum = why.items.reduce((total, { kg }) => total + Math.round(Number(kg) * 1e6), 0);
  expect((sum / 1e6).toFixed(6)).toBe(first!.aboveKg);

  // Double sampling takes the biomass of its plots from the stock: above ground, and roots by AR-TOOL14.
  const units = ['L1,L,5,', 'L2,L,6,', 'X1,L,7,200', 'X2,L,8,', 'B1,B,5,', 'B2,B,6,', 'X3,B,7,90'];
  const sample = (of: string) => {
    const form = new FormData();
    form.append('file', new Blob([['unit,stratum,auxiliary,biomass', ...units].join('\n')]), 'units.csv');
    return farm.call<{ input: { tables: { plot: { plot_id: string; biomass: string }[] } }; leftOut: number }>(
      ...(['POST', `/sink/projects/${of}/double-sample?stock=${started.body.id}&round=1`, form] as const),
    );
  };
  const sampled = await sample(made.id);
  expect([sampled.status, sampled.body.leftOut, sampled.body.input.tables.plot.length]).toEqual([200, 0, 6]);
  const above = Number(first!.aboveKg) / 1000 / Number(first!.areaHa);
  const { biomass } = sampled.body.input.tables.plot.find(({ plot_id }) => plot_id === first!.plot)!;
  expect(Number(biomass)).toBeCloseTo(above + Math.exp(-1.085 + 0.9256 * Math.log(above)), 5);
  expect((await sample((await divided()).id)).status).toBe(404);

  // The same question gives the same answer.
  const again = await farm.post<{ id: string }>(`/sink/projects/${made.id}/stocks`, { rounds: [1, 2] });
  const repeated = await until(
    async () => (await farm.get<Stock>(`/sink/stocks/${again.body.id}`)).body,
    ({ status }) => status !== 'computing',
    'the stock',
  );
  expect(repeated.resultHash).toBe(stock.resultHash);

  const filed = await farm.post<{ id: string }>('/filings', {
    method: 'sink/ar-tool14-stratified',
    title: '按样地核算',
    periodStart: '2021-08-01',
    periodEnd: '2026-08-02',
    region: '150785',
    input: {
      parameters: { project_emissions_t: '0', leakage_t: '0', baseline_change_t: '0' },
      tables: {},
      references: {
        stratum: { source: { kind: 'sink-stock', id: started.body.id }, table: 'stratum' },
        plot: {
          source: { kind: 'sink-stock', id: started.body.id },
          table: 'plot',
          columns: {
            plot_id: 'plot_id',
            stratum_id: 'stratum_id',
            visit: 'visit',
            area_ha: 'area_ha',
            agb_t: 'agb_t',
          },
        },
      },
    },
  });
  expect([filed.status, filed.body.code]).toEqual([201, undefined]);
  const submitted = await farm.post<{ runId: string }>(`/filings/${filed.body.id}/submit`);
  expect([submitted.status, submitted.body.code]).toEqual([202, undefined]);
  interface Run {
    status: string;
    faults?: object[];
    sources: object[];
    result: { tables: { plot: { plot_id: string; agb_t: string }[] }; outputs: Record<string, string> };
  }
  const run = await until(
    async () => (await farm.get<Run>(`/runs/${submitted.body.runId}`)).body,
    ({ status }) => status === 'succeeded' || status === 'failed',
    'the run',
  );
  expect([run.status, run.faults]).toEqual(['succeeded', undefined]);
  expect(run.sources).toContainEqual({
    table: 'plot',
    source: { kind: 'sink-stock', id: started.body.id },
    resultHash: stock.resultHash,
  });
  expect(Number(run.result.outputs.change_tco2e)).toBeGreaterThan(0);
  const { body: explained } = await farm.get<{ source?: string }>(
    `/runs/${submitted.body.runId}/explain?cell=${encodeURIComponent('plot/L1@1/agb_t')}`,
  );
  expect(JSON.stringify(explained)).toContain(`sink-stock/${started.body.id}`);
  // What a filing rests on is not withdrawn from under it.
  expect((await farm.post(`/sink/stocks/${started.body.id}/discard`)).body.code).toBe('STOCK_USED');
  expect((await farm.post(`/sink/imports/${taken.id}/withdraw`)).body.code).toBe('FIELD_DATA_USED');
}, 120_000);

/** A stock of both rounds, waited for. */
async function stockOf(id: string, rounds = [1, 2]) {
  const started = await farm.post<{ id: string }>(`/sink/projects/${id}/stocks`, { rounds });
  expect([started.status, started.body.code]).toEqual([202, undefined]);
  return until(
    async () =>
      (
        await farm.get<{
          id: string;
          status: string;
          warnings: { code: string; row: string; message: { en: string } }[];
        }>(`/sink/stocks/${started.body.id}`)
      ).body,
    ({ status }) => status !== 'computing',
    'the stock',
  );
}

/** Filed from the stock by reference, and calculated. */
async function runOn(stock: string) {
  const source = { kind: 'sink-stock', id: stock };
  const columns = Object.fromEntries(
    ['plot_id', 'stratum_id', 'visit', 'area_ha', 'agb_t'].map((name) => [name, name]),
  );
  const filed = await farm.post<{ id: string }>('/filings', {
    method: 'sink/ar-tool14-stratified',
    title: '按样地核算',
    periodStart: '2021-08-01',
    periodEnd: '2026-08-02',
    region: '150785',
    input: {
      parameters: { project_emissions_t: '0', leakage_t: '0', baseline_change_t: '0' },
      tables: {},
      references: { stratum: { source, table: 'stratum' }, plot: { source, table: 'plot', columns } },
    },
  });
  const { body } = await farm.post<{ runId: string }>(`/filings/${filed.body.id}/submit`);
  const run = await until(
    async () =>
      (
        await farm.get<{
          status: string;
          faults?: { table: string; row: string; code: string }[];
          sources: object[];
          result?: { issuable: boolean; warnings: { code: string; row: string; message: { zh: string } }[] };
        }>(`/runs/${body.runId}`)
      ).body,
    ({ status }) => status === 'succeeded' || status === 'failed',
    'the run',
  );
  return { ...run, filing: filed.body.id };
}

it('names a tree beyond the range of its equation in the stock, in the result and in its workbook', async () => {
  const made = await divided();
  await upload(made.id, 'plot', plots(made));
  await upload(made.id, 'tree', [trees(), 'L1,2,99,落叶松,62.5,30,', 'B2,1,98,白桦,3.1,4,'].join('\n'));
  const stock = await stockOf(made.id);
  expect(stock.warnings.map(({ code, row }) => [code, row])).toEqual([
    ['TREES_OUTSIDE', 'betula-platyphylla'],
    ['TREES_OUTSIDE', 'larix-gmelinii'],
    ['TREE_OUTSIDE', 'B2/1/98'],
    ['TREE_OUTSIDE', 'L1/2/99'],
  ]);
  expect(stock.warnings[3]!.message.en).toContain('62.5 cm is outside the range 5–41.4 cm of larix-gmelinii-huang2016');
  const run = await runOn(stock.id);
  expect([run.status, run.result!.issuable]).toEqual(['succeeded', true]);
  expect(run.result!.warnings.map(({ code, row }) => [code, row])).toEqual(
    stock.warnings.map(({ code, row }) => [code, row]),
  );
  expect(run.sources).toContainEqual(expect.not.objectContaining({ warnings: expect.anything() }));
  const book = new Workbook();
  await book.xlsx.load((await farm.bytes(`/filings/${run.filing}/export.xlsx`)) as unknown as ArrayBuffer);
  const said = book.worksheets.flatMap((sheet) => sheet.getSheetValues().map((row) => JSON.stringify(row)));
  expect(said.some((row) => row?.includes('99 号') && row.includes('62.5'))).toBe(true);
}, 120_000);

it('refuses an account with one plot in a stratum by name', async () => {
  const made = await divided();
  const lines = [1, 2].flatMap((round) => ['L1', 'L2', 'B1'].map((code) => plotLine(made, code, round)));
  await upload(made.id, 'plot', [PLOT_HEAD, ...lines].join('\n'));
  await upload(
    made.id,
    'tree',
    trees()
      .split('\n')
      .filter((line) => !line.startsWith('B2'))
      .join('\n'),
  );
  const run = await runOn((await stockOf(made.id)).id);
  expect([run.status, run.faults?.map(({ table, row, code }) => [table, row, code])]).toEqual([
    'failed',
    [['stratum', 'B', 'TOO_FEW_PLOTS']],
  ]);
}, 120_000);

it('names every bad cell, stores nothing, and gives the file back with its faults', async () => {
  const made = await divided();
  const bad = [
    PLOT_HEAD,
    plotLine(made, 'L1', 1),
    plotLine(made, 'L1', 1),
    plotLine(made, 'L2', 1, { x: '119.5' }),
    plotLine(made, 'L3', 1, { x: (made.south + 0.01).toFixed(4), y: (made.west + 0.005).toFixed(4) }),
    plotLine(made, 'L4', 1, { stratum: 'B', x: (made.west + 0.005).toFixed(9) }),
    plotLine(made, 'L5', 1, { day: '2026-08-02' }),
    plotLine(made, 'L5', 2, { day: '2021-08-01' }),
    plotLine(made, 'Q1', 1, { stratum: 'Q' }),
    plotLine(made, 'L6', 1, { day: '2099-01-01' }),
    plotLine(made, 'T1', 1, { stratum: 'L', kind: '临时' }),
    plotLine(made, 'T1', 2, { stratum: 'L', kind: '临时' }),
    plotLine(made, 'L7', 1),
    plotLine(made, 'L7', 2, { y: (made.south + 0.012).toFixed(9) }),
  ].join('\n');
  const refused = await upload(made.id, 'plot', bad);
  expect(refused.status).toBe('refused');
  expect(refused.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
    ['3', 'round', 'VISIT_TWICE'],
    ['4', 'longitude', 'PLOT_OUTSIDE'],
    ['5', 'longitude', 'POSITION_SWAPPED'],
    ['6', 'longitude', 'PLOT_OUTSIDE_STRATUM'],
    ['7', 'visited_on', 'DATES_OUT_OF_ORDER'],
    ['8', 'visited_on', 'DATES_OUT_OF_ORDER'],
    ['9', 'stratum', 'UNKNOWN_STRATUM'],
    ['10', 'visited_on', 'FUTURE_DAY'],
    ['12', 'kind', 'PLOT_TEMPORARY'],
    ['14', 'longitude', 'PLOT_MOVED'],
  ]);
  expect(refused.faults.every(({ message }) => message.zh.length > 3)).toBe(true);
  const book = new Workbook();
  await book.xlsx.load((await farm.bytes(`/sink/imports/${refused.id}/faults`)) as unknown as ArrayBuffer);
  expect(String(book.worksheets[0]!.getRow(4).getCell(12).value)).toContain('不在项目的任何地块之内');
  expect((await farm.get<{ items: object[] }>(`/sink/projects/${made.id}/plots`)).body.items).toEqual([]);

  await upload(made.id, 'plot', plots(made));
  const tree = (line: string) => `${line},`;
  const wrong = [
    TREE_HEAD,
    tree('L1,1,1,落叶松,12.4,10'),
    tree('L1,1,1,落叶松,13.0,10'),
    tree('L1,1,2,落叶松,-3,10'),
    tree('L1,1,3,银杏,12,10'),
    tree('L9,1,4,白桦,12,10'),
    tree('L1,1,5,白桦,十二,10'),
    tree(',1,6,白桦,12,10'),
    tree('L1,1,7,白桦,12.345,10'),
  ].join('\n');
  const trees = await upload(made.id, 'tree', wrong);
  expect(trees.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
    ['2', 'tag', 'ROW_TWICE'],
    ['3', 'tag', 'ROW_TWICE'],
    ['4', 'dbh_cm', 'NOT_POSITIVE'],
    ['5', 'species', 'UNKNOWN_SPECIES'],
    ['6', 'plot', 'UNKNOWN_VISIT'],
    ['7', 'dbh_cm', 'NOT_A_NUMBER'],
    ['8', 'plot', 'REQUIRED'],
    ['9', 'dbh_cm', 'TOO_MANY_DECIMALS'],
  ]);
  expect((await farm.get<{ items: object[] }>(`/sink/projects/${made.id}/forms/tree`)).body.items).toEqual([]);
  const warned = await upload(made.id, 'tree', [TREE_HEAD, tree('L1,1,1,落叶松,62,30')].join('\n'));
  expect(warned).toMatchObject({
    status: 'accepted',
    warningCount: 1,
    warnings: [{ code: 'OUTSIDE_EQUATION', row: '2' }],
  });
  expect((await upload(made.id, 'tree', [TREE_HEAD, tree('L1,1,1,落叶松,62,30')].join('\n'))).faults).toMatchObject([
    { code: 'ROW_KNOWN' },
  ]);
  // The same tree of a permanent plot later on: told, not refused.
  const later = await upload(made.id, 'tree', [TREE_HEAD, tree('L1,2,1,白桦,30,30')].join('\n'));
  expect(later.warnings.map(({ code }) => code)).toEqual(['TREE_SHRANK', 'SPECIES_CHANGED'].sort().reverse());
  // What was taken in wrongly is taken out again.
  expect((await farm.post(`/sink/imports/${later.id}/withdraw`)).status).toBe(204);
  expect((await upload(made.id, 'tree', [TREE_HEAD, tree('L1,2,1,落叶松,64,31')].join('\n'))).status).toBe('accepted');
}, 120_000);

it('tells coordinates of a web map from those of a receiver', async () => {
  const made = await divided();
  // Near the western border: as GCJ-02 shows it, it lies outside.
  const { shifted } = await import('../../libs/sink/src/geometry/gcj02');
  const [x, y] = shifted([made.west + 0.0195, made.south + 0.0195]);
  const { faults } = await upload(
    made.id,
    'plot',
    [PLOT_HEAD, plotLine(made, 'B1', 1, { x: x.toFixed(9), y: y.toFixed(9) })].join('\n'),
  );
  expect(faults).toMatchObject([{ code: 'PLOT_SHIFTED', row: '2', column: 'longitude' }]);
}, 60_000);

it('reads the filled-in template with all its forms, and slopes shorten plots', async () => {
  const made = await divided();
  const book = new Workbook();
  await book.xlsx.load((await farm.bytes('/sink/field-forms/template')) as unknown as ArrayBuffer);
  const fill = (name: string, rows: (string | number)[][]) =>
    rows.forEach((row, i) => row.forEach((cell, c) => (book.getWorksheet(name)!.getCell(i + 2, c + 1).value = cell)));
  const [x, y] = [made.west + 0.005, made.south + 0.01];
  fill('样地调查表', [['L1', 1, '2021-08-01', '固定', 'L', '正方形', 600, '斜距', 20, x, y, 3, 60, '张三', 'RTK', '']]);
  fill('每木检尺表', [['L1', 1, '1', '落叶松', 12.4, 10.1, '活立木']]);
  fill('灌木样方调查表', [['L1', 1, 'S1', '榛子', 4, 30, 120, 12, 800]]);
  fill('草本样方调查表', [['L1', 1, 'G1', 1, '羊草', 80, 35, 120.5, 480]]);
  fill('枯落物调查表', [['L1', 1, 'F1', 0.25, 4, 900, 100, 62]]);
  fill('枯死木调查表', [['L1', 1, 'D1', '倒木', '白桦', 22, 6, '半腐']]);
  fill('土壤剖面调查表', [
    ['L1', 1, 'C1', 0, 10, 0.95, 42.1, 5],
    ['L1', 1, 'C1', 10, 30, 1.12, 21.4, 8],
  ]);
  const taken = await upload(made.id, 'workbook', Buffer.from(await book.xlsx.writeBuffer()));
  expect(taken.faults).toEqual([]);
  expect(taken.rows).toEqual({ plot: 1, tree: 1, shrub: 1, grass: 1, litter: 1, deadwood: 1, soil: 2 });
  const { body } = await farm.get<{ items: { areaHa: string; longitude: string; exact: boolean }[] }>(
    `/sink/projects/${made.id}/plots`,
  );
  expect(Number(body.items[0]!.areaHa)).toBeCloseTo(0.06 * Math.cos((20 * Math.PI) / 180), 8);
  expect(body.items[0]).toMatchObject({ exact: true });
  const { body: soil } = await farm.get<{ items: object[] }>(`/sink/projects/${made.id}/forms/soil?plot=L1`);
  expect(soil.items).toMatchObject([
    { core: 'C1', top_cm: '0.0' },
    { core: 'C1', top_cm: '10.0' },
  ]);
  expect((await other.get(`/sink/projects/${made.id}/plots`)).status).toBe(404);

  // A bad cell of a workbook is named with its form, and the workbook comes back.
  fill('土壤剖面调查表', [['L1', 1, 'C1', 30, 10, 0.95, 42.1, 5]]);
  fill('样地调查表', [['L1', 1, '2021-08-01', '固定', 'L', '正方形', 600, '斜距', 20, x, y, 3, 60, '张三', 'RTK', '']]);
  const refused = await upload(made.id, 'workbook', Buffer.from(await book.xlsx.writeBuffer()));
  expect(refused.faults.map(({ table, row, code }) => [table, row, code])).toContainEqual([
    'soil',
    '2',
    'DEPTHS_REVERSED',
  ]);
  expect(refused.faults.map(({ code }) => code)).toContain('VISIT_KNOWN');
  const marked = new Workbook();
  await marked.xlsx.load((await farm.bytes(`/sink/imports/${refused.id}/faults`)) as unknown as ArrayBuffer);
  expect(marked.worksheets.map(({ name }) => name)).toContain('土壤剖面调查表');
}, 120_000);

it('keeps plots through a change of strata and boundary', async () => {
  const made = await divided();
  await upload(made.id, 'plot', plots(made));
  await upload(made.id, 'tree', trees());
  const redraw = await farm.put(`/sink/projects/${made.id}/areas/A1`, {
    geometry: half(made.west, made.south, false),
    validFrom: '2024-01-01',
    version: 1,
    reason: '东半部退出',
  });
  expect(redraw.status).toBe(200);
  const { body } = await farm.get<{ items: { code: string; area: string | null }[] }>(
    `/sink/projects/${made.id}/plots`,
  );
  expect(body.items.map(({ code, area }) => [code, area])).toEqual([
    ['B1', null],
    ['B2', null],
    ['L1', 'A1'],
    ['L2', 'A1'],
  ]);
  const early = await farm.post<{ id: string }>(`/sink/projects/${made.id}/stocks`, { rounds: [1, 2] });
  const failed = await until(
    async () => (await farm.get<{ status: string; faults: { code: string }[] }>(`/sink/stocks/${early.body.id}`)).body,
    ({ status }) => status !== 'computing',
    'the stock',
  );
  expect([failed.status, failed.faults.map(({ code }) => code)]).toEqual(['failed', ['STRATA_DIFFER']]);
  const lost = await farm.put(`/sink/projects/${made.id}/strata`, {
    version: 1,
    validFrom: '2024-01-01',
    strata: [{ code: 'L', geometry: half(made.west, made.south, false) }],
  });
  expect(lost.body.faults?.map(({ row, code }) => [row, code])).toEqual([
    ['B1', 'PLOT_LOST'],
    ['B2', 'PLOT_LOST'],
  ]);
  const next = await farm.put<{ version: number; strata: { plots: number }[] }>(`/sink/projects/${made.id}/strata`, {
    version: 1,
    validFrom: '2024-01-01',
    strata: [{ code: 'L', geometry: half(made.west, made.south, false) }],
    plots: { B1: 'L', B2: 'L' },
  });
  expect([next.status, next.body.version]).toEqual([200, 2]);
  const stock = await farm.post<{ id: string }>(`/sink/projects/${made.id}/stocks`, { rounds: [1, 2] });
  const done = await until(
    async () =>
      (
        await farm.get<{ status: string; faults: object[]; warnings: { code: string; row: string }[] }>(
          `/sink/stocks/${stock.body.id}`,
        )
      ).body,
    ({ status }) => status !== 'computing',
    'the stock',
  );
  expect([done.status, done.faults]).toEqual(['done', []]);
  expect(done.warnings.filter(({ code }) => code === 'PLOT_LEFT_OUT').map(({ row }) => row)).toEqual(['B1', 'B2']);
}, 120_000);

it('refuses strata that do not make up the area, overlap or lie outside', async () => {
  const made = await project();
  const put = (strata: object[]) =>
    farm.put(`/sink/projects/${made.id}/strata`, { version: 0, validFrom: '2021-01-01', strata });
  const codes = async (strata: object[]) => (await put(strata)).body.faults?.map(({ code }) => code);
  expect(await codes([{ code: 'L', geometry: half(made.west, made.south, false) }])).toEqual(['STRATA_DIFFER']);
  expect(await codes([{ code: 'L', areaHa: '10' }])).toEqual(['STRATA_DIFFER']);
  expect(
    await codes([
      { code: 'L', geometry: half(made.west, made.south, false) },
      { code: 'B', geometry: square(made.west, made.south, 0.02) },
    ]),
  ).toEqual(['STRATA_OVERLAP']);
  expect(await codes([{ code: 'L', geometry: half(made.west + 0.01, made.south, true) }])).toContain('STRATUM_OUTSIDE');
});

it('keeps photos as evidence with their hash, and true positions from those who need not know them', async () => {
  const made = await divided();
  await upload(made.id, 'plot', plots(made, [1]));
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const url = `${service.url}/api/v1/sink/projects/${made.id}/evidence?kind=photo&name=north.png&plot=L1&round=1`;
  const added = await farm.raw('POST', url, png, 'application/octet-stream');
  const body = (await added.json()) as { id: string; sha256: string; plot: string };
  expect([added.status, body.plot]).toEqual([201, 'L1']);
  expect(await farm.bytes(`/sink/evidence/${body.id}`)).toEqual(png);
  expect((await farm.raw('POST', url, 'MZ\u0000\u0001', 'application/octet-stream')).status).toBe(415);
  const seen = await trader.get<{ items: { exact: boolean; longitude: string }[] }>(`/sink/projects/${made.id}/plots`);
  expect([seen.status, seen.body.items?.[0]?.exact ?? false]).toEqual([seen.status === 200 ? 200 : 404, false]);
  expect((await trader.get(`/sink/evidence/${body.id}`)).status).toBe(403);
});
