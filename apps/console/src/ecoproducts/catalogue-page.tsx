/** The catalogue: what the region offers, where, whose, with which mark; filed by file or by form, published by the trading centre. */
import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select, Tag, type TableColumnsType, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { download, upload } from '../api/files';
import type { EcoProduct } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { TileMap } from '../shared/tile-map';
import { usePages } from '../shared/use-pages';
import { useRegionName, useRegions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { EcoNav } from './eco-nav';
import { levelOf } from './figures';
import { NewProduct } from './new-product';
import { statusColours, useServices } from './services';

const CLASSES = ['provisioning', 'regulating', 'cultural'] as const;
const MARKS = ['meng', 'geographical', 'green', 'organic'] as const;
const STATUSES = ['draft', 'submitted', 'published', 'suspended', 'retired'] as const;

interface Filter {
  text?: string;
  class?: (typeof CLASSES)[number];
  mark?: (typeof MARKS)[number];
  status?: (typeof STATUSES)[number];
  region?: string;
}

export function CataloguePage() {
  const { t } = useTranslation();
  useTitle(t('ecoproducts:catalogue.title'));
  const filer = hasRole(useUser(), 'filer');
  const client = useQueryClient();
  const [filter, setFilter] = useState<Filter>({});
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
  const error = take.error ?? fetchFile.error ?? products.error;
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
      <Filters filter={filter} onChange={setFilter} />
      <ProductMap filter={filter} />
      <Products products={products} />
      {making && <NewProduct onDone={() => (setMaking(false), void again())} onCancel={() => setMaking(false)} />}
    </div>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange(filter: Filter): void }) {
  const { t } = useTranslation();
  const regions = useRegions();
  const regionName = useRegionName();
  const leagues = regions.data?.filter(({ level, code }) => level === 'league' && code.startsWith('15')) ?? [];
  const set = (part: Filter) => onChange({ ...filter, ...part });
  return (
    <div className="filters" role="search">
      <Input.Search
        allowClear
        style={{ width: 240 }}
        placeholder={t('ecoproducts:catalogue.search')}
        aria-label={t('ecoproducts:catalogue.search')}
        onSearch={(text) => set({ text: text.trim() || undefined })}
      />
      <Select
        allowClear
        style={{ width: 140 }}
        placeholder={t('ecoproducts:class')}
        aria-label={t('ecoproducts:class')}
        value={filter.class}
        onChange={(value) => set({ class: value })}
        options={CLASSES.map((value) => ({ value, label: t(`ecoproducts:classes.${value}`) }))}
      />
      <Select
        allowClear
        style={{ width: 140 }}
        placeholder={t('ecoproducts:mark')}
        aria-label={t('ecoproducts:mark')}
        value={filter.mark}
        onChange={(value) => set({ mark: value })}
        options={MARKS.map((value) => ({ value, label: t(`ecoproducts:marks.${value}`) }))}
      />
      <Select
        allowClear
        style={{ width: 130 }}
        placeholder={t('ecoproducts:status')}
        aria-label={t('ecoproducts:status')}
        value={filter.status}
        onChange={(value) => set({ status: value })}
        options={STATUSES.map((value) => ({ value, label: t(`ecoproducts:statuses.${value}`) }))}
      />
      <Select
        allowClear
        style={{ width: 150 }}
        placeholder={t('ecoproducts:region')}
        aria-label={t('ecoproducts:region')}
        value={filter.region}
        onChange={(value) => set({ region: value })}
        options={leagues.map(({ code }) => ({ value: code.slice(0, 4), label: regionName(code) }))}
      />
    </div>
  );
}

function ProductMap({ filter }: { filter: Filter }) {
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
  const columns: TableColumnsType<EcoProduct> = [
    {
      title: t('ecoproducts:catalogue.product'),
      render: (_, { id, name, code, organisation }) => (
        <div className="stack">
          <Link to={`/ecoproducts/products/${id}`}>{name}</Link>
          <span className="sub">{[code, organisation].filter(Boolean).join(' · ')}</span>
        </div>
      ),
    },
    {
      title: t('ecoproducts:indicator'),
      render: (_, { service, class: type }) => (
        <div className="stack">
          <span>{text(services.get(service) ?? service)}</span>
          <span className="sub">{t(`ecoproducts:classes.${type}`)}</span>
        </div>
      ),
    },
    {
      title: t('ecoproducts:owner'),
      render: (_, { owner, ownerKind, region }) => (
        <div className="stack">
          <span>{owner}</span>
          <span className="sub">
            {t(`ecoproducts:owners.${ownerKind}`)} · {regionName(region)}
          </span>
        </div>
      ),
    },
    {
      title: t('ecoproducts:quantity'),
      align: 'end',
      className: 'num',
      render: (_, { quantity, unit }) => `${groupDecimal(quantity)} ${prettyUnit(unit)}`,
    },
    { title: t('ecoproducts:period'), className: 'num', render: (_, { from, to }) => `${from} – ${to}` },
    {
      title: t('ecoproducts:mark'),
      render: (_, { mark, certificate }) =>
        mark && <Tag title={certificate ?? ''}>{t(`ecoproducts:marks.${mark}`)}</Tag>,
    },
    {
      title: t('ecoproducts:status'),
      render: (_, { status }) => <Tag color={statusColours[status]}>{t(`ecoproducts:statuses.${status}`)}</Tag>,
    },
  ];
  return (
    <section className="panel flush" data-test="products">
      <WideTable
        label={t('ecoproducts:catalogue.title')}
        rowKey="id"
        columns={columns}
        dataSource={products.items}
        loading={products.isPending}
        locale={{
          emptyText: products.isPending ? (
            ' '
          ) : (
            <Nothing title={t('ecoproducts:catalogue.none')} hint={t('ecoproducts:catalogue.noneHint')} />
          ),
        }}
      />
      <LoadMore query={products} />
    </section>
  );
}
