/** Binary floating point, operation by operation as the exact engine does it: anything not finite is a fault. */
import { toDouble, type Double, type Numeric } from './expression';
import { NotColumnar } from './not-columnar';
import type { Let } from './whole';

/** NULL where the result is not finite. */
export function finite(sql: string, bind: Let): string {
  const value = bind(sql);
  return `CASE WHEN isfinite(${value}) THEN ${value} END`;
}

export function double(op: '+' | '-' | '*' | '/', a: Numeric, b: Numeric, bind: Let): Double {
  const mixed = resultOf(op, a, b);
  const [x, y] = [toDouble(a), toDouble(b)];
  if (op !== '/')
    return { kind: 'double', sql: bind(finite(`(${x.sql} ${op} ${y.sql})`, bind)), nullable: true, mixed };
  const divisor = bind(y.sql);
  return {
    kind: 'double',
    sql: bind(finite(`CASE WHEN ${divisor} <> 0 THEN ${x.sql} / ${divisor} END`, bind)),
    nullable: true,
    mixed,
  };
}

/** Whether the exact engine may still hold a fraction afterwards. */
function resultOf(op: string, a: Numeric, b: Numeric): Double['mixed'] {
  const kinds = [a, b].map((e) => (e.kind === 'exact' ? 'fraction' : (e.mixed ?? 'double')));
  if (kinds.includes('double')) return undefined;
  // Both may be fractions in the same row.
  if (kinds.includes('any') || !kinds.includes('fraction')) throw new NotColumnar('fractions in both branches');
  if (op === '*' || (op === '/' && kinds[0] === 'zero')) return 'zero';
  if (op === '/') throw new NotColumnar('division by a branch');
  return 'any';
}

export const doublePower = (a: Double, b: Double): Double => ({
  kind: 'double',
  sql: `qh_pow(${a.sql}, ${b.sql})`,
  nullable: true,
});
