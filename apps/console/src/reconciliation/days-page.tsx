/** The trading centre's days, newest first. */
import { Button, DatePicker, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ask } from '../api/client';
import type { TradingDay } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
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
  const columns: LongColumn<TradingDay>[] = [
    {
      key: 'day',
      title: t('reconciliation:day'),
      text: ({ tradeDate }) => tradeDate,
      to: ({ tradeDate }) => `/reconciliation/${tradeDate}`,
    },
    {
      key: 'deals',
      title: t('reconciliation:deals'),
      numeric: true,
      text: ({ totals }) => String(totals?.deals ?? ''),
      words: ({ totals }) => (totals ? groupDecimal(String(totals.deals)) : '–'),
    },
    {
      key: 'unsettled',
      title: t('reconciliation:unsettled'),
      numeric: true,
      text: ({ open, explained }) => String(open + explained),
    },
    {
      key: 'status',
      title: t('reconciliation:status.title'),
      text: ({ status }) => t(`reconciliation:status.${status}`),
      cell: ({ status }) => (
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
      <section className="panel flush">
        <LongList
          name="days"
          label={t('reconciliation:title')}
          rowKey={({ tradeDate }) => tradeDate}
          columns={columns}
          query={days}
          empty={<Nothing title={t('reconciliation:none')} hint={t('reconciliation:noneHint')} />}
        />
      </section>
    </div>
  );
}
