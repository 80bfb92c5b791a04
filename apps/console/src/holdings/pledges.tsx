/** What is pledged to whom: what it is worth, what may be lent on it, what is. */
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { LoadMore } from '../shared/load-more';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { WideTable } from '../shared/wide-table';

const YUAN = ['value', 'limit', 'loan'] as const;
const colours = { open: 'processing', handed_on: 'default', released: 'success' } as const;

export function Pledges() {
  const { t } = useTranslation();
  const pledges = usePages(['holdings', 'pledges'], (cursor) =>
    ask(api.GET('/api/v1/registry/pledges', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  if (pledges.error) return <ProblemAlert error={pledges.error} onRetry={() => void pledges.refetch()} />;
  if (!pledges.items?.length) return null;
  return (
    <section className="panel" data-test="pledges">
      <h2>{t('holdings:pledges')}</h2>
      <WideTable
        label={t('holdings:pledges')}
        rowKey="hold"
        dataSource={pledges.items}
        columns={[
          {
            title: t('holdings:asset'),
            render: (_, { asset, organisation, hold, on }) => (
              <div className="stack">
                <span>{asset}</span>
                <span className="sub">{`${organisation} · ${t('holdings:hold')} ${hold} · ${on}`}</span>
              </div>
            ),
          },
          {
            title: t('holdings:field.lender'),
            render: (_, { lender, document }) => (
              <div className="stack">
                <span>{lender}</span>
                <span className="sub">{document}</span>
              </div>
            ),
          },
          {
            title: t('holdings:pledged'),
            align: 'end',
            className: 'num',
            render: (_, { left, unit }) => (
              <div className="stack">
                <span>{groupDecimal(left)}</span>
                <span className="sub">{prettyUnit(unit)}</span>
              </div>
            ),
          },
          {
            title: t('holdings:field.unitPrice'),
            align: 'end',
            className: 'num',
            render: (_, { unitPrice, priceSource, priceDate }) =>
              unitPrice === null ? (
                '–'
              ) : (
                <div className="stack">
                  <span>{groupDecimal(unitPrice)}</span>
                  <span className="sub">{`${priceSource}，${priceDate}`}</span>
                </div>
              ),
          },
          {
            title: t('holdings:field.haircut'),
            align: 'end',
            className: 'num',
            render: (_, { haircut }) => haircut ?? '–',
          },
          ...YUAN.map((field) => ({
            title: t(`holdings:pledge.${field}`),
            align: 'end' as const,
            className: 'num',
            render: (_: unknown, row: Record<(typeof YUAN)[number], string | null>) =>
              row[field] === null ? '–' : groupDecimal(row[field]),
          })),
          {
            title: t('holdings:status.title'),
            render: (_, { status }) => <Tag color={colours[status]}>{t(`holdings:pledge.${status}`)}</Tag>,
          },
        ]}
      />
      <LoadMore query={pledges} />
    </section>
  );
}
