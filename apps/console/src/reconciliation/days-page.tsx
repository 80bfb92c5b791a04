/** The trading centre's days, newest first. */
import { Button, DatePicker, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ask } from '../api/client';
import type { TradingDay } from '../api/types';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';

export function DaysPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [date, setDate] = useState('');
  useTitle(t('reconciliation:title'));
  const days = usePages(['days'], (cursor) =>
    ask(api.GET('/api/v1/reconciliation/days', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<TradingDay> = [
    {
      title: t('reconciliation:day'),
      className: 'num',
      render: (_, { tradeDate }) => <Link to={`/reconciliation/${tradeDate}`}>{tradeDate}</Link>,
    },
    {
      title: t('reconciliation:deals'),
      align: 'end',
      className: 'num',
      render: (_, { totals }) => totals?.deals ?? '–',
    },
    {
      title: t('reconciliation:unsettled'),
      align: 'end',
      className: 'num',
      render: (_, { open, explained }) => open + explained,
    },
    {
      title: t('reconciliation:status.title'),
      render: (_, { status }) => (
        <Tag color={status === 'closed' ? 'success' : 'processing'}>{t(`reconciliation:status.${status}`)}</Tag>
      ),
    },
  ];
  const open = (
    <>
      <Link to="/reconciliation/breaks">{t('reconciliation:work.title')}</Link>
      <DatePicker aria-label={t('reconciliation:day')} onChange={(day) => setDate(day?.format('YYYY-MM-DD') ?? '')} />
      <Button type="primary" disabled={!date} onClick={() => void go(`/reconciliation/${date}`)}>
        {t('reconciliation:openDay')}
      </Button>
    </>
  );
  return (
    <div className="page">
      <PageHead title={t('reconciliation:title')} hint={t('reconciliation:hint')} actions={open} />
      {days.error ? (
        <ProblemAlert error={days.error} onRetry={() => void days.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="tradeDate"
            columns={columns}
            dataSource={days.items}
            loading={days.isPending}
            pagination={false}
            locale={{
              emptyText: days.isPending ? (
                ' '
              ) : (
                <Nothing title={t('reconciliation:none')} hint={t('reconciliation:noneHint')} />
              ),
            }}
          />
          <LoadMore query={days} />
        </section>
      )}
    </div>
  );
}
