/** Losses after issuance: reported by the owner, confirmed by the registry, which draws the buffer; restored later. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select, type TableColumnsType, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkCredits, SinkReversal } from '../api/types';
import { useLandArea } from '../numbers/use-quantities';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { today } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';
import { Tonnes } from './figures';

const causes = ['fire', 'pest', 'drought', 'storm', 'logging', 'conversion', 'other'] as const;
const colours = { reported: 'warning', confirmed: 'error', restored: 'success', rejected: 'default' } as const;
type Verdict = { id: string; decision: 'confirm' | 'reject' };

export function Reversals({ project }: { project: SinkCredits }) {
  const { t } = useTranslation();
  const land = useLandArea();
  const user = useUser();
  const client = useQueryClient();
  const [reporting, setReporting] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>();
  const [reason, setReason] = useState('');
  const own = user.organisation.id === project.organisationId && hasRole(user, 'filer');
  const registry = hasRole(user, 'regulator');
  const again = () => client.invalidateQueries({ queryKey: ['sink-credits', project.projectId] });
  const passed = project.periods.flatMap(({ verifications, end }) =>
    verifications.filter(({ status }) => status === 'passed').map(({ id, number }) => ({ id, number, end })),
  );
  const decide = useMutation({
    mutationFn: ({ id, decision }: Verdict) =>
      ask(
        api.POST('/api/v1/sink/reversals/{id}/decision', {
          params: { path: { id } },
          body: { decision, reason: reason.trim() },
        }),
      ),
    onSuccess: () => setVerdict(undefined),
    onSettled: again,
  });
  const restore = useMutation({
    mutationFn: ({ id, verification }: { id: string; verification: string }) =>
      ask(api.POST('/api/v1/sink/reversals/{id}/restoration', { params: { path: { id } }, body: { verification } })),
    onSettled: again,
  });
  const columns: TableColumnsType<SinkReversal> = [
    {
      title: t('credits:reversal.one'),
      render: (_, { number, cause, happenedOn, note }) => (
        <div className="stack">
          <span>
            <span className="num">{number}</span> {t(`credits:reversal.cause.${cause}`)} · {happenedOn}
          </span>
          <span className="sub">{note}</span>
        </div>
      ),
    },
    {
      title: `${t('credits:hectares')} (${land.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { hectares }) => land.of(hectares),
    },
    {
      title: t('credits:reversal.loss'),
      align: 'end',
      render: (_, { loss, estimate }) => (
        <div className="stack right">
          <Tonnes of={loss} places={1} />
          <span className="sub">
            {t('credits:reversal.estimate')} <Tonnes of={estimate} places={1} />
          </span>
        </div>
      ),
    },
    {
      title: t('credits:reversal.drawn'),
      align: 'end',
      render: (_, { drawn, owed }) => (
        <span>
          <Tonnes of={drawn} /> / <Tonnes of={owed} />
        </span>
      ),
    },
    {
      title: t('credits:state'),
      render: (_, { status, decision }) => (
        <div className="stack">
          <span>
            <Tag color={colours[status]}>{t(`credits:reversal.status.${status}`)}</Tag>
          </span>
          {decision && <span className="sub">{decision}</span>}
        </div>
      ),
    },
    {
      key: 'do',
      render: (_, row) => {
        if (!registry) return null;
        if (row.status === 'reported' && row.reportedBy.id !== user.id)
          return (
            <div className="filters">
              {(['reject', 'confirm'] as const).map((decision) => (
                <Button
                  key={decision}
                  size="small"
                  danger={decision === 'confirm'}
                  onClick={() => (setReason(''), setVerdict({ id: row.id, decision }))}
                >
                  {t(`credits:reversal.${decision}`)}
                </Button>
              ))}
            </div>
          );
        const later = passed.filter(({ end }) => end > row.happenedOn);
        if (row.status !== 'confirmed' || !later.length) return null;
        return (
          <Select
            size="small"
            style={{ minWidth: 160 }}
            aria-label={t('credits:reversal.restore')}
            placeholder={t('credits:reversal.restore')}
            onChange={(verification: string) => restore.mutate({ id: row.id, verification })}
            options={later.map(({ id, number }) => ({ value: id, label: number }))}
          />
        );
      },
    },
  ];
  const failed = (verdict ? null : decide.error) ?? restore.error;
  return (
    <section className="panel" data-test="reversals">
      <div className="panel-head">
        <h2>{t('credits:reversal.title')}</h2>
        {own && project.issued !== '0' && (
          <Button onClick={() => setReporting(true)} data-test="report-reversal">
            {t('credits:reversal.report')}
          </Button>
        )}
      </div>
      <p className="muted">{t('credits:reversal.hint')}</p>
      {failed && <ProblemAlert error={failed} />}
      {project.reversals.length > 0 && (
        <WideTable label={t('credits:reversal.title')} rowKey="id" columns={columns} dataSource={project.reversals} />
      )}
      {reporting && <Report project={project} onClose={() => (setReporting(false), void again())} />}
      <Modal
        open={!!verdict}
        title={verdict && t(`credits:reversal.${verdict.decision}`)}
        okText={verdict && t(`credits:reversal.${verdict.decision}`)}
        cancelText={t('common:cancel')}
        okButtonProps={{ disabled: !reason.trim(), loading: decide.isPending }}
        onOk={() => verdict && decide.mutate(verdict)}
        onCancel={() => setVerdict(undefined)}
      >
        {decide.error && <ProblemAlert error={decide.error} />}
        <Input.TextArea
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          aria-label={t('credits:reversal.reason')}
          placeholder={t('credits:reversal.reason')}
        />
      </Modal>
    </section>
  );
}

interface Values {
  geometry: string;
  happenedOn: Dayjs;
  cause: (typeof causes)[number];
  loss: string;
  note: string;
}

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

function Report({ project, onClose }: { project: SinkCredits; onClose(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const report = useMutation({
    mutationFn: ({ geometry, happenedOn, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/sink/projects/{id}/reversals', {
          params: { path: { id: project.projectId } },
          body: {
            ...rest,
            geometry: JSON.parse(geometry) as Record<string, unknown>,
            happenedOn: happenedOn.format('YYYY-MM-DD'),
          },
        }),
      ),
    onSuccess: onClose,
  });
  const needed = { required: true, message: t('common:required') };
  return (
    <Modal
      open
      title={t('credits:reversal.report')}
      okText={t('credits:reversal.report')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: report.isPending, danger: true }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {report.error && <ProblemAlert error={report.error} />}
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => report.mutate(values)}
        initialValues={{ cause: 'fire' }}
      >
        <Form.Item name="cause" label={t('credits:reversal.causeTitle')}>
          <Select options={causes.map((one) => ({ value: one, label: t(`credits:reversal.cause.${one}`) }))} />
        </Form.Item>
        <Form.Item name="happenedOn" label={t('credits:reversal.happenedOn')} rules={[needed]}>
          <DatePicker maxDate={today()} />
        </Form.Item>
        <Form.Item name="loss" label={t('credits:reversal.lossLabel')} rules={[needed]}>
          <Input inputMode="decimal" suffix="t CO₂e" />
        </Form.Item>
        <Form.Item
          name="geometry"
          label={t('credits:reversal.geometry')}
          rules={[
            needed,
            {
              validator: (_, text: string) =>
                !text || isJson(text) ? Promise.resolve() : Promise.reject(new Error(t('credits:reversal.notJson'))),
            },
          ]}
        >
          <Input.TextArea rows={4} placeholder='{"type":"Polygon","coordinates":[…]}' />
        </Form.Item>
        <Form.Item name="note" label={t('credits:reversal.note')} rules={[needed]}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
