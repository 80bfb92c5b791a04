/** What is pledged to whom: what it is worth, what may be lent on it, what is. */
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { useUser } from '../session/session-provider';
import { LoadMore } from '../shared/load-more';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { WideTable } from '../shared/wide-table';

const colours = { open: 'processing', handed_on: 'default', released: 'success' } as const;

export function Pledges() {
  const { t } = useTranslation();
  const own = useUser().organisation.name;
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
                {organisation !== own && <span className="sub">{organisation}</span>}
                <span className="sub num">{t('holdings:pledge.number', { hold, on })}</span>
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
            title: t('holdings:pledge.value'),
            align: 'end',
            className: 'num',
            render: (_, { value, haircut }) => (
              <div className="stack">
                <span>{value === null ? '–' : groupDecimal(value)}</span>
                {haircut !== null && <span className="sub">{t('holdings:pledge.less', { haircut })}</span>}
              </div>
            ),
          },
          {
            title: t('holdings:pledge.loan'),
            align: 'end',
            className: 'num',
            render: (_, { loan, limit }) => (
              <div className="stack">
                <span>{loan === null ? '–' : groupDecimal(loan)}</span>
                {limit !== null && (
                  <span className="sub">{t('holdings:pledge.limit', { limit: groupDecimal(limit) })}</span>
                )}
              </div>
            ),
          },
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
