import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import type { RasterRun } from '../api/types';

export const isOver = (status: RasterRun['status'] | undefined): boolean =>
  status === 'succeeded' || status === 'failed' || status === 'cancelled';

export const runColours = {
  waiting: 'default',
  running: 'processing',
  joining: 'processing',
  succeeded: 'success',
  failed: 'error',
  cancelled: 'default',
} as const satisfies Record<RasterRun['status'], string>;

/** The newest rasters, for a choice. */
export const useRasterChoice = () =>
  useQuery({
    queryKey: ['rasters', 'choice'],
    queryFn: async () =>
      (await ask(api.GET('/api/v1/ecoproduct/rasters', { params: { query: { limit: 200 } } }))).items,
  });

/** What methods offer cell by cell: fixed for a release. */
export const useRasterColumns = () =>
  useQuery({
    queryKey: ['raster-columns'],
    queryFn: async () => (await ask(api.GET('/api/v1/ecoproduct/raster-runs/columns'))).items,
    staleTime: Infinity,
  });

/** Asked again while it goes on. */
export const useRasterRun = (id: string) =>
  useQuery({
    queryKey: ['raster-run', id],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/raster-runs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isOver(state.data?.status) ? false : 900),
  });
