/** The same by what is at hand elsewhere: GDAL and numpy on one thread, or a loop as one writes it down. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { RasterFile } from '@qingheng/raster';
import type { Landscape } from './raster-landscape';

export interface Yardstick {
  name: string;
  /** Sums by zone code; the retention goes into a raster of tiles where a path is given. */
  run(result?: string): Promise<{ sums: number[]; cpuMs?: number }>;
  /** Reads every cell of a raster and no more. Returns milliseconds of processor time. */
  read?(path: string): Promise<number>;
  close(): void;
}

// As one writes it with both libraries: a tile at a time, in place, in doubles.
const SCRIPT = `
import sys, json, time
import numpy as np
from osgeo import gdal
gdal.UseExceptions()
s = json.loads(sys.stdin.readline())
side, tile, n = s['side'], s['tile'], s['banners'] + 1
nd, none = np.float32(s['nodata']), np.finfo('f4').min
print(json.dumps('numpy %s and GDAL %s' % (np.__version__, gdal.__version__)), flush=True)

def retention(out):
    sources = [gdal.Open(s['files'][x]['path']) for x in ('r', 'k', 'ls', 'c', 'zones')]
    r, k, ls, c, zones = (d.GetRasterBand(1) for d in sources)
    band = None
    if out:
        options = ['TILED=YES', 'BLOCKXSIZE=%d' % tile, 'BLOCKYSIZE=%d' % tile, 'BIGTIFF=YES']
        made = gdal.GetDriverByName('GTiff').Create(out, side, side, 1, gdal.GDT_Float32, options)
        made.SetProjection(sources[0].GetProjection())
        made.SetGeoTransform(sources[0].GetGeoTransform())
        band = made.GetRasterBand(1)
        band.SetNoDataValue(float(none))
    sums = np.zeros(n)
    for y in range(0, side, tile):
        for x in range(0, side, tile):
            w, h = min(tile, side - x), min(tile, side - y)
            a, b, d, e = (f.ReadAsArray(x, y, w, h) for f in (r, k, ls, c))
            ok = (a != nd) & (b != nd) & (d != nd) & (e != nd)
            v = e.astype(np.float64)
            v *= -s['practice']
            v += 1
            v *= a
            v *= b
            v *= d
            if band is not None:
                written = v.astype(np.float32)
                written[~ok] = none
                band.WriteArray(written, x, y)
            v *= s['cellHm2']
            v *= ok
            sums += np.bincount(zones.ReadAsArray(x, y, w, h).ravel(), weights=v.ravel(), minlength=n)
    if band is not None:
        made.FlushCache()
    return sums.tolist()

def read(path):
    source = gdal.Open(path)
    band = source.GetRasterBand(1)
    for y in range(0, source.RasterYSize, tile):
        for x in range(0, source.RasterXSize, tile):
            band.ReadAsArray(x, y, min(tile, source.RasterXSize - x), min(tile, source.RasterYSize - y))

for line in sys.stdin:
    what, path = json.loads(line)
    used = time.process_time()
    sums = retention(path) if what == 'retention' else read(path)
    print(json.dumps({'sums': sums, 'cpuMs': 1000 * (time.process_time() - used)}), flush=True)
`;

/** Undefined where no python has numpy and GDAL. */
export async function numpyAndGdal(landscape: Landscape): Promise<Yardstick | undefined> {
  const has = (python: string): boolean => spawnSync(python, ['-c', 'import numpy, osgeo.gdal']).status === 0;
  const found = ['python3', '/usr/bin/python3'].find(has);
  if (!found) return undefined;
  const python = spawn(found, ['-c', SCRIPT], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const ask = async (question: unknown): Promise<unknown> => {
    python.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('numpy and GDAL gave up');
    return JSON.parse(value);
  };
  python.on('error', () => {});
  python.stdin.on('error', () => {});
  return {
    name: `${String(await ask(landscape))}, one thread`,
    run: async (result) => (await ask(['retention', result ?? null])) as { sums: number[]; cpuMs: number },
    read: async (path) => ((await ask(['read', path])) as { cpuMs: number }).cpuMs,
    close: () => void python.kill(),
  };
}

const firstTile = (path: string): number => {
  const file = RasterFile.open(path);
  file.close();
  return file.header.offsets[0]!;
};

/** Writes nothing. */
export function plainLoop({ side, tile, files, banners, practice, cellHm2, nodata }: Landscape): Yardstick {
  const across = Math.ceil(side / tile);
  return {
    name: 'plain typed-array loop, one thread',
    async run() {
      const open = (name: keyof Landscape['files']) => ({
        fd: openSync(files[name].path, 'r'),
        offset: firstTile(files[name].path),
      });
      const fields = (['r', 'k', 'ls', 'c'] as const).map((name) => ({
        ...open(name),
        cells: new Float32Array(tile * tile),
      }));
      const zones = { ...open('zones'), cells: new Uint16Array(tile * tile) };
      const [r, k, ls, c] = fields.map(({ cells }) => cells) as [
        Float32Array,
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      const sums = new Float64Array(banners + 1);
      for (let t = 0; t < across * across; t++) {
        for (const { fd, offset, cells } of [...fields, zones])
          readSync(fd, cells, 0, cells.byteLength, offset + t * cells.byteLength);
        const [h, w] = [
          Math.min(tile, side - Math.floor(t / across) * tile),
          Math.min(tile, side - (t % across) * tile),
        ];
        for (let y = 0; y < h; y++)
          for (let i = y * tile; i < y * tile + w; i++) {
            if (r[i] === nodata || k[i] === nodata || ls[i] === nodata || c[i] === nodata) continue;
            sums[zones.cells[i]!]! += r[i]! * k[i]! * ls[i]! * (1 - c[i]! * practice) * cellHm2;
          }
      }
      for (const { fd } of [...fields, zones]) closeSync(fd);
      return { sums: [...sums] };
    },
    close: () => {},
  };
}
