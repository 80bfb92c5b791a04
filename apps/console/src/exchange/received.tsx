import { useQuery } from '@tanstack/react-query';
import { Skeleton, Space, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { moment } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { Findings } from './findings';
import { FootprintFilters, useFootprintFilter } from './footprint-filters';
import { Listing } from './listing';
import { type Received, unitOf } from './use-exchange';

const usable = ({ errors, status }: Received) => errors === 0 && status === 'Active';

export function ReceivedList() {
  const { t } = useTranslation();
  const [filter, narrow] = useFootprintFilter();
  const query = usePages<Received>(['exchange', 'received', filter], (cursor) =>
    ask(api.GET('/api/v1/pact/received', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const narrowed = Object.keys(filter).length > 0;
  return (
    <div className="exchange-view">
      <FootprintFilters filter={filter} narrow={narrow} />
      <Listing<Received>
        name="exchange.received"
        label={t('exchange:view.received')}
        empty={
          narrowed
            ? { title: t('exchange:noneHere') }
            : { title: t('exchange:noReceived'), hint: t('exchange:noReceivedHint') }
        }
        query={query}
        detail={{ title: ({ productName }) => productName, of: ({ id }) => <Detail id={id} /> }}
        columns={[
          {
            key: 'product',
            title: t('exchange:product'),
            text: ({ productName }) => productName,
            sub: { title: t('exchange:company'), text: ({ companyName }) => companyName },
          },
          {
            key: 'value',
            title: t('exchange:value'),
            numeric: true,
            text: ({ value }) => value,
            words: ({ value }) => groupDecimal(value),
            sub: {
              title: t('common:col.unit'),
              text: ({ declaredAmount, declaredUnit }) =>
                `${prettyUnit('kg CO2e')} / ${groupDecimal(declaredAmount)} ${unitOf(declaredUnit)}`,
            },
          },
          {
            key: 'state',
            title: t('exchange:state'),
            text: ({ status, errors, warnings }) =>
              [
                t(`exchange:status.${status}`),
                errors > 0 && t('exchange:errors', { count: errors }),
                warnings > 0 && t('exchange:warnings', { count: warnings }),
              ]
                .filter(Boolean)
                .join(' · '),
            cell: ({ status, errors, warnings }) => (
              <Space size={4} wrap>
                <Tag color={status === 'Active' ? 'success' : 'default'}>{t(`exchange:status.${status}`)}</Tag>
                {errors > 0 && <Tag color="error">{t('exchange:errors', { count: errors })}</Tag>}
                {warnings > 0 && <Tag color="warning">{t('exchange:warnings', { count: warnings })}</Tag>}
              </Space>
            ),
          },
          {
            key: 'use',
            title: t('exchange:inInventory'),
            width: 190,
            wide: true,
            text: (row) => (usable(row) ? `pact:${row.id}` : t('exchange:notUsable')),
            cell: (row) =>
              usable(row) ? (
                <Typography.Text code copyable={{ text: `pact:${row.id}` }}>
                  pact:{row.id.slice(0, 8)}…
                </Typography.Text>
              ) : (
                t('exchange:notUsable')
              ),
          },
          {
            key: 'when',
            title: t('exchange:when'),
            wide: true,
            text: ({ receivedAt }) => moment(receivedAt),
            sub: { title: t('exchange:partner'), text: ({ partner }) => partner },
          },
        ]}
      />
    </div>
  );
}

function Detail({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['exchange', 'received', id],
    queryFn: () => ask(api.GET('/api/v1/pact/received/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />;
  return (
    <div className="exchange-view">
      <Findings findings={data.findings} />
      <pre className="exchange-json" tabIndex={0}>
        {JSON.stringify(data.footprint, null, 1)}
      </pre>
    </div>
  );
}
