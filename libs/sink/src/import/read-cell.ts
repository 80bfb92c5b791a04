/** One cell of a form by itself: what needs other rows is asked of the database. */
import type { Params } from '@qingheng/platform';
import type { Column } from './forms';
import type { SpeciesList } from './species';

export interface CellFault {
  column: string;
  code: string;
  params?: Params;
}

const NUMBER = /^[+-]?\d{1,12}(?:\.(\d+))?$/;
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** The value as the database takes it, or what is wrong; null is an empty cell. Nothing is made for a sound cell: there are millions. */
export function readCell(column: Column, cell: string, species: SpeciesList): string | null | CellFault {
  const bad = (code: string, params?: Params): CellFault => ({ column: column.name, code, ...(params && { params }) });
  if (cell === '') return column.required ? bad('REQUIRED') : null;
  switch (column.type) {
    case 'number':
    case 'integer': {
      const parts = NUMBER.exec(cell);
      if (!parts) return bad('NOT_A_NUMBER');
      const digits = parts[1]?.length ?? 0;
      const most = column.type === 'integer' ? 0 : column.decimals!;
      if (digits > most) return bad('TOO_MANY_DECIMALS', { decimals: most });
      const value = Number(cell);
      if (column.positive && value <= 0) return bad('NOT_POSITIVE', { value: cell });
      if (value < column.min! || value > column.max!)
        return bad('OUTSIDE_LIMITS', { value: cell, min: column.min!, max: column.max! });
      return cell;
    }
    case 'date': {
      const parts = DATE.exec(cell);
      const day = parts && `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
      if (!day || !isDay(day)) return bad('NOT_A_DAY', { value: cell.slice(0, 20) });
      return day;
    }
    case 'choice': {
      for (const value in column.choices) if (cell === value || cell === column.choices[value]) return value;
      return bad('NOT_A_CHOICE', { value: cell.slice(0, 20), choices: Object.values(column.choices!).join('、') });
    }
    case 'species': {
      const found = species.find(cell);
      return found ? found.code : bad('UNKNOWN_SPECIES', { value: cell.slice(0, 30) });
    }
    case 'text':
      if (cell.length > column.most!) return bad('TEXT_TOO_LONG', { most: column.most! });
      return cell;
  }
}

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;
