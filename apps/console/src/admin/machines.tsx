import { Button, Form, Input, Modal, Select, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Machine, NewMachine } from '../api/types';
import { usePages } from '../shared/use-pages';
import { AdminList } from './admin-list';
import { FormModal } from './form-modal';
import { useChange, useOrganisations, useRoleOptions } from './use-admin';

export function Machines() {
  const { t } = useTranslation();
  const roles = useRoleOptions();
  const organisations = useOrganisations();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<{ id: string; secret?: string }>();
  const query = usePages(['admin', 'clients'], (cursor) =>
    ask(api.GET('/api/v1/admin/clients', { params: { query: { ...(cursor && { cursor }) } } })),
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
      query={query}
      error={toggle.error ?? rotate.error}
      add={{ text: t('admin:newMachine'), onClick: () => setAdding(true) }}
      columns={[
        {
          title: t('admin:name'),
          render: (_, { name, id }) => (
            <div className="stack">
              <span>{name}</span>
              <span className="sub num">{id}</span>
            </div>
          ),
        },
        { title: t('admin:organisation'), render: (_, row) => organisations.nameOf(row.organisationId) },
        {
          title: t('admin:roles'),
          render: (_, row) => row.roles.map((role) => <Tag key={role}>{t(`common:role.${role}`)}</Tag>),
        },
        {
          title: t('admin:state'),
          render: (_, { disabledAt }) => (
            <Tag color={disabledAt ? 'default' : 'success'}>{t(disabledAt ? 'admin:disabled' : 'admin:active')}</Tag>
          ),
        },
        {
          title: '',
          render: (_, row) => (
            <Space>
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
            <Select showSearch={{ optionFilterProp: 'label' }} options={organisations.options} />
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
