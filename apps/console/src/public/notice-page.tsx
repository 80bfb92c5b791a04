/** 公示: the list of a banner, names and numbers masked, in the days of the notice and in no others. */
import { type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import { useQuery } from '@tanstack/react-query';
import type { NoticeLine } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { PublicShell } from '../labels/public-shell';
import { LoadMore } from '../shared/load-more';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import './open-page.css';

export function NoticePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const banner = search.get('banner') ?? '';
  const read = (cursor?: string) =>
    ask(
      api.GET('/api/v1/compensation/notices/{id}', {
        params: { path: { id }, query: { banner, ...(cursor && { cursor }) } },
      }),
    );
  const head = useQuery({ queryKey: ['notice', id, banner, 'head'], queryFn: () => read() });
  const lines = usePages(['notice', id, banner], read);
  useTitle(t('open:notice'));
  const columns: TableColumnsType<NoticeLine> = [
    { title: t('open:number'), dataIndex: 'number', className: 'num' },
    { title: t('open:name'), dataIndex: 'name' },
    { title: t('open:identity'), dataIndex: 'identity', className: 'num' },
    { title: t('compensation:amount'), align: 'end', render: (_, { amount }) => <Yuan amount={amount} /> },
  ];
  return (
    <PublicShell>
      <div className="page open-page">
        <header>
          <Link to="/open?view=programmes">{t('open:title')}</Link>
          <h1>{head.data?.title ?? t('open:notice')}</h1>
          {head.data && (
            <p className="muted">
              {t('open:until', { from: head.data.from, to: head.data.to })} {head.data.contact}
            </p>
          )}
        </header>
        {head.error ? (
          <ProblemAlert error={head.error} onRetry={() => void head.refetch()} />
        ) : (
          <section className="panel">
            <WideTable
              label={t('open:notice')}
              rowKey="number"
              columns={columns}
              dataSource={lines.items}
              loading={lines.isPending}
            />
            <LoadMore query={lines} />
          </section>
        )}
      </div>
    </PublicShell>
  );
}
