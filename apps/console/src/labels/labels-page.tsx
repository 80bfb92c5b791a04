import { Button, Table, type TableColumnsType } from 'antd';
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
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { LabelStatusTag } from '../shared/status-tag';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { KindTag } from './kind-tag';
import { WithdrawModal } from './withdraw-modal';

export function LabelsPage() {
  const { t } = useTranslation();
  const user = useUser();
  const [withdrawing, setWithdrawing] = useState<Label>();
  useTitle(t('labels:title'));
  const labels = usePages(['labels'], (cursor) =>
    ask(api.GET('/api/v1/labels', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const mayWithdraw = hasRole(user, 'reviewer', 'method_admin');
  const columns: TableColumnsType<Label> = [
    {
      title: t('labels:label'),
      render: (_, label) => (
        <div className="stack">
          <Link to={`/label/${label.number}`} className="num">
            {label.number}
          </Link>
          <span className="sub">{label.productName}</span>
          <span>
            <KindTag kind={label.kind} />
            <Link to={`/labels/${label.number}`} data-test="dossier">
              {t('labels:dossier.title')}
            </Link>
          </span>
        </div>
      ),
    },
    {
      title: t('labels:field.organisation'),
      responsive: ['md'],
      render: (_, { organisation }) => organisation,
    },
    {
      title: t('labels:field.value'),
      align: 'end',
      className: 'num',
      render: (_, label) => (
        <div className="stack">
          <span>{groupDecimal(label.value)}</span>
          <span className="sub">{prettyUnit(label.unit)}</span>
        </div>
      ),
    },
    {
      title: t('labels:field.validity'),
      responsive: ['md'],
      className: 'num',
      render: (_, label) => period(label.issuedOn, label.expiresOn),
    },
    {
      title: t('filings:statusTitle'),
      render: (_, label) => (
        <div className="stack">
          <span>
            <LabelStatusTag status={label.status} />
          </span>
          {label.withdrawReason && <span className="sub">{label.withdrawReason}</span>}
        </div>
      ),
    },
    ...(mayWithdraw
      ? [
          {
            key: 'act',
            title: <span className="sr-only">{t('labels:withdraw.do')}</span>,
            render: (_: unknown, label: Label) =>
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
      {labels.error ? (
        <ProblemAlert error={labels.error} onRetry={() => void labels.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="number"
            columns={columns}
            dataSource={labels.items}
            loading={labels.isPending}
            pagination={false}
            locale={{
              emptyText: labels.isPending ? ' ' : <Nothing title={t('labels:none')} hint={t('labels:noneHint')} />,
            }}
          />
          <LoadMore query={labels} />
        </section>
      )}
      {withdrawing && <WithdrawModal label={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </div>
  );
}
