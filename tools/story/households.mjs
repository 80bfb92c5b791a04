// Generated households for the demo: nobody's names and numbers, with check digits as a bank and a registry would want them.
const SURNAMES = [...'白包陈韩李孟苏王吴杨赵周'];
const GIVEN = ['巴图', '其其格', '苏和', '娜仁', '乌兰', '青格勒', '志强', '秀英'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
export const HEADER = 'household_id,banner,year,name,identity,card,ban_mu,balance_mu';

const identity = (first) => first + '10X98765432'[WEIGHTS.reduce((sum, w, i) => sum + w * Number(first[i]), 0) % 11];

/** A card number with its check digit (ISO/IEC 7812-1, annex B). */
export function card(first) {
  const sum = [...first].reverse().reduce((total, digit, i) => {
    const n = i % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return first + ((10 - (sum % 10)) % 10);
}

/** One line of a roster; areas in mu with two decimals. */
export function line(i, banner, banMu, balanceMu) {
  const day = new Date(Date.UTC(1950, 0, 1) + (i % 18_000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    ...[`${banner}-${String(i).padStart(7, '0')}`, banner, '2023', SURNAMES[i % 12] + GIVEN[i % 8]],
    ...[
      identity(`${banner}${day}${String(Math.floor(i / 18_000)).padStart(3, '0')}`),
      card(`62220200${String(i).padStart(10, '0')}`),
    ],
    ...[banMu, balanceMu],
  ].join(',');
}

/** Parts of a whole number of mu, uneven as life, adding up exactly; in fiftieths of a mu, so that no line needs rounding. */
export function parts(wholeMu, count, seed) {
  const weights = Array.from({ length: count }, (_, i) => BigInt(1 + ((i * 7919 + seed) % 997)));
  const sum = weights.reduce((a, b) => a + b, 0n);
  const fiftieths = wholeMu * 50n;
  const shares = weights.map((weight) => (fiftieths * weight) / sum);
  shares[0] += fiftieths - shares.reduce((a, b) => a + b, 0n);
  return shares.map((share) => `${share / 50n}.${String((share % 50n) * 2n).padStart(2, '0')}`);
}
