/** The stand of a prospect between the form, where it is fields, and the service, where what is not said is left out. */
import type { SinkStand } from '../api/types';

export interface StandValues extends Pick<
  SinkStand,
  'species' | 'temperature' | 'ages' | 'counted' | 'soil' | 'fires'
> {
  start: 'none' | 'measured' | 'fires';
  cutHectares?: string;
  cutFrom?: number;
  cutTo?: number;
  /** A line for each age: age and volume. */
  volumes?: string;
  volumesSource?: string;
}

export const emptyStand = { temperature: '', ages: [{ age: 0 }], counted: ['above', 'below'], start: 'none' };

export const toValues = ({ cutting, volumes, ...stand }: SinkStand): StandValues => ({
  ...stand,
  start: stand.fires !== undefined ? 'fires' : stand.soil !== undefined ? 'measured' : 'none',
  ...(cutting && { cutHectares: cutting.hectares, cutFrom: cutting.from, cutTo: cutting.to }),
  volumes: volumes?.map(({ age, volume }) => `${age} ${volume}`).join('\n'),
});

export function toStand(values: StandValues): SinkStand {
  const { species, temperature, ages, counted, start, soil, fires } = values;
  const { cutHectares, cutFrom, cutTo, volumes = '', volumesSource } = values;
  const numbers = volumes.split(/[\s,，]+/).filter(Boolean);
  const table = numbers.flatMap((volume, i) => (i % 2 ? [{ age: Number(numbers[i - 1]), volume }] : []));
  return {
    ...{ species, temperature, ages, counted },
    ...(start === 'measured' && { soil }),
    ...(start === 'fires' && { fires }),
    ...(cutHectares && { cutting: { hectares: cutHectares, from: cutFrom ?? 1, to: cutTo ?? 600 } }),
    ...(table.length && { volumes: table }),
    ...(volumesSource?.trim() && { volumesSource: volumesSource.trim() }),
  };
}
