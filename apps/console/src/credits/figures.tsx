/** Tonnes, shares and hectares as people read them; decimals stay text. */
import { groupDecimal, roundDecimal } from '../numbers/decimal';

export const Tonnes = ({ of, places = 0 }: { of: string | number | null | undefined; places?: number }) =>
  of === null || of === undefined ? (
    <span className="muted">–</span>
  ) : (
    <span className="num">{groupDecimal(roundDecimal(typeof of === 'number' ? of.toFixed(6) : of, places))}</span>
  );

export const percent = (share: string | number | null | undefined, places = 2): string =>
  share === null || share === undefined ? '–' : `${(Number(share) * 100).toFixed(places)} %`;
