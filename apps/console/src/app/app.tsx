import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from '../api/query-client';
import { UnitsProvider } from '../numbers/preferences';
import { Notices } from '../shared/notices';
import { ThemeProvider } from '../theme/theme-provider';
import { router } from './routes';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <UnitsProvider>
          <RouterProvider router={router} />
          <Notices />
        </UnitsProvider>
      </ThemeProvider>
    </QueryClientProvider>
  );
}
