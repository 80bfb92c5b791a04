/** What is pledged to whom: what it is worth, what may be lent on it, what is. */
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { Yuan } from '../compensation/yuan';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';

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
      <LongList
        name="pledges"
        label={t('holdings:pledges')}
        rowKey={({ hold }) => String(hold)}
        query={pledges}
        empty={null}
        columns={[
          {
            key: 'asset',
            title: t('holdings:asset'),
            text: ({ asset }) => asset,
            sub: {
              title: t('common:col.number'),
              text: ({ organisation, hold, on }) =>
                [organisation !== own && organisation, t('holdings:pledge.number', { hold, on })]
                  .filter(Boolean)
                  .join(' · '),
            },
          },
          {
            key: 'lender',
            title: t('holdings:field.lender'),
            wide: true,
            text: ({ lender }) => lender,
            sub: { title: t('holdings:field.document'), text: ({ document }) => document },
          },
          {
            key: 'left',
            title: t('holdings:pledged'),
            numeric: true,
            text: ({ left }) => left,
            words: ({ left }) => groupDecimal(left),
            sub: { title: t('common:col.unit'), text: ({ unit }) => prettyUnit(unit) },
          },
          {
            key: 'price',
            title: t('holdings:field.unitPrice'),
            fileUnit: t('common:moneyUnit.yuan'),
            numeric: true,
            wide: true,
            text: ({ unitPrice }) => unitPrice ?? '',
            words: ({ unitPrice }) => (unitPrice === null ? '–' : groupDecimal(unitPrice)),
            sub: {
              title: t('holdings:pledge.priceOf'),
              text: ({ priceSource, priceDate }) => [priceSource, priceDate].filter(Boolean).join(' · '),
            },
          },
          {
            key: 'value',
            title: t('holdings:pledge.value'),
            fileUnit: t('common:moneyUnit.yuan'),
            numeric: true,
            text: ({ value }) => value ?? '',
            cell: ({ value }) => <Yuan amount={value} />,
            sub: {
              title: t('holdings:pledge.haircut'),
              text: ({ haircut }) => (haircut === null ? '' : t('holdings:pledge.less', { haircut })),
            },
          },
          {
            key: 'loan',
            title: t('holdings:pledge.loan'),
            fileUnit: t('common:moneyUnit.yuan'),
            numeric: true,
            text: ({ loan }) => loan ?? '',
            cell: ({ loan }) => <Yuan amount={loan} />,
            sub: {
              title: t('holdings:pledge.most'),
              text: ({ limit }) => (limit === null ? '' : t('holdings:pledge.limit', { limit: groupDecimal(limit) })),
            },
          },
          {
            key: 'status',
            title: t('holdings:status.title'),
            text: ({ status }) => t(`holdings:pledge.${status}`),
            cell: ({ status }) => <Tag color={colours[status]}>{t(`holdings:pledge.${status}`)}</Tag>,
          },
        ]}
      />
    </section>
  );
}
