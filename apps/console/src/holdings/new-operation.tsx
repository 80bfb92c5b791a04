/** What is asked of the registry: the rule of the operation says which fields it takes. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { OperationRule, RegistryRules } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ProblemAlert } from '../shared/problem-alert';
import { HolderSelect } from './holder-select';

type Values = Record<string, string | number | undefined> & { operation: string; asset: string };

const TEXT = ['document', 'reason', 'lender', 'beneficiary', 'into'] as const;

export function NewOperation({ rules, onDone, onCancel }: { rules: RegistryRules; onDone(): void; onCancel(): void }) {
  const { t, i18n } = useTranslation();
  const user = useUser();
  const [form] = Form.useForm<Values>();
  const [rule, setRule] = useState<OperationRule>();
  const assets = useQuery({ queryKey: ['ledger', 'assets'], queryFn: () => ask(api.GET('/api/v1/ledger/assets')) });
  const send = useMutation({
    mutationFn: (values: Values) =>
      ask(
        api.POST('/api/v1/registry/operations', {
          body: { ...values, ...(values.year && { year: Number(values.year) }) },
        }),
      ),
    onSuccess: onDone,
  });
  const allowed = (kind: string) =>
    rules.assets.find((one) => one.kind === kind)?.operations.includes(rule?.code ?? '');
  const needs = (field: string) => rule?.needs?.includes(field as never) ?? false;
  const required = [{ required: true, message: t('common:required') }];
  const office = !!rule && !rule.roles.includes('filer');
  return (
    <Modal
      open
      title={t('holdings:newOperation')}
      okText={t('holdings:ask')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: send.isPending, disabled: !rule }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {send.error && <ProblemAlert error={send.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => send.mutate(values)}>
        <Form.Item name="operation" label={t('holdings:operation')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(code: string) => {
              setRule(rules.operations.find((one) => one.code === code));
              form.setFieldValue('asset', undefined);
            }}
            options={rules.operations
              .filter(({ roles }) => hasRole(user, ...roles))
              .map(({ code, zh, en }) => ({ value: code, label: i18n.language === 'en' ? en : zh }))}
          />
        </Form.Item>
        {rule && (
          <>
            {rule.approve && <p className="muted">{t('holdings:secondPerson')}</p>}
            <Form.Item name="asset" label={t('holdings:asset')} rules={required}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                notFoundContent={t('holdings:noAsset')}
                options={(assets.data ?? [])
                  .filter(({ kind }) => allowed(kind))
                  .map(({ code, unit }) => ({ value: code, label: `${code}（${unit}）` }))}
              />
            </Form.Item>
            <Form.Item
              name="amount"
              label={t('holdings:amount')}
              rules={rule.of ? [] : required}
              extra={rule.of && t('holdings:restHint')}
            >
              <InputNumber<string> stringMode min="0" style={{ width: '100%' }} />
            </Form.Item>
            {office && (
              <Form.Item name="holder" label={t('holdings:holder')} rules={required}>
                <HolderSelect />
              </Form.Item>
            )}
            {rule.of && (
              <Form.Item name="hold" label={t('holdings:hold')} rules={required} extra={t('holdings:holdHint')}>
                <Input inputMode="numeric" />
              </Form.Item>
            )}
            {needs('counterparty') && (
              <Form.Item name="counterparty" label={t('holdings:counterparty')} rules={required}>
                <HolderSelect />
              </Form.Item>
            )}
            {needs('year') && (
              <Form.Item name="year" label={t('holdings:year')} rules={required}>
                <Select options={rules.years.map(({ year }) => ({ value: year, label: year }))} />
              </Form.Item>
            )}
            {TEXT.filter(needs).map((field) => (
              <Form.Item key={field} name={field} label={t(`holdings:field.${field}`)} rules={required}>
                <Input maxLength={200} />
              </Form.Item>
            ))}
            {(needs('loan') || rule.code === 'unpledge') && (
              <Form.Item
                name="loan"
                label={t('holdings:field.loan')}
                rules={needs('loan') ? required : []}
                extra={!needs('loan') && t('holdings:loanHint')}
              >
                <InputNumber<string> stringMode min="0" precision={2} style={{ width: '100%' }} />
              </Form.Item>
            )}
            {needs('loan') && <PledgePrice rules={rules} />}
          </>
        )}
      </Form>
    </Modal>
  );
}

/** The last close values a pledge; where there is none, or a lower price is agreed on, it is given with its source and day. */
function PledgePrice({ rules }: { rules: RegistryRules }) {
  const { t } = useTranslation();
  const assets = useQuery({ queryKey: ['ledger', 'assets'], queryFn: () => ask(api.GET('/api/v1/ledger/assets')) });
  const asset = Form.useWatch<string | undefined>('asset');
  const given = Form.useWatch<string | undefined>('unitPrice');
  const kind = assets.data?.find(({ code }) => code === asset)?.kind;
  const rule = rules.pledges.find((one) => one.kind === kind);
  const required = given ? [{ required: true, message: t('common:required') }] : [];
  return (
    <>
      <Form.Item name="unitPrice" label={t('holdings:field.unitPrice')} extra={t('holdings:unitPriceHint')}>
        <InputNumber<string> stringMode min="0" style={{ width: '100%' }} />
      </Form.Item>
      {given && (
        <>
          <Form.Item name="priceSource" label={t('holdings:field.priceSource')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="priceDate" label={t('holdings:field.priceDate')} rules={required}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="haircut"
        label={t('holdings:field.haircut')}
        extra={rule && t('holdings:haircutHint', { least: rule.haircut, days: rule.price_age })}
      >
        <InputNumber<string> stringMode min={rule?.haircut ?? '0'} max="0.9999" step="0.05" style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}
