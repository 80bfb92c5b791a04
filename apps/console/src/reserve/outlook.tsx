/** What the whole reserve would bring, year by year. */
import { useTranslation } from 'react-i18next';
import type { SinkReserve } from '../api/types';
import { SinkChart } from '../credits/chart';
import { Tonnes } from '../credits/figures';
import { groupDecimal, roundDecimal } from '../numbers/decimal';
import { WideTable } from '../shared/wide-table';
import { wan } from './wan';

export function Outlook({ reserve: { years, total } }: { reserve: SinkReserve }) {
  const { t } = useTranslation();
  return (
    <section className="panel" data-test="outlook">
      <dl className="facts">
        <div>
          <dt>{t('reserve:hectares')}</dt>
          <dd className="num">{groupDecimal(roundDecimal(total.hectares, 1))} hm²</dd>
        </div>
        <div>
          <dt>{t('reserve:tonnes')}</dt>
          <dd>
            <Tonnes of={total.tonnes} /> t CO₂e
          </dd>
        </div>
        <div>
          <dt>{t('reserve:npv')}</dt>
          <dd className="num">
            {wan(total.npv)} {t('reserve:wan')}
          </dd>
        </div>
      </dl>
      <SinkChart
        label={t('reserve:chart')}
        x={years.map(({ year }) => String(year))}
        units={['t CO₂e', t('reserve:wan')]}
        all={[
          { name: t('reserve:perYear'), type: 'bar', data: years.map(({ tonnes }) => Number(tonnes)) },
          {
            name: t('reserve:cumulative'),
            type: 'line',
            axis: 1,
            data: years.map(({ cumulative }) => Number(cumulative) / 10_000),
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
              title: t(`reserve:${name}`),
              align: 'end' as const,
              className: 'num',
              render: (_: unknown, row: SinkReserve['years'][number]) => groupDecimal(row[name]),
            })),
          ]}
        />
      </details>
    </section>
  );
}
