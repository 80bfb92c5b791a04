/** Figures of a comparison, on whole fen: who gains, how unequal, how far each banner moves. */
import { compareDecimals } from '../numbers/decimal';

export const fenOf = (yuan: string): bigint => {
  const [whole = '0', part = ''] = yuan.replace('-', '').split('.');
  const fen = BigInt(whole + part.padEnd(2, '0'));
  return yuan.startsWith('-') ? -fen : fen;
};

/**
 * Gini coefficient of amounts, G = Σ (2i − n − 1)·xᵢ / (n·Σx) over amounts in ascending order, half-up to four decimals.
 * Undefined where there is nothing to divide.
 */
export function gini(amounts: readonly string[]): string | undefined {
  const sorted = [...amounts].sort((a, b) => compareDecimals(a, b) ?? 0).map(fenOf);
  const n = BigInt(sorted.length);
  const total = sorted.reduce((sum, x) => sum + x, 0n);
  if (total <= 0n) return undefined;
  const weighted = sorted.reduce((sum, x, i) => sum + (2n * BigInt(i + 1) - n - 1n) * x, 0n);
  const scaled = (weighted * 20_000n + n * total) / (2n * n * total);
  return `${scaled / 10_000n}.${String(scaled % 10_000n).padStart(4, '0')}`;
}

/** −3 … 3 by the share of a change in the largest one: any change is at least 1, a third more 2, two thirds 3. */
export function levelOf(change: string, largest: bigint): number {
  const fen = fenOf(change);
  if (fen === 0n || largest === 0n) return 0;
  const size = fen < 0n ? -fen : fen;
  const level = size * 3n > largest * 2n ? 3 : size * 3n > largest ? 2 : 1;
  return fen < 0n ? -level : level;
}
