/** Sums of few figures, exactly, as whole numbers of the smallest unit. */
const scaled = (text: string, decimals: number): bigint => {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + part.padEnd(decimals, '0').slice(0, decimals));
  return text.startsWith('-') ? -units : units;
};

/**
 * Places of lines that repeat an earlier one, if without them the rest adds up to the target: the later of equal lines
 * are the repetitions. Undefined where no such choice adds up.
 */
export function duplicates(measures: string[], target: string, decimals: number): number[] | undefined {
  const figures = measures.map((measure) => scaled(measure, decimals));
  const over = figures.reduce((a, b) => a + b, 0n) - scaled(target, decimals);
  const repeated = figures.map((figure, i) => ({ figure, i })).filter(({ figure, i }) => figures.indexOf(figure) < i);
  if (over <= 0n || !repeated.length || repeated.length > 20) return undefined;
  // Of equal ones the last go first, so the places found are the later ones.
  const found = subset(repeated.reverse(), over, 0, []);
  return found?.sort((a, b) => a - b);
}

function subset(
  from: { figure: bigint; i: number }[],
  sum: bigint,
  at: number,
  chosen: number[],
): number[] | undefined {
  if (sum === 0n && chosen.length) return chosen;
  if (at === from.length || sum <= 0n) return undefined;
  const { figure, i } = from[at]!;
  return subset(from, sum - figure, at + 1, [...chosen, i]) ?? subset(from, sum, at + 1, chosen);
}

const MOST = 4;

/** Places of two to four figures that add up to the target, where there is exactly one such choice. */
export function onlySubset(measures: string[], target: string, decimals: number): number[] | undefined {
  const figures = measures.map((measure) => scaled(measure, decimals));
  const wanted = scaled(target, decimals);
  let found: number[] | undefined;
  let several = false;
  const search = (at: number, sum: bigint, chosen: number[]): void => {
    if (several) return;
    if (sum === wanted && chosen.length >= 2) {
      several = found !== undefined;
      found = chosen;
      return;
    }
    if (chosen.length === MOST) return;
    for (let i = at; i < figures.length; i++) search(i + 1, sum + figures[i]!, [...chosen, i]);
  };
  search(0, 0n, []);
  return several ? undefined : found;
}
