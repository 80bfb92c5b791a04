/** Contracts and parcels with what is drawn on them, and fines, which stand in a book of their own. */
import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page-head';
import { useTitle } from '../shared/use-title';
import './compensation.css';
import { Fines } from './fines';
import { Parcels } from './parcels';

export function GrasslandPage() {
  const { t } = useTranslation();
  useTitle(t('compensation:grassland.title'));
  return (
    <div className="page">
      <PageHead
        title={t('compensation:grassland.title')}
        hint={t('compensation:grassland.hint')}
        back={{ to: '/compensation', text: t('compensation:back') }}
      />
      <Parcels />
      <Fines />
    </div>
  );
}
