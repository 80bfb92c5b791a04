/// <reference lib="dom" />
/**
 * Every page with the demo's data in it, as those who use it see it: nothing fails, nothing hangs over the edge of a
 * phone, and axe finds nothing that WCAG 2.2 AA forbids, in both languages, light and dark.
 */
import type { Page } from 'playwright-core';
import { broken } from './axe';
import { type Look, shot, tellStory, withBrowser } from './browser';

const seat = withBrowser();

const pages: Record<string, string[]> = {
  'filer@huolin': [
    '/',
    '/filings',
    '/filings/new',
    'first:/filings',
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
    '/factors/impacts',
  ],
  'filer@linchang': [
    '/sinks',
    '/sinks/new',
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
    '/methods/footprint/primary-aluminium',
  ],
  'trader@qingheng': [
    '/',
    '/ecoproducts',
    'first:/ecoproducts',
    '/market',
    '/reconciliation',
    'first:/reconciliation',
    '/reconciliation/breaks',
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
  ],
  'clerk@finance': [
    '/',
    '/ecoproducts/accounts',
    'first:/ecoproducts/accounts',
    '/ecoproducts/uses',
    '/compensation',
    'first:/compensation',
    'why:/compensation',
    'first:/filings',
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
  'regulator@qingheng': ['/', '/ecoproducts/audit', '/ecoproducts/indicators', '/holdings', '/audit'],
  'admin@qingheng': ['/', '/admin', '/admin?view=organisations', '/admin?view=machines', '/jobs'],
};
const looks: (Look & { name: string })[] = [
  { name: 'wide-zh', width: 1440, lang: 'zh', scheme: 'light' },
  { name: 'phone-en-dark', width: 360, height: 800, lang: 'en', scheme: 'dark' },
  { name: 'phone-zh', width: 390, height: 844, lang: 'zh', scheme: 'light' },
];

/** Goes to an address, or to what the first line of a list leads to. */
async function open(page: Page, path: string, lang = 'zh'): Promise<void> {
  const [, deep, list] = /^(first|banner|dossier|why|verified|uncertain|view=\w+):(.*)$/.exec(path) ?? [];
  const address = new URL(list ?? path, seat.url);
  address.searchParams.set('lang', lang);
  await page.goto(address.href);
  if (deep === 'dossier') await page.locator('main table [data-test=dossier]').first().click();
  else if (list) await page.locator('main table a').first().click();
  if (deep?.startsWith('view=')) await page.locator(`[data-node-key=${deep.slice(5)}] [role=tab]`).click();
  if (deep === 'banner' || deep === 'why') {
    const banner = page.locator('[data-test=results] a').first();
    const folded = page.locator('[data-test=results] .ant-table-row-expand-icon-collapsed').first();
    await banner.or(folded).first().waitFor();
    // A region's leagues are folded; a league's banners stand open.
    if (!(await banner.isVisible())) await folded.click();
    await banner.click();
  }
  if (deep === 'verified') await page.locator('main a[href*="/verifications/"]').first().click();
  if (deep === 'uncertain') await page.locator('main a[href*="/uncertainty/"]').first().click();
  if (deep === 'why') await page.locator('main table a[href*="/why/"]').first().click();
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-skeleton, .ant-spin-spinning, .waiting').first().waitFor({ state: 'detached' });
}

beforeAll(() => tellStory(seat), 180_000);

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
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 1) wrong.push({ path, over });
        for (const fault of await broken(page)) wrong.push({ path, ...fault });
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
    for (const path of ['/sign-in', '/label', number, '/open', '/open?view=programmes', '/open?view=data']) {
      await visitor.goto(`${seat.url}${path}?lang=${lang}`);
      await visitor.waitForLoadState('networkidle');
      expect({ path, broken: await broken(visitor) }).toEqual({ path, broken: [] });
      expect(await visitor.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1)).toBe(true);
      await shot(visitor, `public${path.replace(/\W+/g, '-')}-${lang}`);
    }
    await visitor.context().close();
  }
}, 120_000);
