/// <reference lib="dom" />
/**
 * Sinks and credits in a real browser: strata drawn on the plan, stages taken by whom they belong to, a stock opened to the
 * choice of equation and made into an account, official constants entered and approved; and every page whole, in both
 * languages, wide and on a phone.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { Person, until } from '../support/person';
import { ok, square } from '../support/sink';
import { broken } from './axe';
import { type Look, shot, withBrowser } from './browser';

const seat = withBrowser();
const WEST = 123;
const SOUTH = 50.5;
const SIDE = 0.02;

/** The forest of the demo: a project whose credits are issued, with its field work, verification and uncertainty. */
beforeAll(async () => {
  const story = join(__dirname, '../../tools/story/forest.mjs');
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `await (await import(${JSON.stringify(story)})).forest(process.argv[1], process.argv[2])`,
      seat.url,
      'qingheng-demo',
    ],
    { env: { ...process.env, ...seat.env } },
  );
}, 180_000);

const faultsOf = (page: Page): string[] => {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  return wrong;
};

/** A corner of the land, or a place between, as the plan shows it. */
async function point(page: Page, east: number, north: number): Promise<void> {
  const at = await page.locator('[data-test=draw]').evaluate(
    (svg, [x, y]) => {
      const box = (svg.querySelector('.plan-area') as SVGPathElement).getBBox();
      const matrix = (svg as SVGSVGElement).getScreenCTM()!;
      const { x: left, y: top } = new DOMPoint(box.x + box.width * x!, box.y + box.height * (1 - y!)).matrixTransform(
        matrix,
      );
      return { x: left, y: top };
    },
    [east, north],
  );
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
}

async function drawStratum(page: Page, row: number, corners: [number, number][]): Promise<void> {
  await page.getByRole('button', { name: 'Draw on the plan' }).nth(row).click();
  await page.locator('[data-test=draw]').waitFor();
  for (const [east, north] of corners) await point(page, east, north);
  await page.getByText(`${corners.length} corners`).waitFor();
  if (!row) await shot(page, 'sinks-drawing');
  await page.getByRole('button', { name: 'Take as the border' }).click();
  await page.locator('[data-test=draw]').waitFor({ state: 'detached' });
}

let project: { id: string; number: string };

