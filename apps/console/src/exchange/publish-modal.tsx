import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { filled, type PublishBody, useExchange } from './use-exchange';

const PARTS = [
  'biogenicNonCO2Emissions',
  'landUseChangeGhgEmissions',
  'landManagementBiogenicCO2Emissions',
  'landManagementBiogenicCO2Removals',
  'biogenicCO2Uptake',
] as const;

/** A label's figure goes out as it is; what the label does not say is declared here. */
export function PublishModal({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PublishBody>();
  const labels = usePages(['labels', 'for-exchange'], (cursor) =>
    ask(api.GET('/api/v1/labels', { params: { query: { limit: 200, ...(cursor && { cursor }) } } })),
  );
  const publish = useExchange(
    ({ parts, ...values }: PublishBody) =>
      ask(
        api.POST('/api/v1/pact/footprints', {
          body: filled({
            ...values,
            packagingEmissionsIncluded: values.packagingEmissionsIncluded ?? false,
            ...(parts && Object.keys(filled(parts)).length && { parts: filled(parts) }),
          }),
        }),
      ),
    onClose,
  );
  const number = (name: string | string[], label: string, required = false) => (
    <Form.Item
      name={name}
      label={label}
      rules={[
        { required, message: t('exchange:required') },
        { pattern: /^[+-]?\d+(\.\d+)?$/, message: t('exchange:aNumber') },
      ]}
    >
      <Input inputMode="decimal" />
    </Form.Item>
  );
  return (
    <Modal
      open
      width={640}
      title={t('exchange:publish')}
      okText={t('exchange:publish')}
      cancelText={t('common:cancel')}
      confirmLoading={publish.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted">{t('exchange:publishHint')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => publish.mutate(values)}>
        <Form.Item
          name="label"
          label={t('exchange:label')}
          rules={[{ required: true, message: t('exchange:required') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(labels.items ?? [])
              .filter(({ status }) => status === 'valid')
              .map(({ number: one, productName }) => ({ value: one, label: `${productName} · ${one}` }))}
          />
        </Form.Item>
        <Form.Item name="productClassifications" label={t('exchange:classifications')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',']} placeholder="urn:cpc:41431" />
        </Form.Item>
        {number('fossilCarbonContent', t('exchange:fossilCarbon'), true)}
        {number('biogenicCarbonContent', t('exchange:biogenicCarbon'))}
        {number('productMassPerDeclaredUnit', t('exchange:mass'))}
        {PARTS.map((part) => (
          <div key={part}>{number(['parts', part], t(`exchange:part.${part}`))}</div>
        ))}
        {number('primaryDataShare', t('exchange:primaryShare'))}
        <Form.Item name="ipccCharacterizationFactors" label={t('exchange:gwp')} extra={t('exchange:gwpHint')}>
          <Select mode="multiple" options={['AR5', 'AR6'].map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="packagingEmissionsIncluded" valuePropName="checked">
          <Checkbox>{t('exchange:packaging')}</Checkbox>
        </Form.Item>
      </Form>
      {publish.error && <ProblemAlert error={publish.error} />}
    </Modal>
  );
}
