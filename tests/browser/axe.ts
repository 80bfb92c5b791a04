/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export interface Broken {
  id: string;
  nodes: string[];
}

/** What WCAG 2.2 AA forbids on a page as it stands, or on the part of it that can be used. */
export async function broken(page: Page, where = 'html'): Promise<Broken[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(axe);
  return page.evaluate(async (part) => {
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run(where: Element, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await checker.run(document.querySelector(part)!, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 240)) }));
  }, where);
}
