/**
 * Decimal texts without a detour through binary floating point: what was typed or computed is what is shown.
 * A decimal is `-?digits[.digits][e±n]`.
 */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$|^([+-]?)\.(\d+)(?:[eE]([+-]?\d{1,3}))?$/;

interface Parts {
  negative: boolean;
  /** All digits as one integer; the value is `digits / 10^scale`. */
  digits: bigint;
  scale: number;
}

/** Full-width digits, grouping commas and spaces, as input methods and spreadsheets leave them. */
export function normaliseNumber(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[\s\u00a0\u3000]/g, '')
    .replace(/^([+-]?)(\d{1,3}(?:,\d{3})+)(?=\.|$)/, (_all, sign: string, digits: string) => {
      return sign + digits.replace(/,/g, '');
    });
}

export function parseDecimal(text: string): Parts | undefined {
  const match = DECIMAL.exec(text.trim());
  if (!match) return undefined;
  const sign = match[1] ?? match[5] ?? '';
  const whole = match[2] ?? '0';
  const fraction = match[3] ?? match[6] ?? '';
  const exponent = Number(match[4] ?? match[7] ?? 0);
  let digits = BigInt(whole + fraction);
  let scale = fraction.length - exponent;
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale);
    scale = 0;
  }
  return { negative: sign === '-' && digits !== 0n, digits, scale };
}

export const isDecimal = (text: string) => parseDecimal(text) !== undefined;

const signed = (p: Parts) => (p.negative ? -p.digits : p.digits);

function align(a: Parts, b: Parts): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [signed(a) * 10n ** BigInt(scale - a.scale), signed(b) * 10n ** BigInt(scale - b.scale), scale];
}

function write(value: bigint, scale: number): string {
  const negative = value < 0n;
  const text = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = scale ? `.${text.slice(text.length - scale)}` : '';
  return (negative ? '-' : '') + whole + fraction;
}

/** −1, 0, 1; undefined where either is no number. */
export function compareDecimals(a: string, b: string): number | undefined {
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  if (!x || !y) return undefined;
  const [left, right] = align(x, y);
  return left === right ? 0 : left < right ? -1 : 1;
}

export function addDecimals(a: string, b: string): string {
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  if (!x || !y) throw new Error(`not a decimal: ${x ? b : a}`);
  const [left, right, scale] = align(x, y);
  return write(left + right, scale);
}

/** Decimals after the point as written (an exponent counted in). */
export function decimalsOf(text: string): number {
  const parts = parseDecimal(text);
  if (!parts) return 0;
  let { digits, scale } = parts;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return scale;
}

/** Times ten to the power of `places`, every digit kept. */
export function shiftDecimal(text: string, places: number): string {
  const parts = parseDecimal(text);
  if (!parts) return text;
  const scale = parts.scale - places;
  return scale < 0 ? write(signed(parts) * 10n ** BigInt(-scale), 0) : write(signed(parts), scale);
}

/** Half away from zero, as the field rounds. */
export function roundDecimal(text: string, places: number): string {
  const parts = parseDecimal(text);
  if (!parts) return text;
  if (parts.scale <= places) return write(signed(parts) * 10n ** BigInt(places - parts.scale), places);
  const divisor = 10n ** BigInt(parts.scale - places);
  const rounded = (parts.digits * 2n + divisor) / (divisor * 2n);
  return write(parts.negative ? -rounded : rounded, places);
}

/** `13492.05` → `13,492.05`. Anything that is no number comes back as it is. */
export function groupDecimal(text: string): string {
  const parts = parseDecimal(text);
  if (!parts) return text;
  const [whole = '', fraction] = write(signed(parts), parts.scale).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return (fraction === undefined ? grouped : `${grouped}.${fraction}`).replace(/^-/, '\u2212');
}

/** For reading: at most `significant` digits, never fewer than the whole part has; trailing zeros dropped. */
export function readable(text: string, significant = 7): string {
  const parts = parseDecimal(text);
  if (!parts) return text;
  const digits = parts.digits.toString().length;
  const places = parts.scale - Math.max(0, digits - significant);
  if (places >= parts.scale) return groupDecimal(text);
  const rounded = roundDecimal(text, Math.max(0, places));
  return groupDecimal(rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded);
}

/** Share of a whole as per cent with the given decimals; undefined where the whole is zero. */
export function percentOf(part: string, whole: string, places = 1): string | undefined {
  const [x, y] = [parseDecimal(part), parseDecimal(whole)];
  if (!x || !y || y.digits === 0n) return undefined;
  const [top, bottom] = align(x, y);
  const scaled = (top * 10n ** BigInt(places + 3)) / bottom;
  return roundDecimal(write(scaled, places + 1), places);
}