it('strata are drawn on the plan so that they meet, and stages are taken by whom they belong to', async () => {
  const farm = await Person.signIn(seat.url, 'filer@linchang');
  project = ok(
    await farm.post<{ id: string; number: string }>('/sink/projects', {
      ...{ name: '图上划分碳层', region: '150785', method: 'sink/ar-tool14-stratified', pools: ['tree'] },
      ...{ creditingStart: '2021-01-01', creditingEnd: '2040-12-31' },
    }),
  );
  ok(
    await farm.put(`/sink/projects/${project.id}/areas/A1`, {
      geometry: square(WEST, SOUTH, SIDE),
      validFrom: '2021-01-01',
    }),
  );
  const page = await seat.signIn('filer@linchang');
  const wrong = faultsOf(page);
  await page.goto(`${seat.url}/sinks/${project.id}?view=strata&lang=en`);
  await page.getByRole('button', { name: 'Divide', exact: false }).first().click();
  await page.locator('#strata_0_code').fill('L');
  await page.getByRole('button', { name: 'Add a stratum' }).click();
  await page.locator('#strata_1_code').fill('B');
  // A few units beside corner and border: the points are taken to them, and the second stratum to the first.
  await drawStratum(page, 0, [
    [0.004, 0.003],
    [0.5, 0.002],
    [0.5, 0.997],
    [0.003, 0.996],
  ]);
  await drawStratum(page, 1, [
    [0.501, 0.003],
    [0.998, 0.002],
    [0.997, 0.998],
    [0.499, 0.997],
  ]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('[data-test=strata] .ant-table-row').nth(1).waitFor();
  const division = ok(
    await farm.get<{ fits: boolean; strata: { code: string; areaHa: string; geometry: object | null }[] }>(
      `/sink/projects/${project.id}/strata`,
    ),
  );
  expect(division.fits).toBe(true);
  const hectares = division.strata.map(({ areaHa }) => Number(areaHa));
  expect(Math.abs(hectares[0]! - hectares[1]!) / hectares[0]!).toBeLessThan(0.02);
  expect(division.strata.every(({ geometry }) => geometry)).toBe(true);
  await shot(page, 'sinks-strata');

  await page.getByRole('button', { name: 'Put into publicity' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put into publicity' }).click();
  await page.getByText('The registry registers it.').waitFor();
  const registrar = await seat.signIn('registrar@qingheng');
  await registrar.goto(`${seat.url}/sinks/${project.id}?lang=en`);
  await registrar.getByRole('button', { name: 'Register the project' }).click();
  await registrar.getByLabel('Number of the registry').fill('CCER-WALK-1');
  await registrar.getByRole('dialog').getByRole('button', { name: 'Register the project' }).click();
  await registrar.getByText('CCER-WALK-1').waitFor();
  await shot(registrar, 'sinks-registered');
  expect(wrong).toEqual([]);
  await page.context().close();
  await registrar.context().close();
}, 120_000);

const visits = [
  '样地号,监测次,调查日期,样地类型,碳层,样地形状,样地面积,量距方式,坡度,经度,纬度',
  ...[1, 2].flatMap((round) =>
    ['L1', 'L2', 'B1', 'B2'].map((code) =>
      [
        ...[code, round, `${2016 + 5 * round}-08-01`, '固定', code[0], '正方形', 600, '水平距', 3],
        ...[WEST + (code[0] === 'L' ? 0.005 : 0.015), SOUTH + 0.004 * Number(code[1])],
      ].join(','),
    ),
  ),
].join('\n');
const trees = [
  '样地号,监测次,样木号,树种,胸径,树高,立木状态',
  ...[1, 2].flatMap((round) =>
    ['L1', 'L2', 'B1', 'B2'].flatMap((plot, p) =>
      Array.from({ length: 12 }, (_, t) =>
        [plot, round, t + 1, plot[0] === 'L' ? '落叶松' : '白桦', 6 + t + p + 2 * round, 5 + t, ''].join(','),
      ),
    ),
  ),
  'L1,2,99,落叶松,62.5,30,',
].join('\n');

it('a stock names extrapolated trees, shows what the equation moves, and becomes an account by a button', async () => {
  const farm = await Person.signIn(seat.url, 'filer@linchang');
  for (const [form, content] of [
    ['plot', visits],
    ['tree', trees],
  ] as const) {
    const url = `${seat.url}/api/v1/sink/projects/${project.id}/imports?form=${form}&name=${form}.csv`;
    const { id } = (await (await farm.raw('POST', url, content, 'text/csv')).json()) as { id: string };
    const end = await until(
      async () => ok(await farm.get<{ status: string; faults: object[] }>(`/sink/imports/${id}`)),
      ({ status }) => !['waiting', 'importing'].includes(status),
      'the import',
    );
    expect([end.status, end.faults]).toEqual(['accepted', []]);
  }
  ok(await farm.post(`/sink/projects/${project.id}/monitoring-periods`, { start: '2021-01-01', end: '2025-12-31' }));
  const page = await seat.signIn('filer@linchang');
  const wrong = faultsOf(page);
  await page.goto(`${seat.url}/sinks/${project.id}?view=stocks&lang=en`);
  await page.getByRole('button', { name: 'Work out' }).click();
  await page.getByText('Tree 99 of plot L1').waitFor();
  await shot(page, 'sinks-stock');
  await page.getByRole('button', { name: 'Choice of equation' }).click();
  await page.locator('[data-test=spread]').nth(1).waitFor();
  await shot(page, 'sinks-spread');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('dialog').getByRole('combobox').click();
  await page.keyboard.press('Enter');
  await shot(page, 'sinks-file-stock');
  await page.getByRole('dialog').getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL(/\/filings\//);
  const filing = page.url().split('/').at(-1)!.split('?')[0]!;
  const { input, method } = ok(
    await farm.get<{ method: string; input: { references: Record<string, { source: { kind: string } }> } }>(
      `/filings/${filing}`,
    ),
  );
  expect([method, Object.values(input.references).map(({ source }) => source.kind)]).toEqual([
    'sink/ar-tool14-stratified',
    ['sink-stock', 'sink-stock'],
  ]);
  const credits = ok(await farm.get<{ periods: { filing: { id: string } }[] }>(`/sink/projects/${project.id}/credits`));
  expect(credits.periods[0]!.filing.id).toBe(filing);
  // What is taken stays taken when the rest is filled in and saved.
  await page.locator('[data-test=taken]').nth(1).waitFor();
  for (const name of ['project_emissions_t', 'leakage_t', 'baseline_change_t'])
    await page.locator(`#parameter-${name}`).fill('0');
  await page.locator('[data-test=submit]').click();
  await page.locator('[data-test=result]').waitFor();
  await page.getByText('Tree 99 of plot L1').waitFor();
  await shot(page, 'sinks-filed');
  expect(wrong).toEqual([]);
  await page.context().close();
}, 120_000);

it('official constants are entered by one person and approved by another', async () => {
  const admin = await seat.signIn('admin@qingheng');
  const wrong = faultsOf(admin);
  const address = `${seat.url}/methods/sink/ccer-14-001/constants?lang=en`;
  await admin.goto(address);
  await admin.getByText('No approved constants').waitFor();
  await admin.getByLabel('Title of the document').fill('造林碳汇');
  await admin.getByLabel('Number, version').fill('CCER-14-001-V01');
  for (const [name, value] of Object.entries({
    confidence: '0.9',
    risk_share: '0.11',
    discount_to_20: '0.06',
    discount_to_30: '0.11',
    leakage_t: '0',
  })) {
    await admin.locator(`#constants_${name}_value`).fill(value);
    await admin.locator(`#constants_${name}_clause`).fill('8.1');
  }
  await admin.locator('#formulas').fill('8.1–8.6');
  await admin.getByRole('button', { name: 'Submit for approval' }).click();
  await admin.getByText('Compare first, then submit').waitFor();
  await admin.getByLabel(/I compared the formulas/).check();
  await shot(admin, 'constants-enter');
  await admin.getByRole('button', { name: 'Submit for approval' }).click();
  await admin.getByText('Another person has to approve it.').waitFor();

  const reviewer = await seat.signIn('reviewer@qingheng');
  await reviewer.goto(`${seat.url}/methods/sink/ccer-14-001?lang=en`);
  await reviewer.getByRole('link', { name: 'Official constants' }).click();
  await reviewer.locator('[data-test=decide]').waitFor();
  // What differs from the recalled value is marked for the second person.
  expect(await reviewer.getByText('differs').count()).toBe(1);
  await shot(reviewer, 'constants-decide');
  await reviewer.getByRole('button', { name: 'Approve' }).click();
  await reviewer.getByText('Entry 1 is approved and in force').waitFor();
  await shot(reviewer, 'constants-approved');
  expect(wrong).toEqual([]);
  await admin.context().close();
  await reviewer.context().close();
}, 120_000);

it('a soil runs its years and a tree is tried by every equation', async () => {
  const page = await seat.signIn('filer@linchang', { lang: 'zh' });
  const wrong = faultsOf(page);
  await page.goto(`${seat.url}/sinks/soil?lang=zh`);
  await page.getByRole('button', { name: '模拟' }).click();
  await page.locator('[data-test=course] canvas').waitFor();
  await shot(page, 'sinks-soil-course');
  await page.goto(`${seat.url}/sinks/equations?lang=zh`);
  await page.getByRole('button', { name: '计算' }).click();
  await page.locator('[data-test=spread] .ant-table-row').nth(2).waitFor();
  await shot(page, 'sinks-equations-tried');
  expect(wrong).toEqual([]);
  await page.context().close();
}, 60_000);

it('shows the pools of a prospect planned by stands, and estimates a double sample beside its plots alone', async () => {
  const page = await seat.signIn('filer@linchang', { width: 1440, lang: 'zh' });
  const wrong: object[] = [];
  page.on('pageerror', (error) => wrong.push({ error: error.message }));
  await page.goto(`${seat.url}/reserve?lang=zh`);
  await page.locator('[data-test=stand-course]').first().click();
  await page.locator('[data-test=course] [data-test=sources] dt').nth(5).waitFor();
  for (const fault of await broken(page)) wrong.push({ at: 'course', ...fault });
  await shot(page, 'sinks-stand-course');
  await page.keyboard.press('Escape');
  await page.locator('[data-test=new-prospect]').click();
  await page.getByRole('radio', { name: '林分模型' }).click();
  await page.getByText('初始龄级').waitFor();
  for (const fault of await broken(page)) wrong.push({ at: 'stand', ...fault });
  await shot(page, 'sinks-stand-form');

  const { project } = await places();
  await page.goto(`${seat.url}${project}?view=double&lang=zh`);
  const units = ['L', 'B'].flatMap((stratum) =>
    Array.from({ length: 30 }, (_, i) => `${stratum}-${i},${stratum},${i},${i < 6 ? 20 + 2 * i + (i % 2) : ''}`),
  );
  await page.locator('[data-test=units]').fill(['unit,stratum,auxiliary,biomass', ...units].join('\n'));
  await page.locator('[data-test=estimate]').click();
  const found = page.locator('[data-test=double-estimate]');
  await found.getByText('12 个样地').waitFor();
  expect(await found.locator('.ant-table-row').count()).toBe(4);
  for (const fault of await broken(page)) wrong.push({ at: 'double', ...fault });
  await shot(page, 'sinks-double');
  expect(wrong.map((fault) => JSON.stringify(fault))).toEqual([]);
  await page.context().close();
}, 90_000);

const views = ['areas', 'strata', 'plots', 'data', 'imports', 'stocks', 'double', 'evidence'];
const walks: Record<string, string[]> = {
  'filer@linchang': [
    '/sinks',
    '/sinks/new',
    ...views.map((view) => `project?view=${view}`),
    '/sinks/equations',
    '/sinks/soil',
    '/credits',
    'credits',
    '/credits/planner',
    '/reserve',
  ],
  'reviewer@qingheng': ['credits', 'verification', 'uncertainty', '/methods/sink/ccer-14-001/constants'],
  'registrar@qingheng': ['project?view=areas', 'credits'],
};
const looks: (Look & { name: string })[] = [
  { name: 'zh-1440', width: 1440, lang: 'zh' },
  { name: 'zh-390', width: 390, height: 844, lang: 'zh' },
  { name: 'en-1440', width: 1440, lang: 'en' },
  { name: 'en-390', width: 390, height: 844, lang: 'en' },
];

/** The demo's project: the only one with credits. */
async function places(): Promise<Record<string, string>> {
  const farm = await Person.signIn(seat.url, 'filer@linchang');
  const { items } = ok(await farm.get<{ items: { id: string; name: string }[] }>('/sink/projects?limit=200'));
  const { id } = items.find(({ name }) => name.includes('演示'))!;
  const { periods } = ok(
    await farm.get<{ periods: { filing: { runId: string }; verifications: { id: string }[] }[] }>(
      `/sink/projects/${id}/credits`,
    ),
  );
  const [{ filing, verifications }] = periods as [(typeof periods)[0]];
  return {
    project: `/sinks/${id}`,
    credits: `/credits/${id}`,
    verification: `/credits/verifications/${verifications[0]!.id}`,
    uncertainty: `/credits/uncertainty/${filing.runId}`,
  };
}

it.each(looks)(
  '$name: every page is whole',
  async ({ name, ...look }) => {
    const known = await places();
    const wrong: object[] = [];
    for (const [username, paths] of Object.entries(walks)) {
      const page = await seat.signIn(username, look);
      page.on('pageerror', (error) => wrong.push({ error: error.message }));
      page.on(
        'response',
        (answer) => answer.status() >= 400 && wrong.push({ url: answer.url(), status: answer.status() }),
      );
      for (const path of paths) {
        const [base = '', query = ''] = path.split('?');
        await page.goto(`${seat.url}${known[base] ?? base}?${query}&lang=${look.lang}`);
        await page.locator('main h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 1) wrong.push({ path, over });
        for (const fault of await broken(page)) wrong.push({ path, ...fault });
        await shot(page, `sinks-${name}-${path.replace(/\W+/g, '-')}-${username.split('@')[0]}`);
      }
      await page.context().close();
    }
    expect(wrong.map((fault) => JSON.stringify(fault))).toEqual([]);
  },
  240_000,
);
