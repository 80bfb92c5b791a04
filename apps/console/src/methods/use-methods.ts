import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, ask } from '../api/client';
import { useText } from '../shared/use-text';

export const useMethods = () =>
  useQuery({
    queryKey: ['methods'],
    queryFn: async () => {
      const answer = await ask(api.GET('/api/v1/methods'));
      return Array.isArray(answer) ? (answer as typeof answer.items) : answer.items;
    },
    staleTime: 5 * 60_000,
  });

/** A version of a sheet never changes. */
export const useMethod = (id: string | undefined, version?: string) =>
  useQuery({
    queryKey: ['method', id, version],
    enabled: Boolean(id),
    staleTime: version ? Infinity : 60_000,
    queryFn: () => {
      const [domain = '', name = ''] = id!.split('/');
      const query = version ? { version } : {};
      return ask(api.GET('/api/v1/methods/{domain}/{name}', { params: { path: { domain, name }, query } }));
    },
  });

export function useMethodName() {
  const text = useText();
  const { data } = useMethods();
  return useCallback((id: string) => text(data?.find((method) => method.id === id)?.title) || id, [data, text]);
}

/** The newest first. */
export const byVersion = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true });
