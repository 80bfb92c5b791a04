/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import type { Felt } from './lighthouse';

/** Before the page is opened: writes down paints, shifts, and what long tasks (over 50 ms) held up after the first paint. */
export const watch = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, tasks: [] as [start: number, duration: number][] };
    Object.assign(globalThis, { seen });
    type Entry = PerformanceEntry & { value?: number; hadRecentInput?: boolean };
    const observe = (type: string, take: (entry: Entry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
    observe('layout-shift', (entry) => (seen.cls += entry.hadRecentInput ? 0 : (entry.value ?? 0)));
    observe('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
  });

export const feltBy = (page: Page): Promise<Felt> =>
  page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { lcp: number; cls: number; tasks: [number, number][] } };
    const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    // As Lighthouse does: only what lies after the first paint, and of each task only what is over 50 ms.
    const tbt = seen.tasks.reduce((sum, [start, duration]) => {
      const clipped = start >= fcp ? duration : Math.max(0, start + duration - fcp);
      return sum + Math.max(0, clipped - 50);
    }, 0);
    return { fcp, lcp: seen.lcp, cls: seen.cls, tbt };
  });
