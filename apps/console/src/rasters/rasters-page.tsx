/** Rasters and what was computed from them. */
import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Raster, RasterRun } from '../api/types';
import { EcoNav } from '../ecoproducts/eco-nav';
import { useMethodName } from '../methods/use-methods';
import { groupDecimal, readable } from '../numbers/decimal';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { RasterFacts } from './raster-facts';
import { UploadRaster } from './upload-raster';
import { runColours } from './use-rasters';

export function RastersPage() {
  const { t } = useTranslation();
  useTitle(t('rasters:title'));
  const filer = hasRole(useUser(), 'filer');
  const [uploading, setUploading] = useState(false);
  return (
    <div className="page">
      <PageHead
        title={t('rasters:title')}
        hint={t('rasters:hint')}
        actions={
          filer && (
            <>
              <Button icon={<UploadOutlined />} onClick={() => setUploading(true)} data-test="upload-raster">
                {t('rasters:upload')}
              </Button>
              <Link to="/ecoproducts/rasters/new">
                <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
                  {t('rasters:newRun')}
                </Button>
              </Link>
            </>
          )
        }
      />
      <EcoNav />
      <Runs />
      <Rasters />
      {uploading && <UploadRaster onClose={() => setUploading(false)} />}
    </div>
  );
}

function Runs() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const methodName = useMethodName();
  const pages = usePages(['raster-runs'], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/raster-runs', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<RasterRun> = [
    {
      title: t('rasters:run'),
      render: (_, { id, title, method }) => (
        <div className="stack">
          <Link to={`/ecoproducts/rasters/runs/${id}`}>{title}</Link>
          <span className="sub">{methodName(method)}</span>
        </div>
      ),
    },
    { title: t('rasters:region'), render: (_, { region }) => regionName(region) },
    {
      title: t('rasters:status'),
      render: (_, { status }) => (
        <Tag color={runColours[status]} data-status={status}>
          {t(`rasters:statuses.${status}`)}
        </Tag>
      ),
    },
    {
      title: t('rasters:total'),
      align: 'end',
      className: 'num',
      render: (_, { total, unit }) => (total === null ? '' : `${readable(total, 12)} ${unit}`),
    },
    {
      title: t('rasters:made'),
      render: (_, { createdBy, createdAt }) => (
        <div className="stack">
          <span>{createdBy.name}</span>
          <span className="sub num">{moment(createdAt)}</span>
        </div>
      ),
    },
  ];
  return (
    <section className="panel" data-test="raster-runs">
      <h2>{t('rasters:runs')}</h2>
      {pages.error && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      <WideTable
        label={t('rasters:runs')}
        rowKey="id"
        columns={columns}
        dataSource={pages.items}
        loading={pages.isPending}
        locale={{
          emptyText: pages.isPending ? ' ' : <Nothing title={t('rasters:noRuns')} hint={t('rasters:noRunsHint')} />,
        }}
      />
      <LoadMore query={pages} />
    </section>
  );
}

function Rasters() {
  const { t } = useTranslation();
  const pages = usePages(['rasters', 'list'], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/rasters', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<Raster> = [
    {
      title: t('rasters:raster'),
      render: (_, { name, createdBy }) => (
        <div className="stack">
          <span>{name}</span>
          <span className="sub">{createdBy.name}</span>
        </div>
      ),
    },
    { title: t('rasters:kindTitle'), render: (_, { kind }) => <Tag>{t(`rasters:kind.${kind}`)}</Tag> },
    { title: t('rasters:unit'), dataIndex: 'unit' },
    {
      title: t('rasters:size'),
      className: 'num',
      render: (_, { width, height }) => `${groupDecimal(String(width))} × ${groupDecimal(String(height))}`,
    },
    {
      title: t('rasters:cell'),
      className: 'num',
      render: (_, { cell }) => cell.map((side) => readable(side, 6)).join(' × '),
    },
    { title: t('rasters:crs'), dataIndex: 'crs' },
    { title: t('rasters:nodata'), className: 'num', dataIndex: 'nodata' },
    { title: t('rasters:uploaded'), className: 'num', render: (_, { createdAt }) => moment(createdAt) },
  ];
  return (
    <section className="panel" data-test="rasters">
      <h2>{t('rasters:rasters')}</h2>
      {pages.error && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      <WideTable
        label={t('rasters:rasters')}
        rowKey="id"
        columns={columns}
        dataSource={pages.items}
        loading={pages.isPending}
        expandable={{ expandedRowRender: (raster) => <RasterFacts raster={raster} /> }}
        locale={{
          emptyText: pages.isPending ? (
            ' '
          ) : (
            <Nothing title={t('rasters:noRasters')} hint={t('rasters:noRastersHint')} />
          ),
        }}
      />
      <LoadMore query={pages} />
    </section>
  );
}
