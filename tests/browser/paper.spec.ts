/// <reference lib="dom" />
/** What is taken home on paper, and what hangs on a wall: printed pages, 4K, units, dark charts. */
import type { Page } from 'playwright-core';
import { shot, tellStory, withBrowser } from './browser';

const seat = withBrowser();
beforeAll(() => tellStory(seat), 240_000);

const settle = async (page: Page) => {
  // The page before may still stand.
  await page.waitForTimeout(400);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-skeleton, .waiting, .shell-busy').first().waitFor({ state: 'detached' });
};
/** Ways from a list to the page that is printed. */
const papers: [name: string, who: string, list: string, steps: string[]][] = [
  ['a label', 'filer@huolin', '/labels', ['main table a']],
  ['a dossier', 'filer@huolin', '/labels', ['main table [data-test=dossier]']],
  ['a result', 'reviewer@qingheng', '/reviews', ['main table a']],
  [
    'why a household gets this much',
    'clerk@xilingol',
    '/compensation',
    ['main table a', '[data-test=results] a', 'main table a[href*="/why/"]'],
  ],
  ['an account of eco-products', 'clerk@finance', '/ecoproducts/accounts', ['main table a']],
  ['a trading day', 'trader@qingheng', '/reconciliation', ['main table a']],
  ['a statement of holdings', 'filer@huolin', '/holdings', ['[data-test=statement]']],
];

it.each(papers)(
  '%s fits on paper, white, with nothing to press',
  async (name, who, list, steps) => {
    // Somebody who reads in the dark prints on white all the same.
    const page = await seat.signIn(who, { lang: 'zh', scheme: 'dark' });
    await page.goto(`${seat.url}${list}`);
    for (const step of steps) {
      await page.locator(step).first().click();
      await settle(page);
    }
    await page.emulateMedia({ media: 'print' });
    // A4 less its margins, at 96 dots an inch.
    await page.setViewportSize({ width: 700, height: 990 });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    const found = await page.evaluate(() => {
      const seen = (element: Element) => element.getClientRects().length > 0;
      return {
        pressed: [...document.querySelectorAll('nav, .ant-btn, .plain-button, .table-tools, input')].filter(seen)
          .length,
        ground: getComputedStyle(document.body).backgroundColor,
        over: document.documentElement.scrollWidth - innerWidth,
        words: document.body.innerText.length,
      };
    });
    await shot(page, `paper-${name.replace(/\W+/g, '-')}`);
    expect(found).toMatchObject({ pressed: 0, ground: 'rgb(255, 255, 255)' });
    expect(found.over).toBeLessThanOrEqual(1);
    expect(found.words).toBeGreaterThan(40);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5_000);
    await page.context().close();
  },
  90_000,
);

it('keeps its lines readable at 4K', async () => {
  const page = await seat.signIn('clerk@finance', { width: 3840, height: 2160, lang: 'zh' });
  for (const path of ['/', '/compensation', '/ecoproducts/accounts']) {
    await page.goto(`${seat.url}${path}`);
    await settle(page);
    const { left, right, width } = await page.locator('.page').evaluate((element) => {
      const box = element.getBoundingClientRect();
      return { left: box.left - 216, right: innerWidth - box.right, width: box.width };
    });
    expect(width).toBeGreaterThan(1_400);
    expect(width).toBeLessThanOrEqual(1_760);
    expect(Math.abs(left - right)).toBeLessThan(40);
  }
  await page.context().close();
}, 90_000);

it('writes money as its reader chose, in tables of results as well', async () => {
  const page = await seat.signIn('clerk@finance', { lang: 'zh' });
  await page.goto(`${seat.url}/compensation`);
  await page.locator('main table a').first().waitFor();
  const choose = async (unit: string) => {
    await page.evaluate((money) => localStorage.setItem('qh.units', JSON.stringify({ money })), unit);
    await page.reload();
    await settle(page);
    return page.locator('main table tbody').first().innerText();
  };
  expect(await choose('yi')).toContain('亿元');
  expect(await choose('wan')).toContain('万元');
  expect(await choose('yuan')).not.toMatch(/[万亿]元/);
  await page.context().close();
}, 90_000);
