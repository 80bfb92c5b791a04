import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { NewEcoUse } from '../api/types';
import { useMoney } from '../numbers/use-quantities';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useServices } from './services';

const KINDS = ['purchase', 'compensation', 'pledge', 'damage'] as const;

export function NewUse({ onDone, onCancel }: { onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const text = useText();
  const services = useServices();
  const money = useMoney('yi');
  const [q, setQ] = useState('');
  const accounts = useQuery({
    queryKey: ['gep-accounts', 'choice', q],
    queryFn: async () =>
      (await ask(api.GET('/api/v1/ecoproduct/accounts', { params: { query: q ? { q } : {} } }))).items,
    placeholderData: keepPreviousData,
  });
  const [form] = Form.useForm<NewEcoUse & { first?: string }>();
  const kind = Form.useWatch('kind', form) ?? 'purchase';
  const create = useMutation({
    mutationFn: ({ first, ...values }: NewEcoUse & { first?: string }) => {
      const given = Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== '' && value != null),
      ) as NewEcoUse;
      const later = first && Number(first) < 1 ? [first, (1 - Number(first)).toFixed(4)] : undefined;
      return ask(
        api.POST('/api/v1/ecoproduct/uses', {
          body: { ...given, ...(kind === 'purchase' && later && { instalments: later }) },
        }),
      );
    },
    onSuccess: onDone,
  });
  const rules = [{ required: true, message: t('common:required') }];
  const options = accounts.data?.map(({ filing, title, gep, to }) => ({
    value: filing,
    label: `${title} · ${to.slice(0, 4)} · ${money.said(gep)}`,
  }));
  const account = (name: 'filing' | 'baseline' | 'counterfactual', label: string, required = false) => (
    <Form.Item name={name} label={label} rules={required ? rules : undefined}>
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: (said) => setQ(said.trim()) }}
        onOpenChange={() => setQ('')}
        loading={accounts.isFetching}
        options={options}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      width={640}
      title={t('ecoproducts:uses.new')}
      okText={t('ecoproducts:uses.register')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {create.error && <ProblemAlert error={create.error} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'purchase', share: '0.002', first: '0.7' }}
        onFinish={(values) => create.mutate(values)}
      >
        <Form.Item name="kind" label={t('ecoproducts:uses.kindTitle')} rules={rules}>
          <Select options={KINDS.map((value) => ({ value, label: t(`ecoproducts:uses.kind.${value}`) }))} />
        </Form.Item>
        {account('filing', t(kind === 'damage' ? 'ecoproducts:uses.after' : 'ecoproducts:accounts.account'), true)}
        <Form.Item name="services" label={t('ecoproducts:indicator')} rules={rules}>
          <Select
            mode="multiple"
            options={services.data?.map((service) => ({ value: service.code, label: text(service) }))}
          />
        </Form.Item>
        <Form.Item name="document" label={t('ecoproducts:uses.document')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="counterparty" label={t(`ecoproducts:uses.counterparty.${kind}`)} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="parcel" label={t('ecoproducts:uses.parcel')}>
          <Input />
        </Form.Item>
        {(kind === 'purchase' || kind === 'compensation') && (
          <Form.Item name="share" label={t('ecoproducts:uses.share')}>
            <Input inputMode="decimal" />
          </Form.Item>
        )}
        {kind === 'purchase' && (
          <Form.Item name="first" label={t('ecoproducts:uses.first')}>
            <Input inputMode="decimal" />
          </Form.Item>
        )}
        {kind === 'pledge' && (
          <>
            <Form.Item name="haircut" label={t('ecoproducts:uses.haircut')} rules={rules}>
              <Input inputMode="decimal" />
            </Form.Item>
            {account('baseline', t('ecoproducts:uses.baseline'))}
          </>
        )}
        {kind === 'damage' && (
          <>
            {account('baseline', t('ecoproducts:uses.before'), true)}
            {account('counterfactual', t('ecoproducts:uses.counterfactual'))}
            <Form.Item name="years" label={t('ecoproducts:uses.years')}>
              <InputNumber min={1} max={100} precision={0} />
            </Form.Item>
            <Form.Item name="rate" label={t('ecoproducts:uses.rate')}>
              <Input inputMode="decimal" />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
