/** The pages of ecological products, one beside the other. */
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import './ecoproducts.css';

const PAGES = ['catalogue', 'accounts', 'rasters', 'rules', 'audit', 'uses', 'indicators'] as const;
/** Who computes and who checks; the service refuses others. */
const readers = ['filer', 'reviewer', 'method_admin', 'regulator', 'auditor'];
const closed = new Set<string>(['rasters', 'rules']);

export function EcoNav() {
  const { t } = useTranslation();
  const reader = hasRole(useUser(), ...readers);
  return (
    <nav className="eco-nav no-print" aria-label={t('ecoproducts:title')}>
      {PAGES.filter((page) => reader || !closed.has(page)).map((page) => (
        <NavLink
          key={page}
          end={page === 'catalogue'}
          to={page === 'catalogue' ? '/ecoproducts' : `/ecoproducts/${page}`}
        >
          {t(`ecoproducts:nav.${page}`)}
        </NavLink>
      ))}
    </nav>
  );
}
