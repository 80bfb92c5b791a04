import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SheetFaults } from '@qingheng/sheet';
import { cellAreas } from '../grid/cell-area';
import { ALBERS, CGCS2000, cellSheet, Folder, SOURCES, squares } from '../testing/landscape';
import { RasterFile, readAll } from '../tiff/raster-file';
import type { RasterJob } from './job';
import { joinParts, runPart, runRaster, tileRows } from './run-raster';

const folder = new Folder();
afterAll(() => folder.remove());

const depth = cellSheet({ depth: 'unit: mm' }, { held: 'formula: depth, unit: mm' });
const volume = { unit: 'm³', decimals: 6, per: 'area' as const };

const codes = (error: unknown): string[] => (error as SheetFaults).faults.map(({ code }) => code);
const refusal = (job: RasterJob): Promise<unknown> =>
  runRaster(job, SOURCES).then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: unknown) => error,
  );

describe('sums with a known integral', () => {
  it('adds up a constant', async () => {
    const grid = squares(300, 200); // 6 km²
    const job: RasterJob = {
      ...{ sheet: depth, table: 'cell', column: 'held', total: volume },
      factors: { depth: { raster: folder.raster(grid, () => 25) } },
    };
    expect((await runRaster(job, SOURCES)).total).toBe('15000000.000000'); // 600 km² × 25 mm, in cells of 1 hm²
  });

  it('adds up a plane: the sum of x + 2 y', async () => {
    const [w, h] = [517, 263];
    const job: RasterJob = {
      ...{ sheet: depth, table: 'cell', column: 'held', total: volume },
      factors: { depth: { raster: folder.raster(squares(w, h, 10), (x, y) => x + 2 * y) } },
    };
    const integral = (h * w * (w - 1)) / 2 + w * h * (h - 1);
    expect(Number((await runRaster(job, SOURCES)).total)).toBe(integral * 0.1);
  });

  it('integrates depth over the ellipsoid: 1 mm over the whole of it', async () => {
    const grid = { width: 360, height: 180, x: -180, y: 90, dx: 1, dy: 1, crs: CGCS2000 };
    const job: RasterJob = {
      ...{ sheet: depth, table: 'cell', column: 'held', total: volume },
      factors: { depth: { raster: folder.raster(grid, () => 1) } },
    };
    const { total, zones } = await runRaster(job, SOURCES);
    // Surface of the GRS80 ellipsoid: 4π times its authalic radius of 6371007.1809 m (Moritz 2000) squared.
    const surface = 4 * Math.PI * 6_371_007.1809 ** 2;
    expect(Number(zones[0]!.areaM2) / surface).toBeCloseTo(1, 10);
    expect(Number(total) / (surface / 1000)).toBeCloseTo(1, 10);
  });

  it('gives a cell of one degree its area on the ground', () => {
    const grid = { width: 1, height: 1, x: 116, y: 44, dx: 1, dy: 1, crs: CGCS2000 };
    const whole = cellAreas('a', grid)[0]!;
    const fine = cellAreas('a', { ...grid, height: 3600, dy: 1 / 3600 }).reduce((sum, area) => sum + area, 0);
    // 8985.39 km² along geodesics; on a sphere, as some libraries take it, 8968.67.
    expect(whole / 1e6).toBeCloseTo(8985.4, 0);
    expect(fine / whole).toBeCloseTo(1, 12);
  });
});

