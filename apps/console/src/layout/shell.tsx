import { MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { Waiting } from '../shared/waiting';
import { ComponentsTheme } from '../theme/components-theme';
import { TourHost } from '../tour/tour-host';
import { Mark } from './mark';
import { Nav } from './nav';
import { Preferences } from './preferences';
import { UserMenu } from './user-menu';
import './shell.css';

/** On phones, and only once it is asked for. */
const NavDrawer = lazy(() => import('./nav-drawer'));

function Brand() {
  const { t } = useTranslation();
  return (
    <span className="brand">
      <Mark />
      <span>{t('common:shortName')}</span>
    </span>
  );
}

export function Shell() {
  return (
    <ComponentsTheme>
      <Frame />
    </ComponentsTheme>
  );
}

function Frame() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const { pathname } = useLocation();
  const busy = useNavigation().state !== 'idle';
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('common:skip')}
      </a>
      <header className="shell-bar no-print">
        <Button
          className="shell-burger"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('common:menu')}
          aria-expanded={open}
          onClick={() => (setWanted(true), setOpen(true))}
        />
        <Brand />
        <div className="shell-tools">
          <Preferences />
          <UserMenu />
        </div>
        {busy && <div className="shell-busy" />}
      </header>
      <aside className="shell-side no-print">
        <Nav />
      </aside>
      {wanted && (
        <Suspense fallback={null}>
          <NavDrawer open={open} title={<Brand />} onClose={() => setOpen(false)} />
        </Suspense>
      )}
      <main id="main" className="shell-main" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <TourHost />
      <ScrollRestoration />
    </div>
  );
}
