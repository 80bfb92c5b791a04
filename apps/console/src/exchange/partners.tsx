import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { AskModal } from './ask-modal';
import { Listing } from './listing';
import { PartnerModal } from './partner-modal';
import { type Partner, useExchange } from './use-exchange';

export function Partners() {
  const { t } = useTranslation();
  const mine = hasRole(useUser(), 'filer');
  const [edited, setEdited] = useState<Partner | 'new'>();
  const [asked, setAsked] = useState<Partner>();
  const [shown, setShown] = useState<{ id: string; secret?: string }>();
  const query = usePages<Partner>(['exchange', 'partners'], (cursor) =>
    ask(api.GET('/api/v1/pact/partners', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const path = (id: string) => ({ params: { path: { id } } });
  const rotate = useExchange((id: string) => ask(api.POST('/api/v1/pact/partners/{id}/rotate', path(id))), setShown);
  const pull = useExchange((id: string) => ask(api.POST('/api/v1/pact/partners/{id}/pull', { ...path(id), body: {} })));
  const toggle = useExchange(({ id, disabledAt }: Partner) =>
    ask(
      disabledAt
        ? api.POST('/api/v1/pact/partners/{id}/enable', path(id))
        : api.POST('/api/v1/pact/partners/{id}/disable', path(id)),
    ),
  );
  const error = rotate.error ?? pull.error ?? toggle.error;
  return (
    <div className="exchange-view">
      {mine && (
        <div>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')} data-test="add">
            {t('exchange:newPartner')}
          </Button>
        </div>
      )}
      {error && <ProblemAlert error={error} />}
      {pull.isSuccess && <output>{t('exchange:pullStarted')}</output>}
      <Listing<Partner>
        name="exchange.partners"
        label={t('exchange:view.partners')}
        empty={{ title: t('exchange:noPartners'), hint: t('exchange:noPartnersHint') }}
        query={query}
        columns={[
          {
            key: 'partner',
            title: t('exchange:partner'),
            text: ({ name }) => name,
            sub: { title: t('common:col.number'), text: ({ id }) => id },
          },
          {
            key: 'address',
            title: t('exchange:address'),
            wide: true,
            text: ({ baseUrl }) => baseUrl ?? t('exchange:noAddress'),
            sub: { title: t('exchange:version'), text: ({ version }) => `PACT ${version === '3' ? '3.0' : '2.3'}` },
          },
          {
            key: 'sees',
            title: t('exchange:sees'),
            wide: true,
            text: ({ products }) =>
              products ? t('exchange:seesSome', { count: products.length }) : t('exchange:seesAll'),
          },
          {
            key: 'state',
            title: t('exchange:state'),
            text: ({ disabledAt }) => t(disabledAt ? 'exchange:disabled' : 'exchange:active'),
            cell: ({ disabledAt }) => (
              <Tag color={disabledAt ? 'default' : 'success'}>
                {t(disabledAt ? 'exchange:disabled' : 'exchange:active')}
              </Tag>
            ),
          },
          {
            key: 'do',
            act: true,
            title: t('exchange:actions'),
            width: 420,
            text: () => '',
            cell: (row) =>
              mine && (
                <Space wrap>
                  <Button size="small" disabled={!row.clientId} onClick={() => setAsked(row)}>
                    {t('exchange:ask')}
                  </Button>
                  <Button size="small" disabled={!row.clientId} onClick={() => pull.mutate(row.id)}>
                    {t('exchange:pull')}
                  </Button>
                  <Button size="small" onClick={() => setEdited(row)}>
                    {t('exchange:edit')}
                  </Button>
                  <Button size="small" onClick={() => rotate.mutate(row.id)}>
                    {t('exchange:rotate')}
                  </Button>
                  <Button size="small" danger={!row.disabledAt} onClick={() => toggle.mutate(row)}>
                    {t(row.disabledAt ? 'exchange:enable' : 'exchange:disable')}
                  </Button>
                </Space>
              ),
          },
        ]}
      />
      {edited && (
        <PartnerModal
          partner={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSecret={setShown}
        />
      )}
      {asked && <AskModal partner={asked} onClose={() => setAsked(undefined)} />}
      <Modal
        open={shown !== undefined}
        title={t('exchange:secretTitle')}
        footer={
          <Button type="primary" onClick={() => setShown(undefined)}>
            {t('exchange:done')}
          </Button>
        }
        onCancel={() => setShown(undefined)}
      >
        <p>{t('exchange:secretHint')}</p>
        <dl>
          <dt>{t('exchange:theirBase')}</dt>
          <dd>
            <Typography.Text code copyable>
              {`${location.origin}/pact`}
            </Typography.Text>
          </dd>
          <dt>{t('exchange:clientId')}</dt>
          <dd>
            <Typography.Text code copyable>
              {shown?.id ?? ''}
            </Typography.Text>
          </dd>
          <dt>{t('exchange:secret')}</dt>
          <dd>
            <Typography.Text code copyable data-test="secret">
              {shown?.secret ?? ''}
            </Typography.Text>
          </dd>
        </dl>
      </Modal>
    </div>
  );
}
