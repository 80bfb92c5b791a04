import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ask } from '../api/client';
import type { Run } from '../api/types';

const over = (status: Run['status'] | undefined) =>
  status === 'succeeded' || status === 'failed' || status === 'cancelled';

export const useRun = (id: string | undefined) =>
  useQuery({
    queryKey: ['run', id],
    enabled: Boolean(id),
    // A run that is over never changes.
    staleTime: ({ state }) => (over(state.data?.status) ? Infinity : 0),
    queryFn: () => ask(api.GET('/api/v1/runs/{id}', { params: { path: { id: id! } } })),
  });

/** Follows a run: by server-sent events, and by asking where these do not come through (a proxy may hold them back). */
export function useFollowedRun(id: string) {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  const [heard, setHeard] = useState<Partial<Run>>();
  const run = useQuery({
    queryKey: ['run', id],
    queryFn: () => ask(api.GET('/api/v1/runs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (over(state.data?.status) ? false : live ? 5_000 : 1_200),
  });
  const ended = over(run.data?.status);
  useEffect(() => {
    if (ended) return;
    const source = new EventSource(`/api/v1/runs/${encodeURIComponent(id)}/events`, { withCredentials: true });
    const hear = (event: MessageEvent<string>) => {
      setLive(true);
      try {
        const news = JSON.parse(event.data) as Partial<Run>;
        setHeard(news);
        if (over(news.status)) {
          source.close();
          void client.invalidateQueries({ queryKey: ['run', id] });
        }
      } catch {
        // A heartbeat.
      }
    };
    for (const name of ['message', 'progress', 'status']) source.addEventListener(name, hear);
    source.onerror = () => setLive(false);
    return () => source.close();
  }, [id, ended, client]);
  return {
    status: ended ? run.data?.status : (heard?.status ?? run.data?.status),
    note: heard?.note ?? run.data?.note ?? undefined,
    progress: Math.max(heard?.progress ?? 0, run.data?.progress ?? 0),
    ended,
    error: run.error,
    refetch: run.refetch,
  };
}
