import { groupDecimal } from './decimal';

/** `12345.6 亩 * 7.5` as `12,345.6 亩 × 7.5`; whole numbers of four digits may be years and stay. */
export const readableFormula = (formula: string): string =>
  formula
    .replace(/ \* /g, ' × ')
    .replace(/(?<![\w.,-])\d{4,}\.\d+|(?<![\w.,-])\d{5,}(?![\w-])/g, (number) => groupDecimal(number));
