/** One product: whose, where, how much; watched over time; who on the market wants it; who took which step. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Tag, type TableColumnsType } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { EcoProductDetail } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { useLandArea } from '../numbers/use-quantities';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { statusColours, useServices } from './services';
import { Trade } from './trade';

type Status = EcoProductDetail['status'];
const STEPS: Record<Status, { status: Status; by: 'holder' | 'centre' }[]> = {
  draft: [{ status: 'submitted', by: 'holder' }],
  submitted: [
    { status: 'published', by: 'centre' },
    { status: 'draft', by: 'centre' },
  ],
  published: [
    { status: 'suspended', by: 'centre' },
    { status: 'retired', by: 'holder' },
  ],
  suspended: [
    { status: 'published', by: 'centre' },
    { status: 'retired', by: 'holder' },
  ],
  retired: [],
};

export function ProductPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const user = useUser();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['eco-product', id],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/products/{id}', { params: { path: { id } } })),
  });
  useTitle(query.data?.name);
  const move = useMutation({
    mutationFn: (status: Status) =>
      ask(api.POST('/api/v1/ecoproduct/products/{id}/status', { params: { path: { id } }, body: { status } })),
    onSuccess: (next) => {
      client.setQueryData(['eco-product', id], next);
      void client.invalidateQueries({ queryKey: ['eco-products'] });
    },
  });
  const product = query.data;
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!product) return <Waiting />;
  const steps = STEPS[product.status].filter(({ by }) =>
    by === 'centre' ? hasRole(user, 'trader') : product.own && hasRole(user, 'filer'),
  );
  return (
    <div className="page">
      <PageHead
        back={{ to: '/ecoproducts', text: t('ecoproducts:nav.catalogue') }}
        title={
          <>
            {product.name}{' '}
            <Tag color={statusColours[product.status]}>{t(`ecoproducts:statuses.${product.status}`)}</Tag>
          </>
        }
        hint={product.code}
        actions={steps.map(({ status }) => (
          <Button
            key={status}
            type={status === 'published' || status === 'submitted' ? 'primary' : 'default'}
            loading={move.isPending}
            onClick={() => move.mutate(status)}
          >
            {t(`ecoproducts:steps.${status}`)}
          </Button>
        ))}
      />
      {move.error && <ProblemAlert error={move.error} />}
      <Facts product={product} />
      <Observations product={product} />
      <Trade product={product} />
      <section className="panel">
        <h2>{t('ecoproducts:catalogue.history')}</h2>
        <ul className="stack">
          {product.events.map(({ status, reason, by, at }) => (
            <li key={at}>
              <span className="num">{moment(at)}</span> {t(`ecoproducts:statuses.${status}`)} · {by} {reason}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Facts({ product }: { product: EcoProductDetail }) {
  const { t } = useTranslation();
  const text = useText();
  const regionName = useRegionName();
  const land = useLandArea();
  const service = useServices().data?.find(({ code }) => code === product.service);
  const facts: [string, React.ReactNode][] = [
    [t('ecoproducts:indicator'), `${text(service ?? product.service)}（${t(`ecoproducts:classes.${product.class}`)}）`],
    [t('ecoproducts:owner'), `${product.owner}（${t(`ecoproducts:owners.${product.ownerKind}`)}）`],
    [t('ecoproducts:region'), [regionName(product.region), product.parcel].filter(Boolean).join(' · ')],
    [
      t('ecoproducts:quantity'),
      <span className="num">{`${groupDecimal(product.quantity)} ${prettyUnit(product.unit)}`}</span>,
    ],
    [t('ecoproducts:period'), <span className="num">{`${product.from} – ${product.to}`}</span>],
    [
      t('ecoproducts:mark'),
      product.mark ? `${t(`ecoproducts:marks.${product.mark}`)} ${product.certificate ?? ''}` : '–',
    ],
    [t('ecoproducts:area'), product.hectares ? <span className="num">{land.said(product.hectares)}</span> : '–'],
    [t('ecoproducts:organisation'), product.organisation ?? '–'],
  ];
  return (
    <section className="panel">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Observations({ product }: { product: EcoProductDetail }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<{ day: Dayjs; value: string; source: string }>();
  const add = useMutation({
    mutationFn: ({ day, ...rest }: { day: Dayjs; value: string; source: string }) =>
      ask(
        api.POST('/api/v1/ecoproduct/products/{id}/observations', {
          params: { path: { id: product.id } },
          body: { ...rest, day: day.format('YYYY-MM-DD'), unit: product.unit },
        }),
      ),
    onSuccess: (next) => (client.setQueryData(['eco-product', product.id], next), form.resetFields()),
  });
  const rules = [{ required: true, message: t('common:required') }];
  const columns: TableColumnsType<EcoProductDetail['observations'][number]> = [
    { title: t('ecoproducts:day'), className: 'num', dataIndex: 'day' },
    {
      title: t('ecoproducts:value'),
      align: 'end',
      className: 'num',
      render: (_, { value, unit }) => `${groupDecimal(value)} ${prettyUnit(unit)}`,
    },
    { title: t('ecoproducts:source'), dataIndex: 'source' },
  ];
  return (
    <section className="panel" data-test="observations">
      <h2>{t('ecoproducts:catalogue.monitoring')}</h2>
      <WideTable
        label={t('ecoproducts:catalogue.monitoring')}
        rowKey={({ day, source }) => day + source}
        columns={columns}
        dataSource={product.observations}
        locale={{ emptyText: <Nothing title={t('ecoproducts:catalogue.noMonitoring')} /> }}
      />
      {product.own && product.status !== 'retired' && (
        <Form
          form={form}
          layout="inline"
          onFinish={(values) => add.mutate(values)}
          style={{ marginTop: 12, rowGap: 8 }}
        >
          <Form.Item name="day" label={t('ecoproducts:day')} rules={rules}>
            <DatePicker />
          </Form.Item>
          <Form.Item name="value" label={`${t('ecoproducts:value')}（${prettyUnit(product.unit)}）`} rules={rules}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="source" label={t('ecoproducts:source')} rules={rules}>
            <Input />
          </Form.Item>
          <Button htmlType="submit" loading={add.isPending}>
            {t('ecoproducts:catalogue.observe')}
          </Button>
        </Form>
      )}
      {add.error && <ProblemAlert error={add.error} />}
    </section>
  );
}
