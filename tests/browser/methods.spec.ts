/// <reference lib="dom" />
/** A method's life in the console: tried with one's own rows, a new version checked, sent, published by somebody else, compared. */
import { shot, withBrowser } from './browser';

const seat = withBrowser();
const PATH = '/methods/footprint/primary-aluminium';
const VERSION = '1.0.9';

it('is tried with rows that are nowhere filed, and says why', async () => {
  const page = await seat.signIn('filer@huolin');
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${seat.url}${PATH}?view=examples&lang=en`);
  await page.locator('[data-test=examples]').getByText('4 of 4 examples are reproduced').waitFor();
  await page.goto(`${seat.url}${PATH}?view=try&lang=en`);
  await page.locator('[data-test=try] .ant-select').first().click();
  await page.keyboard.type('liquid');
  await page.keyboard.press('Enter');
  const amount = page.locator('[data-test=grid-input] [data-row="0"][data-column="3"]');
  await amount.fill('much');
  await page.click('[data-test=try-run]');
  await page.locator('[data-test=try] [role=alert]').waitFor();
  expect(await amount.getAttribute('aria-invalid')).toBe('true');
  await amount.fill('13492');
  await page.click('[data-test=try-run]');
  await page.locator('[data-test=try-result]').getByText('11,851.2628').first().waitFor();
  await page.locator('[data-test=try-why]').first().click();
  await page.locator('.ant-drawer .why-formula').first().waitFor();
  await shot(page, 'methods-try');
  expect(wrong).toEqual([]);
  await page.context().close();
}, 90_000);

it('gets a new version: faults by place, then sent, and published by somebody else', async () => {
  const admin = await seat.signIn('admin@qingheng');
  await admin.goto(`${seat.url}${PATH}?lang=en`);
  await admin.getByRole('link', { name: 'Propose a new version' }).click();
  const yaml = admin.locator('#yaml');
  await admin.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#yaml')?.value.includes('footprint/primary-aluminium'),
  );
  const released = await yaml.inputValue();
  const next = released
    .replace('version: 1.0.0', `version: ${VERSION}`)
    .replace('excluded_kgco2e <= 0.05 *', 'excluded_kgco2e <= 0.03 *');
  await yaml.fill(next.replace('lookup(gwp_cf4, gwp)', 'lookup(gwp_cf5, gwp)'));
  await admin.click('[data-test=check-sheet]');
  await admin.locator('[data-test=sheet-faults]').waitFor();
  expect(await admin.locator('[data-test=sheet-faults]').innerText()).toContain('pfc_kgco2e');
  await yaml.fill(next);
  await admin.click('[data-test=check-sheet]');
  // It begins on the day on which the version before does: both would be in force.
  await admin.locator('[data-test=sheet-faults]', { hasText: '1.0.0' }).getByText('Change valid').waitFor();
  await yaml.fill(next.replace('valid: { from: 2025-05-01 }', 'valid: { from: 2026-01-01 }'));
  await admin.click('[data-test=check-sheet]');
  await admin.locator('[data-test=sheet-faults]').waitFor({ state: 'detached' });
  await admin.locator('[data-test=changes]').getByText('table/plant/check/1').waitFor();
  await shot(admin, 'methods-check');
  await admin.fill('#reason', 'stricter limit');
  await admin.click('[data-test=send-sheet]');
  await admin.getByText('Somebody else has to publish it.').waitFor();
  expect(await admin.locator('[data-test=publish-method]').count()).toBe(0);
  const address = admin.url().split('?')[0]!;
  const second = await seat.signIn('regulator@qingheng');
  await second.goto(`${address}?lang=en`);
  await second.click('[data-test=publish-method]');
  await second.locator('[data-status=published]').waitFor();
  await shot(second, 'methods-published');
  await second.goto(`${seat.url}${PATH}?version=${VERSION}&view=compare&lang=en`);
  await second.locator('[data-test=changes] ins', { hasText: '0.03' }).waitFor();
  await second.context().close();
  await admin.context().close();
}, 120_000);
