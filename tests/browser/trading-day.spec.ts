/// <reference lib="dom" />
/**
 * The trading centre's day in the console with the demo's data, in both languages: an offer, a deal and what it moved; the day's
 * books, a bank's statement whose columns are named on the page; the workbench by keys, two people; the close, report and prices.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import enRecon from '../../apps/console/src/i18n/en/reconciliation.json';
import zhRecon from '../../apps/console/src/i18n/zh/reconciliation.json';
import { Person } from '../support/person';
import { shot, tellStory, withBrowser } from './browser';

const seat = withBrowser();
const words = { zh: zhRecon, en: enRecon };
const DAYS = { zh: '2024-12-25', en: '2024-12-26' };
const DEALS = 12;

const ASSET = 'CCER-DEMO-24';

beforeAll(async () => {
  await tellStory(seat);
  // The demo offsets and sells all that it issues: some more, to trade with.
  const [maker, checker] = [
    await Person.signIn(seat.url, 'registrar@qingheng'),
    await Person.signIn(seat.url, 'regulator@qingheng'),
  ];
  const seller = await Person.signIn(seat.url, 'filer@huolin');
  const { body: me } = await seller.get<{ user: { organisation: { id: string } } }>('/auth/me');
  const { body } = await maker.post<{ id: string }>('/registry/operations', {
    ...{ operation: 'issue', asset: ASSET, amount: '500', holder: me.user.organisation.id, document: 'list' },
  });
  const approved = await checker.post<{ status: string }>(`/registry/operations/${body.id}/approve`);
  if (approved.body.status !== 'posted') throw new Error(JSON.stringify(approved.body));
}, 300_000);

/** Twelve deals; the registry lacks one, the bank another, and pays a third a fen short. */
function books(date: string) {
  const deals = ['deal_id,trade_date,account,product,side,quantity,price,amount'];
  const registry = ['line_id,date,account,product,quantity,reference'];
  const bank = ['流水号,入账日,账号,发生额（元）,业务参考号,摘要'];
  for (let i = 0; i < DEALS; i++) {
    const [deal, account, quantity] = [`T${date.slice(8)}${String(i).padStart(3, '0')}`, `A${i % 5}`, 100 + i * 7];
    const fen = quantity * 9_750;
    const yuan = (of: number) => (of / 100).toFixed(2);
    deals.push(`${deal},${date},${account},CEA,${i % 2 ? 'sell' : 'buy'},${quantity},97.50,${yuan(fen)}`);
    if (i !== 3) registry.push(`R${i},${date},${account},CEA,${quantity},${deal}`);
    if (i !== 5) bank.push(`B${i},${date},${account},"${grouped(yuan(i === 7 ? fen - 1 : fen))}",${deal},`);
  }
  const file = (name: string, lines: string[]) => ({
    name: `${name}-${date}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\n')}\n`),
  });
  return { deals: file('deals', deals), registry: file('registry', registry), bank: file('bank', bank) };
}
const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?=\.))/g, ',');

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const recon = words[lang];
  const date = DAYS[lang];
  const price = lang === 'zh' ? '61.50' : '62.50';
  const wrong: string[] = [];
  const open = async (who: string, path: string): Promise<Page> => {
    const page = await seat.signIn(who, { lang });
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(`${seat.url}${path}?lang=${lang}`);
    return page;
  };
  afterAll(() => expect(wrong).toEqual([]));

  it('an enterprise offers, another takes a part of it, and both sides have moved', async () => {
    const seller = await open('filer@huolin', '/market');
    await seller.click('[data-test=offer]');
    await seller.fill('[data-test=offer-asset]', ASSET);
    await seller.fill('[data-test=offer-price]', price);
    await seller.fill('[data-test=offer-quantity]', '100');
    await seller.locator('.ant-modal-footer .ant-btn-primary').click();
    await seller.locator('.ant-modal-footer').waitFor({ state: 'detached' });
    await seller.locator('[data-test=board] tr', { hasText: price }).waitFor();
    await seller.context().close();
    const buyer = await open('filer@linchang', '/market');
    const row = buyer.locator('[data-test=board] tr', { hasText: price });
    await row.locator('[data-test=take]').click();
    await buyer.locator('[data-test=take-quantity]').fill('40');
    await buyer.locator('.ant-modal-footer .ant-btn-primary').click();
    await buyer.locator('.ant-modal-footer').waitFor({ state: 'detached' });
    await row.getByText('60 / 100').waitFor();
    const deal = buyer.locator('[data-test=deals] tr', { hasText: price }).first();
    expect(await deal.innerText()).toContain(lang === 'zh' ? '2,460.00' : '2,500.00');
    await buyer.goto(`${seat.url}/holdings?lang=${lang}`);
    await buyer.locator('main tr', { hasText: ASSET }).first().waitFor();
    await buyer.context().close();
  }, 120_000);

  it('the centre sees deal, bulletin of the day and the real history', async () => {
    const page = await open('trader@qingheng', '/market');
    await page.locator('[data-test=deals] tr', { hasText: price }).first().waitFor();
    await page.locator('[data-test=bulletin] tr', { hasText: ASSET }).getByText(price).first().waitFor();
    // Drawn when it comes near.
    await page.locator('[data-test=price-chart]').scrollIntoViewIfNeeded();
    await page.locator('[data-test=price-chart] canvas, [data-test=price-chart] svg').first().waitFor();
    await page.locator('[data-test=history] .ant-segmented-item', { hasText: 'CCER' }).click();
    await page.locator('[data-test=history]').getByText('CCER', { exact: false }).first().waitFor();
    await page.locator('[data-test=history] tbody tr[data-row-key]').first().waitFor();
    await shot(page, `day-trading-market-${lang}`);
    await page.context().close();
  }, 60_000);

  it('takes the three books; the columns of a bank are named once and remembered', async () => {
    const page = await open('trader@qingheng', `/reconciliation/${date}`);
    const { deals, registry, bank } = books(date);
    const inputs = page.locator('.books input[type=file]');
    await inputs.nth(0).setInputFiles(deals);
    await page.getByText(deals.name).waitFor();
    await inputs.nth(1).setInputFiles(registry);
    await page.getByText(registry.name).waitFor();
    await inputs.nth(2).setInputFiles(bank);
    if (lang === 'zh') {
      const mapping = page.locator('[data-test=mapping]');
      await mapping.waitFor();
      expect(await page.locator('.mapping-take').isDisabled()).toBe(true);
      for (const [column, there] of Object.entries({
        line_id: '流水号',
        value_date: '入账日',
        account: '账号',
        amount: '发生额（元）',
        reference: '业务参考号',
        memo: '摘要',
      })) {
        const select = mapping.locator(`[data-column=${column}]`);
        if ((await select.innerText()).includes(there)) continue;
        await select.click();
        await page.keyboard.type(there);
        await page.keyboard.press('Enter');
      }
      await shot(page, 'day-trading-mapping');
      await page.click('.mapping-take');
      await mapping.waitFor({ state: 'detached' });
    }
    await page.getByText(bank.name).waitFor();
    await page.getByRole('button', { name: recon.match, exact: true }).click();
    await page.locator('[data-test=workbench] [role=option]').nth(2).waitFor();
    expect(await page.locator('[data-test=workbench] [role=option]').count()).toBe(3);
    expect(await page.getByRole('button', { name: recon.close, exact: true }).isDisabled()).toBe(true);
    await page.context().close();
  }, 120_000);

  it('is worked off by keys: one person explains all at once, another settles them', async () => {
    const first = await open('trader@qingheng', `/reconciliation/${date}`);
    const marked = async (page: Page) => {
      const list = page.locator('[data-test=workbench] [role=listbox]');
      await list.locator('[role=option]').nth(2).waitFor();
      await list.focus();
      for (const key of ['k', 'k', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
      expect(await list.locator('[aria-checked=true]').count()).toBe(3);
    };
    await marked(first);
    await first.locator('[data-test=candidates]').waitFor();
    await shot(first, `day-trading-workbench-${lang}`);
    await first.keyboard.press('e');
    const modal = first.locator('.ant-modal');
    await modal.locator('.ant-select').first().click();
    await first.locator('.ant-select-item-option', { hasText: recon.resolution.source_error }).click();
    await modal.locator('textarea').fill(lang === 'zh' ? '银行更正' : 'corrected by the bank');
    await modal.locator('.ant-btn-primary').click();
    await modal.waitFor({ state: 'detached' });
    // Their own explanation is not theirs to settle.
    await marked(first);
    expect(await first.getByRole('button', { name: new RegExp(`^${recon.settle}`) }).isDisabled()).toBe(true);
    await first.context().close();
    const second = await open('settler@qingheng', `/reconciliation/${date}`);
    await marked(second);
    await second.keyboard.press('s');
    await second.waitForFunction(
      (done) => document.querySelectorAll('.workbench-row').length === 3 && document.body.innerText.includes(done),
      recon.breakStatus.resolved,
    );
    await second.context().close();
  }, 120_000);

  it('is closed and signed, with its report', async () => {
    const page = await open('trader@qingheng', `/reconciliation/${date}`);
    const close = page.getByRole('button', { name: recon.close, exact: true });
    await page.waitForFunction(
      (name) => [...document.querySelectorAll('button')].some((b) => b.innerText.trim() === name && !b.disabled),
      recon.close,
    );
    await close.click();
    await page.getByText(recon.signed).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.page-actions button', { hasText: recon.report.html }).click(),
    ]);
    const report = readFileSync(await download.path(), 'utf8');
    expect(report).toContain(date);
    expect(report).toContain(`T${date.slice(8)}003`);
    await shot(page, `day-trading-closed-${lang}`);
    await page.goto(`${seat.url}/reconciliation?lang=${lang}`);
    await page.locator('tr', { hasText: date }).getByText(recon.status.closed).waitFor();
    await page.goto(`${seat.url}/?lang=${lang}`);
    const done = page.locator('[data-test=home-closed]').locator('li', { hasText: date });
    expect(await done.innerText()).toMatch(new RegExp(`\\b${DEALS}\\b[\\s\\S]*\\b3\\b`));
    // The last day that the exchange has published, and how it went.
    await page.locator('[data-test=home-market]').getByText('2026-08-19').waitFor();
    expect(await page.locator('[data-test=home-market] .sparkline').getAttribute('aria-label')).toContain('60');
    await page.context().close();
  }, 60_000);
});
