import { useInfiniteQuery } from '@tanstack/react-query';

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
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) };
}
