/** Rows flow into their stages and these into the total; the figures themselves stand in the list beside it. */
import { useChart } from '../shared/use-chart';
import { useTheme } from '../theme/theme-provider';
import { fontFamily, palette, series } from '../theme/tokens';

export interface Flow {
  from: string;
  to: string;
  value: number;
}

export function SankeyChart({ flows, label }: { flows: readonly Flow[]; label: string }) {
  const { mode } = useTheme();
  const signature = JSON.stringify(flows);
  const box = useChart(
    () => import('./sankey'),
    'svg',
    () => {
      const links = JSON.parse(signature) as Flow[];
      const colours = palette[mode];
      const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
      return {
        color: [...series[mode]],
        textStyle: { fontFamily },
        aria: { enabled: true, label: { description: label } },
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        tooltip: { trigger: 'item', confine: true },
        series: [
          {
            type: 'sankey',
            left: 4,
            right: 110,
            top: 6,
            bottom: 6,
            nodeWidth: 12,
            nodeGap: 9,
            draggable: false,
            emphasis: { focus: 'adjacency' },
            lineStyle: { color: 'gradient', opacity: 0.35 },
            // Names carry their level, so that an item called like its stage is not the same node.
            data: names.map((name) => ({ name })),
            links: links.map(({ from, to, value }) => ({ source: from, target: to, value })),
            label: {
              color: colours.text,
              fontSize: 12,
              width: 130,
              overflow: 'truncate',
              formatter: ({ name }: { name: string }) => name.slice(2),
            },
          },
        ],
      };
    },
    [signature, mode, label],
  );
  return <div ref={box} className="sankey" role="img" aria-label={label} data-test="sankey" />;
}
