/** Bars and lines of the sink pages; the figures themselves stand in tables beside them. */
import { useChart } from '../shared/use-chart';
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
  const key = JSON.stringify([x, all, units]);
  const box = useChart(
    () => import('../market/chart'),
    'canvas',
    () => {
      const [points, lines, axes] = JSON.parse(key) as [string[], Series[], string[]];
      const colours = palette[mode];
      const axis = { axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.muted } };
      return {
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
      };
    },
    [key, mode, label, from],
  );
  return <div ref={box} className="sink-chart" role="img" aria-label={label} />;
}
