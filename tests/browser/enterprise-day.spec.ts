/// <reference lib="dom" />
/**
 * An enterprise's day in the console with the demo's data, in both languages: the tour by keyboard, a footprint filed step by
 * step and pasted from a spreadsheet, saved by itself, calculated, read down to the factor, labelled by somebody else; then
 * the carbon account: what is due, how to meet it, the statement.
 */
import type { Page } from 'playwright-core';
import enFilings from '../../apps/console/src/i18n/en/filings.json';
import zhFilings from '../../apps/console/src/i18n/zh/filings.json';
import { Person } from '../support/person';
import { holdRuns } from './hold-runs';
import { shot, tellStory, withBrowser } from './browser';

/** What watchProgress writes down in the page. */
declare const seen: { events: { status: string; progress: number }[]; shown: number[] };

const seat = withBrowser();
const STAGE = { zh: '正在核算', en: 'Calculating' };
const words = { zh: zhFilings, en: enFilings };
const FACTOR = 'factor:pcf-elec-avg-2023@2023';
const lines = [
  `P1\telectricity\t\t13,492\tkWh\t${FACTOR}`,
  'P1\tanode\t\t0.5\tt\t376',
  'P1\talumina\t\t1.92\tt\t811.19',
].join('\n');
const plant = { plant_id: 'P1', aluminium_t: '1', anode_net_t: '0.411', anode_sulphur: '0.02', anode_ash: '0.004' };

beforeAll(() => tellStory(seat), 240_000);

async function paste(page: Page, table: string, text: string): Promise<void> {
  await page.click(`[data-test=add-${table}]`);
  await page.locator(`[data-test=grid-${table}] [data-row="0"][data-column="0"]`).evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** In the page: every event of a run, and every share that its bar has shown. */
function watchProgress(): void {
  const seen = { events: [] as object[], shown: [] as number[] };
  Object.assign(globalThis, { seen });
  const Plain = EventSource;
  globalThis.EventSource = class extends Plain {
    constructor(...from: ConstructorParameters<typeof EventSource>) {
      super(...from);
      this.addEventListener('message', ({ data }) => seen.events.push(JSON.parse(data as string) as object));
    }
  };
  new MutationObserver(() => {
    const bar = document.querySelector('[data-test=progress] [aria-valuenow]');
    const share = bar && Number(bar.getAttribute('aria-valuenow'));
    if (share !== null && share !== seen.shown.at(-1)) seen.shown.push(share);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] });
}

