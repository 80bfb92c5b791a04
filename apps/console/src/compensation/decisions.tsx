/** 缓拨、减拨、停拨、追回: proposed by the clerk with its document, confirmed or rejected by the approver. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { decisionKinds, type Decision, type DecisionKind, type Programme } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { groupDecimal } from '../numbers/decimal';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { Yuan } from './yuan';

const colours = { proposed: 'processing', confirmed: 'success', rejected: 'default' } as const;

export function Decisions({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const user = useUser();
  const clerk = hasRole(user, 'finance_clerk');
  const approver = hasRole(user, 'finance_approver');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [rejecting, setRejecting] = useState<Decision>();
  const [remarks, setRemarks] = useState('');
  const path = { params: { path: { id: programme.id } } };
  const decisions = usePages(['decisions', programme.id], (cursor) =>
    ask(
      api.GET('/api/v1/compensation/programmes/{id}/decisions', {
        params: { path: { id: programme.id }, query: { ...(cursor && { cursor }) } },
      }),
    ),
  );
  const again = () =>
    Promise.all(
      ['decisions', 'arrears', 'programme-book', 'programme'].map((key) =>
        client.invalidateQueries({ queryKey: [key, programme.id] }),
      ),
    );
  const decide = useMutation({
    mutationFn: ({ id, said }: { id: string; said?: string }) =>
      said === undefined
        ? ask(api.POST('/api/v1/compensation/decisions/{id}/confirm', { params: { path: { id } } }))
        : ask(
            api.POST('/api/v1/compensation/decisions/{id}/reject', {
              params: { path: { id } },
              body: { remarks: said },
            }),
          ),
    onSuccess: () => setRejecting(undefined),
    onSettled: again,
  });
  const columns: LongColumn<Decision>[] = [
    {
      key: 'decision',
      title: t('compensation:decision.title'),
      text: ({ kind, household }) => `${t(`compensation:decision.kind.${kind}`)} · ${household}`,
      sub: { title: t('compensation:decision.reason'), text: ({ number, reason }) => `${number} · ${reason}` },
    },
    {
      key: 'amount',
      title: t('compensation:amount'),
      fileUnit: t('common:moneyUnit.yuan'),
      numeric: true,
      text: ({ amount }) => amount ?? t('compensation:decision.whole'),
      cell: ({ amount }) =>
        amount ? <Yuan amount={amount} /> : <span className="muted">{t('compensation:decision.whole')}</span>,
      sub: {
        title: t('compensation:decision.left'),
        text: ({ outstanding }) => outstanding ?? '',
        cell: ({ outstanding }) =>
          outstanding === null ? '' : t('compensation:decision.outstanding', { amount: groupDecimal(outstanding) }),
      },
    },
    {
      key: 'document',
      title: t('compensation:decision.document'),
      wide: true,
      text: ({ document }) => [document.title, document.number].filter(Boolean).join(' '),
      sub: { title: t('compensation:decision.clause'), text: ({ clause }) => clause },
    },
    {
      key: 'status',
      title: t('compensation:decision.state'),
      text: ({ status }) => t(`compensation:decision.status.${status}`),
      cell: ({ status }) => <Tag color={colours[status]}>{t(`compensation:decision.status.${status}`)}</Tag>,
      sub: { title: t('common:col.note'), text: ({ remarks: said }) => said ?? '' },
    },
    {
      key: 'do',
      act: true,
      title: t('common:actions'),
      width: 190,
      text: () => '',
      cell: (decision) =>
        approver &&
        decision.status === 'proposed' &&
        decision.proposedBy.id !== user.id && (
          <div className="filters">
            <Button size="small" onClick={() => (setRemarks(''), setRejecting(decision))}>
              {t('compensation:decision.reject')}
            </Button>
            <Button size="small" type="primary" onClick={() => decide.mutate({ id: decision.id })}>
              {t('compensation:decision.confirm')}
            </Button>
          </div>
        ),
    },
  ];
  return (
    <section className="panel" data-test="decisions">
      <div className="panel-head">
        <h2>{t('compensation:decision.heading')}</h2>
        {clerk && (
          <Button onClick={() => setOpen(true)} data-test="propose">
            {t('compensation:decision.propose')}
          </Button>
        )}
      </div>
      <p className="muted">{t('compensation:decision.hint')}</p>
      {!rejecting && decide.error && <ProblemAlert error={decide.error} />}
      <LongList
        name="decisions"
        label={t('compensation:decision.heading')}
        rowKey={({ id }) => id}
        columns={columns}
        query={decisions}
        empty={<Nothing title={t('compensation:decision.none')} />}
      />
      {open && <Proposal path={path} onDone={() => (setOpen(false), void again())} onCancel={() => setOpen(false)} />}
      <Modal
        open={!!rejecting}
        title={t('compensation:decision.reject')}
        okText={t('compensation:decision.reject')}
        cancelText={t('common:cancel')}
        okButtonProps={{ disabled: !remarks.trim(), loading: decide.isPending }}
        onOk={() => rejecting && decide.mutate({ id: rejecting.id, said: remarks.trim() })}
        onCancel={() => setRejecting(undefined)}
      >
        {decide.error && <ProblemAlert error={decide.error} />}
        <Input.TextArea
          value={remarks}
          onChange={({ target }) => setRemarks(target.value)}
          aria-label={t('compensation:remarks')}
          placeholder={t('compensation:remarks')}
        />
      </Modal>
    </section>
  );
}

interface Values {
  household: string;
  kind: DecisionKind;
  amount?: string;
  reason: string;
  document: string;
  number?: string;
  date?: Dayjs;
  clause?: string;
}

function Proposal(props: { path: { params: { path: { id: string } } }; onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const priced = kind === 'reduce' || kind === 'recover';
  const propose = useMutation({
    mutationFn: ({ document: title, number, date, amount, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/compensation/programmes/{id}/decisions', {
          ...props.path,
          body: {
            ...rest,
            ...(priced && amount && { amount }),
            document: { title, ...(number && { number }), ...(date && { date: date.format('YYYY-MM-DD') }) },
          },
        }),
      ),
    onSuccess: props.onDone,
  });
  const needed = [{ required: true, message: t('common:required') }];
  return (
    <Modal
      open
      title={t('compensation:decision.propose')}
      okText={t('compensation:decision.propose')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: propose.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onCancel}
    >
      {propose.error && <ProblemAlert error={propose.error} />}
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => propose.mutate(values)}
        initialValues={{ kind: 'hold' }}
      >
        <Form.Item name="household" label={t('compensation:household')} rules={needed}>
          <Input data-test="decision-household" />
        </Form.Item>
        <Form.Item name="kind" label={t('compensation:decision.title')}>
          <Select
            options={decisionKinds.map((one) => ({ value: one, label: t(`compensation:decision.kind.${one}`) }))}
          />
        </Form.Item>
        {priced && (
          <Form.Item name="amount" label={t('compensation:decision.amount')} rules={needed}>
            <Input inputMode="decimal" />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('compensation:decision.reason')} rules={needed}>
          <Input.TextArea data-test="decision-reason" />
        </Form.Item>
        <Form.Item name="document" label={t('compensation:decision.document')} rules={needed}>
          <Input data-test="decision-document" />
        </Form.Item>
        <Form.Item name="number" label={t('compensation:decision.documentNumber')}>
          <Input />
        </Form.Item>
        <Form.Item name="date" label={t('compensation:decision.documentDate')}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="clause" label={t('compensation:decision.clause')}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}
