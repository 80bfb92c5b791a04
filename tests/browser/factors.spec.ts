/// <reference lib="dom" />
/**
 * A factor from a spreadsheet to a filed figure, in a real browser: imported with its columns named, passed by a second
 * person, found by pinyin, used, given a new version, and the new version accepted by whoever filed.
 */
import type { Page } from 'playwright-core';
import { Person, until } from '../support/person';
import { shot, withBrowser } from './browser';

const seat = withBrowser();
const CSV =
  '因子编号,名称,英文名称,数值,单位,地区,来源,类别,等级\n' +
  'walk-wool,原绒走查,Walk wool,12.5,kg CO2e/kg,15,走查,livestock-cashmere,secondary\n' +
  'walk-feed,饲草走查,Walk feed,VALUE,kg CO2e/kg,15,走查,livestock-cashmere,secondary\n';
const file = (text: string) => ({ name: 'walk.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator(`[data-field=${field}] input[role=combobox]`).fill(option);
  await page.keyboard.press('Enter');
}

it('goes from a spreadsheet to a new filing', async () => {
  const page = await seat.signIn('filer@ordos');
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${seat.url}/factors/import?lang=en`);
  const drop = page.locator('input[type=file]');
  await drop.setInputFiles(file(CSV.replace('VALUE', 'much')));
  await page.locator('[data-test=mapping]').waitFor();
  await choose(page, 'confidence', '等级');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('D3').waitFor();
  await shot(page, 'factors-import-bad');
  await drop.setInputFiles(file(CSV.replace('VALUE', '0.3')));
  await page.getByText('D3').waitFor({ state: 'detached' });
  await choose(page, 'confidence', '等级');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('2 new, 0 changed').waitFor();
  await shot(page, 'factors-import-checked');
  await page.getByRole('button', { name: 'Send for review' }).click();
  await page.getByText('Waiting for somebody else').waitFor();
  const proposal = page.url();

  const second = await seat.signIn('reviewer@qingheng');
  await second.goto(`${proposal}?lang=en`);
  await second.getByRole('button', { name: 'Publish' }).click();
  await second.getByText('What it would move').waitFor();
  await shot(second, 'factors-proposal');

  await page.goto(`${seat.url}/factors?lang=en`);
  await page.getByPlaceholder('Name, id or pinyin').fill('yuanrongzoucha');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Walk wool' }).click();
  await page.locator('[data-test=facts]').waitFor();
  await shot(page, 'factors-detail');

  // Somebody files with it, and it gets a new version.
  const filer = await Person.signIn(seat.url, 'filer@ordos');
  const { body } = await filer.post<{ id: string }>('/filings', {
    ...{ method: 'footprint/product-generic', title: 'walk yarn', product: 'yarn', region: '150600' },
    ...{ periodStart: '2025-03-01', periodEnd: '2025-12-31' },
    input: {
      tables: {
        process: [{ process_id: 'p' }],
        product: [
          {
            process_id: 'p',
            product_id: 'yarn',
            declared_unit: 'kg',
            output: '100',
            allocation_share: '1',
            boundary: 'cradle_to_gate',
          },
        ],
        line: [
          {
            process_id: 'p',
            item: 'wool',
            stage: 'raw_material',
            amount: '120',
            unit: 'kg',
            factor_kgco2e: 'factor:walk-wool',
          },
        ],
      },
    },
  });
  await filer.post(`/filings/${body.id}/submit`);
  await until(
    async () => (await filer.get<{ status: string }>(`/filings/${body.id}`)).body.status,
    (status) => status === 'in_review',
    'the calculation',
  );
  await page.getByRole('link', { name: 'Propose a new version' }).click();
  await page.locator('[data-test=propose] input[id=value]').fill('10');
  await page.getByRole('button', { name: 'Send for review' }).click();
  await page.getByText('v1 → v2').waitFor();
  await second.goto(`${page.url()}?lang=en`);
  await second.getByRole('button', { name: 'Publish' }).click();
  await second.getByText('What it would move').click();
  await second.getByText('1 would move').waitFor();

  await page.goto(`${seat.url}/factors/impacts?lang=en`);
  await page.getByText('walk yarn').waitFor();
  await shot(page, 'factors-impact');
  await page.getByText('−20.00 %').first().waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('walk yarn').waitFor({ state: 'detached' });
  await page.goto(`${seat.url}/filings?lang=en`);
  await page.getByText('walk yarn').first().waitFor();
  expect(await page.getByText('walk yarn').count()).toBe(2);
  expect(wrong).toEqual([]);
}, 300_000);
