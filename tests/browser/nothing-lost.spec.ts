/// <reference lib="dom" />
/**
 * What somebody has typed survives a session that ends, a network that drops, a service that restarts, an upload that
 * breaks off, and somebody else on the same filing.
 */
import type { Page } from 'playwright-core';
import { withBrowser } from './browser';

const seat = withBrowser();
const cell = (page: Page, column: number) =>
  page.locator(`[data-test=grid-plant] [data-row="0"][data-column="${column}"]`);

async function typing(title: string): Promise<Page> {
  const page = await seat.signIn('filer@huolin');
  await page.goto(`${seat.url}/filings/new?lang=en`);
  await page.click('input[value="footprint/primary-aluminium"]');
  await page.fill('#title', title);
  await page.click('[data-test=create-filing]');
  await page.click('[data-test=mode-grid]');
  await page.click('[data-test=add-plant]');
  await cell(page, 0).fill('p1');
  await save(page);
  await page.getByText('All saved').waitFor();
  return page;
}

/** Where the page has saved by itself meanwhile, there is nothing left to press. */
const save = (page: Page) =>
  page.click('[data-test=save]', { timeout: 6_000 }).catch(async (error: unknown) => {
    if (!(await page.getByText('All saved').isVisible())) throw error;
  });
const typed = async (page: Page, column: number) => (await cell(page, column).inputValue()).replaceAll(',', '');

/** As another device shows it: what reached the service. */
async function keptElsewhere(page: Page, value: string): Promise<void> {
  const other = await seat.signIn('filer@huolin');
  await other.goto(page.url());
  await cell(other, 1).waitFor();
  expect(await typed(other, 1)).toBe(value);
  await other.context().close();
}

it('asks to sign in again over the page, and what was typed is still there to be saved', async () => {
  const page = await typing('session ends');
  await page.context().clearCookies();
  await cell(page, 1).fill('400000');
  await save(page);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.locator('input[type=password]').fill('qingheng-demo');
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
  expect(await typed(page, 1)).toBe('400000');
  await save(page);
  await page.getByText('All saved').waitFor();
  await keptElsewhere(page, '400000');
  await page.context().close();
}, 180_000);

it('says that the network is away, keeps what is typed, and saves it when it is back', async () => {
  const page = await typing('network drops');
  await page.context().setOffline(true);
  await cell(page, 1).fill('410000');
  await save(page);
  await page.locator('main [role=alert]').first().waitFor();
  expect(await typed(page, 1)).toBe('410000');
  await page.context().setOffline(false);
  await save(page);
  await page.getByText('All saved').waitFor();
  await keptElsewhere(page, '410000');
  await page.context().close();
}, 180_000);

it('saves by itself when typing rests', async () => {
  const page = await typing('autosave');
  await cell(page, 1).fill('405000');
  await page.getByText('All saved').waitFor();
  await keptElsewhere(page, '405000');
  await page.context().close();
}, 180_000);

it('goes on typing while the service restarts, and saves when it is back', async () => {
  const page = await typing('service restarts');
  await seat.service.kill('api');
  await cell(page, 1).fill('420000');
  await page.getByText('The service cannot be reached').first().waitFor();
  await cell(page, 2).fill('0.5');
  await seat.service.start('api');
  await page.getByText('All saved').waitFor({ timeout: 150_000 });
  expect([await typed(page, 1), await typed(page, 2)]).toEqual(['420000', '0.5']);
  await keptElsewhere(page, '420000');
  await page.context().close();
}, 240_000);

it('puts together what two people typed, and asks where both changed one cell', async () => {
  const first = await typing('two people');
  const second = await seat.signIn('filer2@huolin');
  await second.goto(`${new URL(first.url()).href.split('?')[0]}?lang=en`);
  await cell(second, 1).waitFor();
  await cell(second, 1).fill('500000');
  await cell(second, 2).fill('0.4');
  await save(second);
  await second.getByText('All saved').waitFor();
  await cell(first, 1).fill('430000');
  await cell(first, 3).fill('0.02');
  await save(first);
  const conflict = first.locator('[data-test=conflict]');
  await conflict.waitFor();
  expect(await conflict.innerText()).toMatch(/430,000[\s\S]*500,000/);
  expect([await typed(first, 1), await typed(first, 3)]).toEqual(['430000', '0.02']);
  await keptElsewhere(first, '500000');
  await conflict.getByText('Mine:').click();
  await first.click('[data-test=merge]');
  await conflict.waitFor({ state: 'detached' });
  expect(await Promise.all([1, 2, 3].map((column) => typed(first, column)))).toEqual(['430000', '0.4', '0.02']);
  await first.getByText('All saved').waitFor();
  await keptElsewhere(first, '430000');
  await first.context().close();
  await second.context().close();
}, 300_000);

it('keeps the inventory where an upload breaks off', async () => {
  const page = await typing('upload aborted');
  await cell(page, 1).fill('440000');
  await page.route('**/import', (route) => route.abort());
  await page.setInputFiles('input[type=file]', {
    name: 'a.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK'),
  });
  await page.locator('main [role=alert]').first().waitFor();
  expect(await typed(page, 1)).toBe('440000');
  await page.getByText('All saved').waitFor();
  await keptElsewhere(page, '440000');
  await page.context().close();
}, 180_000);
