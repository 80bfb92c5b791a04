/** A raster run: how far it is, and then its picture, its sums, and what it rests on. */
import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client';
import { download } from '../api/files';
import type { Confidence, RasterRun } from '../api/types';
import { readable } from '../numbers/decimal';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { moment } from '../shared/dates';
import { FaultList } from '../shared/fault-list';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { isOver, runColours, useRasterRun } from './use-rasters';
import { ClassTable, ZoneTable } from './zone-table';
import '../ecoproducts/ecoproducts.css';
import './rasters.css';

export function RasterRunPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const text = useText();
  const regionName = useRegionName();
  const query = useRasterRun(id);
  const run = query.data;
  useTitle(run?.title);
  const save = useMutation({ mutationFn: (path: string) => download(path, `raster-run-${id}.tif`) });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!run) return <Waiting />;
  const { result } = run;
  return (
    <div className="page">
      <PageHead
        back={{ to: '/ecoproducts/rasters', text: t('rasters:title') }}
        title={
          <>
            {run.title}{' '}
            <Tag color={runColours[run.status]} data-status={run.status}>
              {t(`rasters:statuses.${run.status}`)}
            </Tag>
          </>
        }
        hint={`${text(run.columnTitle ?? undefined) || run.column} · ${regionName(run.region)} · ${run.asOf}`}
        actions={
          <>
            {run.raster && (
              <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate(run.raster!)}>
                {t('rasters:geoTiff')}
              </Button>
            )}
            <Link to={`/methods/${run.method}`}>{t('rasters:method')}</Link>
          </>
        }
      />
      {save.error && <ProblemAlert error={save.error} />}
      {!isOver(run.status) && <Going run={run} />}
      {run.faults.length > 0 && (
        <section className="panel" role="alert" data-test="raster-faults">
          <h2>{t('rasters:refused')}</h2>
          <FaultList faults={run.faults} />
        </section>
      )}
      {result && (
        <>
          <div className={run.picture ? 'raster-two' : undefined}>
            {run.picture && (
              <section className="panel" data-test="quick-look">
                <h2>{t('rasters:picture')}</h2>
                <img className="quick-look" src={run.picture} alt={t('rasters:pictureOf', { title: run.title })} />
                {result.legend && <Scale {...result.legend} />}
              </section>
            )}
            <section className="panel" data-test="raster-total">
              <span className="muted">{t('rasters:total')}</span>
              <div>
                <span className="eco-big num">{readable(result.total, 14)}</span> {result.unit}
              </div>
              <dl className="facts" style={{ marginTop: 12 }}>
                <div>
                  <dt>{t('rasters:parts')}</dt>
                  <dd>{t('rasters:partsDone', { done: run.partsDone, parts: run.parts, workers: run.workers })}</dd>
                </div>
                <div>
                  <dt>{t('rasters:made')}</dt>
                  <dd className="num">
                    {run.createdBy.name} {moment(run.createdAt)}
                  </dd>
                </div>
                <div>
                  <dt>{t('rasters:methodVersion')}</dt>
                  <dd className="num">{`${run.method} ${run.version}`}</dd>
                </div>
                <div>
                  <dt>{t('rasters:hash')}</dt>
                  <dd>
                    <code>{run.resultHash?.slice(0, 16)}…</code>
                  </dd>
                </div>
              </dl>
              <p className="muted">
                {t('rasters:reference')} <code>{run.id}</code>
              </p>
            </section>
          </div>
          <ZoneTable result={result} />
          <ClassTable result={result} />
          <Parameters used={result.parametersUsed as unknown as Used[]} />
        </>
      )}
    </div>
  );
}

function Going({ run }: { run: RasterRun }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const own = hasRole(useUser(), 'filer');
  const cancel = useMutation({
    mutationFn: () => api.POST('/api/v1/ecoproduct/raster-runs/{id}/cancel', { params: { path: { id: run.id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['raster-run', run.id] }),
  });
  return (
    <section className="panel" aria-live="polite" data-test="raster-progress">
      <div className="panel-head">
        <h2>{t(`rasters:statuses.${run.status}`)}</h2>
        {own && (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()} data-test="cancel-run">
            {t('rasters:cancel')}
          </Button>
        )}
      </div>
      <Progress
        percent={Math.round(Number(run.progress) * 100)}
        status="active"
        strokeColor="var(--primary)"
        aria-label={t('rasters:progress')}
      />
      <p className="muted">
        {run.parts > 0
          ? t('rasters:partsDone', { done: run.partsDone, parts: run.parts, workers: run.workers })
          : t(run.status === 'waiting' ? 'rasters:queued' : 'rasters:planning')}
      </p>
      {cancel.error && <ProblemAlert error={cancel.error} />}
    </section>
  );
}

function Scale({ low, high, unit }: { low: string; high: string; unit: string }) {
  const { t } = useTranslation();
  return (
    <figure className="raster-scale" data-test="legend">
      <div className="raster-ramp" aria-hidden />
      <figcaption>
        <span className="num">{`≤ ${readable(low, 6)}`}</span>
        <span className="muted">{unit === '1' ? t('rasters:noUnit') : unit}</span>
        <span className="num">{`≥ ${readable(high, 6)}`}</span>
      </figcaption>
      <span className="muted">{t('rasters:legendHint')}</span>
    </figure>
  );
}

interface Used {
  name: string;
  keys?: string[];
  value: string;
  unit: string;
  source: string;
  confidence: Confidence;
}

function Parameters({ used }: { used: readonly Used[] }) {
  const { t } = useTranslation();
  if (!used.length) return null;
  const columns: TableColumnsType<Used> = [
    {
      title: t('rasters:parameter'),
      render: (_, { name, keys }) => <code>{[name, ...(keys ?? [])].join(' / ')}</code>,
    },
    { title: t('rasters:value'), align: 'end', className: 'num', dataIndex: 'value' },
    { title: t('rasters:unit'), render: (_, { unit }) => (unit === '1' ? '' : unit) },
    {
      title: t('rasters:source'),
      render: (_, { source, confidence }) => (
        <span>
          {source} <ConfidenceTag confidence={confidence} />
        </span>
      ),
    },
  ];
  return (
    <section className="panel" data-test="raster-parameters">
      <h2>{t('rasters:parameters')}</h2>
      <WideTable
        label={t('rasters:parameters')}
        rowKey={({ name, keys }) => [name, ...(keys ?? [])].join('/')}
        columns={columns}
        dataSource={[...used]}
      />
    </section>
  );
}
