/** The three sides of the library: what counts, what is proposed, what new versions would move. */
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { User } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import './factors.css';

export const mayPropose = (user: User) => hasRole(user, 'filer', 'reviewer', 'method_admin');
export const mayDecide = (user: User) => hasRole(user, 'reviewer', 'method_admin');
export const seesProposals = (user: User) => hasRole(user, 'filer', 'reviewer', 'method_admin', 'regulator', 'auditor');

export function FactorNav() {
  const { t } = useTranslation();
  if (!seesProposals(useUser())) return null;
  return (
    <nav className="sub-nav no-print" aria-label={t('factors:title')}>
      <NavLink to="/factors" end>
        {t('factors:nav.library')}
      </NavLink>
      <NavLink to="/factors/proposals">{t('factors:nav.proposals')}</NavLink>
      <NavLink to="/factors/impacts">{t('factors:nav.impacts')}</NavLink>
    </nav>
  );
}
