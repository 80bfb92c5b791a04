/** A row of a form by itself, as the database takes it: cells that are wrong are empty and named. */
import type { Position } from '../geometry/shapes';
import type { Places } from '../plot/places';
import type { FormSheet } from './form-sheets';
import type { Column } from './forms';
import { type CellFault, readCell } from './read-cell';
import type { SpeciesList } from './species';

export interface CheckedRow {
  values: (string | null)[];
  faults: CellFault[];
  warnings: CellFault[];
}

export interface RowRules {
  species: SpeciesList;
  places: Places;
  today: string;
}

export type RowCheck = (record: readonly string[]) => CheckedRow | undefined;

/** Made once for a sheet; gives nothing for an empty row. */
export function rowCheck({ form, header, columns }: FormSheet, rules: RowRules): RowCheck {
  const at = form.columns.map((column) => columns.indexOf(column));
  const index = (name: string): number => form.columns.findIndex((column) => column.name === name);
  const more = form.name === 'plot' ? plotCheck(form.columns, rules) : OTHERS[form.name]?.(index, rules);
  return (record) => {
    if (!record[0]?.trim() && record.every((cell) => !cell || cell.trim() === '')) return undefined;
    const row: CheckedRow = { values: [], faults: [], warnings: [] };
    if (record.length > header.length)
      row.faults.push({ column: '', code: 'CELL_COUNT', params: { found: record.length, expected: header.length } });
    for (let i = 0; i < at.length; i++) {
      const place = at[i]!;
      const read = readCell(form.columns[i]!, place < 0 ? '' : (record[place]?.trim() ?? ''), rules.species);
      const fault = typeof read === 'object' && read !== null;
      if (fault) row.faults.push(read);
      row.values.push(fault ? null : read);
    }
    more?.(row);
    return row;
  };
}

type More = (row: CheckedRow) => void;

const OTHERS: Record<string, (index: (name: string) => number, rules: RowRules) => More> = {
  tree: (index, { species }) => {
    const [kind, d, condition] = [index('species'), index('dbh_cm'), index('condition')];
    return ({ values, warnings }) => {
      values[condition] ??= 'alive';
      const found = values[kind] === null ? undefined : species.find(values[kind]!);
      if (!found || values[d] === null) return;
      const { dMin = 0, dMax = Infinity } = found;
      const value = Number(values[d]);
      if (value < dMin || value > dMax)
        warnings.push({
          column: 'dbh_cm',
          code: 'OUTSIDE_EQUATION',
          params: { d: values[d]!, range: `${dMin}–${dMax === Infinity ? '' : dMax}` },
        });
    };
  },
  soil: (index) => {
    const [top, bottom] = [index('top_cm'), index('bottom_cm')];
    return ({ values, faults }) => {
      if (values[top] !== null && values[bottom] !== null && Number(values[bottom]) <= Number(values[top]))
        faults.push({ column: 'bottom_cm', code: 'DEPTHS_REVERSED' });
    };
  },
  litter: (index) => {
    const [wet, dry] = [index('part_wet_g'), index('part_dry_g')];
    return ({ values, faults }) => {
      if (values[wet] !== null && values[dry] !== null && Number(values[dry]) > Number(values[wet]))
        faults.push({ column: 'part_dry_g', code: 'DRY_HEAVIER_THAN_WET' });
    };
  },
};

function plotCheck(columns: readonly Column[], { places, today }: RowRules): More {
  const index = Object.fromEntries(columns.map(({ name }, i) => [name, i]));
  return (row) => {
    const { values, faults } = row;
    const value = (name: string): string | null => values[index[name]!]!;
    if (value('visited_on') !== null && value('visited_on')! > today)
      faults.push({ column: 'visited_on', code: 'FUTURE_DAY' });
    const stratum = value('stratum');
    if (stratum !== null && !places.knows(stratum))
      faults.push({ column: 'stratum', code: 'UNKNOWN_STRATUM', params: { stratum } });
    const [x, y] = [value('longitude'), value('latitude')];
    const fault = x === null || y === null ? undefined : positionFault([Number(x), Number(y)], stratum, places);
    if (fault) faults.push(fault);
    // The area around it goes along with the row.
    values.push(x === null || y === null || fault ? null : places.areaOf([Number(x), Number(y)])!);
  };
}

function positionFault(position: Position, stratum: string | null, places: Places): CellFault | undefined {
  const [x, y] = position;
  if (x < 60 && y > 60) return { column: 'longitude', code: 'POSITION_SWAPPED', params: { x, y } };
  if (!places.areaOf(position)) {
    if (places.looksShifted(position))
      return { column: 'longitude', code: 'PLOT_SHIFTED', params: { metres: places.metresAway(position) } };
    return { column: 'longitude', code: 'PLOT_OUTSIDE' };
  }
  if (stratum !== null && places.knows(stratum) && !places.inStratum(stratum, position))
    return { column: 'longitude', code: 'PLOT_OUTSIDE_STRATUM', params: { stratum } };
  return undefined;
}
