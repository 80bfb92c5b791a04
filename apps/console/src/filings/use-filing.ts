import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';

export const useFiling = (id: string) =>
  useQuery({
    queryKey: ['filing', id],
    queryFn: () => ask(api.GET('/api/v1/filings/{id}', { params: { path: { id } } })),
  });
