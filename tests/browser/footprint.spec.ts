/// <reference lib="dom" />
/**
 * A smelter's footprint in the console, from filing to verified label, in a real browser against the running service.
 * `CHROMIUM` says where the browser is.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type RunningService, runningService } from '../support/running-service';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const password = process.env.QH_DEMO_PASSWORD ?? 'qingheng-demo';

const plant = 'p\t1\t0.411\t0.02\t0.004\t0.034\t0.0034';
const inputs = [
  'p\telectricity\t\t13,492\tkWh\t0.6205',
  'p\tanode\t\t0.5\tt\t376',
  'p\talumina\t\t1.92\tt\t811.19',
].join('\n');

describe('a footprint from filing to label', () => {
  let browser: Browser;
  let service: RunningService;
  let base: string;
  const title = `browser ${Date.now()}`;
  let label = '';

  beforeAll(async () => {
    if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}; CHROMIUM says where it is`);
    service = await runningService();
    base = service.url;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function signIn(username: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${base}/sign-in?lang=en`);
    await page.fill('input[autocomplete=username]', username);
    await page.fill('input[type=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return page;
  }

  async function pasteInto(page: Page, table: string, text: string) {
    await page.click(`[data-test=add-${table}]`);
    const cell = page.locator(`[data-test=grid-${table}] [data-row="0"][data-column="0"]`);
    await cell.evaluate((element, copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', copied);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  it('is filed by pasting from a spreadsheet, a wrong figure shown at its cell, and calculated', async () => {
    const page = await signIn('filer@huolin');
    await page.goto(`${base}/filings/new?lang=en`);
    await page.click('input[value="footprint/primary-aluminium"]');
    await page.fill('#title', title);
    await page.click('[data-test=create-filing]');
    await page.click('[data-test=mode-grid]');
    await pasteInto(page, 'plant', plant);
    await pasteInto(page, 'input', inputs);
    const cf4 = page.locator('[data-test=grid-plant] [data-row="0"][data-column="5"]');
    await cf4.fill('-1');
    await page.locator('[data-test=faults]').waitFor();
    expect(await cf4.getAttribute('aria-invalid')).toBe('true');
    await cf4.fill('0.034');
    await page.locator('[data-test=faults]').waitFor({ state: 'detached' });
    await page.click('#parameter-gwp');
    await page.locator('.ant-select-item-option', { hasText: 'AR5' }).click();
    await page.click('[data-test=submit]');
    const headline = page.locator('[data-test=headline]').first();
    await headline.waitFor({ timeout: 60_000 });
    expect(await headline.innerText()).toContain('11,851.2628');
    await page.locator('[data-test=explain]').first().click();
    await page.locator('.why-formula').first().waitFor();
    await page.context().close();
  });

  it('is approved and issued by somebody else', async () => {
    const page = await signIn('reviewer@qingheng');
    await page.goto(`${base}/reviews?lang=en`);
    await page.getByRole('link', { name: title }).click();
    await page.click('[data-test=return]');
    await page.getByText('Say why it goes back').waitFor();
    await page.click('[data-test=approve]');
    await page.click('[data-test=issue]');
    await page.click('.issue-confirm');
    await page.waitForURL(/\/label\//);
    label = (await page.locator('[data-test=label-number]').innerText()).trim();
    expect(label).not.toBe('');
    await page.context().close();
  });

  it('is verified by anybody, without an account, in the browser itself', async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/label/${encodeURIComponent(label)}?lang=zh`);
    await page.locator('[data-test=label-status][data-status=valid]').waitFor();
    await page.click('[data-test=verify]');
    await page.locator('[data-outcome=genuine]').waitFor();
    await page.close();
  });
});
