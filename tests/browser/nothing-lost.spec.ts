/// <reference lib="dom" />
/** What somebody has typed survives a session that ends and a network that drops. */
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
  await page.click('[data-test=add-plant]');
  await cell(page, 0).fill('p1');
  await save(page);
  await page.getByText('All saved').waitFor();
  return page;
}

const save = (page: Page) => page.click('[data-test=save]');
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
}, 90_000);

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
}, 90_000);
