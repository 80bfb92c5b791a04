/// <reference lib="dom" />
/** A footprint of many lines: the real page, its figures made here, as nobody has 100,000 lines in the demo. */
import type { Page } from 'playwright-core';

const RUN = '00000000-0000-4000-8000-000000000001';
const line = (i: number) => ({
  ...{ process_id: 'P', item: `item ${i}`, stage: 'production', amount: String(i), unit: 'kg', factor_kgco2e: '1.5' },
  ...{ excluded: false, kgco2e: String(i * 1.5) },
});

export async function openManyRows(page: Page, url: string, rows: number, lang: 'zh' | 'en' = 'en'): Promise<void> {
  await page.goto(`${url}/filings/new?lang=${lang}`);
  await page.click('input[value="footprint/product-generic"]');
  await page.fill('#title', 'many rows');
  await page.click('[data-test=create-filing]');
  await page.locator('[data-test=save]').waitFor();
  const address = page.url();
  const id = address.split('/').at(-1)!.split('?')[0]!;
  await page.route(`**/api/v1/filings/${id}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), status: 'calculated', runId: RUN } });
  });
  await page.route(`**/api/v1/runs/${RUN}/comparison`, (route) =>
    route.fulfill({ json: { own: [], peers: { enough: false, fewest: 5, count: null, ranges: [] } } }),
  );
  const result = {
    ...{ method: 'footprint/product-generic', version: '1.0.0', asOf: '2025-12-31', issuable: false, whyNot: [] },
    ...{ sheetHash: 'a', parameterHash: 'b', inputHash: 'c', resultHash: 'd', parametersUsed: [], warnings: [] },
    ...{ outputs: { total_kgco2e: '1' }, tables: { line: Array.from({ length: rows }, (_, i) => line(i + 1)) } },
  };
  await page.route(`**/api/v1/runs/${RUN}`, (route) =>
    route.fulfill({
      json: { id: RUN, filingId: id, status: 'succeeded', progress: 1, sources: [], factors: [], result },
    }),
  );
  await page.goto(address);
  const box = page.locator('[data-test=long-result\\.line]');
  await box.waitFor({ timeout: 60_000 });
  await box.scrollIntoViewIfNeeded();
}
