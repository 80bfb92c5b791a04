import { useTranslation } from 'react-i18next';
import { groupDecimal } from '../numbers/decimal';
import { muToHectares, useUnits } from '../numbers/preferences';

/** An area that is filed in 亩, written as the reader wants it. */
export function Area({ mu }: { mu: string }) {
  const { t } = useTranslation();
  const { area } = useUnits();
  const filed = t('common:area.mu', { value: groupDecimal(mu) });
  return (
    <span className="num" title={filed}>
      {area === 'ha' ? t('common:area.ha', { value: groupDecimal(muToHectares(mu)) }) : filed}
    </span>
  );
}
