/** One row of a roster by itself: what needs other rows is asked of the database. */
import type { InputColumn } from '@qingheng/sheet';
import type { Params } from '@qingheng/platform';
import type { Person } from '../../privacy/household-seal';
import { isCardNumber, isIdentityNumber } from './check-digits';
import type { Layout } from './layout';

export interface CellFault {
  column: string;
  code: string;
  params?: Params;
}

export interface CheckedRow {
  household: string;
  banner: string;
  person: Person;
  /** By the names of the sheet, as plain decimals. */
  quantities: Record<string, string>;
  faults: CellFault[];
}

export interface RowRules {
  layout: Layout;
  year: number;
  banners: ReadonlySet<string>;
}

const MOST_ID = 40;
const MOST_NAME = 60;
/** What banks put between fields stands in nobody's name; there it would move every field after it. */
const SEPARATING = /[\p{Cc}|,;"]/u;
const NUMBER = /^-?\d{1,15}(?:\.(\d+))?$/;

export function checkRow(record: readonly string[], { layout, year, banners }: RowRules): CheckedRow {
  const faults: CellFault[] = [];
  const { place, quantities, header } = layout;
  const bad = (column: string, code: string, params?: Params): void => void faults.push({ column, code, params });
  if (record.length !== header.length) bad('', 'CELL_COUNT', { found: record.length, expected: header.length });
  const cell = (i: number): string => record[i]?.trim() ?? '';
  const text = (column: 'household_id' | 'name', most: number): string => {
    const value = cell(place[column]);
    if (!value) bad(column, 'REQUIRED');
    else if (value.length > most) bad(column, 'TEXT_TOO_LONG', { most });
    return value;
  };
  const household = text('household_id', MOST_ID);
  const name = text('name', MOST_NAME);
  if (SEPARATING.test(name)) bad('name', 'NAME_CHARACTER');
  const banner = cell(place.banner);
  if (!banner) bad('banner', 'REQUIRED');
  else if (!banners.has(banner)) bad('banner', 'UNKNOWN_BANNER', { banner: banner.slice(0, 20) });
  const found = cell(place.year);
  if (!found) bad('year', 'REQUIRED');
  else if (found !== String(year)) bad('year', 'OTHER_YEAR', { found: found.slice(0, 20), year });
  const identity = cell(place.identity).toUpperCase();
  if (!identity) bad('identity', 'REQUIRED');
  else if (!isIdentityNumber(identity)) bad('identity', 'IDENTITY_NUMBER_WRONG');
  const card = cell(place.card).replaceAll(' ', '');
  if (!card) bad('card', 'REQUIRED');
  else if (!isCardNumber(card)) bad('card', 'CARD_NUMBER_WRONG');
  const values: Record<string, string> = {};
  for (const { column, place: at } of quantities) {
    const value = cell(at);
    const fault = quantityFault(column, value);
    if (fault) faults.push({ column: column.name, ...fault });
    else if (value) values[column.name] = value;
  }
  return { household, banner, person: { name, identity, card }, quantities: values, faults };
}

/** By the rules of the sheet, which reads the value again when it calculates. */
function quantityFault(column: InputColumn, value: string): { code: string; params?: Params } | undefined {
  if (!value) return column.required ? { code: 'REQUIRED' } : undefined;
  if (column.type !== 'number')
    return column.choices && !column.choices.includes(value) ? { code: 'INVALID_VALUE' } : undefined;
  const parts = NUMBER.exec(value);
  if (!parts) return { code: 'NOT_A_NUMBER' };
  const decimals = column.decimals ?? 12;
  if ((parts[1]?.length ?? 0) > decimals) return { code: 'TOO_MANY_DECIMALS', params: { decimals } };
  if (value.startsWith('-') && column.min === '0' && /[1-9]/.test(value)) return { code: 'NEGATIVE_QUANTITY' };
  return undefined; // other limits are the sheet's to judge
}
