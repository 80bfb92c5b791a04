/// <reference lib="dom" />
/** The auditor finds the impossible oxygen; an account leads to its SEEA tables; the catalogue takes a product. */
import { BY_ECOSYSTEM, publishedItems } from '../support/garze';
import { Person, until } from '../support/person';
import { shot, withBrowser } from './browser';

const seat = withBrowser();

it('names what cannot be in a pasted table', async () => {
  const page = await seat.signIn('filer@huolin', { lang: 'zh' });
  await page.goto(`${seat.url}/ecoproducts/audit?lang=zh`);
  const table = [
    'service,item,physical_qty,unit,price,price_unit,value（亿元）',
    '固碳,CO2,0.31,1e8 t,380,元/t,117.3548',
    '释氧,O2,2.51,1e8 t,727,元/t,1821.9182',
  ].join('\n');
  await page.locator('#account-table').fill(table);
  await page.click('[data-test=audit]');
  await page.locator('[data-test=findings] .finding.fault').waitFor();
  expect(await page.locator('[data-test=findings]').innerText()).toMatch(/8\.10[\s\S]*0\.727/);
  await shot(page, 'ecoproducts-audit');
  await page.context().close();
}, 60_000);

it('leads from an issued account to SEEA tables that balance', async () => {
  const filer = await Person.signIn(seat.url, 'ecology@xilingol', 'qingheng-demo');
  const reviewer = await Person.signIn(seat.url, 'reviewer@qingheng', 'qingheng-demo');
  const { body: filing } = await filer.post<{ id: string }>('/filings', {
    ...{
      method: 'gep/account',
      title: '甘孜州 2010',
      periodStart: '2010-01-01',
      periodEnd: '2010-12-31',
      region: '152500',
    },
    input: { tables: { item: publishedItems() } },
  });
  const { body } = await filer.post<{ runId: string }>(`/filings/${filing.id}/submit`);
  await until(
    () => filer.get<{ status: string }>(`/runs/${body.runId}`),
    ({ body: run }) => run.status === 'succeeded',
    'the run',
  );
  await reviewer.post(`/filings/${filing.id}/review`, { decision: 'approve' });
  await reviewer.post(`/filings/${filing.id}/issue`);
  const use = BY_ECOSYSTEM.map(([service]) => ({ service, unit: 'households', share: '1' }));
  await filer.post('/ecoproduct/seea', { filing: filing.id, ecosystems: { glacier_snow: 'ET_desert_bare' }, use });

  const page = await seat.signIn('ecology@xilingol', { lang: 'en' });
  await page.goto(`${seat.url}/ecoproducts/accounts?lang=en`);
  await page.locator('[data-test=gep-accounts] a').first().click();
  await page.locator('[data-test=gep-matrix]').waitFor();
  expect(await page.locator('[data-test=gep-matrix]').innerText()).toContain('7,545.59');
  expect(await page.locator('[data-test=price-series]').innerText()).toMatch(/2010[\s\S]*7,545\.59[\s\S]*7,545\.59/);
  await shot(page, 'ecoproducts-account');
  await page.goto(`${seat.url}/ecoproducts/accounts?lang=en`);
  await page.locator('[data-test=seea-accounts] a').first().click();
  await page.getByText('Everything balances').waitFor();
  await shot(page, 'ecoproducts-seea');
  await page.goto(`${seat.url}/ecoproducts/indicators?lang=en`);
  await page.locator('[data-test=indicators] li').first().waitFor();
  expect(await page.locator('[data-test=indicators]').innerText()).toContain('No data');
  await page.context().close();
}, 120_000);
