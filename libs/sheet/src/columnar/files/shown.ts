/** A stored value as the text that a result prints. */
import type { Expression } from '../expression';
import { NotColumnar } from '../not-columnar';
import { decimal } from '../text';

export function shown(e: Expression): string {
  if (e.kind === 'text') return e.sql;
  if (e.kind === 'truth') return `CAST(${e.sql} AS VARCHAR)`;
  if (e.kind === 'exact' && !e.den) return `CAST(${decimal(e)} AS VARCHAR)`;
  // Fractions and floating point are printed by the interpreter's own rules.
  throw new NotColumnar('a column that is no decimal');
}