const filled = (page: Page, table: string) => page.locator(`[data-test=grid-${table}] tbody tr:not(:has(.grid-empty))`);

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const says = words[lang];
  const title = `${lang} ${Date.now()}`;
  let page: Page;
  let address = '';
  const wrong: string[] = [];

  beforeAll(async () => {
    page = await seat.signIn('filer@huolin', { lang });
    page.on('pageerror', (error) => wrong.push(error.message));
  }, 60_000);
  afterAll(async () => {
    await page?.context().close();
    expect(wrong).toEqual([]);
  });

  it('is shown around by keyboard alone, once', async () => {
    await page.locator('[data-test=tour-offer]').waitFor();
    await page.locator('[data-test=tour-start]').focus();
    await page.keyboard.press('Enter');
    const next = page.locator('.qh-tour .tour-next');
    let seen = 0;
    for (; seen < 12; seen++) {
      await next.waitFor({ timeout: 10_000 });
      await page.waitForFunction(() => document.activeElement?.classList.contains('tour-next'));
      const head = await page.locator('.qh-tour .ant-tour-title').innerText();
      expect(head.trim()).not.toBe('');
      if (seen === 4) await shot(page, `day-enterprise-tour-${lang}`);
      await page.keyboard.press('Enter');
      // The next step, or the end.
      await page.waitForFunction(
        (before) => document.querySelector('.qh-tour .ant-tour-title')?.textContent?.trim() !== before,
        head.trim(),
      );
      if (/\/holdings/.test(page.url()) && (await page.locator('[data-test=account]').count()) && seen >= 7) break;
    }
    expect(seen).toBeGreaterThanOrEqual(7);
    await page.keyboard.press('Escape');
    await next.waitFor({ state: 'detached' });
    await page.goto(`${seat.url}/?lang=${lang}`);
    await page.locator('.home-grid').waitFor();
    expect(await page.locator('[data-test=tour-offer]').count()).toBe(0);
  }, 120_000);

  it('files step by step: every field with its clause and an example, a wrong figure shown at once', async () => {
    await page.goto(`${seat.url}/filings/new?lang=${lang}`);
    await page.click('input[value="footprint/primary-aluminium"]');
    await page.fill('#title', title);
    await page.click('[data-test=create-filing]');
    await page.locator('[data-test=wizard]').waitFor();
    address = page.url().split('?')[0]!;
    await page.click('[data-test=wizard-next]');
    await page.click('#parameter-gwp');
    await page.locator('.ant-select-item-option', { hasText: 'AR5' }).click();
    await page.click('[data-test=wizard-next]');
    await page.click('[data-test=wizard-add-plant]');
    const field = (name: string) => page.locator(`[data-test=wizard-plant] [data-field=${name}]`);
    for (const [name, value] of Object.entries(plant)) await field(name).fill(value);
    await field('cf4_kg').fill('-1');
    await page.locator('[data-test=faults]').waitFor();
    expect(await field('cf4_kg').getAttribute('aria-invalid')).toBe('true');
    const notes = await page
      .locator('.wizard-field', { has: page.locator('[data-field=cf4_kg]') })
      .locator('.wizard-notes')
      .innerText();
    expect(notes).toContain(says.wizard.clause);
    expect(notes).toContain('0.034');
    await field('cf4_kg').fill('0.034');
    await page.locator('[data-test=faults]').waitFor({ state: 'detached' });
    await field('c2f6_kg').fill('0.0034');
    await shot(page, `day-enterprise-wizard-${lang}`);
  }, 60_000);

  it('pastes from a spreadsheet, takes it back and puts it in again; all is saved by itself', async () => {
    await page.click('[data-test=mode-grid]');
    expect(await filled(page, 'plant').count()).toBe(1);
    await paste(page, 'input', lines);
    await page.waitForFunction(() => document.querySelectorAll('[data-test=grid-input] tbody tr').length === 3);
    const amount = page.locator('[data-test=grid-input] [data-row="0"][data-column="3"]');
    expect(await amount.inputValue()).toBe('13492');
    await amount.focus();
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelectorAll('[data-test=grid-input] tbody tr').length === 1);
    await page.locator('[data-test=grid-input] [data-row="0"][data-column="0"]').focus();
    await page.keyboard.press('Control+Shift+z');
    await page.waitForFunction(() => document.querySelectorAll('[data-test=grid-input] tbody tr').length === 3);
    await page.getByText(says.allSaved).waitFor();
    const filer = await Person.signIn(seat.url, 'filer@huolin');
    const { body } = await filer.get<{ input: { tables: { input: { factor_kgco2e: string }[] } } }>(
      address.replace(/^.*\/filings/, '/filings'),
    );
    expect(body.input.tables.input.map(({ factor_kgco2e: factor }) => factor)).toEqual([FACTOR, '376', '811.19']);
    await page.reload();
    await page.locator('[data-test=grid-input]').waitFor();
    expect(await filled(page, 'input').count()).toBe(3);
  }, 60_000);

  it('calculates, shows what it is made of, and leads from the figure down to the factor and its source', async () => {
    await page.goto(`${address}?lang=${lang}`);
    await page.locator('[data-test=grid-input]').waitFor();
    const held = await holdRuns(seat.env.OWNER_DATABASE_URL!);
    await page.evaluate(watchProgress);
    try {
      await page.click('[data-test=submit]');
      // Calculated, and kept from ending: what the worker said of it stands on the page, by the event that brought it.
      const progress = page.locator('[data-test=progress]');
      await progress.locator('[aria-valuenow="10"]').waitFor();
      expect(await progress.locator('h2').innerText()).toBe(says.run.running);
      expect(await progress.locator('[data-test=stage]').innerText()).toContain(STAGE[lang]);
      await page.waitForFunction(() =>
        seen.events.some(({ status, progress: done }) => status === 'running' && done === 0.1),
      );
    } finally {
      await held.release();
    }
    const headline = page.locator('[data-test=headline]').first();
    await headline.waitFor({ timeout: 60_000 });
    expect(await headline.innerText()).toContain('11,851.2628');
    const { events, shown } = await page.evaluate(() => seen);
    expect(events.at(-1)).toMatchObject({ status: 'succeeded', progress: 1 });
    expect(shown[0]).toBe(0);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(shown.at(-1)).toBe(100);
    await page.locator('[data-test=sankey] canvas, [data-test=sankey] svg').first().waitFor();
    const first = page.locator('[data-test=hotspots] tbody tr, [data-test=hotspots] li').first();
    expect(await first.innerText()).toMatch(/electricity|电力|Electricity/);
    await page.locator('[data-test=explain]', { hasText: '8,371.786' }).first().click();
    const drawer = page.locator('.ant-drawer-body');
    await drawer.locator('.why-formula').first().waitFor();
    await drawer.getByText(FACTOR.split(/[:@]/)[1]!, { exact: false }).first().waitFor({ state: 'attached' });
    await shot(page, `day-enterprise-why-${lang}`);
    await page.keyboard.press('Escape');
  }, 120_000);

  it('is labelled by somebody else, who is told what each kind of label needs', async () => {
    const reviewer = await seat.signIn('reviewer@qingheng', { lang });
    await reviewer.goto(`${address.replace('/filings/', '/reviews/')}?lang=${lang}`);
    await reviewer.click('[data-test=approve]');
    const wish = reviewer.locator('[data-test=label-wish]');
    await wish.waitFor();
    await wish.locator('input[value=neutral]').check();
    expect(await reviewer.locator('[data-test=issue]').isDisabled()).toBe(true);
    await wish.locator('[data-test=offset-asset]').fill('SC24');
    await wish.locator('[data-test=offset-serials]').fill('999001-999002');
    await wish.locator('[data-test=offset-quantity]').fill('1');
    await reviewer.click('[data-test=issue]');
    await reviewer.click('.issue-confirm');
    await reviewer.locator('.decision [role=alert], .decision .ant-alert').first().waitFor();
    await shot(reviewer, `day-enterprise-label-${lang}`);
    await wish.locator('input[value=footprint]').check();
    await reviewer.click('[data-test=issue]');
    await reviewer.locator('.issue-confirm').last().click();
    await reviewer.waitForURL(/\/label\/CF/);
    await reviewer.locator('[data-test=label-status][data-status=valid]').waitFor();
    await reviewer.context().close();
  }, 120_000);

  it('ends with the account: what was due, how to meet it, and the statement as a file', async () => {
    await page.goto(`${seat.url}/holdings?lang=${lang}`);
    await page.locator('[data-test=obligations]').getByText('120,000').first().waitFor();
    await page.locator('[data-test=plan]').first().click();
    await page.locator('[data-test=plan-of] li').first().waitFor();
    await page.locator('[data-test=statement]').first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-test=statement-file]')]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await shot(page, `day-enterprise-account-${lang}`);
  }, 60_000);
});
