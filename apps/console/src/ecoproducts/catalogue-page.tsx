/** The catalogue: what the region offers, where, whose, with which mark; filed by file or by form, published by the trading centre. */
import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { download, upload } from '../api/files';
import type { EcoProduct } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { period } from '../shared/dates';
import { Choice, Search } from '../shared/filters';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { TileMap } from '../shared/tile-map';
import { type Filter, useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useRegionName, useRegions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { EcoNav } from './eco-nav';
import { levelOf } from './figures';
import { NewProduct } from './new-product';
import { statusColours, useServices } from './services';

const CLASSES = ['provisioning', 'regulating', 'cultural'] as const;
const MARKS = ['meng', 'geographical', 'green', 'organic'] as const;
const STATUSES = ['draft', 'submitted', 'published', 'suspended', 'retired'] as const;

const CHOICES = { text: [], class: CLASSES, mark: MARKS, status: STATUSES, region: [] } as const;
type Narrowed = Filter<typeof CHOICES>;

export function CataloguePage() {
  const { t } = useTranslation();
  useTitle(t('ecoproducts:catalogue.title'));
  const filer = hasRole(useUser(), 'filer');
  const client = useQueryClient();
  const [filter, narrow] = useFilter(CHOICES);
  const [making, setMaking] = useState(false);
  const products = usePages(['eco-products', filter], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/products', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const again = () => client.invalidateQueries({ queryKey: ['eco-products'] });
  const take = useMutation({
    mutationFn: (file: File) => upload('/api/v1/ecoproduct/products/import', file),
    onSuccess: again,
  });
  const fetchFile = useMutation({
    mutationFn: (name: 'template' | 'export') => {
      const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value) as [string, string][]);
      return download(`/api/v1/ecoproduct/products/${name}.xlsx?${name === 'export' ? query : ''}`, `${name}.xlsx`);
    },
  });
  const error = take.error ?? fetchFile.error;
  return (
    <div className="page">
      <PageHead
        title={t('ecoproducts:catalogue.title')}
        hint={t('ecoproducts:catalogue.hint')}
        actions={
          <>
            <Button icon={<DownloadOutlined />} onClick={() => fetchFile.mutate('export')}>
              {t('ecoproducts:catalogue.export')}
            </Button>
            {filer && (
              <>
                <Button onClick={() => fetchFile.mutate('template')}>{t('ecoproducts:catalogue.template')}</Button>
                <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={(file) => (take.mutate(file), false)}>
                  <Button icon={<UploadOutlined />} loading={take.isPending}>
                    {t('ecoproducts:catalogue.import')}
                  </Button>
                </Upload>
                <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)} data-test="new-product">
                  {t('ecoproducts:catalogue.new')}
                </Button>
              </>
            )}
          </>
        }
      />
      <EcoNav />
      {error && <ProblemAlert error={error} />}
      <Filters filter={filter} onChange={narrow} />
      <ProductMap filter={filter} />
      <Products products={products} />
      {making && <NewProduct onDone={() => (setMaking(false), void again())} onCancel={() => setMaking(false)} />}
    </div>
  );
}

function Filters({ filter, onChange }: { filter: Narrowed; onChange(part: Narrowed): void }) {
  const { t } = useTranslation();
  const regions = useRegions();
  const regionName = useRegionName();
  const leagues = regions.data?.filter(({ level, code }) => level === 'league' && code.startsWith('15')) ?? [];
  return (
    <div className="filters" role="search">
      <Search label={t('ecoproducts:catalogue.search')} value={filter.text} onChange={(text) => onChange({ text })} />
      <Choice
        label={t('ecoproducts:class')}
        values={CLASSES}
        value={filter.class}
        textOf={(value) => t(`ecoproducts:classes.${value}`)}
        onChange={(value) => onChange({ class: value })}
      />
      <Choice
        label={t('ecoproducts:mark')}
        values={MARKS}
        value={filter.mark}
        textOf={(value) => t(`ecoproducts:marks.${value}`)}
        onChange={(mark) => onChange({ mark })}
      />
      <Choice
        label={t('ecoproducts:status')}
        values={STATUSES}
        value={filter.status}
        textOf={(value) => t(`ecoproducts:statuses.${value}`)}
        onChange={(status) => onChange({ status })}
      />
      <Choice
        label={t('ecoproducts:region')}
        values={leagues.map(({ code }) => code.slice(0, 4))}
        value={filter.region}
        textOf={(code) => regionName(`${code}00`)}
        onChange={(region) => onChange({ region })}
      />
    </div>
  );
}

