/** The same sums by what is at hand elsewhere: numpy, or a loop as one writes it down. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { RasterFile } from '@qingheng/raster';

export interface Landscape {
  side: number;
  tile: number;
  files: Record<'r' | 'k' | 'ls' | 'c' | 'zones', { path: string }>;
  banners: number;
  practice: number;
  cellHm2: number;
  nodata: number;
}

export interface Yardstick {
  name: string;
  /** Sums by zone code. */
  run(): Promise<number[]>;
  close(): void;
}

const SCRIPT = `
import sys, json
import numpy as np
s = json.loads(sys.stdin.readline())
side, tile, n = s['side'], s['tile'], s['banners'] + 1
across = -(-side // tile)
def tiles(f, kind):
    size = np.dtype(kind).itemsize * tile * tile
    def read(t, h, w):
        return np.fromfile(f['path'], kind, tile * tile, offset=f['offset'] + t * size).reshape(tile, tile)[:h, :w]
    return read
r, k, ls, c = (tiles(s['files'][x], '<f4') for x in ('r', 'k', 'ls', 'c'))
zones = tiles(s['files']['zones'], '<u2')
nd = np.float32(s['nodata'])
print(json.dumps(np.__version__), flush=True)
for _ in sys.stdin:
    sums = np.zeros(n)
    for t in range(across * across):
        h, w = min(tile, side - t // across * tile), min(tile, side - t % across * tile)
        a, b, d, e = (f(t, h, w) for f in (r, k, ls, c))
        ok = (a != nd) & (b != nd) & (d != nd) & (e != nd)
        v = e.astype(np.float64)
        v *= -s['practice']
        v += 1
        v *= a
        v *= b
        v *= d
        v *= s['cellHm2']
        v *= ok
        sums += np.bincount(zones(t, h, w).ravel(), weights=v.ravel(), minlength=n)
    print(json.dumps(sums.tolist()), flush=True)
`;

/** Undefined where python3 or numpy is missing. */
export async function numpy(landscape: Landscape): Promise<Yardstick | undefined> {
  const python = spawn('python3', ['-c', SCRIPT], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    return done ? undefined : JSON.parse(value);
  };
  python.on('error', () => {});
  python.stdin.on('error', () => {});
  const files = Object.fromEntries(
    Object.entries(landscape.files).map(([name, { path }]) => [name, { path, offset: firstTile(path) }]),
  );
  python.stdin.write(`${JSON.stringify({ ...landscape, files })}\n`);
  const version = await next();
  if (version === undefined) return undefined;
  return {
    name: `numpy ${String(version)}, one thread, tiles by fromfile (no GDAL)`,
    async run() {
      python.stdin.write('go\n');
      const sums = await next();
      if (!Array.isArray(sums)) throw new Error('numpy gave up');
      return sums as number[];
    },
    close: () => void python.kill(),
  };
}

const firstTile = (path: string): number => {
  const file = RasterFile.open(path);
  file.close();
  return file.header.offsets[0]!;
};

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
      return [...sums];
    },
    close: () => {},
  };
}
