/** What a pledge is worth and what may be lent on it. Fen are whole, and never rounded in the borrower's favour. */
import { fromMinor, toMinor } from '@qingheng/ledger';

export interface Valuation {
  /** Yuan a unit, up to six decimals. */
  unitPrice: string;
  haircut: string;
}

const PRICE_DECIMALS = 6;
const HAIRCUT_DECIMALS = 4;

/** Fen of so many minor units. */
export function valueOf(unitPrice: string, minor: bigint, scale: number): bigint {
  return (BigInt(toMinor(unitPrice, PRICE_DECIMALS)) * minor * 100n) / 10n ** BigInt(PRICE_DECIMALS + scale);
}

/** Value × (1 − haircut), in fen. */
export function limitOf(value: bigint, haircut: string): bigint {
  const whole = 10n ** BigInt(HAIRCUT_DECIMALS);
  return (value * (whole - BigInt(toMinor(haircut, HAIRCUT_DECIMALS)))) / whole;
}

export const less = (a: string, b: string): boolean =>
  BigInt(toMinor(a, PRICE_DECIMALS)) < BigInt(toMinor(b, PRICE_DECIMALS));

export const yuan = (fen: bigint): string => fromMinor(fen, 2);
