import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';

/** The indicators of the catalogue: fixed for a release. */
export const useServices = () =>
  useQuery({
    queryKey: ['eco-services'],
    queryFn: async () => (await ask(api.GET('/api/v1/ecoproduct/products/services'))).items,
    staleTime: Infinity,
  });

export const statusColours = {
  draft: 'default',
  submitted: 'processing',
  published: 'success',
  suspended: 'warning',
  retired: 'default',
} as const;
