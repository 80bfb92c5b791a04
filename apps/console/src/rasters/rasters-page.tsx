/** Rasters and what was computed from them. */
import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Drawer, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Raster, RasterRun } from '../api/types';
import { EcoNav } from '../ecoproducts/eco-nav';
import { useMethodName } from '../methods/use-methods';
import { groupDecimal, readable } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
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
  const columns: LongColumn<RasterRun>[] = [
    {
      key: 'run',
      title: t('rasters:run'),
      text: ({ title }) => title,
      to: ({ id }) => `/ecoproducts/rasters/runs/${id}`,
      sub: { title: t('rasters:methodTitle'), text: ({ method }) => methodName(method) },
    },
    { key: 'region', title: t('rasters:region'), wide: true, text: ({ region }) => regionName(region) },
    {
      key: 'status',
      title: t('rasters:status'),
      text: ({ status }) => t(`rasters:statuses.${status}`),
      cell: ({ status }) => (
        <Tag color={runColours[status]} data-status={status}>
          {t(`rasters:statuses.${status}`)}
        </Tag>
      ),
    },
    {
      key: 'total',
      title: t('rasters:total'),
      numeric: true,
      text: ({ total }) => total ?? '',
      words: ({ total }) => (total === null ? '' : readable(total, 12)),
      sub: {
        title: t('rasters:unit'),
        text: ({ total, unit }) => (total === null || unit === null ? '' : prettyUnit(unit)),
      },
    },
    {
      key: 'made',
      title: t('rasters:made'),
      wide: true,
      text: ({ createdBy }) => createdBy.name,
      sub: { title: t('rasters:uploaded'), text: ({ createdAt }) => moment(createdAt) },
    },
  ];
  return (
    <section className="panel" data-test="raster-runs">
      <h2>{t('rasters:runs')}</h2>
      <LongList
        name="raster-runs"
        label={t('rasters:runs')}
        rowKey={({ id }) => id}
        columns={columns}
        query={pages}
        empty={<Nothing title={t('rasters:noRuns')} hint={t('rasters:noRunsHint')} />}
      />
    </section>
  );
}

function Rasters() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Raster>();
  const pages = usePages(['rasters', 'list'], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/rasters', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: LongColumn<Raster>[] = [
    {
      key: 'raster',
      title: t('rasters:raster'),
      text: ({ name }) => name,
      sub: { title: t('rasters:made'), text: ({ createdBy }) => createdBy.name },
    },
    {
      key: 'kind',
      title: t('rasters:kindTitle'),
      text: ({ kind }) => t(`rasters:kind.${kind}`),
      cell: ({ kind }) => <Tag>{t(`rasters:kind.${kind}`)}</Tag>,
    },
    { key: 'unit', title: t('rasters:unit'), wide: true, text: ({ unit }) => prettyUnit(unit ?? '') },
    {
      key: 'size',
      title: t('rasters:size'),
      wide: true,
      text: ({ width, height }) => `${width} × ${height}`,
      words: ({ width, height }) => `${groupDecimal(String(width))} × ${groupDecimal(String(height))}`,
    },
    {
      key: 'cell',
      title: t('rasters:cell'),
      wide: true,
      text: ({ cell }) => cell.join(' × '),
      words: ({ cell }) => cell.map((side) => readable(side, 6)).join(' × '),
    },
    { key: 'crs', title: t('rasters:crs'), wide: true, text: ({ crs }) => crs },
    { key: 'nodata', title: t('rasters:nodata'), numeric: true, wide: true, text: ({ nodata }) => nodata ?? '' },
    { key: 'uploaded', title: t('rasters:uploaded'), wide: true, text: ({ createdAt }) => moment(createdAt) },
    {
      key: 'facts',
      act: true,
      title: t('rasters:facts'),
      width: 100,
      text: () => '',
      cell: (raster) => (
        <Button size="small" onClick={() => setShown(raster)} data-test="raster-facts">
          {t('rasters:facts')}
        </Button>
      ),
    },
  ];
  return (
    <section className="panel" data-test="rasters">
      <h2>{t('rasters:rasters')}</h2>
      <LongList
        name="rasters"
        label={t('rasters:rasters')}
        rowKey={({ id }) => id}
        columns={columns}
        query={pages}
        empty={<Nothing title={t('rasters:noRasters')} hint={t('rasters:noRastersHint')} />}
      />
      <Drawer
        size="large"
        open={shown !== undefined}
        title={shown?.name}
        onClose={() => setShown(undefined)}
        destroyOnHidden
      >
        {shown && <RasterFacts raster={shown} />}
      </Drawer>
    </section>
  );
}
