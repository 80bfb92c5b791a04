/**
 * Draws a chart into a box. The chart library is large: it comes when the box is near what is seen, when the page is used
 * otherwise and has nothing else to do (so that what is printed has all of them), or when it is printed.
 */
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { used } from './in-pieces';

const NEAR = '200px';

function whenWanted(element: Element, act: () => void): () => void {
  const stop = new AbortController();
  const begin = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    act();
  };
  const idle = () => ('requestIdleCallback' in globalThis ? requestIdleCallback(begin) : setTimeout(begin));
  const seen = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && begin(), {
    rootMargin: NEAR,
  });
  seen.observe(element);
  stop.signal.addEventListener('abort', () => seen.disconnect());
  const { signal } = stop;
  addEventListener('beforeprint', begin, { signal });
  matchMedia('print').addEventListener('change', begin, { signal });
  if (used()) idle();
  else for (const touched of ['keydown', 'pointerdown']) addEventListener(touched, idle, { signal, once: true });
  return () => stop.abort();
}

type Init = (element: HTMLElement, theme?: undefined, how?: { renderer: 'svg' | 'canvas' }) => EChartsType;

/** `option` is asked for again whenever one of `by` changes. */
export function useChart(
  load: () => Promise<{ init: Init }>,
  renderer: 'svg' | 'canvas',
  option: () => EChartsCoreOption | undefined,
  by: readonly unknown[],
) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    const drawn = option();
    if (!element || !drawn) return;
    let gone = false;
    let dispose = () => undefined as void;
    const stop = whenWanted(element, () => {
      void load().then(({ init }) => {
        if (gone) return;
        const chart = init(element, undefined, { renderer });
        chart.setOption(drawn);
        // The first call only says what it was drawn at.
        let drawnAt: number | undefined;
        const resize = new ResizeObserver(([entry]) => {
          const width = entry!.contentRect.width;
          if (drawnAt !== undefined && width !== drawnAt) chart.resize();
          drawnAt = width;
        });
        resize.observe(element);
        dispose = () => {
          resize.disconnect();
          chart.dispose();
        };
      });
    });
    return () => {
      gone = true;
      stop();
      dispose();
    };
  }, by);
  return box;
}
