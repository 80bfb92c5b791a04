import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Label } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { period } from '../shared/dates';
import { Choice, Search } from '../shared/filters';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { LabelStatusTag } from '../shared/status-tag';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { KindTag } from './kind-tag';
import { WithdrawModal } from './withdraw-modal';

const statuses = ['valid', 'withdrawn', 'expired'] as const;

export function LabelsPage() {
  const { t } = useTranslation();
  const user = useUser();
  const [withdrawing, setWithdrawing] = useState<Label>();
  useTitle(t('labels:title'));
  const [filter, narrow] = useFilter({ q: [], status: statuses });
  const labels = usePages(['labels', filter], (cursor) =>
    ask(api.GET('/api/v1/labels', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const narrowed = Object.keys(filter).length > 0;
  const mayWithdraw = hasRole(user, 'reviewer', 'method_admin');
  const columns: LongColumn<Label>[] = [
    {
      key: 'label',
      title: t('labels:label'),
      text: ({ number }) => number,
      to: ({ number }) => `/label/${number}`,
      sub: { title: t('labels:field.productName'), text: ({ productName }) => productName },
    },
    {
      key: 'kind',
      title: t('labels:field.kind'),
      text: ({ kind }) => t(`labels:kind.${kind ?? 'footprint'}`),
      cell: ({ kind, number }) => (
        <>
          <KindTag kind={kind} />{' '}
          <Link to={`/labels/${number}`} data-test="dossier">
            {t('labels:dossier.title')}
          </Link>
        </>
      ),
    },
    {
      key: 'organisation',
      title: t('labels:field.organisation'),
      wide: true,
      text: ({ organisation }) => organisation,
    },
    {
      key: 'value',
      title: t('labels:field.value'),
      numeric: true,
      text: ({ value }) => value,
      words: ({ value }) => groupDecimal(value),
      sub: { title: t('labels:field.unit'), text: ({ unit }) => prettyUnit(unit) },
    },
    {
      key: 'validity',
      title: t('labels:field.validity'),
      wide: true,
      text: ({ issuedOn, expiresOn }) => period(issuedOn, expiresOn),
    },
    {
      key: 'status',
      title: t('filings:statusTitle'),
      text: ({ status }) => t(`labels:status.${status}`),
      cell: ({ status }) => <LabelStatusTag status={status} />,
      sub: { title: t('common:col.note'), text: ({ withdrawReason }) => withdrawReason ?? '' },
    },
    ...(mayWithdraw
      ? [
          {
            key: 'act',
            act: true,
            title: t('labels:withdraw.do'),
            width: 110,
            text: () => '',
            cell: (label: Label) =>
              label.status === 'valid' && (
                <Button size="small" danger onClick={() => setWithdrawing(label)} data-test="withdraw">
                  {t('labels:withdraw.do')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <div className="page">
      <PageHead title={t('labels:title')} hint={t('labels:hint')} />
      <div className="filters" role="search">
        <Search label={t('labels:search')} value={filter.q} onChange={(q) => narrow({ q })} />
        <Choice
          label={t('filings:statusTitle')}
          values={statuses}
          value={filter.status}
          textOf={(value) => t(`labels:status.${value}`)}
          onChange={(status) => narrow({ status })}
        />
      </div>
      <section className="panel flush">
        <LongList
          name="labels"
          label={t('labels:title')}
          rowKey={({ number }) => number}
          columns={columns}
          query={labels}
          empty={
            narrowed ? (
              <Nothing title={t('labels:noneHere')} />
            ) : (
              <Nothing title={t('labels:none')} hint={t('labels:noneHint')} />
            )
          }
        />
      </section>
      {withdrawing && <WithdrawModal label={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </div>
  );
}
