/** Who changes against the calculation before: by banner, and on request the households that change most. */
import { useQuery } from '@tanstack/react-query';
import { type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { BannerChange } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';
import { useRegionName } from '../shared/use-regions';
import { Yuan } from './yuan';

export function Changes({ programmeId, runId }: { programmeId: string; runId: string }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const query = useQuery({
    queryKey: ['programme-changes', programmeId, runId],
    queryFn: () =>
      ask(
        api.GET('/api/v1/compensation/programmes/{id}/runs/{run}/changes', {
          params: { path: { id: programmeId, run: runId } },
        }),
      ),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data?.before) return null;
  const moved = query.data.banners.filter(({ joined, left, raised, lowered }) => joined + left + raised + lowered);
  const count = (name: 'joined' | 'left' | 'raised' | 'lowered') => ({
    title: t(`compensation:changes.${name}`),
    align: 'end' as const,
    className: 'num',
    dataIndex: name,
  });
  const columns: TableColumnsType<BannerChange> = [
    { title: t('compensation:unit'), render: (_, { banner }) => regionName(banner) },
    { title: t('compensation:changes.before'), align: 'end', render: (_, { before }) => <Yuan amount={before} /> },
    { title: t('compensation:changes.after'), align: 'end', render: (_, { after }) => <Yuan amount={after} /> },
    { title: t('compensation:changes.change'), align: 'end', render: (_, { change }) => <Yuan amount={change} /> },
    ...(['joined', 'left', 'raised', 'lowered'] as const).map(count),
  ];
  return (
    <section className="panel" data-test="changes">
      <h2>{t('compensation:changes.title')}</h2>
      {moved.length ? (
        <WideTable
          label={t('compensation:changes.title')}
          rowKey="banner"
          size="small"
          columns={columns}
          dataSource={moved}
          pagination={false}
          expandable={{ expandedRowRender: ({ banner }) => <Households {...{ programmeId, runId, banner }} /> }}
        />
      ) : (
        <p className="muted">{t('compensation:changes.none')}</p>
      )}
    </section>
  );
}

function Households({ programmeId, runId, banner }: { programmeId: string; runId: string; banner: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['programme-changed', programmeId, runId, banner],
    queryFn: () =>
      ask(
        api.GET('/api/v1/compensation/programmes/{id}/runs/{run}/changed-households', {
          params: { path: { id: programmeId, run: runId }, query: { banner, limit: 20 } },
        }),
      ),
  });
  if (query.error) return <ProblemAlert error={query.error} />;
  return (
    <ul className="acts">
      {query.data?.items.map(({ number, before, after, change }) => (
        <li key={number}>
          <span className="num">{number}</span>
          <span>
            {before === null ? t('compensation:changes.new') : <Yuan amount={before} />} →{' '}
            {after === null ? t('compensation:changes.gone') : <Yuan amount={after} />}
          </span>
          <strong>
            <Yuan amount={change} />
          </strong>
        </li>
      ))}
    </ul>
  );
}
