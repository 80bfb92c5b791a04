/// <reference lib="dom" />
/** Rasters and rule sets as people use them: upload with its header, a refusal, a run to its picture and sums, a comparison. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { crsOf, writeRaster } from '@qingheng/raster';
import { Person } from '../support/person';
import { shot, withBrowser } from './browser';

const seat = withBrowser();
const folder = mkdtempSync(join(tmpdir(), 'qingheng-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const crs = crsOf(
  'test',
  new Map<number, number>([
    [1024, 2],
    [2048, 4490],
  ]),
);
const grid = { width: 260, height: 200, x: 115, y: 45, dx: 0.005, dy: 0.005, crs };
function raster(name: string, value: (x: number, y: number) => number, type: 'f32' | 'u32' = 'f32'): string {
  const path = join(folder, `${name}.tif`);
  writeRaster(path, {
    ...{ grid, type, nodata: type === 'f32' ? -9999 : 0, tile: 128, deflate: true },
    fill(cells, x, y, stride) {
      for (let i = 0; i < cells.length; i++) cells[i] = value(x + (i % stride), y + Math.floor(i / stride));
    },
  });
  return path;
}

const option = (page: Page, text: string | RegExp) =>
  page.locator('.ant-select-item-option', { hasText: text }).last().click();
const choose = async (page: Page, scope: string, text: string): Promise<void> => {
  await page.locator(`${scope} .ant-select`).first().click();
  await option(page, text);
};

async function upload(page: Page, path: string, kind?: string): Promise<void> {
  await page.click('[data-test=upload-raster]');
  const dialog = page.locator('.ant-modal').last();
  if (kind) {
    await dialog.locator('[data-test=raster-kind]').click();
    await option(page, new RegExp(`^${kind}$`));
  }
  await dialog.locator('input[type=file]').setInputFiles(path);
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
}
const close = (page: Page) => page.locator('.ant-modal-footer .ant-btn').first().click();

it('takes rasters in, shows their header, refuses a file that is none, and computes a sheet over them', async () => {
  const page = await seat.signIn('ecology@xilingol', { lang: 'zh' });
  await page.goto(`${seat.url}/ecoproducts/rasters?lang=zh`);
  writeFileSync(join(folder, 'nothing.tif'), 'no raster at all');
  await upload(page, join(folder, 'nothing.tif'));
  await page.locator('.ant-modal [role=alert]').first().waitFor();
  expect(await page.locator('.ant-modal').innerText()).toContain('不是 GeoTIFF 文件');
  await shot(page, 'rasters-refused');
  await close(page);

  const files = {
    r: raster('降雨侵蚀力', (x) => 500 + x),
    k: raster('可蚀性', (_, y) => 0.02 + y / 20_000),
    ls: raster('坡度', (x, y) => 1 + ((x + y) % 40) / 10),
    c: raster('覆盖', (x, y) => ((x * y) % 100) / 100),
  };
  for (const path of Object.values(files)) {
    await upload(page, path);
    await page.locator('[data-test=raster-header]').waitFor();
    expect(await page.locator('[data-test=raster-header]').innerText()).toMatch(/260 × 200[\s\S]*CGCS2000[\s\S]*-9999/);
    await shot(page, 'rasters-header');
    await close(page);
  }
  await upload(
    page,
    raster('旗县', (x, y) => (x < 20 ? 0 : y < 90 ? 152501 : 152502), 'u32'),
    '分区',
  );
  await page.locator('[data-test=raster-header]').waitFor();
  await close(page);
  await page.locator('[data-test=rasters] tbody tr').nth(4).waitFor();

  await page.goto(`${seat.url}/ecoproducts/rasters/new?lang=zh`);
  await page.fill('#title', '土壤保持 栅格');
  await page.locator('#column').fill('单位面积保持量');
  await option(page, '单位面积保持量');
  await page.locator('#region').fill('锡林郭勒');
  await option(page, '152500');
  for (const [name, option] of Object.entries({ r: '降雨侵蚀力', k: '可蚀性', ls: '坡度', c: '覆盖' }))
    await choose(page, `[data-test=factor-${name}]`, option);
  await page.locator('[data-test=factor-p]').getByText('数值').click();
  await page.locator('[data-test=factor-p] input[inputmode=decimal]').fill('0.75');
  await page.locator('[data-test=raster-zones]').click();
  await option(page, '旗县');
  expect(await page.inputValue('#unit')).toBe('t/a');
  await shot(page, 'rasters-new');
  await page.click('[data-test=start-run]');
  await page.locator('[data-test=zone-table]').waitFor({ timeout: 60_000 });
  const zones = await page.locator('[data-test=zone-table]').innerText();
  expect(zones).toMatch(/锡林郭勒盟[\s\S]*二连浩特市[\s\S]*锡林浩特市/);
  expect(await page.locator('[data-test=legend]').innerText()).toContain('t/(hm²·a)');
  await page.waitForFunction(() => (document.querySelector('.quick-look') as HTMLImageElement)?.naturalWidth > 0);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('下载 GeoTIFF').click()]);
  expect(file.suggestedFilename()).toMatch(/^raster-run-.*\.tif$/);
  await shot(page, 'rasters-run-zh');
  const address = page.url().split('?')[0]!;
  for (const [lang, width] of [
    ['en', 1440],
    ['zh', 390],
    ['en', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    for (const [name, path] of [
      ['run', address],
      ['list', `${seat.url}/ecoproducts/rasters`],
      ['new', `${seat.url}/ecoproducts/rasters/new`],
    ] as const) {
      await page.goto(`${path}?lang=${lang}`);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([name, 0]);
      await shot(page, `rasters-${name}-${lang}-${width}`);
    }
  }
  await page.context().close();
}, 180_000);

it('shows a run that waits, and cancels it', async () => {
  const filer = await Person.signIn(seat.url, 'ecology@xilingol', 'qingheng-demo');
  const { body: rasters } = await filer.get<{ items: { id: string; name: string }[] }>('/ecoproduct/rasters');
  const idOf = (name: string) => ({ raster: rasters.items.find((one) => one.name === name)!.id });
  await seat.service.kill('worker');
  try {
    const { body } = await filer.post<{ id: string }>('/ecoproduct/raster-runs', {
      ...{ title: '取消的核算', method: 'gep/soil-retention-rusle', table: 'cell', column: 'retention' },
      ...{ asOf: '2026-01-01', region: '152500', total: { unit: 't/a', decimals: 3, per: 'area' } },
      factors: { r: idOf('降雨侵蚀力'), k: idOf('可蚀性'), ls: idOf('坡度'), c: idOf('覆盖'), p: { value: '1' } },
    });
    const page = await seat.signIn('ecology@xilingol', { lang: 'zh' });
    await page.goto(`${seat.url}/ecoproducts/rasters/runs/${body.id}?lang=zh`);
    await page.locator('[data-test=raster-progress]').waitFor();
    await shot(page, 'rasters-waiting');
    await page.click('[data-test=cancel-run]');
    await page.locator('h1 [data-status=cancelled]').waitFor();
    expect(await page.locator('[data-test=raster-progress]').count()).toBe(0);
    await page.context().close();
  } finally {
    await seat.service.start('worker');
  }
}, 60_000);

it('shows rule sets as trees, the price book with its sources, and where the difference of two comes from', async () => {
  const page = await seat.signIn('ecology@xilingol', { lang: 'zh' });
  await page.goto(`${seat.url}/ecoproducts/rules?lang=zh`);
  await page.locator('[data-test=indicator-tree]').waitFor();
  await choose(page, '[data-test=rule-set]', '3 个一级');
  await page.locator('[data-code=crops]').waitFor();
  expect(await page.locator('[data-test=indicator-tree] [data-code]').count()).toBe(16);
  expect(await page.locator('[data-test=indicator-tree] section').count()).toBe(3);
  await shot(page, 'rules-sets-zh');
  await page.goto(`${seat.url}/ecoproducts/rules?view=prices&lang=zh`);
  await page.locator('[data-test=price-book]').getByText('生态学报').first().waitFor();
  expect(await page.locator('[data-test=price-book]').innerText()).toMatch(/7\.06[\s\S]*生态学报/);
  await shot(page, 'rules-prices-zh');
  for (const [lang, width] of [
    ['zh', 1440],
    ['en', 1440],
    ['en', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${seat.url}/ecoproducts/rules?view=compare&lang=${lang}`);
    await choose(page, '[data-test=side-b]', lang === 'zh' ? '3 个一级' : '3 classes');
    await page.click('[data-test=compare]');
    await page.locator('[data-test=compared]').waitFor();
    expect(await page.locator('[data-test=difference] .rule-part').count()).toBe(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await shot(page, `rules-compare-${lang}-${width}`);
  }
  await page.context().close();
}, 120_000);
