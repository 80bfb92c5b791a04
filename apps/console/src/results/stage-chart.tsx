import { useTranslation } from 'react-i18next';
import { readable } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { useChart } from '../shared/use-chart';
import { useChoice, useText } from '../shared/use-text';
import { useTheme } from '../theme/theme-provider';
import { fontFamily, palette, series } from '../theme/tokens';
import type { ShownStage } from './stages';
import './stage-chart.css';

interface Props {
  stages: ShownStage[];
  unit: string;
}

/** Bars beside the figures themselves: the chart shows the proportions, the list can be read out and copied. */
export function StageChart({ stages, unit }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const { mode } = useTheme();
  const named = stages.map((stage) => ({
    ...stage,
    name: typeof stage.title === 'string' ? choice(stage.title) : text(stage.title),
  }));
  const signature = JSON.stringify(named);
  const box = useChart(
    () => import('./chart'),
    'svg',
    () => {
      const list = JSON.parse(signature) as typeof named;
      const colours = palette[mode];
      return {
        textStyle: { fontFamily, color: colours.text },
        animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400,
        aria: { enabled: true },
        grid: { left: 4, right: 64, top: 4, bottom: 4, containLabel: true },
        xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
        yAxis: {
          type: 'category',
          inverse: true,
          data: list.map((stage) => stage.name),
          axisLine: { lineStyle: { color: colours.line } },
          axisTick: { show: false },
          axisLabel: { color: colours.text, fontSize: 13, width: 120, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            barMaxWidth: 26,
            // The length of a bar is a drawing: here, and only here, a decimal becomes a float.
            data: list.map((stage, i) => ({
              value: Number(stage.value),
              itemStyle: { color: i === 0 ? series[mode][0] : series[mode][1], borderRadius: [0, 4, 4, 0] },
            })),
            label: {
              show: true,
              position: 'right',
              color: colours.muted,
              formatter: ({ dataIndex }: { dataIndex: number }) => `${list[dataIndex]?.share ?? ''} %`,
            },
          },
        ],
      };
    },
    [signature, mode],
  );
  return (
    <div className="stages">
      <div ref={box} className="stage-chart" style={{ height: Math.max(110, stages.length * 44 + 12) }} aria-hidden />
      <table className="stage-list">
        <thead>
          <tr>
            <th scope="col">{t('results:stage')}</th>
            <th scope="col" className="right">
              {prettyUnit(unit)}
            </th>
            <th scope="col" className="right">
              {t('results:share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {named.map((stage) => (
            <tr key={stage.stage}>
              <th scope="row">{stage.name}</th>
              <td className="num right" title={stage.value}>
                {readable(stage.value)}
              </td>
              <td className="num right">{stage.share ? `${stage.share} %` : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
