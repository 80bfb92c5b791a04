/// <reference lib="dom" />
/** A long table by keyboard, for those who hear it, as a file, and with the columns its reader wants. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { withBrowser } from './browser';
import { openManyRows } from './many-rows';

const seat = withBrowser();
const ROWS = 5_000;
const BOX = '[data-test=long-result\\.line]';
let page: Page;

beforeAll(async () => {
  page = await seat.signIn('filer@huolin', { lang: 'zh' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openManyRows(page, seat.url, ROWS, 'zh');
}, 120_000);

/** Row of the table as it counts itself, and text of the reader's cell. */
const at = () =>
  page.locator(`${BOX} table`).evaluate(async (table) => {
    // A place far away is drawn in the frame after the one that scrolls there.
    const there = () => document.getElementById(table.getAttribute('aria-activedescendant') ?? '');
    for (let i = 0; i < 60 && (i < 2 || !there()); i++) await new Promise(requestAnimationFrame);
    const cell = document.getElementById(table.getAttribute('aria-activedescendant') ?? '');
    const box = table.parentElement!.getBoundingClientRect();
    const place = cell?.getBoundingClientRect();
    return {
      row: Number(cell?.parentElement?.getAttribute('aria-rowindex')),
      text: cell?.innerText,
      seen: Boolean(place && place.top >= box.top && place.bottom <= box.bottom + 1),
    };
  });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
  return at();
};

it('says how long it is and which rows it shows', async () => {
  const table = page.locator(`${BOX} table`);
  expect(await table.getAttribute('role')).toBe('grid');
  expect(await table.getAttribute('aria-rowcount')).toBe(String(ROWS + 1));
  expect(await page.locator(`${BOX} tr[data-row]`).count()).toBeLessThan(80);
  expect(await page.locator('.long-foot').first().innerText()).toContain('5000');
});

it('is walked through by keys, its cell always in sight', async () => {
  await page.locator(`${BOX} table`).focus();
  const column = 2;
  expect(await press('ArrowDown', 'ArrowUp', 'ArrowUp')).toMatchObject({ row: 2, seen: true });
  expect(await press('ArrowRight', 'ArrowRight', 'ArrowDown')).toMatchObject({ row: 3, seen: true });
  const far = await press('PageDown', 'PageDown', 'PageDown');
  expect(far.row).toBeGreaterThan(20);
  expect(far.seen).toBe(true);
  expect(await press('PageUp')).toMatchObject({ seen: true });
  expect(await press('Control+End')).toMatchObject({ row: ROWS + 1, seen: true });
  expect(await press('Home')).toMatchObject({ row: ROWS + 1, seen: true });
  expect(await press('Control+Home')).toMatchObject({ row: 2, seen: true });
  for (let i = 0; i < column; i++) await press('ArrowRight');
});

it('gives what is marked to the clipboard, and whole figures at that', async () => {
  await press('Control+Home');
  await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const rows = copied.split('\n').map((row) => row.split('\t'));
  expect(rows).toHaveLength(2);
  expect(rows.every((row) => row.length === 3)).toBe(true);
  expect(await page.locator(`${BOX} td[aria-selected=true]`).count()).toBe(6);
  await page.keyboard.press('Escape');
  expect(await page.locator(`${BOX} td[aria-selected=true]`).count()).toBe(1);
});

it('leaves out what its reader puts away, also after a reload; goes out as a file without it', async () => {
  const tools = page.locator(BOX).locator('xpath=preceding-sibling::*[contains(@class,"table-tools")]');
  const heading = await page.locator(`${BOX} thead th`).last().innerText();
  await tools.getByRole('button').first().click();
  await page.locator('.ant-popover .ant-checkbox-input').last().click();
  await page.keyboard.press('Escape');
  const shown = await page.locator(`${BOX} thead th`).allInnerTexts();
  expect(shown).not.toContain(heading);
  await page.reload();
  await page.locator(BOX).waitFor();
  expect(await page.locator(`${BOX} thead th`).allInnerTexts()).toEqual(shown);
  await tools.locator('[data-test=export]').click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('CSV', { exact: true }).click()]);
  const lines = readFileSync((await file.path())!, 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(ROWS + 1);
  expect(lines[0]!.split(',')).toHaveLength(shown.length);
});

it('prints every row, not those in sight alone', async () => {
  await page.emulateMedia({ media: 'print' });
  await page
    .locator(`${BOX} tr[data-row]`)
    .nth(ROWS - 1)
    .waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'screen' });
  await page.locator(`${BOX} tr[data-row]`).nth(79).waitFor({ state: 'detached' });
});
