import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** A list that goes on: all pages read so far as one. */
export function usePages<T>(
  key: readonly unknown[],
  read: (cursor?: string) => Promise<{ items: T[]; nextCursor?: string | null }>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  /** Reads on to the end: a file of a list is a file of all of it. */
  const all = async (): Promise<T[]> => {
    let now: Pick<typeof query, 'data' | 'error' | 'hasNextPage'> = query;
    while (now.hasNextPage) {
      now = await query.fetchNextPage();
      if (now.error) throw now.error;
    }
    return now.data?.pages.flatMap((page) => page.items) ?? [];
  };
  return { ...query, items, all };
}
