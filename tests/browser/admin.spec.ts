/// <reference lib="dom" />
/** The administrator makes an organisation, a person and a machine in the console; the person signs in. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type RunningService, runningService } from '../support/running-service';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
let browser: Browser;
let service: RunningService;
beforeAll(async () => {
  if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}; CHROMIUM says where it is`);
  service = await runningService();
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function signIn(username: string, password = 'qingheng-demo', width = 1440): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${service.url}/sign-in?lang=en`);
  await page.fill('input[autocomplete=username]', username);
  await page.fill('input[type=password]', password);
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  return page;
}
const choose = async (page: Page, field: string, text: string) => {
  await page.click(`#${field}`);
  await page.locator('.ant-select-item-option', { hasText: text }).last().click();
};
const save = (page: Page) => page.click('.admin-save');

it('makes an organisation, somebody in it who signs in, and a machine whose secret is shown once', async () => {
  const page = await signIn('admin@qingheng');
  await page.goto(`${service.url}/admin?view=organisations&lang=en`);
  await page.click('[data-test=add]');
  await page.fill('#name', '新厂');
  await page.fill('#creditCode', 'short');
  await save(page);
  await page.locator('.ant-modal [role=alert]').waitFor(); // the service names the field
  await page.fill('#creditCode', '91150000MA0TEST999');
  await save(page);
  await page.getByRole('gridcell', { name: '新厂' }).waitFor();

  await page.goto(`${service.url}/admin?lang=en`);
  await page.click('[data-test=add]');
  await choose(page, 'organisationId', '新厂');
  await page.fill('#username', 'new@factory');
  await page.fill('#name', '新人');
  await page.fill('#password', 'a long first password');
  await save(page);
  await page.getByText('new@factory').waitFor();
  if (process.env.QH_SHOTS) await page.screenshot({ path: `${process.env.QH_SHOTS}/admin.png`, fullPage: true });
  await (await signIn('new@factory', 'a long first password')).context().close();

  await page.goto(`${service.url}/admin?view=machines&lang=en`);
  await page.click('[data-test=add]');
  await choose(page, 'organisationId', '新厂');
  await page.fill('#name', '台账系统');
  await choose(page, 'roles', 'Filer');
  await page.click('.ant-modal-title'); // closes the list of roles; Escape might close the form
  await save(page);
  expect((await page.locator('[data-test=secret]').innerText()).trim().length).toBeGreaterThan(40);
  await page.context().close();
});

it('is for administrators alone, and fits a phone', async () => {
  const filer = await signIn('filer@huolin');
  expect(await filer.getByRole('link', { name: 'People' }).count()).toBe(0);
  await filer.context().close();
  const phone = await signIn('admin@qingheng', 'qingheng-demo', 390);
  await phone.goto(`${service.url}/admin?lang=zh`);
  await phone.getByText('filer@huolin').waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1)).toBe(true);
  if (process.env.QH_SHOTS) await phone.screenshot({ path: `${process.env.QH_SHOTS}/admin-phone.png`, fullPage: true });
  await phone.context().close();
});
