import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { ComparePanel } from './compare-panel';
import { ExamplesPanel } from './examples-panel';
import { SheetView } from './sheet-view';
import { TryPanel } from './try-panel';
import { provisionalCount } from './provisional';
import { byVersion, useMethod, useMethods } from './use-methods';
import './methods.css';

export function MethodPage() {
  const { t } = useTranslation();
  const text = useText();
  const { domain = '', name = '' } = useParams();
  const id = `${domain}/${name}`;
  const [search, setSearch] = useSearchParams();
  const asked = search.get('version') ?? undefined;
  const method = useMethod(id, asked);
  const methods = useMethods();
  const user = useUser();
  const versions = (methods.data ?? []).flatMap((one) => (one.id === id ? [one.version] : [])).sort(byVersion);
  const path = { domain, name };
  const query = method.data && { version: method.data.version };
  const examples = useQuery({
    queryKey: ['method-examples', id, method.data?.version],
    enabled: Boolean(query),
    staleTime: Infinity,
    queryFn: () => ask(api.GET('/api/v1/methods/{domain}/{name}/examples', { params: { path, query } })),
  });
  const set = (next: Record<string, string>) =>
    setSearch({ ...Object.fromEntries(search), ...next }, { replace: true });
  useTitle(text(method.data?.title));
  if (method.error) return <ProblemAlert error={method.error} onRetry={() => void method.refetch()} />;
  if (!method.data) return <Waiting />;
  const { source, valid, version } = method.data;
  const provisional = provisionalCount(method.data);
  return (
    <div className="page">
      <PageHead
        back={{ to: '/methods', text: t('methods:title') }}
        title={text(method.data.title)}
        hint={text(method.data.summary)}
        actions={
          <>
            {provisional > 0 && (
              <Link to={`/methods/${domain}/${name}/constants`}>
                <Button tabIndex={-1} title={t('methods:constants.openHint', { count: provisional })}>
                  {t('methods:constants.open')}
                </Button>
              </Link>
            )}
            {hasRole(user, 'method_admin', 'regulator') && (
              <Link to={`/methods/proposals/new?from=${id}&version=${version}`}>
                <Button tabIndex={-1} icon={<EditOutlined />}>
                  {t('methods:proposal.new')}
                </Button>
              </Link>
            )}
          </>
        }
      />
      <dl className="facts panel">
        <div>
          <dt>{t('methods:source')}</dt>
          <dd>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title}
              </a>
            ) : (
              source.title
            )}{' '}
            <ConfidenceTag confidence={source.confidence} />
          </dd>
        </div>
        {source.clause && (
          <div>
            <dt>{t('methods:clause')}</dt>
            <dd>{source.clause}</dd>
          </div>
        )}
        <div>
          <dt>{t('methods:version')}</dt>
          <dd className="num">
            {versions.length > 1 ? (
              <Select
                size="small"
                aria-label={t('methods:version')}
                value={version}
                options={versions.map((value) => ({ value, label: value }))}
                onChange={(next: string) => set({ version: next })}
              />
            ) : (
              version
            )}
          </dd>
        </div>
        <div>
          <dt>{t('methods:valid')}</dt>
          <dd className="num">{[valid.from, valid.to ?? t('methods:open')].join(' – ')}</dd>
        </div>
      </dl>
      {examples.error && <ProblemAlert error={examples.error} onRetry={() => void examples.refetch()} />}
      <Tabs
        activeKey={search.get('view') ?? 'rules'}
        onChange={(view) => set({ view })}
        items={[
          { key: 'rules', label: t('methods:rules'), children: <SheetView method={method.data} /> },
          {
            key: 'examples',
            label: t('methods:examples.title'),
            children: examples.data ? <ExamplesPanel examples={examples.data} /> : <Waiting />,
          },
          {
            key: 'try',
            label: t('methods:try.title'),
            children: (
              <TryPanel
                key={version}
                method={method.data}
                examples={examples.data ?? []}
                run={(trial) =>
                  ask(
                    api.POST('/api/v1/methods/{domain}/{name}/try', {
                      params: { path },
                      body: { ...trial, version },
                    }),
                  )
                }
              />
            ),
          },
          {
            key: 'compare',
            label: t('methods:compare.title'),
            children: <ComparePanel key={version} id={id} version={version} versions={versions} />,
          },
        ]}
      />
    </div>
  );
}
