/** How this reader wants money and areas to be written; kept on this device. The exact figure stays a glance away. */
import { createContext, useContext, useMemo, useState, type PropsWithChildren } from 'react';
import { parseDecimal, roundDecimal } from './decimal';

export const moneyUnits = ['auto', 'yuan', 'wan', 'yi'] as const;
/** `auto`: as it was filed. */
export const areaUnits = ['auto', 'mu', 'ha'] as const;
export interface Units {
  money: (typeof moneyUnits)[number];
  area: (typeof areaUnits)[number];
}
const KEY = 'qh.units';
const USUAL: Units = { money: 'auto', area: 'auto' };

function kept(): Units {
  try {
    const { money, area } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Units>;
    return {
      money: moneyUnits.find((one) => one === money) ?? USUAL.money,
      area: areaUnits.find((one) => one === area) ?? USUAL.area,
    };
  } catch {
    return USUAL;
  }
}

const Context = createContext<Units & { choose(next: Partial<Units>): void }>({ ...USUAL, choose: () => undefined });
export const useUnits = () => useContext(Context);

export function UnitsProvider({ children }: PropsWithChildren) {
  const [choice, setUnits] = useState(kept);
  const value = useMemo(
    () => ({
      ...choice,
      choose: (next: Partial<Units>) =>
        setUnits((before) => {
          const now = { ...before, ...next };
          localStorage.setItem(KEY, JSON.stringify(now));
          return now;
        }),
    }),
    [choice],
  );
  return <Context value={value}>{children}</Context>;
}

/** 15 亩 are a hectare; to four places, half away from zero. */
export function muToHectares(mu: string): string {
  const parts = parseDecimal(mu);
  if (!parts) return mu;
  // A fifteenth never ends: seven more digits than are shown, the rest cannot move the rounding of figures filed in 亩.
  const digits = (parts.digits * 10n ** 12n) / 15n;
  const scale = parts.scale + 12;
  const text = digits.toString().padStart(scale + 1, '0');
  const plain = `${parts.negative ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
  return roundDecimal(plain, 4);
}