describe('any number of threads', () => {
  const grid = squares(700, 600, 30);
  const noise = (x: number, y: number): number => Math.abs(Math.sin(x * 12.9898 + y * 78.233) * 43758.5453) % 7;
  const sheet = cellSheet(
    { r: 'unit: MJ·mm/(hm²·h·a), min: 0', k: 'unit: t·hm²·h/(hm²·MJ·mm), min: 0', ls: 'unit: 1', c: 'unit: 1, max: 1' },
    {
      potential: 'formula: r * k * ls, unit: t/(hm²·a)',
      retention: 'formula: potential * (1 - c * 0.5), unit: t/(hm²·a)',
    },
  );
  const job = (name: string): RasterJob => ({
    ...{ sheet, table: 'cell', column: 'retention', total: { unit: 't/a', decimals: 6, per: 'area' } },
    factors: {
      r: { raster: files.r },
      k: { value: '0.031' },
      ls: { raster: files.ls },
      c: { raster: files.c },
    },
    zones: {
      raster: files.zones,
      list: [
        { code: 15, name: '自治区' },
        { code: 1501, parent: 15 },
        { code: 1502, parent: 15 },
        ...[0, 1, 2, 3, 4, 5].map((i) => ({ code: 100 + i, parent: i % 2 ? 1501 : 1502 })),
      ],
    },
    result: { path: join(folder.path, `${name}.tif`), picture: join(folder.path, `${name}.png`) },
  });
  const files = { r: '', ls: '', c: '', zones: '' };
  beforeAll(() => {
    files.r = folder.raster(grid, (x, y) => 500 + 100 * noise(x, y));
    files.ls = folder.raster(grid, (x, y) => (x % 97 === 0 ? -9999 : noise(y, x)), { deflate: true });
    files.c = folder.raster(grid, (x, y) => noise(x + 1, y) / 8, { type: 'f64', tile: 64 });
    files.zones = folder.raster(grid, (x) => (x < 20 ? 0 : 100 + (x % 6)), { type: 'u16', nodata: 0, deflate: true });
  });
  const bytes = (name: string) => readFileSync(join(folder.path, name));

  it('gives the same bytes on 1, 2 and 4 threads and in three parts', async () => {
    const one = await runRaster(job('one'), { ...SOURCES, threads: 1 });
    for (const threads of [2, 4]) expect(await runRaster(job(`t${threads}`), { ...SOURCES, threads })).toEqual(one);
    const split = job('parts');
    const rows = tileRows(split);
    const cut = [0, 1, Math.ceil(rows / 2), rows];
    const parts = await Promise.all(
      [2, 0, 1].map((i) =>
        runPart(split, join(folder.path, `part-${i}`), {
          ...SOURCES,
          tileRows: { from: cut[i]!, to: cut[i + 1]! },
        }),
      ),
    );
    expect(await joinParts(split, parts)).toEqual(one);
    await expect(joinParts(split, parts.slice(1))).rejects.toThrow('PARTS_INCOMPLETE');
    for (const other of ['t2', 't4', 'parts']) {
      expect(bytes(`${other}.tif`).equals(bytes('one.tif'))).toBe(true);
      expect(bytes(`${other}.png`).equals(bytes('one.png'))).toBe(true);
    }
  }, 60_000);

  it('gives the same bytes uncompressed, whether tiles go to their place at once or come from parts', async () => {
    const plain = (name: string): RasterJob => {
      const whole = job(name);
      return { ...whole, result: { ...whole.result!, compress: false } };
    };
    const one = await runRaster(plain('plain'), { ...SOURCES, threads: 2 });
    const split = plain('plain-parts');
    const rows = tileRows(split);
    const parts = [
      await runPart(split, join(folder.path, 'plain-0'), { ...SOURCES, tileRows: { from: 0, to: 1 } }),
      await runPart(split, join(folder.path, 'plain-1'), { ...SOURCES, tileRows: { from: 1, to: rows } }),
    ];
    expect(await joinParts(split, parts)).toEqual(one);
    expect(bytes('plain-parts.tif').equals(bytes('plain.tif'))).toBe(true);
    const [packed, unpacked] = ['one.tif', 'plain.tif'].map((name) => {
      const file = RasterFile.open(join(folder.path, name));
      const cells = readAll(file);
      file.close();
      return cells;
    });
    expect(unpacked).toEqual(packed);
  }, 60_000);

  it('adds children to their parent to the last digit, near the sum of doubles, and counts what has no data', async () => {
    const { zones, total } = await runRaster({ ...job('zones'), result: undefined }, SOURCES);
    const units = (text: string): bigint => BigInt(text.replace('.', ''));
    const sum = (parent: number) =>
      zones.filter((z) => z.parent === parent).reduce((all, z) => all + units(z.total), 0n);
    expect(sum(1501)).toBe(units(zones.find(({ zone }) => zone === 1501)!.total));
    expect(sum(15)).toBe(units(zones[0]!.total));
    expect(zones[0]!.total).toBe(total);
    let [plain, missing] = [0, 0];
    for (let y = 0; y < 600; y++)
      for (let x = 20; x < 700; x++) {
        if (x % 97 === 0) missing++;
        else {
          const [r, ls] = [Math.fround(500 + 100 * noise(x, y)), Math.fround(noise(y, x))];
          plain += r * 0.031 * ls * (1 - (noise(x + 1, y) / 8) * 0.5) * 0.09;
        }
      }
    expect(Math.abs(Number(total) / plain - 1)).toBeLessThan(1e-9);
    expect(zones[0]).toMatchObject({ missing, cells: 680 * 600 - missing });
    expect(zones[0]!.areaM2).toBe(`${(680 * 600 - missing) * 900}.0000`);
  }, 60_000);

  it('writes a raster that reads as it was computed', async () => {
    await runRaster(job('read'), { ...SOURCES, threads: 2 });
    const file = RasterFile.open(join(folder.path, 'read.tif'));
    const cells = readAll(file);
    file.close();
    expect(file.header.grid).toMatchObject({ width: 700, height: 600, x: 500_000, y: 4_900_000, dx: 30, dy: 30 });
    const [x, y] = [333, 444];
    const expected =
      Math.fround(500 + 100 * noise(x, y)) * 0.031 * Math.fround(noise(y, x)) * (1 - (noise(x + 1, y) / 8) * 0.5);
    expect(cells[y * 700 + x]).toBe(Math.fround(expected));
    expect(cells[97]).toBe(file.header.nodata);
    const picture = bytes('read.png');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([700, 600]);
  }, 60_000);

  it('tells how far it is and can be cancelled, leaving nothing behind', async () => {
    const control = new AbortController();
    const running = runRaster(job('gone'), { ...SOURCES, signal: control.signal });
    control.abort();
    expect(codes(await running.catch((e: unknown) => e))).toEqual(['CANCELLED']);
    expect(() => bytes('gone.tif')).toThrow('ENOENT');
    const seen: number[] = [];
    await runRaster(job('seen'), { ...SOURCES, onProgress: (done, of) => seen.push(done / of) });
    expect(seen.at(-1)).toBe(1);
  }, 60_000);
});

