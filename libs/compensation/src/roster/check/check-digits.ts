/** Check digits: 公民身份号码 GB 11643-1999 (ISO 7064 MOD 11-2) and bank cards (ISO/IEC 7812-1, Luhn). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Eighteen characters, a day that exists, the right check character. Capital X only: normalise before. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1850 || year > 2100 || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return false;
  return text[17] === identityCheck(text);
}

export function identityCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * WEIGHTS[i]!;
  return CHECKS[sum % 11]!;
}

export function isCardNumber(text: string): boolean {
  return /^\d{12,19}$/.test(text) && luhnSum(text, text.length % 2) % 10 === 0;
}

/** The digit that completes the number. */
export const cardCheck = (first: string): string => String((10 - (luhnSum(first, (first.length + 1) % 2) % 10)) % 10);

function luhnSum(digits: string, doubled: number): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - 48;
    sum += i % 2 === doubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum;
}
