/** What a single cell of the reference data may hold. */
export type Complaint = [code: string, params?: Record<string, string | number>];

export interface Field {
  name: string;
  required?: boolean;
  /** Numbers may begin with a minus; text may not look like a formula. */
  numeric?: boolean;
  check?: (cell: string) => Complaint | undefined;
}

const LONGEST = 1000;

const shape =
  (form: RegExp, what: string) =>
  (cell: string): Complaint | undefined =>
    form.test(cell) ? undefined : ['REFERENCE_INVALID', { form: what }];

export const kebab = shape(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kebab-case');
export const decimal = shape(/^-?(0|[1-9]\d{0,17})(\.\d{1,18})?$/, '123.45');
export const webAddress = shape(/^https?:\/\/[^\s"<>]+$/, 'http(s)://…');
export const oneOf = (...choices: string[]) => shape(new RegExp(`^(${choices.join('|')})$`), choices.join(' | '));

export const day = (cell: string): Complaint | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell)) && new Date(cell).toISOString().startsWith(cell)
    ? undefined
    : ['REFERENCE_INVALID', { form: 'YYYY-MM-DD' }];

export function complaintOf(field: Field, cell: string): Complaint | undefined {
  if (cell === '') return field.required ? ['REFERENCE_REQUIRED'] : undefined;
  if (cell.length > LONGEST) return ['REFERENCE_TOO_LONG', { most: LONGEST }];
  if (/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u.test(cell)) return ['REFERENCE_CONTROL_CHARACTER'];
  if (!field.numeric && /^\s*[=+@-]/.test(cell)) return ['REFERENCE_FORMULA', { first: cell.trim()[0]! }];
  if (cell !== cell.trim()) return ['REFERENCE_INVALID', { form: JSON.stringify(cell.trim()) }];
  return field.check?.(cell);
}
