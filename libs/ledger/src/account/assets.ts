/** Amounts as people write them and as the book keeps them. Never a float between. */
import { refuse } from '../ledger.messages';

/** `12.5` at scale 2 is 1250. More decimals than the unit has is a fault, not a rounding. */
export function toMinor(text: string, scale: number): string {
  const match = /^(0|[1-9]\d{0,14})(?:\.(\d+))?$/.exec(text);
  const decimals = match?.[2] ?? '';
  if (!match || decimals.length > scale) throw refuse('LEDGER_AMOUNT', { amount: text, scale });
  return BigInt(match[1]! + decimals.padEnd(scale, '0')).toString();
}

export function fromMinor(minor: string | bigint, scale: number): string {
  const value = BigInt(minor);
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${value < 0n ? '-' : ''}${whole}${scale ? `.${digits.slice(-scale)}` : ''}`;
}
