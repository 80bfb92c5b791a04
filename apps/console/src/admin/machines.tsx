import { Button, Form, Input, Modal, Select, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Machine, NewMachine } from '../api/types';
import { Search } from '../shared/filters';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { AdminList } from './admin-list';
import { FormModal } from './form-modal';
import { useChange, useOrganisationChoice, useRoleOptions } from './use-admin';

export function Machines() {
  const { t } = useTranslation();
  const roles = useRoleOptions();
  const organisations = useOrganisationChoice();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<{ id: string; secret?: string }>();
  const [filter, narrow] = useFilter({ q: [] });
  const query = usePages(['admin', 'clients', filter], (cursor) =>
    ask(api.GET('/api/v1/admin/clients', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const path = (id: string) => ({ params: { path: { id } } });
  const add = useChange(
    (body: NewMachine) => ask(api.POST('/api/v1/admin/clients', { body })),
    (answer) => {
      setAdding(false);
      setShown(answer);
    },
  );
  const rotate = useChange((id: string) => ask(api.POST('/api/v1/admin/clients/{id}/rotate', path(id))), setShown);
  const toggle = useChange(({ id, disabledAt }: Machine): Promise<unknown> =>
    disabledAt
      ? api.POST('/api/v1/admin/clients/{id}/enable', path(id))
      : api.POST('/api/v1/admin/clients/{id}/disable', path(id)),
  );
  const required = [{ required: true, message: t('admin:required') }];
  return (
    <AdminList
      name="admin.machines"
      label={t('admin:views.machines')}
      query={query}
      search={<Search label={t('admin:search')} value={filter.q} onChange={(q) => narrow({ q })} />}
      error={toggle.error ?? rotate.error}
      add={{ text: t('admin:newMachine'), onClick: () => setAdding(true) }}
      columns={[
        {
          key: 'name',
          title: t('admin:name'),
          text: ({ name }) => name,
          sub: { title: t('admin:clientId'), text: ({ id }) => id },
        },
        {
          key: 'organisation',
          title: t('admin:organisation'),
          text: ({ organisation }) => organisation,
        },
        {
          key: 'roles',
          title: t('admin:roles'),
          text: (row) => row.roles.map((role) => t(`common:role.${role}`)).join(' · '),
          cell: (row) => row.roles.map((role) => <Tag key={role}>{t(`common:role.${role}`)}</Tag>),
        },
        {
          key: 'state',
          title: t('admin:state'),
          text: ({ disabledAt }) => t(disabledAt ? 'admin:disabled' : 'admin:active'),
          cell: ({ disabledAt }) => (
            <Tag color={disabledAt ? 'default' : 'success'}>{t(disabledAt ? 'admin:disabled' : 'admin:active')}</Tag>
          ),
        },
        {
          key: 'do',
          act: true,
          title: t('common:actions'),
          width: 220,
          text: () => '',
          cell: (row) => (
            <Space wrap>
              <Button size="small" onClick={() => rotate.mutate(row.id)}>
                {t('admin:rotate')}
              </Button>
              <Button size="small" danger={!row.disabledAt} onClick={() => toggle.mutate(row)}>
                {t(row.disabledAt ? 'admin:enable' : 'admin:disable')}
              </Button>
            </Space>
          ),
        },
      ]}
    >
      {adding && (
        <FormModal<NewMachine> title={t('admin:newMachine')} change={add} onClose={() => setAdding(false)}>
          <Form.Item name="organisationId" label={t('admin:organisation')} rules={required}>
            <Select {...organisations} />
          </Form.Item>
          <Form.Item name="name" label={t('admin:name')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="roles" label={t('admin:roles')} rules={required}>
            <Select mode="multiple" options={roles} />
          </Form.Item>
        </FormModal>
      )}
      <Modal
        open={shown !== undefined}
        title={t('admin:secretTitle')}
        footer={
          <Button type="primary" onClick={() => setShown(undefined)}>
            {t('admin:done')}
          </Button>
        }
        onCancel={() => setShown(undefined)}
      >
        <p>{t('admin:secretHint')}</p>
        <p>{t('admin:clientId')}</p>
        <Typography.Text code copyable>
          {shown?.id ?? ''}
        </Typography.Text>
        <p>{t('admin:secret')}</p>
        <Typography.Text code copyable data-test="secret">
          {shown?.secret ?? ''}
        </Typography.Text>
      </Modal>
    </AdminList>
  );
}
