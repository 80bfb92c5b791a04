import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import { filled, type Partner, useExchange } from './use-exchange';

interface Values {
  productId: string[];
  comment?: string;
}

/** Asks a partner for footprints of products; the answer is filed with the request. */
export function AskModal({ partner, onClose }: { partner: Partner; onClose(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const send = useExchange(
    (values: Values) =>
      ask(
        api.POST('/api/v1/pact/partners/{id}/requests', {
          params: { path: { id: partner.id } },
          body: filled(values),
        }),
      ),
    onClose,
  );
  return (
    <Modal
      open
      title={t('exchange:askTitle', { name: partner.name })}
      okText={t('exchange:send')}
      cancelText={t('common:cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => send.mutate(values)}>
        <Form.Item
          name="productId"
          label={t('exchange:productIds')}
          extra={t('exchange:productIdsHint')}
          rules={[{ required: true, message: t('exchange:required') }]}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '\n']} placeholder="urn:…" />
        </Form.Item>
        <Form.Item name="comment" label={t('exchange:comment')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {send.error && <ProblemAlert error={send.error} />}
    </Modal>
  );
}
