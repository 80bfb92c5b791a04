/** Sink projects, newest first. */
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { SinkProject } from '../api/types';
import { useLandArea } from '../numbers/use-quantities';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';

export function SinksPage() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const filer = hasRole(useUser(), 'filer');
  useTitle(t('sinks:title'));
  const areas = useLandArea();
  const projects = usePages(['sinks'], (cursor) =>
    ask(api.GET('/api/v1/sink/projects', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: LongColumn<SinkProject>[] = [
    {
      key: 'project',
      title: t('sinks:project'),
      text: ({ name }) => name,
      to: ({ id }) => `/sinks/${id}`,
      sub: { title: t('common:col.number'), text: ({ number }) => number },
    },
    { key: 'region', title: t('sinks:region'), wide: true, text: ({ region }) => regionName(region) },
    {
      key: 'area',
      title: t('sinks:area'),
      unit: areas.unit,
      numeric: true,
      text: ({ hectares }) => areas.exact(hectares),
      words: ({ hectares }) => areas.of(hectares),
    },
    {
      key: 'status',
      title: t('sinks:statusTitle'),
      text: ({ status }) => t(`sinks:status.${status}`),
      cell: ({ status }) => <Tag>{t(`sinks:status.${status}`)}</Tag>,
    },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('sinks:title')}
        hint={t('sinks:hint')}
        actions={
          <>
            <Link to="/sinks/equations">
              <Button tabIndex={-1}>{t('sinks:equations.title')}</Button>
            </Link>
            <Link to="/sinks/soil">
              <Button tabIndex={-1}>{t('sinks:soil.title')}</Button>
            </Link>
            {filer && (
              <Link to="/sinks/new">
                <Button type="primary" tabIndex={-1}>
                  {t('sinks:new')}
                </Button>
              </Link>
            )}
          </>
        }
      />
      <section className="panel flush">
        <LongList
          name="sinks"
          label={t('sinks:title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={projects}
          empty={<Nothing title={t('sinks:none')} hint={t('sinks:noneHint')} />}
        />
      </section>
    </div>
  );
}
