/** Candles with volume below them, over the published days; the figures themselves stand in the table beneath. */
import type { MarketDay } from '../api/types';
import { useChart } from '../shared/use-chart';
import { useTheme } from '../theme/theme-provider';
import { fontFamily, palette, series } from '../theme/tokens';

// Here a decimal becomes a float: what is drawn is a drawing.
const number = (text: string): number | '-' => (text === '' ? '-' : Number(text));

export function PriceChart({ days, label }: { days: readonly MarketDay[]; label: string }) {
  const { mode } = useTheme();
  const box = useChart(
    () => import('./chart'),
    'canvas',
    () => {
      if (!days.length) return undefined;
      const colours = palette[mode];
      const candles = days.some(({ open }) => open !== '');
      const axis = { axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.muted } };
      const split = { splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } } };
      const dates = days.map(({ date }) => date);
      return {
        textStyle: { fontFamily, color: colours.text },
        animation: false,
        aria: { enabled: true, label: { description: label } },
        tooltip: { trigger: 'axis', confine: true },
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        grid: [
          { left: 56, right: 12, top: 12, height: '58%' },
          { left: 56, right: 12, top: '74%', height: '14%' },
        ],
        xAxis: [
          { type: 'category', data: dates, ...axis, axisLabel: { show: false } },
          { type: 'category', gridIndex: 1, data: dates, ...axis },
        ],
        yAxis: [
          { scale: true, ...axis, ...split },
          { gridIndex: 1, ...axis, splitNumber: 2, ...split },
        ],
        dataZoom: [
          { type: 'inside', xAxisIndex: [0, 1], start: 75, end: 100 },
          { type: 'slider', xAxisIndex: [0, 1], start: 75, end: 100, height: 18, bottom: 0 },
        ],
        series: [
          candles
            ? {
                type: 'candlestick',
                name: label,
                data: days.map(({ open, close, low, high }) => [open, close, low, high].map(number)),
                // In China red rises and green falls.
                itemStyle: { color: '#c4362d', borderColor: '#c4362d', color0: '#12805c', borderColor0: '#12805c' },
              }
            : {
                type: 'line',
                name: label,
                showSymbol: false,
                connectNulls: true,
                data: days.map(({ close }) => number(close)),
                lineStyle: { color: series[mode][0] },
              },
          {
            type: 'bar',
            name: 't',
            xAxisIndex: 1,
            yAxisIndex: 1,
            data: days.map(({ listedT, blockT }) => Number(listedT || 0) + Number(blockT || 0)),
            itemStyle: { color: series[mode][1] },
          },
        ],
      };
    },
    [days, mode, label],
  );
  return <div ref={box} className="price-chart" role="img" aria-label={label} data-test="price-chart" />;
}
