/** Operations of the registry: asked for by a form that the rule shapes, decided on by another person. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { RegistryOperation } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { NewOperation } from './new-operation';

const colours: Record<string, string> = {
  proposed: 'processing',
  approved: 'processing',
  posted: 'success',
  refused: 'error',
  rejected: 'warning',
};

export function Operations() {
  const { t, i18n } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [rejecting, setRejecting] = useState<RegistryOperation>();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const rules = useQuery({ queryKey: ['registry', 'rules'], queryFn: () => ask(api.GET('/api/v1/registry/rules')) });
  const operations = usePages(['holdings', 'operations'], (cursor) =>
    ask(api.GET('/api/v1/registry/operations', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const again = () => client.invalidateQueries({ queryKey: ['holdings'] });
  const approve = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/registry/operations/{id}/approve', { params: { path: { id } } })),
    onSettled: again,
  });
  const reject = useMutation({
    mutationFn: (id: string) =>
      ask(api.POST('/api/v1/registry/operations/{id}/reject', { params: { path: { id } }, body: { reason } })),
    onSuccess: () => (setRejecting(undefined), setReason('')),
    onSettled: again,
  });
  const mayAsk = rules.data?.operations.some(({ roles }) => hasRole(user, ...roles));
  const ruleOf = (code: string) => rules.data?.operations.find((rule) => rule.code === code);
  const mayDecide = ({ operation, askedBy, status }: RegistryOperation) =>
    status === 'proposed' && askedBy !== user.id && hasRole(user, ...(ruleOf(operation)?.approve ?? []));
  const columns: LongColumn<RegistryOperation>[] = [
    {
      key: 'operation',
      title: t('holdings:operation'),
      text: (row) => ruleOf(row.operation)?.[i18n.language === 'en' ? 'en' : 'zh'] ?? row.operation,
      sub: {
        title: t('common:col.organisation'),
        text: ({ organisation, counterparty }) => [organisation, counterparty].filter(Boolean).join(' → '),
      },
    },
    {
      key: 'amount',
      title: t('holdings:amount'),
      numeric: true,
      text: ({ amount }) => amount ?? t('holdings:rest'),
      words: ({ amount }) => (amount ? groupDecimal(amount) : t('holdings:rest')),
      sub: { title: t('holdings:asset'), text: ({ asset }) => asset },
    },
    { key: 'date', title: t('holdings:date'), wide: true, text: ({ businessDate }) => businessDate },
    {
      key: 'status',
      title: t('holdings:status.title'),
      text: ({ status }) => t(`holdings:status.${status}`),
      cell: ({ status }) => <Tag color={colours[status]}>{t(`holdings:status.${status}`)}</Tag>,
      sub: {
        title: t('common:col.note'),
        text: ({ refusal }) => (refusal ? String(refusal.reason ?? refusal.code) : ''),
      },
    },
    {
      key: 'do',
      act: true,
      title: t('holdings:approve'),
      width: 190,
      text: () => '',
      cell: (row) =>
        mayDecide(row) && (
          <span className="page-actions">
            <Button size="small" type="primary" loading={approve.isPending} onClick={() => approve.mutate(row.id)}>
              {t('holdings:approve')}
            </Button>
            <Button size="small" onClick={() => setRejecting(row)}>
              {t('holdings:reject')}
            </Button>
          </span>
        ),
    },
  ];
  return (
    <>
      <div className="panel-head">
        <h2>{t('holdings:operations')}</h2>
        {mayAsk && (
          <Button type="primary" onClick={() => setAsking(true)} data-test="new-operation">
            {t('holdings:newOperation')}
          </Button>
        )}
      </div>
      {asking && rules.data && (
        <NewOperation
          rules={rules.data}
          onDone={() => (setAsking(false), void again())}
          onCancel={() => setAsking(false)}
        />
      )}
      {approve.error && <ProblemAlert error={approve.error} />}
      <section className="panel flush">
        <LongList
          name="operations"
          label={t('holdings:operations')}
          rowKey={({ id }) => id}
          columns={columns}
          query={operations}
          empty={<Nothing title={t('holdings:noOperations')} />}
        />
      </section>
      {rejecting && (
        <Modal
          open
          title={t('holdings:reject')}
          okText={t('holdings:reject')}
          cancelText={t('common:cancel')}
          okButtonProps={{ disabled: !reason.trim(), danger: true }}
          confirmLoading={reject.isPending}
          onOk={() => reject.mutate(rejecting.id)}
          onCancel={() => setRejecting(undefined)}
        >
          <label htmlFor="reject-reason">{t('holdings:reason')}</label>
          <Input.TextArea
            id="reject-reason"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {reject.error && <ProblemAlert error={reject.error} />}
        </Modal>
      )}
    </>
  );
}
