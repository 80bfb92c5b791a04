/** 公示: the list of a banner, names and numbers masked, in the days of the notice and in no others. */
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import { useQuery } from '@tanstack/react-query';
import type { NoticeLine } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { PublicShell } from '../labels/public-shell';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
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
  const columns: LongColumn<NoticeLine>[] = [
    { key: 'number', title: t('open:number'), text: ({ number }) => number },
    { key: 'name', title: t('open:name'), text: ({ name }) => name },
    { key: 'identity', title: t('open:identity'), text: ({ identity }) => identity },
    {
      key: 'amount',
      title: t('compensation:amount'),
      fileUnit: t('common:moneyUnit.yuan'),
      numeric: true,
      text: ({ amount }) => amount,
      cell: ({ amount }) => <Yuan amount={amount} />,
    },
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
            <LongList
              name="notice"
              label={t('open:notice')}
              rowKey={({ number }) => number}
              columns={columns}
              query={lines}
              empty={<Nothing title={t('open:noLines')} />}
            />
          </section>
        )}
      </div>
    </PublicShell>
  );
}
