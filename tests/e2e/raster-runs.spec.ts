/** Rasters over HTTP: checked when they come, computed in parts by three workers, summed by banner, fed into a filing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crsOf, type Grid, type RasterJob, runRaster, writeRaster } from '@qingheng/raster';
import { SheetLibrary } from '@qingheng/sheet';
import { Client } from 'pg';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'qingheng-rasters-'));
let service: RunningService;
let filer: Person;
let other: Person;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  // Before the service: while a raster is made, this process hears of no connection that the server closes.
  makeRasters();
  service = await runningService();
  filer = await Person.signIn(service.url, 'ecology@xilingol');
  other = await Person.signIn(service.url, 'filer@linchang');
  for (let i = 0; i < 2; i++)
    workers.push(
      spawn(process.execPath, [join(root, 'dist/apps/worker/main.js')], {
        env: { ...process.env, ...service.env },
        stdio: 'ignore',
      }),
    );
}, 240_000);
afterAll(async () => {
  for (const worker of workers) worker.kill();
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const crs = crsOf(
  'test',
  new Map<number, number>([
    [1024, 2],
    [2048, 4490],
  ]),
);
const grid: Grid = { width: 550, height: 650, x: 115, y: 45, dx: 0.002, dy: 0.002, crs };
type Fill = (x: number, y: number) => number;
function raster(name: string, value: Fill, type: 'f32' | 'u32' = 'f32', more: Partial<Grid> = {}): string {
  const path = join(folder, `${name}.tif`);
  writeRaster(path, {
    ...{ grid: { ...grid, ...more }, type, nodata: type === 'f32' ? -9999 : 0, tile: 128, deflate: name !== 'k' },
    fill(cells, x, y, stride) {
      for (let row = 0, i = 0; row < cells.length / stride; row++)
        for (let column = 0; column < stride; column++, i++) cells[i] = value(x + column, y + row);
    },
  });
  return path;
}

interface RasterAnswer {
  id: string;
  sha256: string;
  width: number;
  crs: string;
  nodata: string;
}
async function upload(who: Person, path: string, query: Record<string, string>) {
  const answer = await who.raw(
    'POST',
    `${service.url}/api/v1/ecoproduct/rasters?${String(new URLSearchParams(query))}`,
    readFileSync(path),
    'image/tiff',
  );
  return { status: answer.status, body: (await answer.json()) as RasterAnswer & { faults?: { code: string }[] } };
}

interface RunAnswer {
  id: string;
  status: string;
  progress: string;
  parts: number;
  workers: number;
  total: string | null;
  resultHash: string;
  faults: { code: string; table: string; row?: string }[];
  result: { zones: { zone: number; name?: string; parent?: number; total: string; cells: number }[] };
}
const ends = (who: Person, id: string) =>
  until(
    async () => (await who.get<RunAnswer>(`/ecoproduct/raster-runs/${id}`)).body,
    ({ status }) => ['succeeded', 'failed', 'cancelled'].includes(status),
    'the raster run',
    120_000,
  );

const files = { r: '', k: '', ls: '', c: '', zones: '', bomb: '', shifted: '', cover: '' };
function makeRasters(): void {
  files.r = raster('r', (x, y) => 800 + 200 * Math.sin(x / 70) + (y % 13));
  files.k = raster('k', (x) => (x % 111 === 0 ? -9999 : 0.02 + (x % 10) / 1000));
  files.ls = raster('ls', (x, y) => 1 + ((x * 7 + y * 3) % 90) / 10);
  files.c = raster('c', (x, y) => ((x + y) % 100) / 100);
  // The banners of Xilingol 152501 and 152502, and beyond them nothing.
  files.zones = raster('zones', (x, y) => (x < 30 ? 0 : y < 320 ? 152501 : 152502), 'u32');
  files.bomb = raster('bomb', () => 1, 'f32', { width: 16, height: 16 });
  files.shifted = raster('shifted', () => 1, 'f32', { x: 115.001 });
  files.cover = raster('cover', (x, y) => (x === 17 && y === 600 ? 1.5 : 0.5));
}
const ids: Record<string, string> = {};
const rusle = (factors: object, zones: object = { raster: ids.zones }) => ({
  ...{ title: '土壤保持 栅格', method: 'gep/soil-retention-rusle', table: 'cell', column: 'retention' },
  ...{ asOf: '2020-12-31', region: '152500', factors, zones },
  total: { unit: 't/a', decimals: 3, per: 'area' },
});
const factors = () => ({
  r: { raster: ids.r },
  k: { raster: ids.k },
  ls: { raster: ids.ls },
  c: { raster: ids.c },
  p: { value: '0.75' },
});

it('takes rasters in after a look at their header and names what is wrong with one', async () => {
  for (const name of ['r', 'k', 'ls', 'c'] as const) {
    const { status, body } = await upload(filer, files[name], { name, kind: 'factor' });
    expect([status, body.width, body.crs, body.nodata]).toEqual([201, 550, 'CGCS2000', '-9999']);
    expect(body.sha256).toBe(createHash('sha256').update(readFileSync(files[name])).digest('hex'));
    ids[name] = body.id;
  }
  ids.zones = (await upload(filer, files.zones, { name: 'zones', kind: 'zones' })).body.id;

  const bomb = readFileSync(files.bomb);
  const at = bomb.indexOf(Buffer.from([0, 1, 4, 0])); // ImageWidth, LONG
  bomb.writeUInt32LE(2_000_000, at + 12);
  const send = async (content: Buffer, kind = 'factor') => {
    const answer = await filer.raw('POST', `${service.url}/api/v1/ecoproduct/rasters?name=x&kind=${kind}`, content, 'image/tiff'); // prettier-ignore
    const body = (await answer.json()) as { code: string; faults?: { code: string }[] };
    return [answer.status, body.faults?.[0]?.code ?? body.code];
  };
  expect(await send(bomb)).toEqual([422, 'RASTER_TOO_LARGE']);
  expect(await send(readFileSync(files.r).subarray(0, 9000))).toEqual([422, 'RASTER_CORRUPTED']);
  expect(await send(Buffer.from('no raster at all'))).toEqual([422, 'NOT_A_GEOTIFF']);
  expect(await send(readFileSync(files.r), 'zones')).toEqual([422, 'RASTER_NOT_WHOLE']);
  const bare = readFileSync(files.r);
  bare.writeUInt16LE(42114, bare.indexOf(Buffer.from([0x81, 0xa4, 2, 0])));
  expect(await send(bare)).toEqual([422, 'NODATA_MISSING']);
}, 120_000);

it('gives the bytes of one thread, computed in parts by three workers; children add to their parents', async () => {
  const { status, body } = await filer.post<RunAnswer & Record<string, unknown>>(
    '/ecoproduct/raster-runs',
    rusle(factors()),
  );
  expect([status, body.status]).toEqual([202, 'waiting']);
  const run = await ends(filer, body.id);
  expect([run.status, run.faults]).toEqual(['succeeded', []]);
  expect(run.parts).toBe(6);
  ids.run = run.id;

  const sheet = SheetLibrary.load(join(root, 'config/methods')).get('gep/soil-retention-rusle', {});
  const list = run.result.zones.map(({ zone, name, parent }) => ({ code: zone, name, parent }));
  const job: RasterJob = {
    ...{ sheet, table: 'cell', column: 'retention', asOf: '2020-12-31', region: '152500' },
    total: { unit: 't/a', decimals: 3, per: 'area' },
    factors: { r: { raster: files.r }, k: { raster: files.k }, ls: { raster: files.ls }, c: { raster: files.c }, p: { value: '0.75' } }, // prettier-ignore
    zones: { raster: files.zones, list },
    result: { path: join(folder, 'here.tif'), picture: join(folder, 'here.png') },
  };
  const here = await runRaster(job, { threads: 1, execArgv: ['-r', join(root, 'tests/support/typescript.cjs')] });
  expect(run.resultHash).toBe(here.hash);
  const same = async (name: string, path: string) =>
    expect((await filer.bytes(`/ecoproduct/raster-runs/${run.id}/${name}`)).equals(readFileSync(path))).toBe(true);
  await same('raster', job.result!.path);
  await same('picture', job.result!.picture!);

  const units = (code: number): bigint =>
    BigInt(run.result.zones.find(({ zone }) => zone === code)!.total.replace('.', ''));
  expect(units(152501) + units(152502)).toBe(units(152500));
  expect(run.result.zones.find(({ zone }) => zone === 152500)!.total).toBe(run.total);
  expect(run.result.zones.find(({ zone }) => zone === 152501)!.name).toBe('二连浩特市');
}, 240_000);

it('says which columns can be computed by cell, and from what', async () => {
  const { body } = await filer.get<{ items: { method: string; column: string; unit: string; inputs: { name: string; classes: boolean; max: string | null }[] }[] }>('/ecoproduct/raster-runs/columns'); // prettier-ignore
  const of = (method: string, column: string) =>
    body.items.find((one) => one.method === method && one.column === column);
  const retention = of('gep/soil-retention-rusle', 'retention')!;
  expect(retention.unit).toBe('t/(hm²·a)');
  expect(retention.inputs.map(({ name }) => name).sort()).toEqual(['c', 'k', 'ls', 'p', 'r']);
  expect(retention.inputs.find(({ name }) => name === 'c')).toMatchObject({ classes: false, max: '1' });
  expect(of('gep/water-retention-cell', 'kept')!.inputs.find(({ name }) => name === 'cover')!.classes).toBe(true);
  // Rounded row by row: no column for cells.
  expect(of('gep/soil-retention-rusle', 'retained_t')).toBeUndefined();
});

it('keeps rasters and runs to their organisation', async () => {
  expect((await other.get(`/ecoproduct/raster-runs/${ids.run}`)).status).toBe(404);
  expect((await other.get(`/ecoproduct/rasters/${ids.r}`)).status).toBe(404);
  expect((await other.post('/ecoproduct/raster-runs', rusle(factors()))).status).toBe(404);
});

it('feeds a filing by reference: quantities come with the hash of the run, and explain themselves', async () => {
  const { body } = await filer.post<{ id: string }>('/filings', {
    ...{ method: 'gep/soil-retention', title: '土壤保持价值', region: '152500' },
    ...{ periodStart: '2020-01-01', periodEnd: '2020-12-31' },
    input: {
      tables: {},
      references: {
        unit: {
          ...{ source: { kind: 'raster-run', id: ids.run }, table: 'zone' },
          columns: { unit_id: 'zone', retained_t: 'total' },
          fixed: { silt_share: '0.24', density_t_m3: '0.93', dredging_price: '15.58', n_content: '0.0037', n_price: '875', p_content: '0.00108', p_price: '2800' }, // prettier-ignore
        },
      },
    },
  });
  const submitted = await filer.post<{ runId: string }>(`/filings/${body.id}/submit`);
  const run = await until(
    async () => (await filer.get<{ status: string; sources: object[]; result: { tables: { unit: { unit_id: string; retained_t: string }[] } } }>(`/runs/${submitted.body.runId}`)).body, // prettier-ignore
    ({ status }) => ['succeeded', 'failed'].includes(status),
    'the run of the filing',
  );
  expect(run.status).toBe('succeeded');
  const { body: source } = await filer.get<RunAnswer>(`/ecoproduct/raster-runs/${ids.run}`);
  expect(run.sources).toMatchObject([{ source: { kind: 'raster-run', id: ids.run }, resultHash: source.resultHash }]);
  const banner = run.result.tables.unit.find(({ unit_id }) => unit_id === '152501')!;
  expect(banner.retained_t).toBe(source.result.zones.find(({ zone }) => zone === 152501)!.total);
}, 120_000);

it('names what does not fit: another extent, a value out of range, overlapping polygons', async () => {
  const elsewhere = (await upload(filer, files.shifted, { name: 'shifted', kind: 'factor' })).body.id;
  const wrong = (await upload(filer, files.cover, { name: 'cover', kind: 'factor' })).body.id;
  const faults = async (more: object) => {
    const { body } = await filer.post<RunAnswer & Record<string, unknown>>('/ecoproduct/raster-runs', rusle({ ...factors(), ...more })); // prettier-ignore
    const run = await ends(filer, body.id);
    return [run.status, run.faults[0]];
  };
  expect(await faults({ k: { raster: elsewhere } })).toMatchObject([
    'failed',
    { code: 'RASTER_EXTENT_DIFFERS', table: 'k' },
  ]);
  expect(await faults({ c: { raster: wrong } })).toMatchObject([
    'failed',
    { code: 'OUT_OF_RANGE', table: 'c', row: '600' },
  ]);

  const box = (code: number, west: number, east: number) => ({
    type: 'Feature',
    properties: { code, name: `片 ${code}`, parent: 9 },
    geometry: { type: 'Polygon', coordinates: [[[west, 44], [east, 44], [east, 44.9], [west, 44.9], [west, 44]]] }, // prettier-ignore
  });
  const zones = (east: number) => ({
    ...{ name: '地块', like: ids.r },
    zones: { features: [{ properties: { code: 9 } }, box(1, 115.2, 115.5), box(2, 115.5, east), box(3, 115.8, 116)] },
  });
  const overlapping = await filer.post('/ecoproduct/rasters/zones', zones(115.9));
  expect([overlapping.status, overlapping.body.faults?.[0]?.code]).toEqual([422, 'ZONES_OVERLAP']);
  const drawn = await filer.post<RasterAnswer & Record<string, unknown>>('/ecoproduct/rasters/zones', zones(115.8));
  expect(drawn.status).toBe(201);
  const { body } = await filer.post<RunAnswer & Record<string, unknown>>('/ecoproduct/raster-runs', { ...rusle(factors(), { raster: drawn.body.id }), written: false }); // prettier-ignore
  const run = await ends(filer, body.id);
  expect(run.result.zones.map(({ zone, cells }) => [zone, cells > 0])).toEqual([[9, true], [1, true], [2, true], [3, true]]); // prettier-ignore
}, 240_000);

it('leaves no scratch file behind, whether a run succeeds or is cancelled after some of its parts', async () => {
  const owner = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await owner.connect();
  try {
    const left = async (id: string): Promise<string[]> => {
      const { rows } = await owner.query(
        `SELECT DISTINCT f.value AS sha256 FROM eco_raster_part p, jsonb_each_text(p.outcome -> 'files') f WHERE p.run_id = $1`,
        [id],
      );
      return (rows as { sha256: string }[]).map(({ sha256 }) => sha256);
    };
    const cleared = (id: string) => until(() => left(id), (files) => !files.length, 'the clearing'); // prettier-ignore
    await cleared(ids.run!);
    // A run whose first part is done, and whose second will not be, as it stands between the two.
    const scratch = Buffer.from(`scratch of ${ids.run}`);
    const sha256 = createHash('sha256').update(scratch).digest('hex');
    const path = join(service.env.QH_DATA_DIR!, 'files', sha256.slice(0, 2), sha256);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, scratch);
    const { rows } = await owner.query(
      `INSERT INTO eco_raster_run (organisation_id, title, sheet_hash, job, status, created_by)
       SELECT organisation_id, '半途', sheet_hash, job, 'running', created_by FROM eco_raster_run WHERE id = $1 RETURNING id`,
      [ids.run],
    );
    const [{ id }] = rows as [{ id: string }];
    await owner.query(
      `INSERT INTO eco_raster_part (run_id, organisation_id, place, from_row, to_row, job_id, outcome)
       SELECT $1, organisation_id, place, from_row, to_row, job_id, CASE WHEN place = 0 THEN $2::jsonb END
       FROM eco_raster_part WHERE run_id = $3 AND place < 2`,
      [id, JSON.stringify({ files: { 'tiles-0': sha256 } }), ids.run],
    );
    expect(await left(id)).toEqual([sha256]);
    expect((await filer.post(`/ecoproduct/raster-runs/${id}/cancel`)).status).toBe(204);
    await cleared(id);
    expect(existsSync(path)).toBe(false);
  } finally {
    await owner.end();
  }
}, 60_000);

it('is cancelled where it stands', async () => {
  const { body } = await filer.post<RunAnswer & Record<string, unknown>>('/ecoproduct/raster-runs', rusle(factors()));
  expect((await filer.post(`/ecoproduct/raster-runs/${body.id}/cancel`)).status).toBe(204);
  expect((await ends(filer, body.id)).status).toBe('cancelled');
  expect((await filer.post(`/ecoproduct/raster-runs/${body.id}/cancel`)).status).toBe(409);
}, 60_000);
