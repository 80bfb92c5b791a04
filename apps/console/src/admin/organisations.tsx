import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { NewOrganisation } from '../api/types';
import { Search } from '../shared/filters';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { AdminList } from './admin-list';
import { FormModal } from './form-modal';
import { useChange } from './use-admin';

const KINDS = ['enterprise', 'reviewing_body', 'regulator', 'operator'] as const;

export function Organisations() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [filter, narrow] = useFilter({ q: [] });
  const query = usePages(['admin', 'organisations', filter], (cursor) =>
    ask(api.GET('/api/v1/admin/organisations', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
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
      name="admin.organisations"
      label={t('admin:views.organisations')}
      query={query}
      search={<Search label={t('admin:search')} value={filter.q} onChange={(q) => narrow({ q })} />}
      add={{ text: t('admin:newOrganisation'), onClick: () => setAdding(true) }}
      columns={[
        { key: 'name', title: t('admin:name'), text: ({ name }) => name },
        { key: 'kind', title: t('admin:kind'), text: ({ kind }) => t(`admin:kinds.${kind}`) },
        { key: 'code', title: t('admin:creditCode'), wide: true, text: ({ creditCode }) => creditCode ?? '' },
        { key: 'region', title: t('admin:region'), wide: true, text: ({ region }) => region ?? '' },
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
