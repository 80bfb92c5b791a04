import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { Listing } from './listing';
import { PublishModal } from './publish-modal';
import { type Published, unitOf, useExchange } from './use-exchange';

interface Carbon {
  pcfExcludingBiogenicUptake: string;
  declaredUnitAmount: string;
  declaredUnitOfMeasurement: string;
}
const productOf = ({ footprint }: Published) =>
  footprint as unknown as { productNameCompany: string; productIds: string[]; pcf: Carbon };

export function PublishedList() {
  const { t } = useTranslation();
  const mine = hasRole(useUser(), 'filer');
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Published>();
  const query = usePages(['exchange', 'published'], (cursor) =>
    ask(api.GET('/api/v1/pact/footprints', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  return (
    <div className="exchange-view">
      {mine && (
        <div>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-test="publish">
            {t('exchange:publish')}
          </Button>
        </div>
      )}
      <Listing<Published>
        label={t('exchange:view.published')}
        empty={{ title: t('exchange:noPublished'), hint: t('exchange:noPublishedHint') }}
        query={query}
        expanded={({ footprint }) => <pre className="exchange-json">{JSON.stringify(footprint, null, 1)}</pre>}
        columns={[
          {
            title: t('exchange:product'),
            render: (_, row) => (
              <div className="stack">
                <strong>{productOf(row).productNameCompany}</strong>
                <a className="sub" href={`/label/${row.labelNumber}`}>
                  {row.labelNumber}
                </a>
              </div>
            ),
          },
          {
            title: t('exchange:value'),
            align: 'end',
            className: 'num',
            render: (_, row) => {
              const { pcf } = productOf(row);
              return (
                <div className="stack">
                  <strong>{groupDecimal(pcf.pcfExcludingBiogenicUptake)}</strong>
                  <span className="sub">
                    kg CO2e / {groupDecimal(pcf.declaredUnitAmount)} {unitOf(pcf.declaredUnitOfMeasurement)}
                  </span>
                </div>
              );
            },
          },
          {
            title: t('exchange:state'),
            render: (_, { status, deprecateReason }) => (
              <div className="stack">
                <span>
                  <Tag color={status === 'Active' ? 'success' : 'default'}>{t(`exchange:status.${status}`)}</Tag>
                </span>
                {deprecateReason && <span className="sub">{deprecateReason}</span>}
              </div>
            ),
          },
          { title: t('exchange:when'), className: 'num', render: (_, { created }) => moment(created) },
          {
            title: t('exchange:actions'),
            render: (_, row) =>
              mine &&
              row.status === 'Active' && (
                <Button size="small" danger onClick={() => setEnding(row)}>
                  {t('exchange:deprecate')}
                </Button>
              ),
          },
        ]}
      />
      {adding && <PublishModal onClose={() => setAdding(false)} />}
      {ending && <DeprecateModal published={ending} onClose={() => setEnding(undefined)} />}
    </div>
  );
}

function DeprecateModal({ published, onClose }: { published: Published; onClose(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const end = useExchange(
    (body: { reason: string }) =>
      ask(api.POST('/api/v1/pact/footprints/{id}/deprecate', { params: { path: { id: published.id } }, body })),
    onClose,
  );
  return (
    <Modal
      open
      title={t('exchange:deprecateTitle', { name: productOf(published).productNameCompany })}
      okText={t('exchange:deprecate')}
      okButtonProps={{ danger: true }}
      cancelText={t('common:cancel')}
      confirmLoading={end.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('exchange:deprecateHint')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => end.mutate(values)}>
        <Form.Item
          name="reason"
          label={t('exchange:reason')}
          rules={[{ required: true, message: t('exchange:required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
      {end.error && <ProblemAlert error={end.error} />}
    </Modal>
  );
}
