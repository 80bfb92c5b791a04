import { Button, Form, Input, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Account, NewAccount, UserRole } from '../api/types';
import { useUser } from '../session/session-provider';
import { Search } from '../shared/filters';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { AdminList } from './admin-list';
import { FormModal } from './form-modal';
import { useChange, useOrganisationChoice, useRoleOptions } from './use-admin';

type Open = { what: 'new' } | { what: 'roles' | 'password'; of: Account };

export function People() {
  const { t } = useTranslation();
  const me = useUser();
  const roles = useRoleOptions();
  const organisations = useOrganisationChoice();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const [filter, narrow] = useFilter({ q: [] });
  const query = usePages(['admin', 'users', filter], (cursor) =>
    ask(api.GET('/api/v1/admin/users', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const path = (id: string) => ({ params: { path: { id } } });
  const add = useChange(
    ({ password, ...rest }: NewAccount) =>
      ask(api.POST('/api/v1/admin/users', { body: { ...rest, ...(password && { password }) } })),
    close,
  );
  const change = useChange((values: { roles?: UserRole[]; password?: string }): Promise<unknown> => {
    const id = (open as { of: Account }).of.id;
    return values.roles
      ? api.PUT('/api/v1/admin/users/{id}/roles', { ...path(id), body: { roles: values.roles } })
      : api.PUT('/api/v1/admin/users/{id}/password', { ...path(id), body: { password: values.password! } });
  }, close);
  const toggle = useChange(({ id, disabledAt }: Account): Promise<unknown> =>
    disabledAt
      ? api.POST('/api/v1/admin/users/{id}/enable', path(id))
      : api.POST('/api/v1/admin/users/{id}/disable', path(id)),
  );
  const required = [{ required: true, message: t('admin:required') }];
  return (
    <AdminList
      name="admin.people"
      label={t('admin:views.people')}
      query={query}
      search={<Search label={t('admin:search')} value={filter.q} onChange={(q) => narrow({ q })} />}
      error={toggle.error}
      add={{ text: t('admin:newPerson'), onClick: () => setOpen({ what: 'new' }) }}
      columns={[
        {
          key: 'person',
          title: t('admin:person'),
          text: ({ name }) => name,
          sub: { title: t('admin:username'), text: ({ username }) => username },
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
          width: 320,
          text: () => '',
          cell: (row) =>
            // Nobody changes their own roles or locks themselves out.
            row.id !== me.id && (
              <Space wrap>
                <Button size="small" onClick={() => setOpen({ what: 'roles', of: row })}>
                  {t('admin:editRoles')}
                </Button>
                <Button size="small" onClick={() => setOpen({ what: 'password', of: row })}>
                  {t('admin:resetPassword')}
                </Button>
                <Button size="small" danger={!row.disabledAt} onClick={() => toggle.mutate(row)}>
                  {t(row.disabledAt ? 'admin:enable' : 'admin:disable')}
                </Button>
              </Space>
            ),
        },
      ]}
    >
      {open?.what === 'new' && (
        <FormModal<NewAccount> title={t('admin:newPerson')} initial={{ roles: ['filer'] }} change={add} onClose={close}>
          <Form.Item name="organisationId" label={t('admin:organisation')} rules={required}>
            <Select {...organisations} />
          </Form.Item>
          <Form.Item name="username" label={t('admin:username')} rules={required}>
            <Input autoComplete="off" autoCapitalize="none" maxLength={200} />
          </Form.Item>
          <Form.Item name="name" label={t('admin:person')} rules={required}>
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
          <Form.Item name="password" label={t('admin:password')} extra={t('admin:passwordHint')}>
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          <Form.Item name="roles" label={t('admin:roles')} rules={required}>
            <Select mode="multiple" options={roles} />
          </Form.Item>
        </FormModal>
      )}
      {open?.what === 'roles' && (
        <FormModal
          title={`${t('admin:editRoles')} · ${open.of.name}`}
          initial={{ roles: open.of.roles }}
          change={change}
          onClose={close}
        >
          <Form.Item name="roles" label={t('admin:roles')}>
            <Select mode="multiple" options={roles} />
          </Form.Item>
        </FormModal>
      )}
      {open?.what === 'password' && (
        <FormModal title={`${t('admin:resetPassword')} · ${open.of.name}`} change={change} onClose={close}>
          <Form.Item name="password" label={t('admin:newPassword')} rules={required}>
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
        </FormModal>
      )}
    </AdminList>
  );
}
