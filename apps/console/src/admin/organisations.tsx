import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { NewOrganisation } from '../api/types';
import { usePages } from '../shared/use-pages';
import { AdminList } from './admin-list';
import { FormModal } from './form-modal';
import { useChange } from './use-admin';

const KINDS = ['enterprise', 'reviewing_body', 'regulator', 'operator'] as const;

export function Organisations() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const query = usePages(['admin', 'organisations'], (cursor) =>
    ask(api.GET('/api/v1/admin/organisations', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const add = useChange(
    ({ creditCode, region, ...rest }: NewOrganisation) =>
      ask(
        api.POST('/api/v1/admin/organisations', {
          body: { ...rest, ...(creditCode && { creditCode }), ...(region && { region }) },
        }),
      ),
    () => setAdding(false),
  );
  const required = [{ required: true, message: t('admin:required') }];
  return (
    <AdminList
      query={query}
      add={{ text: t('admin:newOrganisation'), onClick: () => setAdding(true) }}
      columns={[
        { title: t('admin:name'), dataIndex: 'name' },
        { title: t('admin:kind'), render: (_, { kind }) => t(`admin:kinds.${kind}`) },
        { title: t('admin:creditCode'), dataIndex: 'creditCode', className: 'num', responsive: ['md'] },
        { title: t('admin:region'), dataIndex: 'region', className: 'num', responsive: ['md'] },
      ]}
    >
      {adding && (
        <FormModal<NewOrganisation>
          title={t('admin:newOrganisation')}
          initial={{ kind: 'enterprise' }}
          change={add}
          onClose={() => setAdding(false)}
        >
          <Form.Item name="name" label={t('admin:name')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="kind" label={t('admin:kind')} rules={required}>
            <Select options={KINDS.map((value) => ({ value, label: t(`admin:kinds.${value}`) }))} />
          </Form.Item>
          <Form.Item name="creditCode" label={t('admin:creditCode')}>
            <Input maxLength={18} />
          </Form.Item>
          <Form.Item name="region" label={t('admin:region')}>
            <Input maxLength={12} inputMode="numeric" placeholder="150000" />
          </Form.Item>
        </FormModal>
      )}
    </AdminList>
  );
}
