/** A list read page by page, in all its states: waited for, empty, refused, long. */
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../problem-alert';
import type { usePages } from '../use-pages';
import { LongTable, type LongColumn } from './long-table';

interface Props<T> {
  name: string;
  label: string;
  columns: LongColumn<T>[];
  query: ReturnType<typeof usePages<T>>;
  rowKey(row: T): string;
  lines?: number;
  empty: ReactNode;
}

export function LongList<T>({ query, empty, ...table }: Props<T>) {
  const { items, error, hasNextPage, isFetchingNextPage } = query;
  const failed = error && <ProblemAlert error={error} onRetry={() => void query.refetch()} />;
  if (!items) {
    return (
      failed ?? (
        <div className="long-wait">
          <Skeleton active title={false} paragraph={{ rows: 6 }} />
        </div>
      )
    );
  }
  if (!items.length) return failed ?? empty;
  // What was read stays while the next page cannot be had; it is not asked for again and again.
  const more = hasNextPage && !error ? { busy: isFetchingNextPage, read: () => void query.fetchNextPage() } : undefined;
  return (
    <>
      <LongTable {...table} rows={items} more={more} all={query.all} />
      {failed}
    </>
  );
}
