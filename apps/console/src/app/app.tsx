import { QueryClientProvider } from '@tanstack/react-query';
import { App as Antd } from 'antd';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from '../api/query-client';
import { UnitsProvider } from '../numbers/preferences';
import { ThemeProvider } from '../theme/theme-provider';
import { router } from './routes';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <UnitsProvider>
          <Antd>
            <RouterProvider router={router} />
          </Antd>
        </UnitsProvider>
      </ThemeProvider>
    </QueryClientProvider>
  );
}
