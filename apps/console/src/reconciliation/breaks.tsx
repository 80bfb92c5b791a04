/** Differences of a day: explained by one person, settled by another. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Resolution, TradingBreak } from '../api/types';
import { useUser } from '../session/session-provider';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';

const RESOLUTIONS = ['timing', 'source_error', 'adjustment', 'write_off'] as const;

export function Breaks({ date, closed, onChange }: { date: string; closed: boolean; onChange: () => void }) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [explaining, setExplaining] = useState<TradingBreak>();
  const breaks = usePages(['day', date, 'breaks'], (cursor) =>
    ask(
      api.GET('/api/v1/reconciliation/days/{date}/breaks', {
        params: { path: { date }, query: { limit: 200, ...(cursor && { cursor }) } },
      }),
    ),
  );
  const again = () => {
    void client.invalidateQueries({ queryKey: ['day', date, 'breaks'] });
    onChange();
  };
  const settle = useMutation({
    mutationFn: (id: string) =>
      ask(api.POST('/api/v1/reconciliation/breaks/{id}/settle', { params: { path: { id } } })),
    onSettled: again,
  });
  const columns: TableColumnsType<TradingBreak> = [
    {
      title: t('reconciliation:break'),
      render: (_, row) => (
        <div className="stack">
          <span>{t(`reconciliation:kind.${row.kind}`)}</span>
          <span className="sub num">
            {[row.dealId, ...(row.registry ?? []), ...(row.bank ?? [])].filter(Boolean).join(' · ')}
          </span>
        </div>
      ),
    },
    {
      title: t('reconciliation:difference'),
      align: 'end',
      className: 'num',
      render: (_, row) => row.difference ?? '–',
    },
    { title: t('reconciliation:age'), align: 'end', className: 'num', responsive: ['md'], dataIndex: 'age' },
    {
      title: t('reconciliation:status.title'),
      render: (_, row) => (
        <div className="stack">
          <span>
            <Tag color={row.status === 'resolved' ? 'success' : row.status === 'open' ? 'error' : 'processing'}>
              {t(`reconciliation:breakStatus.${row.status}`)}
            </Tag>
            {row.resolution && t(`reconciliation:resolution.${row.resolution}`)}
          </span>
          {row.note && <span className="sub">{row.note}</span>}
        </div>
      ),
    },
    {
      title: <span className="sr-only">{t('reconciliation:explain')}</span>,
      render: (_, row) =>
        !closed && (
          <span className="page-actions">
            {row.status !== 'resolved' && (
              <Button size="small" onClick={() => setExplaining(row)}>
                {t('reconciliation:explain')}
              </Button>
            )}
            {row.status === 'explained' && row.explainedBy !== user.id && (
              <Button size="small" type="primary" loading={settle.isPending} onClick={() => settle.mutate(row.id)}>
                {t('reconciliation:settle')}
              </Button>
            )}
          </span>
        ),
    },
  ];
  return (
    <>
      {settle.error && <ProblemAlert error={settle.error} />}
      {breaks.error ? (
        <ProblemAlert error={breaks.error} onRetry={() => void breaks.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="id"
            size="middle"
            columns={columns}
            dataSource={breaks.items}
            loading={breaks.isPending}
            pagination={false}
            locale={{ emptyText: breaks.isPending ? ' ' : <Nothing title={t('reconciliation:noBreaks')} /> }}
          />
          <LoadMore query={breaks} />
        </section>
      )}
      {explaining && <Explain row={explaining} onClose={() => setExplaining(undefined)} onDone={again} />}
    </>
  );
}

function Explain({ row, onClose, onDone }: { row: TradingBreak; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ resolution: Resolution; note: string }>();
  const explain = useMutation({
    mutationFn: (body: { resolution: Resolution; note: string }) =>
      ask(api.POST('/api/v1/reconciliation/breaks/{id}/explain', { params: { path: { id: row.id } }, body })),
    onSuccess: () => (onDone(), onClose()),
  });
  return (
    <Modal
      open
      title={t(`reconciliation:kind.${row.kind}`)}
      okText={t('reconciliation:explain')}
      cancelText={t('common:cancel')}
      confirmLoading={explain.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => explain.mutate(values)}>
        <Form.Item name="resolution" label={t('reconciliation:how')} rules={[{ required: true }]}>
          <Select options={RESOLUTIONS.map((value) => ({ value, label: t(`reconciliation:resolution.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('reconciliation:note')}
          rules={[{ required: true, whitespace: true, max: 1000 }]}
        >
          <Input.TextArea rows={3} />
        </Form.Item>
      </Form>
      {explain.error && <ProblemAlert error={explain.error} />}
    </Modal>
  );
}
