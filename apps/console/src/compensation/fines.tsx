/** Fines: proposed, imposed by another person, paid into a book of their own. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Fine } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { Yuan } from './yuan';

const colours = { proposed: 'processing', imposed: 'warning', rejected: 'default', paid: 'success' } as const;

export function Fines() {
  const { t } = useTranslation();
  const user = useUser();
  const regionName = useRegionName();
  const client = useQueryClient();
  const [proposing, setProposing] = useState(false);
  const [paying, setPaying] = useState<Fine>();
  const [slip, setSlip] = useState('');
  const fines = usePages(['fines'], (cursor) =>
    ask(api.GET('/api/v1/compensation/grassland/fines', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const again = () => client.invalidateQueries({ queryKey: ['fines'] });
  const decide = useMutation({
    mutationFn: ({ id, impose }: { id: string; impose: boolean }) =>
      ask(api.POST('/api/v1/compensation/grassland/fines/{id}/decide', { params: { path: { id } }, body: { impose } })),
    onSettled: again,
  });
  const pay = useMutation({
    mutationFn: (id: string) =>
      ask(api.POST('/api/v1/compensation/grassland/fines/{id}/payment', { params: { path: { id } }, body: { slip } })),
    onSuccess: () => (setPaying(undefined), setSlip('')),
    onSettled: again,
  });
  const clerk = hasRole(user, 'finance_clerk');
  const mayDecide = ({ status, proposedBy }: Fine) =>
    status === 'proposed' && hasRole(user, 'finance_approver') && proposedBy.id !== user.id;
  const columns: LongColumn<Fine>[] = [
    {
      key: 'fine',
      title: t('compensation:grassland.fine'),
      text: ({ household, banner }) => `${household} · ${regionName(banner)}`,
      sub: { title: t('compensation:decision.reason'), text: ({ number, reason }) => `${number} · ${reason}` },
    },
    {
      key: 'amount',
      title: t('compensation:amount'),
      fileUnit: t('common:moneyUnit.yuan'),
      numeric: true,
      text: ({ amount }) => amount,
      cell: ({ amount }) => <Yuan amount={amount} />,
    },
    {
      key: 'document',
      title: t('compensation:decision.document'),
      wide: true,
      text: ({ document }) => [document.title, document.number].filter(Boolean).join(' '),
      sub: { title: t('compensation:grassland.slip'), text: ({ slip: paid }) => paid ?? '' },
    },
    {
      key: 'status',
      title: t('compensation:decision.state'),
      text: ({ status }) => t(`compensation:grassland.status.${status}`),
      cell: ({ status }) => <Tag color={colours[status]}>{t(`compensation:grassland.status.${status}`)}</Tag>,
    },
    {
      key: 'do',
      act: true,
      title: t('common:actions'),
      width: 190,
      text: () => '',
      cell: (fine) => (
        <div className="filters">
          {mayDecide(fine) && (
            <>
              <Button size="small" onClick={() => decide.mutate({ id: fine.id, impose: false })}>
                {t('compensation:decision.reject')}
              </Button>
              <Button size="small" type="primary" onClick={() => decide.mutate({ id: fine.id, impose: true })}>
                {t('compensation:grassland.impose')}
              </Button>
            </>
          )}
          {clerk && fine.status === 'imposed' && (
            <Button size="small" onClick={() => setPaying(fine)}>
              {t('compensation:grassland.pay')}
            </Button>
          )}
        </div>
      ),
    },
  ];
  return (
    <section className="panel" data-test="fines">
      <div className="panel-head">
        <h2>{t('compensation:grassland.fines')}</h2>
        {clerk && <Button onClick={() => setProposing(true)}>{t('compensation:grassland.propose')}</Button>}
      </div>
      <p className="muted">{t('compensation:grassland.finesHint')}</p>
      {decide.error && <ProblemAlert error={decide.error} />}
      <LongList
        name="fines"
        label={t('compensation:grassland.fines')}
        rowKey={({ id }) => id}
        columns={columns}
        query={fines}
        empty={<Nothing title={t('compensation:grassland.noFines')} />}
      />
      {proposing && <NewFine onDone={() => (setProposing(false), void again())} onCancel={() => setProposing(false)} />}
      <Modal
        open={!!paying}
        title={t('compensation:grassland.pay')}
        okText={t('compensation:grassland.pay')}
        cancelText={t('common:cancel')}
        okButtonProps={{ disabled: !slip.trim(), loading: pay.isPending }}
        onOk={() => paying && pay.mutate(paying.id)}
        onCancel={() => setPaying(undefined)}
      >
        {pay.error && <ProblemAlert error={pay.error} />}
        <Input
          value={slip}
          onChange={({ target }) => setSlip(target.value)}
          aria-label={t('compensation:grassland.slip')}
          placeholder={t('compensation:grassland.slip')}
        />
      </Modal>
    </section>
  );
}

interface Values {
  household: string;
  banner: string;
  amount: string;
  reason: string;
  document: string;
  number?: string;
}

function NewFine({ onDone, onCancel }: { onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const propose = useMutation({
    mutationFn: ({ document: title, number, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/compensation/grassland/fines', {
          params: {} as never,
          body: { ...rest, document: { title, ...(number && { number }) } },
        }),
      ),
    onSuccess: onDone,
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <Modal
      open
      title={t('compensation:grassland.propose')}
      okText={t('compensation:grassland.propose')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: propose.isPending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {propose.error && <ProblemAlert error={propose.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => propose.mutate(values)}>
        <Form.Item name="household" label={t('compensation:household')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="banner" label={t('compensation:grassland.banner')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="amount" label={t('compensation:decision.amount')} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="reason" label={t('compensation:decision.reason')} rules={rules}>
          <Input.TextArea />
        </Form.Item>
        <Form.Item name="document" label={t('compensation:decision.document')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="number" label={t('compensation:decision.documentNumber')}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}
