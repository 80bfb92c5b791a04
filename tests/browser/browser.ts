/// <reference lib="dom" />
/** A browser for a spec file, and people signed in with it. `CHROMIUM` says where it is. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type RunningService, runningService } from '../support/running-service';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export interface Seat {
  url: string;
  env: Record<string, string>;
  service: RunningService;
  browser: Browser;
  signIn(username: string, look?: Look): Promise<Page>;
}

export interface Look {
  width?: number;
  height?: number;
  lang?: 'zh' | 'en';
  scheme?: 'light' | 'dark';
}

/** Call it at the top of a spec file; its fields can be read in hooks and tests. */
export function withBrowser(): Seat {
  const seat = {} as Seat;
  beforeAll(async () => {
    if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}; CHROMIUM says where it is`);
    const service = await runningService();
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    Object.assign(seat, { service, browser, url: service.url, env: service.env });
  }, 240_000);
  afterAll(async () => {
    await seat.browser?.close();
    await seat.service?.stop();
  });
  seat.signIn = async (username, { width = 1440, height = 900, lang = 'en', scheme = 'light' } = {}) => {
    const context = await seat.browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${seat.url}/sign-in?lang=${lang}`);
    await page.fill('input[autocomplete=username]', username);
    await page.fill('input[type=password]', process.env.QH_DEMO_PASSWORD ?? 'qingheng-demo');
    await page.click('button[type=submit]');
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return page;
  };
  return seat;
}

/** Fills the service with the demo, so that its pages have something to show. */
export async function tellStory(seat: Seat): Promise<void> {
  const story = join(__dirname, '../support/story.mjs');
  await promisify(execFile)(process.execPath, [story, seat.url, seat.env.OWNER_DATABASE_URL!], {
    env: { ...process.env, ...seat.env },
  });
}

/** A picture for whoever looks at the pages, where `QH_SHOTS` names a folder. */
export const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.QH_SHOTS) await page.screenshot({ path: `${process.env.QH_SHOTS}/${name}.png`, fullPage: true });
};
