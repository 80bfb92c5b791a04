import { parseDecimal } from '../numbers/decimal';

/** Here a decimal becomes a float: what is drawn is a drawing. */
export const drawn = (text: string): number => (parseDecimal(text) ? Number(text) : 0);

/** 1, 2 or 3: in which third of what there is a value lies; undefined for nothing. */
export function levelOf(value: number | undefined, all: readonly number[]): number | undefined {
  if (value === undefined || value <= 0) return undefined;
  const sorted = [...all].sort((a, b) => a - b);
  return 1 + Math.min(2, Math.floor((sorted.indexOf(value) / Math.max(1, sorted.length)) * 3));
}
