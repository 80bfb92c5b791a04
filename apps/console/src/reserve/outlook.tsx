/** What the whole reserve would bring, year by year. */
import { useTranslation } from 'react-i18next';
import type { SinkReserve } from '../api/types';
import { SinkChart } from '../credits/chart';
import { Tonnes } from '../credits/figures';
import { useLandArea, useMoney } from '../numbers/use-quantities';
import { WideTable } from '../shared/wide-table';

export function Outlook({ reserve: { years, total } }: { reserve: SinkReserve }) {
  const { t } = useTranslation();
  const money = useMoney('wan');
  const land = useLandArea();
  return (
    <section className="panel" data-test="outlook">
      <dl className="facts">
        <div>
          <dt>{t('reserve:hectares')}</dt>
          <dd className="num">{land.said(total.hectares)}</dd>
        </div>
        <div>
          <dt>{t('reserve:tonnes')}</dt>
          <dd>
            <Tonnes of={total.tonnes} /> t CO₂e
          </dd>
        </div>
        <div>
          <dt>{t('reserve:npv')}</dt>
          <dd className="num">{money.said(total.npv)}</dd>
        </div>
      </dl>
      <SinkChart
        label={t('reserve:chart')}
        x={years.map(({ year }) => String(year))}
        units={['t CO₂e', money.unit]}
        all={[
          { name: t('reserve:perYear'), type: 'bar', data: years.map(({ tonnes }) => Number(tonnes)) },
          {
            name: t('reserve:cumulative'),
            type: 'line',
            axis: 1,
            data: years.map(({ cumulative }) => Number(money.exact(cumulative))),
          },
        ]}
      />
      <details>
        <summary>{t('reserve:byYear')}</summary>
        <WideTable
          label={t('reserve:byYear')}
          rowKey="year"
          dataSource={years}
          columns={[
            { title: t('reserve:year'), className: 'num', dataIndex: 'year' },
            { title: 't CO₂e', align: 'end', render: (_, { tonnes }) => <Tonnes of={tonnes} places={1} /> },
            ...(['revenue', 'cost', 'net', 'cumulative'] as const).map((name) => ({
              title: `${t(`reserve:${name}`)} (${money.unit})`,
              align: 'end' as const,
              className: 'num',
              render: (_: unknown, row: SinkReserve['years'][number]) => money.of(row[name]),
            })),
          ]}
        />
      </details>
    </section>
  );
}
