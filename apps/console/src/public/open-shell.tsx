import { Outlet } from 'react-router';
import { ComponentsTheme } from '../theme/components-theme';

/** Around the public pages with tables and tabs. */
export function OpenShell() {
  return (
    <ComponentsTheme>
      <Outlet />
    </ComponentsTheme>
  );
}
