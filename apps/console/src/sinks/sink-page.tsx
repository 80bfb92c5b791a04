/** One sink project: its land and strata on a plan, plots, what was measured, imports, stocks. */
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import type { SinkProject } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { period } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { AreasPanel } from './areas-panel';
import { DataPanel } from './data-panel';
import { DoubleSamplePanel } from './double-sample-panel';
import { EvidencePanel } from './evidence-panel';
import { ImportsPanel } from './imports-panel';
import { Land } from './land';
import { type Layer, PlanMap, type Spot } from './plan-map';
import { PlotsPanel } from './plots-panel';
import { Stages } from './stages';
import { StocksPanel } from './stocks-panel';
import { StrataPanel } from './strata-panel';
import { useDivision, useLand, usePlots } from './use-sink';

export function SinkPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const query = useQuery({
    queryKey: ['sink', id],
    queryFn: () => ask(api.GET('/api/v1/sink/projects/{id}', { params: { path: { id } } })),
  });
  const project = query.data;
  useTitle(project?.name ?? t('sinks:title'));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!project) return <Waiting />;
  const panels = {
    areas: <AreasPanel project={project} />,
    strata: <StrataPanel project={project} />,
    plots: <PlotsPanel project={project} />,
    data: <DataPanel project={project} />,
    imports: <ImportsPanel project={project} />,
    stocks: <StocksPanel project={project} />,
    double: <DoubleSamplePanel project={project} />,
    evidence: <EvidencePanel project={project} />,
  };
  const view = search.get('view') ?? 'areas';
  return (
    <div className="page">
      <PageHead
        title={project.name}
        hint={<span className="num">{project.number}</span>}
        back={{ to: '/sinks', text: t('sinks:back') }}
      />
      <Stages project={project} />
      <Facts project={project} />
      <Plan project={project} />
      <section className="panel">
        <Tabs
          className="drawn-tabs"
          activeKey={view}
          onChange={(next) => setSearch({ view: next }, { replace: true })}
          items={Object.entries(panels).map(([key, children]) => ({
            key,
            label: t(`sinks:view.${key}`),
            children,
          }))}
        />
      </section>
    </div>
  );
}

function Facts({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const regionName = useRegionName();
  const facts: [string, React.ReactNode][] = [
    [t('sinks:area'), <Land key="area" hectares={project.hectares} />],
    [t('sinks:region'), regionName(project.region)],
    [t('sinks:crediting'), period(project.creditingStart, project.creditingEnd)],
    [t('sinks:method'), `${methodName(project.method)} ${project.methodVersion}`],
    [t('sinks:pools'), project.pools.map((pool) => t(`sinks:pool.${pool}`)).join('、')],
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

function Plan({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const land = useLand(project.id);
  const division = useDivision(project.id);
  const plots = usePlots(project.id);
  if (land.error) return <ProblemAlert error={land.error} onRetry={() => void land.refetch()} />;
  const layers: Layer[] = [
    ...(land.data?.features ?? []).map(({ geometry, properties }) => ({
      kind: 'area' as const,
      name: String((properties as { code?: string }).code ?? ''),
      shape: geometry,
    })),
    ...(division.data?.strata ?? []).flatMap(({ code, geometry }) =>
      geometry
        ? [
            {
              kind: 'stratum' as const,
              name: t('sinks:stratumNamed', { code }),
              label: code,
              shape: geometry as Layer['shape'],
            },
          ]
        : [],
    ),
  ];
  const spots: Spot[] = (plots.items ?? []).map(({ code, kind, longitude, latitude, area }) => ({
    name: code,
    kind,
    x: Number(longitude),
    y: Number(latitude),
    outside: area === null,
  }));
  const exact = plots.items?.every((plot) => plot.exact) ?? true;
  return (
    <section className="panel" data-test="plan">
      <div className="panel-head">
        <h2>{t('sinks:plan')}</h2>
      </div>
      {land.isPending ? <Waiting /> : <PlanMap layers={layers} spots={spots} label={t('sinks:planLabel')} />}
      <p className="muted">
        {t('sinks:planNote')} {!exact && t('sinks:coarse')}
      </p>
    </section>
  );
}
