/// <reference lib="dom" />
/**
 * Every page with the demo's data in it, as those who use it see it: nothing fails, nothing hangs over the edge of a
 * phone, and axe finds nothing that WCAG 2.2 AA forbids, in both languages, light and dark. The last test holds the pages
 * visited against the router, so that a new one cannot be forgotten.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { matchRoutes } from 'react-router';
import { broken } from './axe';
import { type Look, shot, tellStory, withBrowser } from './browser';

const seat = withBrowser();
const SHEET = '/methods/footprint/primary-aluminium';

const pages: Record<string, string[]> = {
  'filer@huolin': [
    '/',
    '/filings',
    '/filings/new',
    'first:/filings',
    'wizard',
    'grid',
    '/labels',
    'dossier:/labels',
    '/suppliers',
    '/exchange',
    '/exchange?view=lint',
    '/holdings',
    '/market',
    '/credits/planner',
    '/methods',
    '/factors',
    'first:/factors',
    '/factors/new',
    '/factors/import',
    '/factors/proposals',
    'first:/factors/proposals',
    '/factors/impacts',
    `${SHEET}?view=examples`,
    `${SHEET}?view=try`,
    'tour',
  ],
  'filer@linchang': [
    '/sinks',
    '/sinks/new',
    '/sinks/equations',
    '/sinks/soil',
    'first:/sinks',
    'view=strata:/sinks',
    'view=plots:/sinks',
    'view=data:/sinks',
    'view=imports:/sinks',
    'view=stocks:/sinks',
    'view=evidence:/sinks',
    '/credits',
    'first:/credits',
    '/reserve',
  ],
  'reviewer@qingheng': [
    '/',
    '/credits',
    'first:/credits',
    'verified:/credits',
    'uncertain:/credits',
    '/reviews',
    '/reviews?view=approved',
    'first:/reviews',
    SHEET,
    `${SHEET}/constants`,
  ],
  'trader@qingheng': [
    '/',
    '/ecoproducts',
    'first:/ecoproducts',
    '/market',
    '/reconciliation',
    'first:/reconciliation',
    '/reconciliation/breaks',
    'tour',
  ],
  'filer@baotou': [
    '/exchange',
    '/exchange?view=received',
    '/exchange?view=outbox',
    '/exchange?view=inbox',
    '/suppliers',
  ],
  'filer@ordos': ['/exchange', '/exchange?view=published', '/suppliers'],
  'clerk@xilingol': [
    '/',
    '/compensation',
    'first:/compensation',
    'banner:/compensation',
    'why:/compensation',
    '/compensation/new',
    '/compensation/grassland',
  ],
  'clerk@finance': [
    '/',
    '/ecoproducts/accounts',
    'first:/ecoproducts/accounts',
    'seea:/ecoproducts/accounts',
    '/ecoproducts/uses',
    '/compensation',
    'first:/compensation',
    'why:/compensation',
    'first:/filings',
    'tour',
  ],
  'ecology@xilingol': [
    '/ecoproducts/rasters',
    'first:/ecoproducts/rasters',
    '/ecoproducts/rasters/new',
    '/ecoproducts/rules',
    '/ecoproducts/rules?view=compare',
    '/ecoproducts/rules?view=prices',
    'first:/ecoproducts/accounts',
  ],
  'approver@finance': ['/', 'first:/compensation'],
  'regulator@qingheng': ['/', '/ecoproducts/audit', '/ecoproducts/indicators', '/holdings', '/audit', '/no-such-page'],
  'admin@qingheng': [
    `${SHEET}?view=compare`,
    '/methods/proposals',
    'first:/methods/proposals',
    `/methods/proposals/new?from=footprint/primary-aluminium&version=1.0.0`,
    '/',
    '/admin',
    '/admin?view=organisations',
    '/admin?view=machines',
    '/jobs',
  ],
};
const looks: (Look & { name: string })[] = [
  { name: 'wide-zh', width: 1440, lang: 'zh', scheme: 'light' },
  { name: 'phone-en-dark', width: 360, height: 800, lang: 'en', scheme: 'dark' },
  { name: 'phone-zh', width: 390, height: 844, lang: 'zh', scheme: 'light' },
];

/** Addresses of the router, as it ranks them; what is nowhere else is for `*`. */
const routes = [
  ...readFileSync(join(__dirname, '../../apps/console/src/app/routes.tsx'), 'utf8').matchAll(/path: '([^']+)'/g),
].map(([, path]) => ({ path: path!.startsWith('/') || path === '*' ? path! : `/${path}` }));
const visited = new Set<string>();
const seen = (page: Page) => {
  for (const { route } of matchRoutes(routes, new URL(page.url()).pathname) ?? []) visited.add(route.path);
};

/** A draft that nobody has filled in, for the steps that lead through it. */
let draft = '';
/** Asks the service as the console does, for what the demo leaves out. */
const send = <T>(page: Page, path: string, body?: object): Promise<T> =>
  page.evaluate(
    async ([address, content]) => {
      const answer = await fetch(`/api/v1${address}`, {
        method: content ? 'POST' : 'GET',
        headers: { 'X-Requested-With': 'qingheng', 'Content-Type': 'application/json' },
        ...(content && { body: content }),
      });
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    [path, body && JSON.stringify(body)] as const,
  );

async function proposals(): Promise<void> {
  const filer = await seat.signIn('filer@huolin');
  const { id } = await send<{ id: string }>(filer, '/filings', {
    ...{ method: 'footprint/primary-aluminium', title: '待填', region: '150581' },
    ...{ periodStart: '2025-01-01', periodEnd: '2025-12-31', input: { parameters: {}, tables: {} } },
  });
  draft = id;
  const cells = {
    ...{ id: 'every-page', category: 'material', name_zh: '示例', name_en: 'example', value: '1', unit: 'kg CO2e/kg' },
    ...{ region: '15', source_title: '示例', source_row: '表 1 第 1 行', confidence: 'secondary' },
  };
  await send(filer, '/factor-proposals', { title: '示例因子', rows: [{ cells }] });
  await filer.context().close();
  const admin = await seat.signIn('admin@qingheng');
  const { yaml } = await send<{ yaml: string }>(admin, `${SHEET}/yaml`);
  await send(admin, '/method-proposals', { yaml: yaml.replace('version: 1.0.0', 'version: 1.0.8'), reason: '示例' });
  await admin.context().close();
}

async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-skeleton, .ant-spin-spinning, .waiting').first().waitFor({ state: 'detached' });
}

