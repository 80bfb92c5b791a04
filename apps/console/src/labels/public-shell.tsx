import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../layout/mark';
import { Preferences } from '../layout/preferences';
import '../shared/page.css';
import './label.css';

/** Around pages for everybody: no account, no menu. */
export function PublicShell({ children }: PropsWithChildren) {
  const { t } = useTranslation();
  return (
    <div className="public">
      <header className="public-bar no-print">
        <Link to="/label" className="public-brand">
          <Mark size={28} /> {t('common:name')}
        </Link>
        <span className="public-tools">
          <Link to="/label">{t('labels:find')}</Link>
          <Link to="/open">{t('open:title')}</Link>
          <Preferences />
        </span>
      </header>
      <main id="main" className="public-main">
        {children}
      </main>
      <footer className="public-foot muted">{t('labels:footer')}</footer>
    </div>
  );
}
