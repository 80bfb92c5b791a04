import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { components } from '../api/generated';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';

type Body = components['schemas']['LinkRequestBody'];

/** A label names the supplier and its product; the link then follows the product. */
export function RequestModal({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<Body>();
  const filings = usePages(['filings', 'for-links'], (cursor) =>
    ask(api.GET('/api/v1/filings', { params: { query: { limit: 200, ...(cursor && { cursor }) } } })),
  );
  const request = useMutation({
    mutationFn: ({ filing, reason, ...body }: Body) =>
      ask(
        api.POST('/api/v1/supplier-links', {
          body: { ...body, ...(filing && { filing }), ...(reason && { reason }) },
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['supplier-links'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('suppliers:request')}
      okText={t('suppliers:send')}
      cancelText={t('common:cancel')}
      confirmLoading={request.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => request.mutate(values)}>
        <Form.Item
          name="label"
          label={t('suppliers:label')}
          extra={t('suppliers:labelHint')}
          rules={[
            { required: true, message: t('suppliers:required') },
            { pattern: /^CF\d{4}-\d{6,9}-\d{2}$/, message: t('suppliers:labelForm') },
          ]}
        >
          <Input placeholder="CF2026-000001-22" />
        </Form.Item>
        <Form.Item
          name="product"
          label={t('suppliers:ourProduct')}
          extra={t('suppliers:ourProductHint')}
          rules={[{ required: true, message: t('suppliers:required') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="filing" label={t('suppliers:ourFiling')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(filings.items ?? []).map(({ id, number, title }) => ({
              value: id,
              label: `${title} · ${number}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('suppliers:reason')}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
      {request.error && <ProblemAlert error={request.error} />}
    </Modal>
  );
}
