import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a network the page says so at once, instead of waiting for one in silence.
      networkMode: 'always',
      staleTime: 15_000,
      // A refusal will be refused again; only what never reached the service is worth another try.
      retry: (count, error) => count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
