/**
 * Field forms of a large project taken in, and their stock worked out, on the server of DATABASE_URL. Beside each, in the same
 * run, what nothing of the kind can do without: the same rows copied bare into a table with their key, and a bare sum by visit.
 */
import { Readable } from 'node:stream';
import {
  type Actor,
  AuditService,
  CopyIn,
  type FileStore,
  type JobContext,
  type PlatformConfig,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import { ImportHandler, SpeciesList, StockHandler } from '@qingheng/sink';
import type { DataSource } from 'typeorm';
import { type Measured, peakRssMb } from './measured';
import { withScratchDatabase } from './scratch-database';

const TREES = 2_000_000;
const OF_PLOT = 100;

export const bench = (n = TREES): Promise<Measured> =>
  withScratchDatabase(({ owner, application }) => measure(owner, new UnitOfWork(application), n));

async function measure(source: DataSource, work: UnitOfWork, n: number): Promise<Measured> {
  const place = await landOf(source);
  const actor: Actor = {
    ...systemActor,
    userId: place.organisation,
    name: 'bench',
    organisationId: place.organisation,
  };
  const project = new Project(source, work, actor, place.project);
  const plots = Math.ceil(n / OF_PLOT);
  await project.take('plot', () => plotLines(plots));
  let steps = {};
  const importing = await timed(async () => (steps = await project.take('tree', () => treeLines(n))));
  const copying = await timed(() => bareCopy(source, n));
  const computing = await timed(() => project.stock());
  const grouping = await timed(() =>
    source.query(
      `CREATE TABLE bare_sum AS SELECT visit_id, count(*)::int AS trees, sum(${KILOGRAMS}) AS kg FROM bare_tree GROUP BY 1`,
    ),
  );
  const [{ differences }] = await source.query(
    `SELECT count(*)::int AS differences FROM sink_stock_plot p FULL JOIN bare_sum b ON b.visit_id = p.visit_id
     WHERE p.trees IS DISTINCT FROM b.trees OR abs(p.above_mg / 1e6 - b.kg) > 1e-6 * b.kg`,
  );
  return {
    name: 'sink',
    ours: round(importing),
    yardstick: round(copying),
    ratio: round(importing / copying),
    unit: 'ms',
    n,
    more: {
      import: steps,
      stock: { ours: round(computing), yardstick: round(grouping), ratio: round(computing / grouping) },
    },
    peakRssMb: peakRssMb(),
    differences: differences as number,
  };
}

/** What field work stands on: an owner, a project, an area and one stratum that covers it. */
async function landOf(source: DataSource): Promise<{ organisation: string; project: string }> {
  const [west, south, side] = [121, 50, 0.5];
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  const shape = JSON.stringify([[ring]]);
  const one = async (text: string, values: unknown[]): Promise<string> =>
    ((await source.query(text, values)) as { id: string }[])[0]!.id;
  const organisation = await one(
    `INSERT INTO organisation (name, kind) VALUES ('bench', 'enterprise') RETURNING id`,
    [],
  );
  const project = await one(
    `INSERT INTO sink_project (organisation_id, number, name, region, method, method_version, sheet_hash, pools, crediting, status,
       created_by)
     VALUES ($1, 'S2026-000001', 'bench', '150785', 'sink/ar-tool14-stratified', '1.0.0', repeat('0', 64), '{tree}',
       '[2021-01-01,2041-01-01)', 'draft', $1) RETURNING id`,
    [organisation],
  );
  const area = await one(
    `INSERT INTO sink_area (organisation_id, project_id, code) VALUES ($1, $2, 'A') RETURNING id`,
    [organisation, project],
  );
  await source.query(
    `INSERT INTO sink_boundary (organisation_id, area_id, version, valid_from, shape, bounds, square_metres, perimeter, vertices,
       source_sha256, recorded_by)
     VALUES ($1, $2, 1, '2021-01-01', $3, box(point(121, 50), point(121.5, 50.5)), 1000000, 4000, 4, repeat('0', 64), $1)`,
    [organisation, area, shape],
  );
  const strata = await one(
    `INSERT INTO sink_stratification (organisation_id, project_id, version, valid_from, recorded_by)
     VALUES ($1, $2, 1, '2021-01-01', $1) RETURNING id`,
    [organisation, project],
  );
  await source.query(
    `INSERT INTO sink_stratum (organisation_id, project_id, stratification_id, code, area_ha, shape)
     VALUES ($1, $2, $3, 'L', 100, $4)`,
    [organisation, project, strata, shape],
  );
  return { organisation, project };
}

class Project {
  private readonly importer: ImportHandler;
  private readonly stocks: StockHandler;
  private content: () => Iterable<string> = () => [];
  /** When the last import had read its file, and when it had checked all rows together. */
  private read = 0;
  private checked = 0;

  constructor(
    private readonly source: DataSource,
    work: UnitOfWork,
    private readonly actor: Actor,
    private readonly id: string,
  ) {
    const audit = new AuditService();
    const species = new SpeciesList({ configDir: process.env.QH_CONFIG_DIR ?? 'config' } as PlatformConfig);
    // The file is written as it is read: what is measured is the taking in.
    const files = { get: () => Promise.resolve(Readable.from(chunks(this.content()))) } as unknown as FileStore;
    this.importer = new ImportHandler(work, files, species, audit);
    this.stocks = new StockHandler(work, species, audit);
  }

  async take(form: string, content: () => Iterable<string>): Promise<Record<string, number>> {
    this.content = content;
    const [{ id }] = await this.source.query(
      `INSERT INTO sink_import (organisation_id, project_id, file_name, form, file, bytes, created_by)
       VALUES ($1, $2, $3, $3, '', 100000000, '{}') RETURNING id`,
      [this.actor.organisationId, this.id, form],
    );
    const began = performance.now();
    await this.importer.handle({ importId: id as string }, this.context());
    const ended = performance.now();
    const { read, checked } = this;
    const [{ status, faults }] = await this.source.query('SELECT status, faults FROM sink_import WHERE id = $1', [id]);
    if (status !== 'accepted') throw new Error(`the ${form} form was ${status}: ${JSON.stringify(faults)}`);
    return { reading: round(read - began), checking: round(checked - read), writing: round(ended - checked) };
  }

  async stock(): Promise<void> {
    await this.source.query(`UPDATE sink_stratum SET area_ha = (SELECT square_metres / 10000 FROM sink_boundary)`);
    const [{ id }] = await this.source.query(
      `INSERT INTO sink_stock (organisation_id, project_id, stratification_id, rounds, equations, created_by)
       SELECT organisation_id, project_id, id, '{1}', '{}', '{}' FROM sink_stratification RETURNING id`,
    );
    await this.stocks.handle({ stockId: id as string }, this.context());
    const [{ status, faults }] = await this.source.query('SELECT status, faults FROM sink_stock WHERE id = $1', [id]);
    if (status !== 'done') throw new Error(`the stock is ${status}: ${JSON.stringify(faults)}`);
  }

  private context(): JobContext {
    const signal = new AbortController().signal;
    const progress = (done: number): Promise<void> => {
      this[done > 0.7 ? 'checked' : 'read'] = performance.now();
      return Promise.resolve();
    };
    return { jobId: '', attempt: 1, actor: this.actor, signal, progress };
  }
}

const plot = (i: number): string => `P${String(i).padStart(6, '0')}`;

function* plotLines(count: number): Iterable<string> {
  yield 'plot,round,visited_on,kind,stratum,form,laid_m2,laid,slope_degrees,longitude,latitude';
  for (let i = 0; i < count; i++) {
    const place = `${(121.001 + (i % 400) * 0.00124).toFixed(6)},${(50.001 + (Math.floor(i / 400) % 500) * 0.0009).toFixed(6)}`;
    yield `${plot(i)},1,2021-08-01,permanent,L,square,600,horizontal,3,${place}`;
  }
}

const tree = (i: number) => ({
  plot: Math.floor(i / OF_PLOT),
  tag: `${(i % OF_PLOT) + 1}`,
  birch: (i % OF_PLOT) % 3 === 0,
  d: `${6 + (i % 8)}.${i % 10}`,
  h: `${5 + (i % 9)}.5`,
});

function* treeLines(count: number): Iterable<string> {
  yield 'plot,round,tag,species,dbh_cm,height_m';
  for (let i = 0; i < count; i++) {
    const { plot: of, tag, birch, d, h } = tree(i);
    yield `${plot(of)},1,${tag},${birch ? '白桦' : '落叶松'},${d},${h}`;
  }
}

function* chunks(lines: Iterable<string>): Iterable<Buffer> {
  let part: string[] = [];
  for (const line of lines) {
    part.push(line);
    if (part.length < 2_000) continue;
    yield Buffer.from(`${part.join('\r\n')}\r\n`);
    part = [];
  }
  yield Buffer.from(`${part.join('\r\n')}\r\n`);
}

/** The same rows as they stand in the end, by COPY into a table with the same key; nothing is looked up or checked. */
async function bareCopy(source: DataSource, n: number): Promise<void> {
  const visits: { code: string; id: number; organisation: string }[] = await source.query(
    `SELECT p.code, v.id, v.organisation_id AS organisation FROM sink_visit v JOIN sink_plot p ON p.id = v.plot_id`,
  );
  const byPlot = new Map(visits.map((visit) => [visit.code, visit]));
  await source.transaction(async (manager) => {
    await manager.query(
      'CREATE TABLE bare_tree (LIKE sink_tree); ALTER TABLE bare_tree ADD PRIMARY KEY (visit_id, tag)',
    );
    const copy = await CopyIn.into(
      manager,
      'bare_tree (visit_id, import_number, organisation_id, dbh_cm, height_m, tag, species, condition)',
    );
    for (let i = 0; i < n; i++) {
      const { plot: of, tag, birch, d, h } = tree(i);
      const { id, organisation } = byPlot.get(plot(of))!;
      const species = birch ? 'betula-platyphylla' : 'larix-gmelinii';
      await copy.write([String(id), '1', organisation, d, h, tag, species, 'alive']);
    }
    await copy.end();
  });
}

/** Huang et al. 2016, leaf, branch and stem, as config/sink has them: what the stock takes where nobody chose. */
const KILOGRAMS = `CASE species
  WHEN 'larix-gmelinii' THEN 0.0078 * x ^ 0.6701 + 0.0213 * x ^ 0.765 + 0.0286 * x ^ 0.9756
  ELSE 0.01175 * x ^ 0.636 + 0.02938 * x ^ 0.663 + 0.04152 * x ^ 0.923 END`.replaceAll(
  'x ^',
  '(dbh_cm::float8 * dbh_cm::float8 * height_m::float8) ^',
);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const round = (x: number): number => Math.round(x * 100) / 100;
