/** Whether a filed input has the shape of one; what stands in it is the method sheet's business. */
import { faultOf, refuse } from '@qingheng/platform';
import type { FiledInput } from './filing.entity';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCell = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function requireShape(input: unknown): asserts input is FiledInput {
  const wrong = faultyPlace(input);
  if (wrong) throw refuse('INVALID_INPUT', { count: 1 }, [faultOf('INVALID_VALUE', wrong)]);
}

function faultyPlace(input: unknown): { table?: string; row?: string; column?: string } | undefined {
  if (!isObject(input) || !isObject(input.tables)) return { column: 'input.tables' };
  const parameters = input.parameters ?? {};
  if (!isObject(parameters)) return { column: 'input.parameters' };
  for (const [name, value] of Object.entries(parameters))
    if (!isCell(value)) return { table: 'parameters', column: name };
  for (const [table, rows] of Object.entries(input.tables)) {
    if (!Array.isArray(rows)) return { table };
    for (const [i, row] of rows.entries()) {
      if (!isObject(row)) return { table, row: `#${i + 1}` };
      for (const [column, value] of Object.entries(row)) if (!isCell(value)) return { table, row: `#${i + 1}`, column };
    }
  }
  const references = input.references ?? {};
  if (!isObject(references)) return { column: 'input.references' };
  for (const [table, reference] of Object.entries(references)) {
    if (!isObject(reference) || typeof reference.table !== 'string' || !isOrigin(reference))
      return { table, column: 'references' };
    const { columns, fixed = {} } = reference;
    if (columns !== undefined && !isObject(columns)) return { table, column: 'references' };
    if (!isObject(fixed) || !Object.values(fixed).every(isCell)) return { table, column: 'references' };
  }
  return undefined;
}

/** Another filing, or what a domain offers: one of the two. */
function isOrigin({ filing, source }: Record<string, unknown>): boolean {
  if (source === undefined) return UUID.test(String(filing));
  return filing === undefined && isObject(source) && typeof source.kind === 'string' && UUID.test(String(source.id));
}
