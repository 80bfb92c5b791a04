/** Label numbers end in two check digits (ISO/IEC 7064, MOD 97-10), so that a mistyped one is no other label. */
const check = (digits: string): string => String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0');

export function labelNumber(year: number, sequence: number): string {
  const serial = String(sequence).padStart(6, '0');
  return `CF${year}-${serial}-${check(`${year}${serial}`)}`;
}

export function isLabelNumber(text: string): boolean {
  const [, year, serial, digits] = /^CF(\d{4})-(\d{6,9})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && BigInt(`${year}${serial}${digits}`) % 97n === 1n;
}
