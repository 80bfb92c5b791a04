import { join } from 'node:path';
import type { SheetFaults } from '@qingheng/sheet';
import { Folder, squares } from '../testing/landscape';
import { RasterFile, readAll } from '../tiff/raster-file';
import { rasteriseZones, type DrawnZone } from './rasterise';

const folder = new Folder();
afterAll(() => folder.remove());
const grid = { ...squares(40, 30, 10), x: 0, y: 300 };
const box = (x0: number, y0: number, x1: number, y1: number) =>
  [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ] as const;

function cellsOf(zones: DrawnZone[]) {
  const path = join(folder.path, 'zones.tif');
  rasteriseZones(path, grid, zones, 128);
  const file = RasterFile.open(path);
  const cells = readAll(file);
  file.close();
  return cells;
}
const count = (cells: ArrayLike<number>, code: number): number => Array.from(cells).filter((c) => c === code).length;
const refusal = (zones: DrawnZone[]): string => {
  try {
    cellsOf(zones);
    return 'none';
  } catch (error) {
    return (error as SheetFaults).faults[0]!.code;
  }
};

it('gives every cell to one of two neighbours, holes to none', () => {
  const hole = box(50, 50, 100, 100);
  const cells = cellsOf([
    { code: 7, rings: [box(0, 0, 200, 300), hole] },
    { code: 9, rings: [box(200, 0, 400, 300)] },
  ]);
  expect([count(cells, 7), count(cells, 9), count(cells, 0)]).toEqual([600 - 25, 600, 25]);
});

it('follows a slanting border: half of a square, its diagonal counted once', () => {
  const cells = cellsOf([
    { code: 1, rings: [[[0, 0], [300, 0], [300, 300]]] }, // prettier-ignore
    { code: 2, rings: [[[0, 0], [300, 300], [0, 300]]] }, // prettier-ignore
  ]);
  expect(count(cells, 1) + count(cells, 2)).toBe(900);
  expect(Math.abs(count(cells, 1) - 450)).toBeLessThanOrEqual(15);
});

it('refuses zones that overlap and zones that lie elsewhere', () => {
  expect(refusal([{ code: 1, rings: [box(0, 0, 210, 300)] }, { code: 2, rings: [box(200, 0, 400, 300)] }])).toBe('ZONES_OVERLAP'); // prettier-ignore
  expect(refusal([{ code: 1, rings: [box(1000, 0, 2100, 300)] }])).toBe('ZONE_OUTSIDE');
});
