/** The programme's money in the ledger: where it lies now, and whether that is what the payments say. */
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Programme } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { Yuan } from './yuan';

export function BookPanel({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const query = useQuery({
    queryKey: ['programme-book', programme.id],
    queryFn: () =>
      ask(api.GET('/api/v1/compensation/programmes/{id}/book', { params: { path: { id: programme.id } } })),
    // What was just asked for is posted within moments.
    refetchInterval: ({ state }) => (state.data?.waiting ? 1_000 : false),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const book = query.data;
  if (!book) return null;
  const off = book.banners.filter(({ agrees }) => !agrees);
  return (
    <section className="panel" data-test="book">
      <div className="panel-head">
        <h2>{t('compensation:book.title')}</h2>
        {book.waiting ? (
          <Tag color="processing">{t('compensation:book.waiting', { count: book.waiting })}</Tag>
        ) : (
          <Tag color={book.agrees ? 'success' : 'error'}>
            {t(book.agrees ? 'compensation:book.agrees' : 'compensation:book.differs')}
          </Tag>
        )}
      </div>
      <dl className="facts">
        {(['pool', 'allotted', 'inPayment', 'paid'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`compensation:book.${name}`)}</dt>
            <dd>
              <Yuan amount={book.total[name]} />
            </dd>
          </div>
        ))}
      </dl>
      {!book.waiting && off.length > 0 && (
        <p className="muted">
          {t('compensation:book.only')}: {off.map(({ banner }) => regionName(banner)).join('、')}
        </p>
      )}
    </section>
  );
}
