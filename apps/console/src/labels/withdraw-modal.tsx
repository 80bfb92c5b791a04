import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Label } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';

export function WithdrawModal({ label, onClose }: { label: Label; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useMutation({
    mutationFn: (body: { reason: string }) =>
      ask(api.POST('/api/v1/labels/{number}/withdraw', { params: { path: { number: label.number } }, body })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['labels'] });
      void client.invalidateQueries({ queryKey: ['label', label.number] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('labels:withdraw.title', { number: label.number })}
      okText={t('labels:withdraw.do')}
      okButtonProps={{ danger: true, loading: withdraw.isPending }}
      cancelText={t('common:cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted" style={{ marginBottom: 12 }}>
        {t('labels:withdraw.hint')}
      </p>
      <Form form={form} layout="vertical" onFinish={(values) => withdraw.mutate(values)}>
        <Form.Item
          name="reason"
          label={t('labels:withdraw.reason')}
          rules={[{ required: true, whitespace: true, message: t('labels:withdraw.missing') }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} autoFocus />
        </Form.Item>
      </Form>
      {withdraw.error && <ProblemAlert error={withdraw.error} />}
    </Modal>
  );
}
