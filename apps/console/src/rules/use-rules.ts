import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';

/** Rule sets, price book and samples: fixed for a release. */
export const useRuleBook = () =>
  useQuery({
    queryKey: ['rule-book'],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/rule-sets')),
    staleTime: Infinity,
  });

export const CLASSES = ['material', 'regulating', 'cultural'] as const;
export const PARTS = ['indicator', 'formula', 'parameter', 'price', 'data'] as const;