describe('factors by class', () => {
  const sheet = cellSheet(
    { rain: 'unit: mm', cover: 'type: text' },
    { kept: 'formula: "rain * (1 - lookup(runoff, cover))", unit: mm' },
    `lookups:
  runoff:
    title: { zh: 径流系数, en: Runoff }
    keys: [cover]
    unit: 1
    rows:
      - { keys: ['1'], value: '0.25', source: test, confidence: provisional }
      - { keys: ['2'], value: '0.5', source: test, confidence: provisional }`,
  );
  const grid = squares(40, 10, 1000);
  const job = (cover: (x: number) => number): RasterJob => {
    const raster = folder.raster(grid, cover, { type: 'u8', nodata: 255 });
    return {
      ...{ sheet, table: 'cell', column: 'kept', total: { unit: '万m³', decimals: 4, per: 'area' } },
      factors: { rain: { value: '400' }, cover: { raster } },
      classes: { raster, codes: [1, 2] },
    };
  };

  it('takes them from the look-up table and adds up by class', async () => {
    const { classes, total, parametersUsed } = await runRaster(
      job((x) => (x < 30 ? 1 : 2)),
      SOURCES,
    );
    expect(classes.map((c) => [c.class, c.total])).toEqual([
      [1, '9000.0000'], // 300 km² × 300 mm
      [2, '2000.0000'], // 100 km² × 200 mm
    ]);
    expect(total).toBe('11000.0000');
    expect(parametersUsed.map(({ confidence }) => confidence)).toEqual(['provisional', 'provisional']);
  });

  it('refuses a class without parameter, by its first cell', async () => {
    const { classes: _, ...plain } = job((x) => (x === 7 ? 3 : 1));
    const error = await refusal(plain);
    expect(error).toMatchObject({
      faults: [{ table: 'cover', row: '0', column: '7', code: 'CLASS_WITHOUT_PARAMETER' }],
    });
  });

  it('refuses a class that is not listed', async () => {
    const { classes, ...more } = job(() => 1);
    const unlisted = { ...more, classes: { ...classes!, codes: [2] } };
    expect(await refusal(unlisted)).toMatchObject({ faults: [{ table: 'classes', code: 'UNKNOWN_CLASS' }] });
  });
});

