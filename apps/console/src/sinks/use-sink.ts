import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import { usePages } from '../shared/use-pages';

export const useLand = (id: string) =>
  useQuery({
    queryKey: ['sink-land', id],
    queryFn: () => ask(api.GET('/api/v1/sink/projects/{id}/map', { params: { path: { id } } })),
  });

export const useDivision = (id: string) =>
  useQuery({
    queryKey: ['sink-strata', id],
    queryFn: () => ask(api.GET('/api/v1/sink/projects/{id}/strata', { params: { path: { id }, query: {} } })),
  });

export const usePlots = (id: string) =>
  usePages(['sink-plots', id], (cursor) =>
    ask(
      api.GET('/api/v1/sink/projects/{id}/plots', {
        params: { path: { id }, query: { limit: 200, ...(cursor && { cursor }) } },
      }),
    ),
  );

export const useForms = () =>
  useQuery({ queryKey: ['field-forms'], queryFn: () => ask(api.GET('/api/v1/sink/field-forms')), staleTime: Infinity });
