/** Contracts and parcels with what is drawn on them, and fines, which stand in a book of their own. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Tag, type TableColumnsType, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Fine, Parcel } from '../api/types';
import { uploadRaw } from '../api/files';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { Area } from '../shared/area';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import './compensation.css';
import { Yuan } from './yuan';

export function GrasslandPage() {
  const { t } = useTranslation();
  useTitle(t('compensation:grassland.title'));
  return (
    <div className="page">
      <PageHead
        title={t('compensation:grassland.title')}
        hint={t('compensation:grassland.hint')}
        back={{ to: '/compensation', text: t('compensation:back') }}
      />
      <Parcels />
      <Fines />
    </div>
  );
}

function Parcels() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const client = useQueryClient();
  const clerk = hasRole(useUser(), 'finance_clerk');
  const parcels = usePages(['parcels'], (cursor) =>
    ask(api.GET('/api/v1/compensation/grassland/parcels', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const upload = useMutation({
    mutationFn: (file: File) => uploadRaw('/api/v1/compensation/grassland/parcels', file, 'text/csv'),
    onSettled: () => client.invalidateQueries({ queryKey: ['parcels'] }),
  });
  const columns: TableColumnsType<Parcel> = [
    {
      title: t('compensation:grassland.parcel'),
      render: (_, { code, contract }) => (
        <div className="stack">
          <span className="num">{code}</span>
          <span className="sub">{contract}</span>
        </div>
      ),
    },
    {
      title: t('compensation:household'),
      render: (_, { household, banner }) => (
        <div className="stack">
          <span className="num">{household}</span>
          <span className="sub">{regionName(banner)}</span>
        </div>
      ),
    },
    { title: t('compensation:grassland.kindTitle'), render: (_, { kind }) => t(`compensation:grassland.kind.${kind}`) },
    {
      title: t('compensation:grassland.area'),
      align: 'end',
      className: 'num',
      render: (_, { areaMu }) => <Area mu={areaMu} />,
    },
    {
      title: t('compensation:parameter.valid'),
      className: 'num',
      render: (_, { from, to }) => `${from} – ${to}`,
    },
    {
      title: t('compensation:grassland.claims'),
      render: (_, { claims }) => (
        <div className="stack">
          {claims.map(({ scheme, from, to }) => (
            <span key={from} className="sub">
              {scheme} <span className="num">{`${from} – ${to}`}</span>
            </span>
          ))}
        </div>
      ),
    },
  ];
  return (
    <section className="panel" data-test="parcels">
      <div className="panel-head">
        <h2>{t('compensation:grassland.parcels')}</h2>
        {clerk && (
          <Upload accept=".csv,text/csv" showUploadList={false} beforeUpload={(file) => (upload.mutate(file), false)}>
            <Button icon={<UploadOutlined />} loading={upload.isPending}>
              {t('compensation:grassland.upload')}
            </Button>
          </Upload>
        )}
      </div>
      <p className="muted">{t('compensation:grassland.columns')}</p>
      {(upload.error ?? parcels.error) && <ProblemAlert error={(upload.error ?? parcels.error)!} />}
      <WideTable
        label={t('compensation:grassland.parcels')}
        rowKey="id"
        columns={columns}
        dataSource={parcels.items}
        loading={parcels.isPending}
        locale={{ emptyText: parcels.isPending ? ' ' : <Nothing title={t('compensation:grassland.none')} /> }}
      />
      <LoadMore query={parcels} />
    </section>
  );
}

const colours = { proposed: 'processing', imposed: 'warning', rejected: 'default', paid: 'success' } as const;

function Fines() {
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
  const columns: TableColumnsType<Fine> = [
    {
      title: t('compensation:grassland.fine'),
      render: (_, { number, household, banner, reason }) => (
        <div className="stack">
          <span>
            <span className="num">{household}</span> · {regionName(banner)}
          </span>
          <span className="sub">
            {number} · {reason}
          </span>
        </div>
      ),
    },
    { title: t('compensation:amount'), align: 'end', render: (_, { amount }) => <Yuan amount={amount} /> },
    {
      title: t('compensation:decision.document'),
      render: (_, { document, slip: paid }) => (
        <div className="stack">
          <span>{[document.title, document.number].filter(Boolean).join(' ')}</span>
          {paid && <span className="sub num">{paid}</span>}
        </div>
      ),
    },
    {
      title: t('compensation:decision.state'),
      render: (_, { status }) => <Tag color={colours[status]}>{t(`compensation:grassland.status.${status}`)}</Tag>,
    },
    {
      key: 'do',
      align: 'end',
      render: (_, fine) => (
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
      {(fines.error ?? decide.error) && <ProblemAlert error={(fines.error ?? decide.error)!} />}
      <WideTable
        label={t('compensation:grassland.fines')}
        rowKey="id"
        columns={columns}
        dataSource={fines.items}
        loading={fines.isPending}
        locale={{ emptyText: fines.isPending ? ' ' : <Nothing title={t('compensation:grassland.noFines')} /> }}
      />
      <LoadMore query={fines} />
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