function ProductMap({ filter }: { filter: Narrowed }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const map = useQuery({
    queryKey: ['eco-products', 'map', filter],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/products/map', { params: { query: filter } })),
  });
  const counts = new Map(map.data?.items.map(({ region, products }) => [region, products]));
  const all = [...counts.values()];
  return (
    <section className="panel">
      <h2>{t('ecoproducts:catalogue.map')}</h2>
      <TileMap
        label={t('ecoproducts:catalogue.map')}
        tileOf={(code) => {
          const count = counts.get(code);
          return {
            level: levelOf(count, all),
            text: t('ecoproducts:catalogue.count', { region: regionName(code), count: count ?? 0 }),
          };
        }}
      />
    </section>
  );
}

function Products({ products }: { products: ReturnType<typeof usePages<EcoProduct>> }) {
  const { t } = useTranslation();
  const text = useText();
  const regionName = useRegionName();
  const services = new Map(useServices().data?.map((service) => [service.code, service]));
  const columns: LongColumn<EcoProduct>[] = [
    {
      key: 'product',
      title: t('ecoproducts:catalogue.product'),
      text: ({ name }) => name,
      to: ({ id }) => `/ecoproducts/products/${id}`,
      sub: {
        title: t('common:col.number'),
        text: ({ code, organisation }) => [code, organisation].filter(Boolean).join(' · '),
      },
    },
    {
      key: 'service',
      title: t('ecoproducts:indicator'),
      text: ({ service }) => text(services.get(service) ?? service),
      sub: { title: t('ecoproducts:class'), text: ({ class: type }) => t(`ecoproducts:classes.${type}`) },
    },
    {
      key: 'owner',
      title: t('ecoproducts:owner'),
      wide: true,
      text: ({ owner }) => owner,
      sub: {
        title: t('ecoproducts:region'),
        text: ({ ownerKind, region }) => `${t(`ecoproducts:owners.${ownerKind}`)} · ${regionName(region)}`,
      },
    },
    {
      key: 'quantity',
      title: t('ecoproducts:quantity'),
      numeric: true,
      text: ({ quantity }) => quantity,
      words: ({ quantity }) => groupDecimal(quantity),
      sub: { title: t('common:col.unit'), text: ({ unit }) => prettyUnit(unit) },
    },
    { key: 'period', title: t('ecoproducts:period'), wide: true, text: ({ from, to }) => period(from, to) },
    {
      key: 'mark',
      title: t('ecoproducts:mark'),
      wide: true,
      text: ({ mark }) => (mark ? t(`ecoproducts:marks.${mark}`) : ''),
      cell: ({ mark, certificate }) => mark && <Tag title={certificate ?? ''}>{t(`ecoproducts:marks.${mark}`)}</Tag>,
    },
    {
      key: 'status',
      title: t('ecoproducts:status'),
      text: ({ status }) => t(`ecoproducts:statuses.${status}`),
      cell: ({ status }) => <Tag color={statusColours[status]}>{t(`ecoproducts:statuses.${status}`)}</Tag>,
    },
  ];
  return (
    <section className="panel flush" data-test="products">
      <LongList
        name="products"
        label={t('ecoproducts:catalogue.title')}
        rowKey={({ id }) => id}
        columns={columns}
        query={products}
        empty={<Nothing title={t('ecoproducts:catalogue.none')} hint={t('ecoproducts:catalogue.noneHint')} />}
      />
    </section>
  );
}
