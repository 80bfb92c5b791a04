/** The vectors and the careful kernel give the same bits: sums, counts, areas and every cell of the result. */
import { join } from 'node:path';
import * as fc from 'fast-check';
import { planOf } from '../run/plan';
import { Strips } from '../run/strips';
import { CGCS2000, cellSheet, Folder } from '../testing/landscape';
import type { CellType } from '../tiff/tags';
import type { RasterJob } from '../run/job';

const folder = new Folder();
afterAll(() => folder.remove());

const grid = { width: 203, height: 77, x: 100, y: 45, dx: 0.01, dy: 0.01, crs: CGCS2000 };
const LOOKUP = `lookups:
  rate:
    title: { zh: 系数, en: Rate }
    keys: [cover]
    unit: 1
    rows:
      - { keys: ['1'], value: '0.25', source: test, confidence: secondary }
      - { keys: ['4'], value: '0.5', source: test, confidence: secondary }`;

const leaf = fc.constantFrom('a', 'b', 'c', '3', '0.1', '7.25');
const formula = fc.letrec<{ number: string; truth: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map(([x, op, y]) => `(${x} ${op} ${y})`),
    fc.tuple(fc.constantFrom('abs', 'floor', 'ceil'), tie('number')).map(([f, x]) => `${f}(${x})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number')).map(([f, x, y]) => `${f}(${x}, ${y})`),
    tie('number').map((x) => `sqrt(abs(${x}))`),
    tie('number').map((x) => `(a * lookup(rate, cover) + ${x})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([t, x, y]) => `if(${t}, ${x}, ${y})`),
  ),
  truth: fc.oneof(
    { maxDepth: 2 },
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('number'))
      .map(([x, op, y]) => `${x} ${op} ${y}`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([x, op, y]) => `(${x} ${op} ${y})`),
  ),
})).number;

const noise = (seed: number) => (x: number, y: number) => {
  const v = Math.sin(x * 12.9898 + y * 78.233 + seed) * 43758.5453;
  return v - Math.floor(v);
};
const types: CellType[] = ['i8', 'u8', 'i16', 'u16', 'i32', 'u32', 'f32', 'f64'];
const made = new Map<string, string>();
function rasterOf(type: CellType, seed: number): string {
  const key = `${type}${seed}`;
  const float = type.startsWith('f');
  const value = (x: number, y: number): number => {
    const v = noise(seed)(x, y);
    if (v < 0.02) return 99;
    return float ? v * 20 : Math.floor(v * 20);
  };
  if (!made.has(key)) made.set(key, folder.raster(grid, value, { type, nodata: 99 }));
  return made.get(key)!;
}

let zones: string;
let cover: string;
beforeAll(() => {
  zones = folder.raster(grid, (x, y) => (x < 9 ? 0 : 1 + (Math.floor(x / 23 + y / 9) % 3)), { type: 'u16', nodata: 0 });
  cover = folder.raster(grid, (x, y) => [1, 4, 9][Math.floor(noise(5)(x >> 3, y >> 2) * 2.1)]!, {
    type: 'u8',
    nodata: 9,
  });
});

function computed(job: RasterJob, vectors: boolean) {
  const { plan } = planOf(job);
  expect(plan.kernel.vectors).toBeDefined();
  const strips = new Strips(vectors ? plan : { ...plan, kernel: { ...plan.kernel, vectors: undefined } });
  const slow = jest.spyOn(strips as unknown as { slow(): void }, 'slow');
  try {
    strips.tile(0, 0, Math.min(plan.tile, 203), 77);
    const out = Buffer.from(
      strips.out.buffer.slice(strips.out.byteOffset, strips.out.byteOffset + strips.out.byteLength),
    );
    const { lo, hi, ...counts } = strips.sums;
    const totals = [...lo].map((low, g) => BigInt(hi[g]!) * 2n ** 32n + BigInt(low));
    return { totals, ...counts, out, slow: slow.mock.calls.length };
  } catch (error) {
    return { fault: (error as { faults: unknown }).faults };
  } finally {
    strips.close();
  }
}

it('agrees with the careful kernel on random formulas, cell types, zones, classes and missing data', () => {
  let fast = 0;
  fc.assert(
    fc.property(
      formula,
      fc.tuple(...[1, 2, 3].map(() => fc.constantFrom(...types))),
      fc.record({ zoned: fc.boolean(), classed: fc.boolean(), result: fc.boolean() }),
      (text, kinds, { zoned, classed, result }) => {
        const sheet = cellSheet(
          { a: 'unit: 1, min: 0', b: 'unit: 1', c: 'unit: 1, max: 50', cover: 'type: text' },
          { s: `formula: "${text} + 0 * (a + b + c)", unit: 1` },
          LOOKUP,
        );
        const names = ['a', 'b', 'c', 'cover'].filter((n) => n !== 'cover' || text.includes('lookup'));
        const factors = Object.fromEntries(
          names.map((n, i) => [n, { raster: n === 'cover' ? cover : rasterOf(kinds[i]!, i) }]),
        );
        const job: RasterJob = {
          ...{ sheet, table: 'cell', column: 's', factors, total: { unit: 'm²', decimals: 3, per: 'area' } },
          ...(zoned && { zones: { raster: zones, list: [{ code: 1 }, { code: 2 }, { code: 3 }] } }),
          ...(classed && { classes: { raster: cover, codes: [1, 4] } }),
          ...(result && { result: { path: join(folder.path, 'never.tif') } }),
        };
        const [vector, careful] = [computed(job, true), computed(job, false)];
        if ('slow' in vector && vector.slow === 0) fast++;
        expect({ ...vector, slow: 0 }).toEqual({ ...careful, slow: 0 });
      },
    ),
    { numRuns: 60, seed: 20_191_231 },
  );
  expect(fast).toBeGreaterThan(10);
});

it('goes without vectors where the formula asks for exp', () => {
  const sheet = cellSheet({ a: 'unit: 1' }, { s: 'formula: exp(a), unit: 1' });
  const job: RasterJob = {
    ...{ sheet, table: 'cell', column: 's', factors: { a: { raster: rasterOf('f32', 0) } } },
    total: { unit: '1', decimals: 3, per: 'cell' },
  };
  expect(planOf(job).plan.kernel.vectors).toBeUndefined();
});
