import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { FootprintFilters, useFootprintFilter } from './footprint-filters';
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
  const [filter, narrow] = useFootprintFilter();
  const query = usePages<Published>(['exchange', 'published', filter], (cursor) =>
    ask(api.GET('/api/v1/pact/footprints', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const narrowed = Object.keys(filter).length > 0;
  return (
    <div className="exchange-view">
      <FootprintFilters filter={filter} narrow={narrow}>
        {mine && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-test="publish">
            {t('exchange:publish')}
          </Button>
        )}
      </FootprintFilters>
      <Listing<Published>
        name="exchange.published"
        label={t('exchange:view.published')}
        empty={
          narrowed
            ? { title: t('exchange:noneHere') }
            : { title: t('exchange:noPublished'), hint: t('exchange:noPublishedHint') }
        }
        query={query}
        detail={{
          title: (row) => productOf(row).productNameCompany,
          of: ({ footprint }) => (
            <pre className="exchange-json" tabIndex={0}>
              {JSON.stringify(footprint, null, 1)}
            </pre>
          ),
        }}
        columns={[
          {
            key: 'product',
            title: t('exchange:product'),
            text: (row) => productOf(row).productNameCompany,
            sub: {
              title: t('exchange:labelNumber'),
              text: ({ labelNumber }) => labelNumber,
              cell: ({ labelNumber }) => (
                <Link className="num" to={`/label/${labelNumber}`}>
                  {labelNumber}
                </Link>
              ),
            },
          },
          {
            key: 'value',
            title: t('exchange:value'),
            numeric: true,
            text: (row) => productOf(row).pcf.pcfExcludingBiogenicUptake,
            words: (row) => groupDecimal(productOf(row).pcf.pcfExcludingBiogenicUptake),
            sub: {
              title: t('common:col.unit'),
              text: (row) => {
                const { declaredUnitAmount, declaredUnitOfMeasurement } = productOf(row).pcf;
                return `${prettyUnit('kg CO2e')} / ${groupDecimal(declaredUnitAmount)} ${unitOf(declaredUnitOfMeasurement)}`;
              },
            },
          },
          {
            key: 'state',
            title: t('exchange:state'),
            text: ({ status }) => t(`exchange:status.${status}`),
            cell: ({ status }) => (
              <Tag color={status === 'Active' ? 'success' : 'default'}>{t(`exchange:status.${status}`)}</Tag>
            ),
            sub: { title: t('exchange:reason'), text: ({ deprecateReason }) => deprecateReason ?? '' },
          },
          { key: 'when', title: t('exchange:when'), wide: true, text: ({ created }) => moment(created) },
          {
            key: 'do',
            act: true,
            title: t('exchange:actions'),
            width: 130,
            text: () => '',
            cell: (row) =>
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