/** What stands at no address of its own. */
const ways: Record<string, (page: Page, lang: string) => Promise<unknown>> = {
  wizard: (page, lang) => page.goto(`${seat.url}/filings/${draft}?lang=${lang}`),
  grid: async (page, lang) => {
    await page.goto(`${seat.url}/filings/${draft}?lang=${lang}`);
    await page.click('[data-test=mode-grid]');
  },
  tour: async (page, lang) => {
    await page.goto(`${seat.url}/?lang=${lang}`);
    await page.click('[data-test=tour-start]');
    await page.click('.qh-tour .tour-next');
    await page.locator('.qh-tour .tour-next').waitFor();
  },
};

/** To another page, and not before it is there. */
async function follow(page: Page, selector: string): Promise<void> {
  const before = page.url();
  await page.locator(selector).first().click();
  await page.waitForURL(({ href }) => href !== before);
}

/** Goes to an address, or to what the first line of a list leads to. */
async function open(page: Page, path: string, lang = 'zh'): Promise<void> {
  const way = ways[path];
  if (way) {
    await way(page, lang);
    return settled(page);
  }
  const [, deep, list] = /^(first|banner|dossier|why|verified|uncertain|seea|view=\w+):(.*)$/.exec(path) ?? [];
  const address = new URL(list ?? path, seat.url);
  address.searchParams.set('lang', lang);
  await page.goto(address.href);
  if (deep === 'dossier') await follow(page, 'main table [data-test=dossier]');
  else if (deep === 'seea') await follow(page, '[data-test=seea-accounts] table a');
  else if (list) await follow(page, 'main table a');
  if (deep?.startsWith('view=')) await page.locator(`[data-node-key=${deep.slice(5)}] [role=tab]`).click();
  if (deep === 'banner' || deep === 'why') {
    const banner = page.locator('[data-test=results] a').first();
    const folded = page.locator('[data-test=results] .ant-table-row-expand-icon-collapsed').first();
    await banner.or(folded).first().waitFor();
    // A region's leagues are folded; a league's banners stand open.
    if (!(await banner.isVisible())) await folded.click();
    await follow(page, '[data-test=results] a');
  }
  if (deep === 'verified') await follow(page, 'main a[href*="/verifications/"]');
  if (deep === 'uncertain') await follow(page, 'main a[href*="/uncertainty/"]');
  if (deep === 'why') await follow(page, 'main table a[href*="/why/"]');
  await settled(page);
}

beforeAll(async () => {
  await tellStory(seat);
  await proposals();
}, 300_000);

describe.each(looks)('$name', ({ name, ...look }) => {
  it.each(Object.keys(pages))(
    '%s sees every page whole',
    async (username) => {
      const page = await seat.signIn(username, look);
      const wrong: object[] = [];
      page.on('pageerror', (error) => wrong.push({ error: error.message }));
      page.on('response', (answer) => {
        if (answer.status() >= 400) wrong.push({ url: answer.url(), status: answer.status() });
      });
      for (const path of pages[username]!) {
        await open(page, path, look.lang);
        seen(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 1) wrong.push({ path, over });
        // Behind the words of the tour nothing can be used.
        const usable = path === 'tour' ? '.ant-tour.qh-tour' : undefined;
        for (const fault of await broken(page, usable)) wrong.push({ path, ...fault });
        await shot(page, `${name}${path.replace(/\W+/g, '-')}-${username.split('@')[0]}`);
      }
      expect(wrong.map((fault) => JSON.stringify(fault))).toEqual([]);
      await page.context().close();
    },
    180_000,
  );
});

it('shows anybody a label, signed out', async () => {
  const page = await seat.signIn('filer@huolin', { lang: 'zh' });
  await open(page, '/labels');
  const number = (await page.locator('main table a').first().getAttribute('href'))!;
  await page.context().close();
  for (const [lang, width] of [
    ['zh', 390],
    ['en', 1440],
  ] as const) {
    const visitor = await (await seat.browser.newContext({ viewport: { width, height: 844 } })).newPage();
    for (const path of ['/sign-in', '/label', number, '/open', '/open?view=data', '/open?view=programmes', 'notice']) {
      if (path === 'notice') {
        await visitor.locator('details:has(a[href*="/open/notices/"]) summary').first().click();
        await follow(visitor, 'a[href*="/open/notices/"]');
        await settled(visitor);
      } else await visitor.goto(`${seat.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await visitor.waitForLoadState('networkidle');
      seen(visitor);
      expect({ path, broken: await broken(visitor) }).toEqual({ path, broken: [] });
      expect(await visitor.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1)).toBe(true);
      await shot(visitor, `public${path.replace(/\W+/g, '-')}-${lang}`);
    }
    await visitor.context().close();
  }
}, 120_000);

it('has been on every page that the router leads to', () => {
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.map(({ path }) => path).filter((path) => !visited.has(path))).toEqual([]);
});
