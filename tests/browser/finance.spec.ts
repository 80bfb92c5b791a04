/// <reference lib="dom" />
/** A finance office's day in the console: the roster that is refused and the one that is taken, the figures, the reasons. */
import { Person } from '../support/person';
import { madeHousehold, rosterCsv } from '../support/rosters';
import { programmeBody } from '../support/compensation';
import { shot, withBrowser } from './browser';

const seat = withBrowser();
const households = Array.from({ length: 40 }, (_, i) => madeHousehold(i + 1, i % 2 ? '152501' : '152502'));
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
let address = '';

it('takes a roster in whole or not at all, calculates, and says who is next', async () => {
  const clerk = await Person.signIn(seat.url, 'clerk@xilingol', 'qingheng-demo');
  const { body } = await clerk.post<{ id: string }>('/compensation/programmes', programmeBody({ pool: '9000000.00' }));
  address = `${seat.url}/compensation/${body.id}`;
  const page = await seat.signIn('clerk@xilingol');
  await page.goto(`${address}?lang=en`);
  const choose = page.locator('[data-test=rosters] input[type=file]');
  const broken = households.map((one, i) =>
    i === 3 ? { ...one, identity: one.identity.replace(/.$/, (c) => (c === '1' ? '2' : '1')) } : one,
  );
  await choose.setInputFiles(file('broken.csv', rosterCsv(broken)));
  await page.locator('[data-test=rosters] .fault-list').waitFor();
  expect(await page.locator('[data-test=rosters] .fault-list').innerText()).toMatch(/5.*identity/);
  await choose.setInputFiles(file('roster.csv', rosterCsv(households)));
  await page.getByText('40 households').waitFor();
  await page.click('[data-test=go]');
  await page.locator('[data-test=results]').waitFor();
  await page.reload();
  await page.getByText('Next: Pass review, by the Reviewer', { exact: false }).waitFor();
  expect(await page.locator('[data-test=go]').count()).toBe(0); // it is not the clerk's turn
  await shot(page, 'finance-calculated');
  await page.context().close();
}, 120_000);

it('leads from the pool down to the reasons of one household', async () => {
  const page = await seat.signIn('reviewer@qingheng', { width: 390, height: 844, lang: 'zh' });
  await page.goto(`${address}?lang=zh`);
  await page.locator('[data-test=results] a').first().click();
  await page.locator('main table a[href*="/why/"]').nth(1).click();
  await page.locator('[data-test=amount]').waitFor();
  const amount = (await page.locator('[data-test=amount]').innerText()).trim();
  expect(amount).toMatch(/^[\d,]+\.\d\d 元$/);
  expect(await page.locator('.why-sentences').innerText()).toContain('7.5 元/亩');
  expect((await page.locator('.why-ladder li').first().innerText()).replaceAll('\n', ' ')).toContain(amount);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1)).toBe(true);
  await shot(page, 'finance-why-phone');
  await page.context().close();
}, 60_000);

it('passes review by another person, and the notice is opened by the clerk', async () => {
  const reviewer = await seat.signIn('reviewer@qingheng');
  await reviewer.goto(`${address}?lang=en`);
  expect(await reviewer.locator('[data-test=return]').isDisabled()).toBe(true); // a return needs its reason
  await reviewer.click('[data-test=go]');
  await reviewer.getByText('Next: Open the notice', { exact: false }).waitFor();
  await reviewer.context().close();
  const clerk = await seat.signIn('clerk@xilingol');
  await clerk.goto(`${address}?lang=en`);
  expect(await clerk.locator('[data-test=go]').isDisabled()).toBe(true);
  await clerk.fill('[data-test=contact]', '农牧局 0479-0000000');
  await clerk.click('[data-test=go]');
  await clerk.getByText('Next: Approve, by the Finance approver', { exact: false }).waitFor();
  await clerk.context().close();
  const approver = await seat.signIn('approver@xilingol');
  await approver.goto(`${address}?lang=en`);
  await approver.click('[data-test=go]'); // too early: the days of the notice have to pass
  await approver.locator('[data-test=actions] [role=alert]').waitFor();
  await shot(approver, 'finance-too-early');
  await approver.context().close();
}, 120_000);
