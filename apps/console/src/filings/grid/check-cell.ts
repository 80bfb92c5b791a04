import type { Cell, Column, Parameter } from '../../api/types';
import { compareDecimals, decimalsOf, isDecimal } from '../../numbers/decimal';

type Limits = Pick<Column, 'type' | 'min' | 'max' | 'above' | 'below' | 'decimals' | 'choices'>;

/** The first thing wrong with a typed value, as key and limit; the service checks again and has the last word. */
export function checkCell(of: Limits | Parameter, cell: Cell): { key: string; limit?: string } | undefined {
  if (cell === undefined || cell === null || cell === '') return undefined;
  const text = String(cell);
  if (of.choices && !of.choices.includes(text)) return { key: 'choice' };
  if (of.type === 'boolean') return typeof cell === 'boolean' ? undefined : { key: 'boolean' };
  if (of.type !== 'number') return undefined;
  // A value of the factor library: the service looks it up.
  if (/^(factor:[a-z0-9-]+(@\d{4})?|label:CF[\d-]+|(supplier|pact):[0-9a-f-]{36})$/.test(text)) return undefined;
  if (!isDecimal(text)) return { key: 'number' };
  const limits = of as Limits;
  const against = (limit: string) => compareDecimals(text, limit) ?? 0;
  if (limits.min !== undefined && against(limits.min) < 0) return { key: 'min', limit: limits.min };
  if (limits.max !== undefined && against(limits.max) > 0) return { key: 'max', limit: limits.max };
  if (limits.above !== undefined && against(limits.above) <= 0) return { key: 'above', limit: limits.above };
  if (limits.below !== undefined && against(limits.below) >= 0) return { key: 'below', limit: limits.below };
  if (limits.decimals !== undefined && decimalsOf(text) > limits.decimals)
    return { key: 'decimals', limit: String(limits.decimals) };
  return undefined;
}
