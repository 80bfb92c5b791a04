/** The day added up: open, high, low, close, quantities and amounts by asset. */
import { useQuery } from '@tanstack/react-query';
import { DatePicker, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { BulletinLine } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { groupDecimal } from '../numbers/decimal';
import { today } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';

export function Bulletin() {
  const { t } = useTranslation();
  const [date, setDate] = useState(() => today());
  const day = date.format('YYYY-MM-DD');
  const query = useQuery({
    queryKey: ['market', 'bulletin', day],
    queryFn: () => ask(api.GET('/api/v1/market/bulletin', { params: { query: { date: day } } })),
  });
  const price = (name: 'open' | 'high' | 'low' | 'close') => ({
    title: t(`market:price.${name}`),
    align: 'end' as const,
    className: 'num',
    render: (_: unknown, line: BulletinLine) => line[name] ?? '–',
  });
  const amount = (name: 'listed' | 'listedAmount' | 'block' | 'blockAmount') => ({
    title: t(`market:bulletinOf.${name}`),
    align: 'end' as const,
    className: 'num',
    render: (_: unknown, line: BulletinLine) =>
      name.endsWith('Amount') ? <Yuan amount={line[name]} short /> : groupDecimal(line[name]),
  });
  const columns: TableColumnsType<BulletinLine> = [
    { title: t('market:asset'), dataIndex: 'asset' },
    ...(['open', 'high', 'low', 'close'] as const).map(price),
    ...(['listed', 'listedAmount', 'block', 'blockAmount'] as const).map(amount),
  ];
  return (
    <section className="panel" data-test="bulletin">
      <div className="panel-head">
        <h2>{t('market:bulletin')}</h2>
        <DatePicker
          value={date}
          allowClear={false}
          onChange={(value) => value && setDate(value)}
          aria-label={t('market:date')}
        />
      </div>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      <WideTable
        label={t('market:bulletin')}
        rowKey="asset"
        columns={columns}
        dataSource={query.data?.items}
        loading={query.isPending}
        locale={{ emptyText: query.isPending ? ' ' : <Nothing title={t('market:noBulletin')} /> }}
      />
    </section>
  );
}
