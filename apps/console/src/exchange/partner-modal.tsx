import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import { filled, type Partner, type PartnerBody, useExchange } from './use-exchange';

interface Props {
  partner?: Partner;
  onClose(): void;
  onSecret(answer: { id: string; secret?: string }): void;
}

/** Address and credentials go together; the secret that is kept is never shown again. */
export function PartnerModal({ partner, onClose, onSecret }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PartnerBody>();
  const save = useExchange(
    async (values: PartnerBody): Promise<{ id: string; secret?: string }> => {
      const body = filled(values);
      if (!partner) return ask(api.POST('/api/v1/pact/partners', { body }));
      return ask(api.PUT('/api/v1/pact/partners/{id}', { params: { path: { id: partner.id } }, body }));
    },
    (answer) => {
      onClose();
      if (answer.secret) onSecret(answer);
    },
  );
  const initial = partner && {
    name: partner.name,
    version: partner.version,
    baseUrl: partner.baseUrl ?? undefined,
    authUrl: partner.authUrl ?? undefined,
    clientId: partner.clientId ?? undefined,
    products: partner.products ?? undefined,
  };
  return (
    <Modal
      open
      title={t(partner ? 'exchange:editPartner' : 'exchange:newPartner')}
      okText={t('exchange:save')}
      cancelText={t('common:cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial ?? { version: '3' }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t('exchange:partner')}
          rules={[{ required: true, message: t('exchange:required') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="version" label={t('exchange:version')}>
          <Select
            options={[
              { value: '3', label: 'PACT 3.0' },
              { value: '2', label: 'PACT 2.3' },
            ]}
          />
        </Form.Item>
        <Form.Item name="baseUrl" label={t('exchange:baseUrl')} extra={t('exchange:baseUrlHint')}>
          <Input inputMode="url" placeholder="https://host.example/pact" maxLength={500} />
        </Form.Item>
        <Form.Item name="authUrl" label={t('exchange:authUrl')} extra={t('exchange:authUrlHint')}>
          <Input inputMode="url" maxLength={500} />
        </Form.Item>
        <Form.Item name="clientId" label={t('exchange:ourClientId')}>
          <Input autoComplete="off" maxLength={500} />
        </Form.Item>
        <Form.Item
          name="clientSecret"
          label={t('exchange:ourSecret')}
          extra={partner?.clientId ? t('exchange:secretKept') : undefined}
        >
          <Input.Password autoComplete="new-password" maxLength={2000} />
        </Form.Item>
        <Form.Item name="products" label={t('exchange:sees')} extra={t('exchange:seesHint')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '\n']} />
        </Form.Item>
      </Form>
      {save.error && <ProblemAlert error={save.error} />}
    </Modal>
  );
}
