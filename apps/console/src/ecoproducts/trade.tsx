/** A product on the market: what it is traded as, who offers and who wants it, what was dealt. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { EcoProductDetail, ListingMatch } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';

export function Trade({ product }: { product: EcoProductDetail }) {
  const { t } = useTranslation();
  const opens = hasRole(useUser(), 'regulator') && product.status === 'published';
  const { id, share, unit: measure } = product;
  const query = useQuery({
    queryKey: ['eco-product', id, 'matches'],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/products/{id}/matches', { params: { path: { id } } })),
  });
  const columns: TableColumnsType<ListingMatch> = [
    {
      title: t('ecoproducts:match.side'),
      render: (_, { side, number }) => (
        <>
          <Tag color={side === 'demand' ? 'processing' : 'default'}>{t(`ecoproducts:match.sides.${side}`)}</Tag>
          <Link to="/market">{number}</Link>
        </>
      ),
    },
    {
      title: t('ecoproducts:match.price'),
      align: 'end',
      className: 'num',
      render: (_, { price, unit }) => `${groupDecimal(price)} / ${prettyUnit(unit)}`,
    },
    {
      title: t('ecoproducts:match.remaining'),
      align: 'end',
      className: 'num',
      render: (_, { remaining }) => groupDecimal(remaining),
    },
  ];
  return (
    <section className="panel">
      <h2>{t('ecoproducts:match.title')}</h2>
      {query.error && <ProblemAlert error={query.error} />}
      {query.data && !query.data.asset && <p className="muted">{t('ecoproducts:match.noAsset')}</p>}
      {query.data && !query.data.asset && opens && <OpenAsset product={product} />}
      {query.data?.asset && (
        <p>
          {t('ecoproducts:match.asset', {
            asset: query.data.asset,
            share: groupDecimal(share ?? '1'),
            unit: prettyUnit(measure),
          })}
        </p>
      )}
      {query.data?.asset && (
        <WideTable
          label={t('ecoproducts:match.title')}
          rowKey="id"
          columns={columns}
          dataSource={[...query.data.demand, ...query.data.supply]}
          locale={{ emptyText: <Nothing title={t('ecoproducts:match.none', { asset: query.data.asset })} /> }}
        />
      )}
      {!!query.data?.deals.length && (
        <>
          <h3>{t('ecoproducts:match.deals')}</h3>
          <WideTable
            label={t('ecoproducts:match.deals')}
            rowKey={(deal, i) => `${deal.on}/${i}`}
            dataSource={query.data.deals}
            columns={[
              { title: t('ecoproducts:match.on'), className: 'num', dataIndex: 'on' },
              ...(['price', 'quantity', 'amount'] as const).map((field) => ({
                title: t(`ecoproducts:match.${field}`),
                align: 'end' as const,
                className: 'num',
                render: (_: unknown, row: Record<typeof field, string>) => groupDecimal(row[field]),
              })),
            ]}
          />
        </>
      )}
    </section>
  );
}

/** The registrar makes a published product tradeable: as what, and how much of it one share is. */
function OpenAsset({ product: { id, unit } }: { product: EcoProductDetail }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: (values: { code: string; share: string }) =>
      ask(api.POST('/api/v1/registry/assets', { body: { ...values, kind: 'eco_product', product: id } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['eco-product', id] }),
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <>
      <Form
        layout="inline"
        initialValues={{ share: '1' }}
        onFinish={(values: { code: string; share: string }) => open.mutate(values)}
        style={{ rowGap: 8 }}
      >
        <Form.Item name="code" label={t('ecoproducts:match.code')} rules={rules}>
          <Input data-test="asset-code" />
        </Form.Item>
        <Form.Item name="share" label={`${t('ecoproducts:match.share')}（${prettyUnit(unit)}）`} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Button htmlType="submit" loading={open.isPending} data-test="open-asset">
          {t('ecoproducts:match.open')}
        </Button>
      </Form>
      {open.error && <ProblemAlert error={open.error} />}
    </>
  );
}
