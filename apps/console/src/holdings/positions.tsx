/** What is held of each asset and vintage, by what it is there for. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';

const GROUPS = ['tradable', 'held', 'surrendered', 'retired', 'carriedOver'] as const;

export function Positions() {
  const { t } = useTranslation();
  const positions = useQuery({
    queryKey: ['holdings', 'positions'],
    queryFn: () => ask(api.GET('/api/v1/ledger/positions', { params: { query: {} } })),
  });
  if (positions.error) return <ProblemAlert error={positions.error} onRetry={() => void positions.refetch()} />;
  if (!positions.data?.length) return null;
  return (
    <section className="panel" data-test="positions">
      <h2>{t('holdings:positions')}</h2>
      <WideTable
        label={t('holdings:positions')}
        rowKey="asset"
        dataSource={positions.data}
        columns={[
          {
            title: t('holdings:asset'),
            render: (_, { asset, unit, vintage }) => (
              <div className="stack">
                <span>{asset}</span>
                <span className="sub">{[vintage, prettyUnit(unit)].filter(Boolean).join(' · ')}</span>
              </div>
            ),
          },
          ...GROUPS.map((group) => ({
            title: t(`holdings:group.${group}`),
            align: 'end' as const,
            className: 'num',
            render: (_: unknown, row: Record<(typeof GROUPS)[number], string>) => groupDecimal(row[group]),
          })),
        ]}
      />
    </section>
  );
}
