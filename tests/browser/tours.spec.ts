/// <reference lib="dom" />
/**
 * The guided tours from the first step to the last, with the demo's data: what a step speaks of is on the page and in sight, the
 * words beside it stand whole on the screen and cover nothing that they speak of; Escape ends it and gives the keyboard back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type TourName, tours, type TourStep } from '../../apps/console/src/tour/steps';
import { broken } from './axe';
import { shot, tellStory, withBrowser } from './browser';

const seat = withBrowser();
const people: Record<TourName, string> = {
  enterprise: 'filer@huolin',
  trading: 'trader@qingheng',
  finance: 'clerk@finance',
};
type Said = Record<TourName, Record<string, { title: string; text: string }>>;
const said = (lang: string): Said =>
  JSON.parse(readFileSync(join(__dirname, `../../apps/console/src/i18n/${lang}/tour.json`), 'utf8')) as Said;

/** What is wrong with a step as it stands on the screen. */
const faultsOf = (page: Page, target: string | undefined): Promise<string[]> =>
  page.evaluate((selector) => {
    const faults: string[] = [];
    const words = document.querySelector('.ant-tour.qh-tour')!.getBoundingClientRect();
    if (words.left < 0 || words.top < 0 || words.right > innerWidth + 1 || words.bottom > innerHeight + 1)
      faults.push(`the words hang over the edge: ${JSON.stringify(words)}`);
    const next = document.querySelector('.qh-tour .tour-next')!.getBoundingClientRect();
    const onTop = document.elementFromPoint((next.left + next.right) / 2, (next.top + next.bottom) / 2);
    if (!onTop?.closest('.tour-next')) faults.push(`covered by ${onTop?.outerHTML.slice(0, 120)}`);
    if (!selector) return faults;
    const element = [...document.querySelectorAll<HTMLElement>(selector)].find(({ offsetParent }) => offsetParent);
    if (!element) return [...faults, 'its target is not on the page'];
    const at = element.getBoundingClientRect();
    const seen = {
      left: Math.max(0, at.left),
      right: Math.min(innerWidth, at.right),
      top: Math.max(0, at.top),
      bottom: Math.min(innerHeight, at.bottom),
    };
    const area = (seen.right - seen.left) * (seen.bottom - seen.top);
    if (seen.right <= seen.left || seen.bottom <= seen.top) return [...faults, 'its target is out of sight'];
    const over =
      Math.max(0, Math.min(seen.right, words.right) - Math.max(seen.left, words.left)) *
      Math.max(0, Math.min(seen.bottom, words.bottom) - Math.max(seen.top, words.top));
    if (over > area / 2) faults.push(`the words cover ${Math.round((100 * over) / area)} % of what they speak of`);
    return faults;
  }, target);

/** The step is there and the keyboard is on its button. */
async function stands(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('.qh-tour .ant-tour-title')?.textContent === wanted &&
      document.activeElement?.classList.contains('tour-next'),
    title,
    { timeout: 30_000 },
  );
  // It glides to its place, and is for nobody's hand until it is there.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  await page.waitForTimeout(300);
}

beforeAll(() => tellStory(seat), 300_000);

describe.each([
  ['zh', 1440],
  ['en', 390],
  ['en', 1440],
  ['zh', 390],
] as const)('%s at %d px', (lang, width) => {
  it.each(Object.keys(people) as TourName[])(
    'the %s tour is walked to its end',
    async (name) => {
      const page = await seat.signIn(people[name], { lang, width, height: width < 600 ? 844 : 900 });
      const wrong: object[] = [];
      page.on('pageerror', (error) => wrong.push({ error: error.message }));
      const words = said(lang)[name];
      await page.locator('[data-test=tour-start]').focus();
      await page.keyboard.press('Enter');
      for (const [i, step] of tours[name].entries()) {
        await stands(page, words[step.key]!.title);
        for (const fault of await faultsOf(page, (step as TourStep).target)) wrong.push({ step: step.key, fault });
        if (i === 1)
          for (const fault of await broken(page, '.ant-tour.qh-tour')) wrong.push({ step: step.key, ...fault });
        await shot(page, `tour-${name}-${lang}-${width}-${i}`);
        if (i < tours[name].length - 1) await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Enter');
      await page.locator('.ant-tour.qh-tour').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      expect(wrong.map((fault) => JSON.stringify(fault))).toEqual([]);
      await page.goto(`${seat.url}/?lang=${lang}`);
      await page.locator('main .home-grid').waitFor();
      expect(await page.locator('[data-test=tour-offer]').count()).toBe(0);
      await page.context().close();
    },
    180_000,
  );
});

it.each(['trading', 'finance'] as const)(
  'the %s tour goes back a step, and Escape ends it where one is',
  async (name) => {
    const page = await seat.signIn(people[name], { lang: 'en' });
    const words = said('en')[name];
    const [first, second, third] = tours[name];
    await page.click('[data-test=tour-start]');
    for (const step of [first, second, third]) {
      await stands(page, words[step!.key]!.title);
      if (step !== third) await page.keyboard.press('Enter');
    }
    await page.locator('.ant-tour.qh-tour').getByRole('button', { name: 'Back' }).click();
    await stands(page, words[second!.key]!.title);
    const address = page.url();
    await page.keyboard.press('Escape');
    await page.locator('.ant-tour.qh-tour').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(page.url()).toBe(address);
    await page.context().close();
  },
  120_000,
);
