import { useTranslation } from 'react-i18next';
import { useLandArea } from '../numbers/use-quantities';
import { hectaresToMu } from '../numbers/in-units';
import { useUnits } from '../numbers/preferences';
import { groupDecimal, roundDecimal } from '../numbers/decimal';

/** Hectares in the reader's unit; who chose none sees 亩 beside them: 1 hm² = 15 亩. */
export function Land({ hectares }: { hectares: string }) {
  const { t } = useTranslation();
  const { area } = useUnits();
  const land = useLandArea();
  return (
    <span className="num" title={`${groupDecimal(hectares)} hm²`}>
      {land.said(hectares)}
      {area === 'auto' && (
        <>
          {' '}
          <span className="muted">{t('sinks:mu', { mu: groupDecimal(roundDecimal(hectaresToMu(hectares), 1)) })}</span>
        </>
      )}
    </span>
  );
}
