/**
 * Why two accounts differ, split without a rest into indicator, formula, parameter, price and data. What only one account
 * has is the indicator's part. For an indicator that both have, each of the other four is exchanged in every possible order,
 * and its part is the mean of what its exchange changes (Shapley 1953): no order is preferred, and the parts add up exactly.
 */
export const FACTORS = ['formula', 'parameter', 'price', 'data'] as const;
export type FactorName = (typeof FACTORS)[number];
export type Part = FactorName | 'indicator';
export const PARTS: readonly Part[] = ['indicator', ...FACTORS];

/** From which of the two accounts each factor is taken. */
export type Choice = Record<FactorName, 'a' | 'b'>;
/** Value in yuan, a decimal of two places. */
export type Evaluate = (choice: Choice) => Promise<string>;

export interface Compared {
  code: string;
  a: string;
  b: string;
  /** In yuan; together exactly b − a. */
  parts: Record<Part, string>;
}

/** Of the 24 orders, those in which a given set of so many others was exchanged before: k!·(3 − k)!. */
const ORDERS = [6n, 2n, 2n, 6n];

const fen = (yuan: string): bigint => {
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan);
  if (!found) throw new Error(`${yuan} is no amount`);
  const units = BigInt(found[2]! + (found[3] ?? '').padEnd(2, '0'));
  return found[1] ? -units : units;
};
const yuan = (units: bigint): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(3, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** An indicator of both accounts. */
export async function compareIndicator(code: string, evaluate: Evaluate): Promise<Compared> {
  const values: bigint[] = [];
  for (let mask = 0; mask < 16; mask++) {
    const choice = Object.fromEntries(FACTORS.map((f, i) => [f, mask & (1 << i) ? 'b' : 'a'])) as Choice;
    values.push(fen(await evaluate(choice)));
  }
  const shares = FACTORS.map((_, i) => {
    let part = 0n; // in 24ths of a fen
    for (let mask = 0; mask < 16; mask++) {
      if (mask & (1 << i)) continue;
      const before = [0, 1, 2, 3].filter((k) => mask & (1 << k)).length;
      part += (values[mask | (1 << i)]! - values[mask]!) * ORDERS[before]!;
    }
    return part;
  });
  const whole = wholeParts(shares, values[15]! - values[0]!);
  return {
    ...{ code, a: yuan(values[0]!), b: yuan(values[15]!) },
    parts: {
      indicator: '0.00',
      ...Object.fromEntries(FACTORS.map((f, i) => [f, yuan(whole[i]!)])),
    } as Compared['parts'],
  };
}

/** An indicator that one account alone has. */
export function onlyOne(code: string, { a = '0.00', b = '0.00' }: { a?: string; b?: string }): Compared {
  const none = Object.fromEntries(FACTORS.map((f) => [f, '0.00']));
  const parts = { ...none, indicator: yuan(fen(b) - fen(a)) } as Compared['parts'];
  return { code, a: yuan(fen(a)), b: yuan(fen(b)), parts };
}

export function totals(rows: readonly Compared[]): Omit<Compared, 'code'> & { difference: string } {
  const sum = (of: (row: Compared) => string): bigint => rows.reduce((all, row) => all + fen(of(row)), 0n);
  const [a, b] = [sum((row) => row.a), sum((row) => row.b)];
  return {
    ...{ a: yuan(a), b: yuan(b), difference: yuan(b - a) },
    parts: Object.fromEntries(PARTS.map((p) => [p, yuan(sum((row) => row.parts[p]))])) as Compared['parts'],
  };
}

/** To whole fen, the last ones to the largest remainders, so that they still add up. */
function wholeParts(shares: readonly bigint[], total: bigint): bigint[] {
  const floors = shares.map((share) => (share - (((share % 24n) + 24n) % 24n)) / 24n);
  const rest = shares.map((share, i) => ({ i, left: share - floors[i]! * 24n }));
  rest.sort((x, y) => (x.left === y.left ? x.i - y.i : x.left < y.left ? 1 : -1));
  const missing = Number(total - floors.reduce((sum, part) => sum + part, 0n));
  for (let k = 0; k < missing; k++) floors[rest[k]!.i]! += 1n;
  return floors;
}
