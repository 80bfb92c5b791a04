/**
 * Columns and headlines whose figures all stand in one unit, named once: money and land as the reader chose to have them written.
 * What is exact goes out with a file; what is read is rounded.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDecimal, parseDecimal, roundDecimal, shiftDecimal } from './decimal';
import { hectaresToMu } from './in-units';
import { muToHectares, useUnits } from './preferences';

const PLACES = { yuan: 0, wan: 4, yi: 8 } as const;

export interface Quantity {
  /** As it is written in this language. */
  unit: string;
  /** The unit behind a figure. */
  after: string;
  /** Every digit, in that unit. */
  exact(value: string): string;
  /** For reading. */
  of(value: string): string;
  /** For reading, with its unit. */
  said(value: string): string;
}

/** Two places; six where two would say that there is nothing. */
export function forReading(value: string): string {
  const parts = parseDecimal(value);
  if (!parts) return value;
  const short = roundDecimal(value, 2);
  const nothing = parts.digits !== 0n && /^-?0\.00$/.test(short);
  return groupDecimal(nothing ? roundDecimal(value, 6) : short);
}

/** Areas need no zeros behind the point; money keeps its two places, so that columns stand under each other. */
const bare = (text: string): string => text.replace(/\.?0+$/, (zeros) => (text.includes('.') ? '' : zeros));

function quantity(
  unit: string,
  exact: (value: string) => string,
  { last = (text: string) => text, after = unit } = {},
): Quantity {
  const of = (value: string) => last(forReading(exact(value)));
  return { unit, after, exact, of, said: (value) => `${of(value)} ${after}` };
}

/** Figures in yuan; `usual` is the scale of this page for those who chose none. */
export function useMoney(usual: keyof typeof PLACES): Quantity {
  const { t } = useTranslation();
  const { money } = useUnits();
  const scale = money === 'auto' ? usual : money;
  return useMemo(
    () =>
      quantity(t(`common:moneyUnit.${scale}`), (yuan) => shiftDecimal(yuan, -PLACES[scale]), {
        after: t(`common:moneyAfter.${scale}`),
      }),
    [t, scale],
  );
}

/** Figures in 亩, as grassland is contracted; who chose nothing reads them so. */
export function useMuArea(): Quantity {
  const { t } = useTranslation();
  const ha = useUnits().area === 'ha';
  return useMemo(
    () => quantity(t(`common:areaUnit.${ha ? 'ha' : 'mu'}`), (mu) => (ha ? muToHectares(mu) : mu), { last: bare }),
    [t, ha],
  );
}

/** Figures in hectares. */
export function useLandArea(): Quantity {
  const { t } = useTranslation();
  const mu = useUnits().area === 'mu';
  return useMemo(
    () =>
      quantity(t(`common:areaUnit.${mu ? 'mu' : 'ha'}`), (hectares) => (mu ? hectaresToMu(hectares) : hectares), {
        last: bare,
      }),
    [t, mu],
  );
}
