/** Bars and lines of the sink pages; the figures themselves stand in tables beside them. */
import { useEffect, useRef } from 'react';
import { useTheme } from '../theme/theme-provider';
import { fontFamily, palette, series } from '../theme/tokens';
import './credits.css';

export interface Series {
  name: string;
  type: 'bar' | 'line';
  /** Drawn only: here a decimal may be a float. */
  data: number[];
  /** Index of the axis: 0 left, 1 right. */
  axis?: number;
  /** Those of one stack lie on each other, as areas. */
  stack?: string;
}

export function SinkChart({
  label,
  x,
  all,
  units,
  from = 'zero',
}: {
  label: string;
  x: string[];
  all: Series[];
  units: string[];
  /** Bars stand on zero; lines that differ by little begin near the least. */
  from?: 'zero' | 'data';
}) {
  const { mode } = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const key = JSON.stringify([x, all, units]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const [points, lines, axes] = JSON.parse(key) as [string[], Series[], string[]];
    const colours = palette[mode];
    const axis = { axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.muted } };
    let gone = false;
    let dispose = () => undefined as void;
    void import('../market/chart').then(({ init }) => {
      if (gone) return;
      const chart = init(element);
      chart.setOption({
        textStyle: { fontFamily, color: colours.text },
        animation: false,
        color: [...series[mode]],
        aria: { enabled: true, label: { description: label } },
        tooltip: { trigger: 'axis', confine: true },
        legend: { show: lines.length > 1, top: 0, right: 12, textStyle: { color: colours.text } },
        grid: { left: 12, right: 12, top: 40, bottom: 8, containLabel: true },
        xAxis: { type: 'category', data: points, ...axis },
        yAxis: axes.map((name) => ({
          name,
          scale: from === 'data',
          nameTextStyle: { color: colours.muted },
          ...axis,
          splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } },
        })),
        series: lines.map(({ name, type, data, stack, axis: yAxisIndex = 0 }) => ({
          name,
          ...(stack && { stack, areaStyle: { opacity: 0.5 } }),
          type,
          data,
          yAxisIndex,
          showSymbol: false,
        })),
      });
      const resize = new ResizeObserver(() => chart.resize());
      resize.observe(element);
      dispose = () => {
        resize.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      dispose();
    };
  }, [key, mode, label, from]);
  return <div ref={box} className="sink-chart" role="img" aria-label={label} />;
}
