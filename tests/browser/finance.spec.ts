/// <reference lib="dom" />
/** A finance office's day in the console: the roster that is refused and the one that is taken, the figures, the reasons. */
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
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

it('holds a household by two people, pays the others, takes the bank at its word, and closes when all is paid', async () => {
  const db = new Client({ connectionString: seat.env.OWNER_DATABASE_URL });
  await db.connect();
  await db.query('UPDATE compensation_notice SET first_day = first_day - 30, last_day = last_day - 30');
  await db.end();
  const approver = await seat.signIn('approver@xilingol');
  await approver.goto(`${address}?lang=en`);
  await approver.click('[data-test=go]');
  await approver.locator('[data-test=book]').getByText('Agrees with the payments').waitFor();

  const clerk = await seat.signIn('clerk@xilingol');
  await clerk.goto(`${address}?lang=en`);
  await clerk.click('[data-test=propose]');
  await clerk.fill('[data-test=decision-household]', households[0]!.household_id);
  await clerk.fill('[data-test=decision-reason]', 'inspection under way');
  await clerk.fill('[data-test=decision-document]', '核查通知');
  await clerk.locator('.ant-modal-footer .ant-btn-primary').click();
  await clerk.locator('[data-test=decisions]').getByText('To be confirmed').waitFor();
  await approver.reload();
  await approver.locator('[data-test=decisions]').getByRole('button', { name: 'Confirm' }).click();
  await approver.locator('[data-test=decisions]').getByText('Confirmed', { exact: true }).waitFor();

  const batch = async (paid: number) => {
    await clerk.reload();
    await clerk.locator('[data-test=payments]').getByLabel('Bank layout').click();
    await clerk.locator('.ant-select-item-option', { hasText: 'Plain text (GBK' }).click();
    await clerk.getByRole('button', { name: 'Make a batch' }).click();
    const row = clerk.locator('[data-test=payments] tbody tr[data-row-key]').first();
    await row.getByText(`0 paid · 0 failed · ${paid} in all`).waitFor();
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      row.getByRole('button', { name: 'Bank file' }).click(),
    ]);
    const text = new TextDecoder('gbk').decode(readFileSync(await download.path()));
    const [, ...lines] = text.split('\r\n').filter(Boolean);
    expect(lines).toHaveLength(paid);
    const answers = lines.map((line) => line.split('|')).map(([serial, , , amount]) => `${serial}|${amount}|00|`);
    await row
      .locator('input[type=file]')
      .setInputFiles({ name: 'answers.txt', mimeType: 'text/plain', buffer: Buffer.from(answers.join('\n')) });
    await row.getByText(`${paid} paid · 0 failed · ${paid} in all`).waitFor();
  };
  await batch(39);
  await shot(clerk, 'finance-held');
  // The arrears are asked for anew once the batch stands: one banner is left, that of the held household.
  const late = clerk.locator('[data-test=arrears] tbody tr[data-row-key]');
  await late.nth(1).waitFor({ state: 'detached' });
  expect(await late.count()).toBe(1);

  await clerk.click('[data-test=propose]');
  await clerk.fill('[data-test=decision-household]', households[0]!.household_id);
  await clerk.locator('.ant-modal .ant-select').click();
  await clerk.locator('.ant-select-item-option', { hasText: 'Release' }).click();
  await clerk.fill('[data-test=decision-reason]', 'nothing was found');
  await clerk.fill('[data-test=decision-document]', '核查结论');
  await clerk.locator('.ant-modal-footer .ant-btn-primary').click();
  await clerk.locator('[data-test=decisions]').getByText('To be confirmed').waitFor();
  await approver.reload();
  await approver.locator('[data-test=decisions]').getByRole('button', { name: 'Confirm' }).click();
  await approver.locator('[data-test=decisions]').getByText('To be confirmed').waitFor({ state: 'detached' });
  await batch(1);
  await approver.reload();
  await approver.getByText('Next: Close', { exact: false }).waitFor();
  await approver.click('[data-test=go]');
  await approver.locator('.ant-steps-item-active, .ant-steps-item-process').getByText('Closed').waitFor();
  await approver.locator('[data-test=book]').getByText('Agrees with the payments').waitFor();
  await shot(approver, 'finance-closed');
  await approver.context().close();
  await clerk.context().close();
}, 180_000);
