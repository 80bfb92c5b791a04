/// <reference lib="dom" />
/**
 * What people feel: how much is loaded before the first page, whether it moves under one's hand, and whether a table of
 * 100,000 rows follows the wheel. Measured in Chromium on the built console.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { withBrowser } from './browser';

const seat = withBrowser();
const dist = join(__dirname, '../../dist/console');

// The aim is 250 kB; 256 kB stand. It must not grow on the way there.
it('loads less than 260 kB, packed, for the first page', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) =>
    readFileSync(join(dist, file!)),
  );
  expect(files.length).toBeGreaterThan(2);
  const packed = [Buffer.from(html), ...files].reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  expect(packed).toBeLessThan(260_000);
});

interface Felt {
  fcp: number;
  lcp: number;
  cls: number;
  tbt: number;
}

/** First and largest paint in ms, shifts, and what long tasks (over 50 ms) held up. */
async function felt(page: Page, path: string): Promise<Felt> {
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, tbt: 0 };
    Object.assign(globalThis, { seen });
    const watch = (
      type: string,
      take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void,
    ) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
    watch('layout-shift', (entry) => (seen.cls += entry.hadRecentInput ? 0 : (entry.value ?? 0)));
    watch('longtask', (entry) => (seen.tbt += Math.max(0, entry.duration - 50)));
  });
  await page.goto(`${seat.url}${path}`);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const { seen } = globalThis as unknown as { seen: Omit<Felt, 'fcp'> };
    return { ...seen, fcp: paint?.startTime ?? 0 };
  });
}

it.each(['/', '/filings', '/market', '/holdings'])(
  '%s does not move under the hand',
  async (path) => {
    const page = await seat.signIn('filer@huolin');
    const found = await felt(page, path);
    if (process.env.QH_SHOTS) console.log(path, JSON.stringify(found));
    expect(found.cls).toBeLessThan(0.1);
    await page.context().close();
  },
  90_000,
);

// Not yet: the library's virtual table draws 6.5 frames a second at 600 px a frame. Passing is the sign to take `failing` off.
it.failing(
  'follows the wheel over 100,000 rows',
  async () => {
    const page = await seat.signIn('filer@huolin');
    await page.goto(`${seat.url}/filings/new?lang=en`);
    await page.click('input[value="footprint/product-generic"]');
    await page.fill('#title', 'many rows');
    await page.click('[data-test=create-filing]');
    await page.locator('[data-test=save]').waitFor();
    const address = page.url();
    const id = address.split('/').at(-1)!.split('?')[0]!;
    const runId = '00000000-0000-4000-8000-000000000001';
    // The page is the real one; its figures come from here, as nobody has 100,000 lines in the demo.
    await page.route(`**/api/v1/filings/${id}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), status: 'calculated', runId } });
    });
    await page.route(`**/api/v1/runs/${runId}/comparison`, (route) =>
      route.fulfill({ json: { own: [], peers: { enough: false, fewest: 5, count: null, ranges: [] } } }),
    );
    const line = (i: number) => ({
      ...{
        process_id: 'P',
        item: `item ${i}`,
        stage: 'production',
        amount: String(i),
        unit: 'kg',
        factor_kgco2e: '1.5',
      },
      ...{ excluded: false, kgco2e: String(i * 1.5) },
    });
    const result = {
      ...{ method: 'footprint/product-generic', version: '1.0.0', asOf: '2025-12-31', issuable: false, whyNot: [] },
      ...{ sheetHash: 'a', parameterHash: 'b', inputHash: 'c', resultHash: 'd', parametersUsed: [], warnings: [] },
      ...{ outputs: { total_kgco2e: '1' }, tables: { line: Array.from({ length: 100_000 }, (_, i) => line(i + 1)) } },
    };
    await page.route(`**/api/v1/runs/${runId}`, (route) =>
      route.fulfill({
        json: { id: runId, filingId: id, status: 'succeeded', progress: 1, sources: [], factors: [], result },
      }),
    );
    await page.goto(address);
    const body = page.locator('.ant-table-tbody-virtual-holder').first();
    await body.waitFor({ timeout: 60_000 });
    await body.scrollIntoViewIfNeeded();
    const frames = await body.evaluate(
      (element) =>
        new Promise<{ ours: number; idle: number }>((done) => {
          const count = (move: boolean, then: (frames: number) => void) => {
            let seen = 0;
            const start = performance.now();
            const step = () => {
              if (performance.now() - start > 2_000) return then(seen / 2);
              seen++;
              if (move)
                element.dispatchEvent(new WheelEvent('wheel', { deltaY: 600, bubbles: true, cancelable: true }));
              requestAnimationFrame(step);
            };
            requestAnimationFrame(step);
          };
          // What this machine draws at all just now is the yardstick: others compute beside it.
          count(false, (idle) => count(true, (ours) => done({ ours, idle })));
        }),
    );
    if (process.env.QH_SHOTS) console.log(JSON.stringify(frames));
    expect(await page.getByText('item 1', { exact: true }).count()).toBe(0);
    expect(frames.ours / Math.min(60, frames.idle)).toBeGreaterThan(50 / 60);
    await page.context().close();
  },
  180_000,
);
