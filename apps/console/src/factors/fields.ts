/** The fields of a factor in the order in which people fill them in, and a version as such fields. */
import type { FactorVersion } from '../api/types';

export const FIELDS = [
  'id',
  'category',
  'name_zh',
  'name_en',
  'value',
  'unit',
  'low',
  'high',
  'gas',
  'gases',
  'gwp_set',
  'stage',
  'region',
  'valid_from',
  'valid_to',
  'year_label',
  'source_title',
  'source_clause',
  'source_url',
  'source_document',
  'source_row',
  'confidence',
  'dqr',
  'sigma_ln',
  'unit_note',
] as const;
export type FieldName = (typeof FIELDS)[number];
export type Cells = Partial<Record<FieldName, string | null>>;
export const REQUIRED: readonly FieldName[] = [
  'id',
  'category',
  'name_zh',
  'name_en',
  'unit',
  'source_title',
  'confidence',
];

/** As a form or a spreadsheet holds it. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([gas, amount]) => `${gas}=${String(amount)}`)
      .join('; ');
  return String(value as string | number);
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

export const cellsOf = (version: FactorVersion): Cells =>
  Object.fromEntries(
    FIELDS.map((name) => [name, written((version as unknown as Record<string, unknown>)[camel(name)])]),
  );

/** A row of a proposal carries the names of the fields already. */
export const cellsOfRecord = (record: object): Cells =>
  Object.fromEntries(FIELDS.map((name) => [name, written((record as Record<string, unknown>)[name])]));

/** Postgres may write 1.50 as 1.5 in JSON; the same number is the same. */
export const sameCell = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? '') === (b ?? '') || (!!a && !!b && /^-?[\d.]+$/.test(a) && /^-?[\d.]+$/.test(b) && Number(a) === Number(b));
