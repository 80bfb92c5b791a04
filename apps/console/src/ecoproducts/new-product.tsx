import { useMutation } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { NewEcoProduct } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionOptions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useServices } from './services';

type Values = Omit<NewEcoProduct, 'from' | 'to'> & { period: [Dayjs, Dayjs] };
const OWNERS = ['state', 'collective', 'household', 'enterprise'] as const;
const MARKS = ['meng', 'geographical', 'green', 'organic'] as const;

export function NewProduct({ onDone, onCancel }: { onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const text = useText();
  const services = useServices();
  const regions = useRegionOptions({ levels: ['banner'], within: '15' });
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: ({ period, ...rest }: Values) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value)) as typeof rest;
      const body = { ...given, from: period[0].format('YYYY-MM-DD'), to: period[1].format('YYYY-MM-DD') };
      return ask(api.POST('/api/v1/ecoproduct/products', { body }));
    },
    onSuccess: onDone,
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <Modal
      open
      width={640}
      title={t('ecoproducts:catalogue.new')}
      okText={t('ecoproducts:catalogue.create')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {create.error && <ProblemAlert error={create.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => create.mutate(values)}>
        <Form.Item name="code" label={t('ecoproducts:code')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="name" label={t('ecoproducts:name')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="service" label={t('ecoproducts:indicator')} rules={rules}>
          <Select options={services.data?.map((service) => ({ value: service.code, label: text(service) }))} />
        </Form.Item>
        <Form.Item name="owner" label={t('ecoproducts:owner')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="ownerKind" label={t('ecoproducts:ownerKind')} rules={rules}>
          <Select options={OWNERS.map((value) => ({ value, label: t(`ecoproducts:owners.${value}`) }))} />
        </Form.Item>
        <Form.Item name="region" label={t('ecoproducts:region')} rules={rules}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={regions} />
        </Form.Item>
        <Form.Item name="quantity" label={t('ecoproducts:quantity')} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="unit" label={t('ecoproducts:unit')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="period" label={t('ecoproducts:period')} rules={rules}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="mark" label={t('ecoproducts:mark')}>
          <Select allowClear options={MARKS.map((value) => ({ value, label: t(`ecoproducts:marks.${value}`) }))} />
        </Form.Item>
        <Form.Item name="certificate" label={t('ecoproducts:certificate')}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}
