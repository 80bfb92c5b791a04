/** One explanation for one difference or many. */
import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { TradingBreak } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';

const PLAIN = ['timing', 'source_error', 'write_off'] as const;
interface Said {
  resolution: (typeof PLAIN)[number];
  note: string;
}

export function Explain({ rows, onClose, onDone }: { rows: TradingBreak[]; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Said>();
  const explain = useMutation({
    mutationFn: (said: Said) =>
      ask(api.POST('/api/v1/reconciliation/breaks/explain', { body: { ...said, ids: rows.map(({ id }) => id) } })),
    onSuccess: () => (onDone(), onClose()),
  });
  // Only an amount can be written off.
  const open = PLAIN.filter((one) => one !== 'write_off' || rows.every(({ kind }) => kind === 'amount_differs'));
  return (
    <Modal
      open
      title={
        rows.length === 1
          ? t(`reconciliation:kind.${rows[0]!.kind}`)
          : t('reconciliation:work.many', { count: rows.length })
      }
      okText={t('reconciliation:explain')}
      cancelText={t('common:cancel')}
      confirmLoading={explain.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(said) => explain.mutate(said)}>
        <Form.Item name="resolution" label={t('reconciliation:how')} rules={[{ required: true }]}>
          <Select
            autoFocus
            options={open.map((value) => ({ value, label: t(`reconciliation:resolution.${value}`) }))}
          />
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
