import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tiles from './region-tiles.json';

it('gives every banner of the region one tile of its own', () => {
  const csv = readFileSync(join(__dirname, '../../../../config/regions/inner-mongolia.csv'), 'utf8');
  const banners = csv
    .split('\n')
    .map((line) => line.split(','))
    .filter(([, , , level]) => level === 'banner')
    .map(([code]) => code);
  expect(banners).toHaveLength(103);
  expect(Object.keys(tiles).sort()).toEqual(banners.sort());
  expect(new Set(Object.values(tiles).map(String)).size).toBe(103);
});
