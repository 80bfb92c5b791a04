import { useTranslation } from 'react-i18next';
import './waiting.css';

/** In the first load of every page: drawn with CSS alone. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div role="status" className="waiting" data-test="waiting">
      <span className="waiting-wheel" aria-hidden />
      <span className="sr-only">{t('common:loading')}</span>
    </div>
  );
}
