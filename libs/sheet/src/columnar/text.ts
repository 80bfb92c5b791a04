/** Values as the texts that look-ups are keyed by. */
import type { Exact, Expression } from './expression';
import { NotColumnar } from './not-columnar';
import { as } from './whole';

export const isAbsent = (e: Expression): string => `(${e.kind === 'exact' ? e.num.sql : e.sql} IS NULL)`;

/** A decimal without trailing zeros; text as it is. */
export function lookupText(e: Expression): string {
  if (e.kind === 'text')
    return `CASE WHEN regexp_matches(${e.sql}, '^-?[0-9]+[.][0-9]+$') THEN rtrim(rtrim(${e.sql}, '0'), '.') ELSE ${e.sql} END`;
  if (e.kind !== 'exact' || e.den) throw new NotColumnar('a look-up key without a finite decimal');
  if (e.scale === 0) return `CAST(${e.num.sql} AS VARCHAR)`;
  return `rtrim(rtrim(CAST(${decimal(e)} AS VARCHAR), '0'), '.')`;
}

/** The stored whole number as DECIMAL: what files and readers get. */
export function decimal(e: Exact): string {
  const wide = e.num.wide;
  const digits = wide ? 38 : 18;
  if (!wide && (e.num.lo < -(10n ** 18n) || e.num.hi >= 10n ** 18n))
    return decimal({ ...e, num: { ...e.num, sql: as(e.num, true), wide: true } });
  const whole = `CAST(${e.num.sql} AS DECIMAL(${digits}, 0))`;
  return e.scale === 0
    ? whole
    : `CAST(${whole} * CAST('0.${'1'.padStart(e.scale, '0')}' AS DECIMAL(${Math.max(e.scale, 1)}, ${e.scale})) AS DECIMAL(${digits}, ${e.scale}))`;
}
