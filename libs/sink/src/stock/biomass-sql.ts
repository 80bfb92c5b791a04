/** Equations of trees as one expression of the database, and as people read them with the figures of a tree in them. */
import { aboveGround, type TreeEquation } from '../uncertainty/equations';

type Term = TreeEquation['terms'][number];

const TERMS: Record<Term['form'], (a: string, b: string) => string> = {
  d2h: (a, b) => `${a} * power(d * d * h, ${b})`,
  exp_d2h: (a, b) => `exp(${a} + ${b} * ln(d * d * h))`,
  d: (a, b) => `${a} * power(d, ${b})`,
  exp_d: (a, b) => `exp(${a} + ${b} * ln(d))`,
  log10_d: (a, b) => `power(10::float8, ${a} + ${b} * log(d))`,
};

const literal = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error('an equation has a coefficient that is no number');
  return `'${value}'::float8`;
};
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Kilograms of dry matter from d (cm) and h (m), both float8; null for a species that is not among them. */
export const biomassSql = (equations: readonly TreeEquation[]): string =>
  `CASE species ${equations
    .map(
      ({ species, terms }) =>
        `WHEN ${text(species)} THEN ${terms.map(({ form, a, b }) => TERMS[form](literal(a), literal(b))).join(' + ')}`,
    )
    .join(' ')} END`;

/** Whether d lies outside the range that the equation was fitted in. */
export const outsideSql = (equations: readonly TreeEquation[]): string =>
  `CASE species ${equations
    .map(
      ({ species, dMin = 0, dMax }) =>
        `WHEN ${text(species)} THEN d < ${literal(dMin)}${dMax === undefined ? '' : ` OR d > ${literal(dMax)}`}`,
    )
    .join(' ')} ELSE false END`;

const WRITTEN: Record<Term['form'], (a: number, b: number, d: string, h: string) => string> = {
  d2h: (a, b, d, h) => `${a}·(${d}²·${h})^${b}`,
  exp_d2h: (a, b, d, h) => `e^(${a} + ${b}·ln(${d}²·${h}))`,
  d: (a, b, d) => `${a}·${d}^${b}`,
  exp_d: (a, b, d) => `e^(${a} + ${b}·ln ${d})`,
  log10_d: (a, b, d) => `10^(${a} + ${b}·lg ${d})`,
};

/** The formula with the tree in it, and its kilograms to a milligram. */
export function workedOut(equation: TreeEquation, d: string, h: string | null): { formula: string; kg: string } {
  const kg = aboveGround(equation, { species: equation.species, d: Number(d), ...(h !== null && { h: Number(h) }) });
  return {
    formula: equation.terms.map(({ form, a, b }) => WRITTEN[form](a, b, d, h ?? '—')).join(' + '),
    kg: (kg ?? 0).toFixed(6),
  };
}

/** What stands for the species where nobody chose: the first that is not provisional and can be used on all its trees. */
export function preferred(equations: readonly TreeEquation[], heights: boolean): TreeEquation | undefined {
  const usable = equations.filter(({ needsHeight }) => heights || !needsHeight);
  return usable.find(({ confidence }) => confidence !== 'provisional') ?? usable[0];
}
