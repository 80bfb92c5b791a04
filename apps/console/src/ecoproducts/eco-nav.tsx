/** The pages of ecological products, one beside the other. */
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import './ecoproducts.css';

const PAGES = ['catalogue', 'accounts', 'audit', 'uses', 'indicators'] as const;

export function EcoNav() {
  const { t } = useTranslation();
  return (
    <nav className="eco-nav no-print" aria-label={t('ecoproducts:title')}>
      {PAGES.map((page) => (
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