describe('refused, named', () => {
  const grid = squares(64, 64);
  const good = (): string => folder.raster(grid, () => 1);
  const sum = cellSheet(
    { a: 'unit: mm, min: 0', b: 'unit: mm' },
    { s: 'formula: a + b, unit: mm', q: 'formula: a / b, unit: 1' },
  );
  const job = (b: string, column = 's'): RasterJob => ({
    ...{ sheet: sum, table: 'cell', column, factors: { a: { raster: good() }, b: { raster: b } } },
    total: column === 's' ? volume : { unit: '1', decimals: 3, per: 'cell' },
  });
  it.each([
    ['RASTER_SIZE_DIFFERS', () => folder.raster(squares(64, 65), () => 1)],
    ['RASTER_EXTENT_DIFFERS', () => folder.raster({ ...grid, x: grid.x + 50 }, () => 1)],
    [
      'RASTER_PROJECTION_DIFFERS',
      () => folder.raster({ ...grid, crs: CGCS2000, dx: 0.1, dy: 0.1, x: 100, y: 50 }, () => 1),
    ],
  ])('%s', async (code, raster) => {
    const error = (await refusal(job(raster()))) as SheetFaults;
    expect(error.faults).toMatchObject([{ code, table: 'b' }]);
    expect(error.faults[0]!.remedy).toBeDefined();
  });

  it('a value out of range and a division by zero, by cell', async () => {
    const negative = job(good());
    negative.factors.a = { raster: folder.raster(grid, (x, y) => (x === 5 && y === 9 ? -1 : 1)) };
    expect(((await refusal(negative)) as SheetFaults).faults).toMatchObject([
      { code: 'OUT_OF_RANGE', table: 'a', row: '9', column: '5' },
    ]);
    const zero = job(
      folder.raster(grid, (x) => x),
      'q',
    );
    expect(codes(await refusal(zero))).toEqual(['DIVISION_BY_ZERO']);
  });

  it('a map that is not of equal area, unless asked for knowingly', async () => {
    const gauss = {
      ...grid,
      crs: {
        ...ALBERS,
        equalArea: false,
        keys: new Map([
          [1024, 1],
          [3072, 4527],
        ]),
      },
    };
    const job: RasterJob = {
      ...{ sheet: depth, table: 'cell', column: 'held', total: volume },
      factors: { depth: { raster: folder.raster(gauss, () => 1) } },
    };
    expect(codes(await refusal(job))).toEqual(['NOT_EQUAL_AREA']);
    expect((await runRaster({ ...job, planarAreas: true }, SOURCES)).total).toBe('40960.000000');
  });

  it('units that do not fit', async () => {
    const wrong = { ...job(good()), total: { unit: 't', decimals: 2, per: 'area' as const } };
    expect(codes(await refusal(wrong))).toEqual(['UNIT_MISMATCH']);
    const inches = job(good());
    inches.factors.b = { raster: good(), unit: 'm' };
    expect(codes(await refusal(inches))).toEqual(['UNIT_MISMATCH']);
  });
});
