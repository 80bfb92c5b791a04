import { useQuery } from '@tanstack/react-query';
import { Skeleton, Space, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { moment } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { Findings } from './findings';
import { Listing } from './listing';
import { type Received, unitOf } from './use-exchange';

export function ReceivedList() {
  const { t } = useTranslation();
  const query = usePages(['exchange', 'received'], (cursor) =>
    ask(api.GET('/api/v1/pact/received', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  return (
    <Listing<Received>
      label={t('exchange:view.received')}
      empty={{ title: t('exchange:noReceived'), hint: t('exchange:noReceivedHint') }}
      query={query}
      expanded={({ id }) => <Detail id={id} />}
      columns={[
        {
          title: t('exchange:product'),
          render: (_, { productName, companyName }) => (
            <div className="stack">
              <strong>{productName}</strong>
              <span className="sub">{companyName}</span>
            </div>
          ),
        },
        {
          title: t('exchange:value'),
          align: 'end',
          className: 'num',
          render: (_, { value, declaredAmount, declaredUnit }) => (
            <div className="stack">
              <strong>{groupDecimal(value)}</strong>
              <span className="sub">
                kg CO2e / {groupDecimal(declaredAmount)} {unitOf(declaredUnit)}
              </span>
            </div>
          ),
        },
        {
          title: t('exchange:state'),
          render: (_, { status, errors, warnings }) => (
            <Space size={4} wrap>
              <Tag color={status === 'Active' ? 'success' : 'default'}>{t(`exchange:status.${status}`)}</Tag>
              {errors > 0 && <Tag color="error">{t('exchange:errors', { count: errors })}</Tag>}
              {warnings > 0 && <Tag color="warning">{t('exchange:warnings', { count: warnings })}</Tag>}
            </Space>
          ),
        },
        {
          title: t('exchange:inInventory'),
          render: (_, { id, errors, status }) =>
            errors === 0 && status === 'Active' ? (
              <Typography.Text code copyable={{ text: `pact:${id}` }}>
                pact:{id.slice(0, 8)}…
              </Typography.Text>
            ) : (
              t('exchange:notUsable')
            ),
        },
        {
          title: t('exchange:when'),
          className: 'num',
          render: (_, { receivedAt, partner }) => (
            <div className="stack">
              <span>{moment(receivedAt)}</span>
              <span className="sub">{partner}</span>
            </div>
          ),
        },
      ]}
    />
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
      <pre className="exchange-json">{JSON.stringify(data.footprint, null, 1)}</pre>
    </div>
  );
}
