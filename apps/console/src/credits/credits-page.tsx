/** Sink projects by what was issued on them: the way to a project's periods, verification and lots. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { useMethodName } from '../methods/use-methods';
import { useLandArea } from '../numbers/use-quantities';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';

interface Project {
  id: string;
  number: string;
  name: string;
  region: string;
  method: string;
  hectares: string;
  status: string;
}

export function CreditsPage() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const methodName = useMethodName();
  useTitle(t('credits:title'));
  const areas = useLandArea();
  const projects = usePages<Project>(['sink-projects'], (cursor) =>
    ask(api.GET('/api/v1/sink/projects', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: LongColumn<Project>[] = [
    {
      key: 'project',
      title: t('credits:project'),
      text: ({ name }) => name,
      to: ({ id }) => `/credits/${id}`,
      sub: { title: t('common:col.number'), text: ({ number }) => number },
    },
    { key: 'region', title: t('credits:region'), wide: true, text: ({ region }) => regionName(region) },
    { key: 'method', title: t('credits:method'), wide: true, text: ({ method }) => methodName(method) },
    {
      key: 'area',
      title: t('credits:hectares'),
      unit: areas.unit,
      numeric: true,
      text: ({ hectares }) => areas.exact(hectares),
      words: ({ hectares }) => areas.of(hectares),
    },
    { key: 'state', title: t('credits:state'), text: ({ status }) => t(`credits:projectStatus.${status}`) },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('credits:title')}
        hint={t('credits:hint')}
        actions={
          <Link to="/credits/planner">
            <Button tabIndex={-1}>{t('credits:planner.title')}</Button>
          </Link>
        }
      />
      <section className="panel flush">
        <LongList
          name="credits"
          label={t('credits:title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={projects}
          empty={<Nothing title={t('credits:none')} hint={t('credits:noneHint')} />}
        />
      </section>
    </div>
  );
}
