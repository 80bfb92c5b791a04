/** Raster runs: asked for, watched, cancelled; what they found feeds filings by reference. */
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MethodsService, type OfferedTable, TableSources } from '@qingheng/pipeline';
import {
  type Actor,
  AuditService,
  faultOf,
  FileStore,
  Jobs,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { Zone } from '@qingheng/raster';
import type { Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { isOpen, rasterRun, type RasterRun, rasterRuns } from './raster-run.record';
import type { NewRasterRunDto } from './raster.dto';
import { type KeptJob, planRaster } from './raster.job';
import { refuseRaster as refuse } from './raster.messages';
import { rasterColumns } from './raster-columns';
import { rasterOf, type RasterRow } from './raster.service';
import { clearLater } from './scratch';

export const RASTER_SOURCE = 'raster-run';

@Injectable()
export class RasterRunService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly jobs: Jobs,
    private readonly files: FileStore,
    private readonly audit: AuditService,
    private readonly sources: TableSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(RASTER_SOURCE, {
      offer: (manager, id, table) => sumsOf(manager, this.methods, id, table),
    });
  }

  async start(actor: Actor, asked: NewRasterRunDto) {
    const { method, table, column, asOf, region, total, title } = asked;
    return this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, method, { asOf, region });
      if (!columnOf(sheet, table, column)) throw refuse('UNKNOWN_COLUMN_OF_METHOD', { method, table, column });
      await this.methods.keep(manager, sheet);
      const job: KeptJob = {
        ...{ method, version: sheet.version, table, column, asOf, region, total },
        ...{ planarAreas: asked.planarAreas ?? false, written: asked.written ?? true, factors: {} },
      };
      for (const [name, factor] of Object.entries(asked.factors))
        job.factors[name] = await factorOf(manager, name, factor);
      if (asked.zones) {
        const raster = await ofKind(manager, asked.zones.raster, 'zones');
        const list = asked.zones.list ?? raster.zones ?? (await regionsOf(manager, region));
        if (!list.length) throw refuse('ZONES_UNNAMED');
        job.zones = { raster: raster.id, sha256: raster.sha256, list };
      }
      if (asked.classes) {
        const { id, sha256 } = await ofKind(manager, asked.classes.raster, 'classes');
        job.classes = { raster: id, sha256, codes: asked.classes.codes };
      }
      const [{ id }] = await manager.query(
        `INSERT INTO eco_raster_run (organisation_id, title, sheet_hash, job, created_by)
         VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [
          ...[actor.organisationId, title.trim(), sheet.hash, JSON.stringify(job)],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      const jobId = await this.jobs.enqueue(manager, planRaster, { key: id, payload: { runId: id }, actor });
      await manager.query('UPDATE eco_raster_run SET job_id = $2 WHERE id = $1', [id, jobId]);
      await this.audit.record(manager, {
        actor,
        action: 'raster_run.asked',
        subject: { type: 'raster_run', id },
        details: { method, version: sheet.version, column },
      });
      return this.view(await rasterRun(manager, id), sheet);
    });
  }

  one(actor: Actor, id: string) {
    return this.work.run(actor, async (manager) => {
      const run = await rasterRun(manager, id);
      const sheet = await this.methods.kept(manager, run.sheetHash);
      const { zones, classes, total, unit, parametersUsed, legend } = run.result ?? {};
      return {
        ...this.view(run, sheet),
        ...(run.result && { result: { zones, classes, total, unit, parametersUsed, legend } }),
      };
    });
  }

  columns = (actor: Actor) => this.work.run(actor, (manager) => rasterColumns(manager, this.methods));

  list(actor: Actor, { after, limit }: { after?: string; limit: number }) {
    return this.work.run(actor, async (manager) => {
      const page = pageOf(await rasterRuns(manager, { after, limit: limit + 1 }), limit, ({ id }) => [id]);
      return { ...page, items: page.items.map((run) => this.view(run)) };
    });
  }

  /** What waits ends at once; what computes stops at its next tile. */
  cancel(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const run = await rasterRun(manager, id, { lock: true });
      if (run.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (!isOpen(run)) throw refuse('RASTER_RUN_ENDED');
      const parts: { job_id: string }[] = await manager.query(
        'SELECT job_id FROM eco_raster_part WHERE run_id = $1 AND outcome IS NULL',
        [id],
      );
      for (const jobId of [run.jobId, ...parts.map((part) => part.job_id)])
        if (jobId) await this.jobs.cancel(manager, jobId);
      await manager.query(`UPDATE eco_raster_run SET status = 'cancelled', finished_at = now() WHERE id = $1`, [id]);
      await clearLater(manager, this.jobs, actor, id);
      await this.audit.record(manager, {
        actor,
        action: 'raster_run.cancelled',
        subject: { type: 'raster_run', id },
      });
    });
  }

  async file(actor: Actor, id: string, which: 'picture' | 'resultFile'): Promise<Readable> {
    const run = await this.work.run(actor, (manager) => rasterRun(manager, id));
    const sha256 = run[which];
    if (!sha256) throw refuseAny('NOT_FOUND');
    return this.files.get(sha256);
  }

  private view(run: RasterRun, sheet?: Sheet) {
    const { id, title, job, status, faults, result, resultHash, createdBy, createdAt, finishedAt } = run;
    const { method, version, table, column, asOf, region } = job;
    const path = (name: string): string => `/api/v1/ecoproduct/raster-runs/${id}/${name}`;
    return {
      ...{ id, title, method, version, table, column, asOf, region, status },
      progress: status === 'succeeded' ? '1' : (run.share ?? '0'),
      ...{ parts: run.parts, partsDone: run.partsDone, workers: run.workers, faults },
      columnTitle: (sheet && columnOf(sheet, table, column)?.title) ?? null,
      ...{ total: result?.total ?? null, unit: result?.unit ?? null, resultHash },
      picture: run.picture ? path('picture') : null,
      raster: run.resultFile ? path('raster') : null,
      ...{ createdBy, createdAt, finishedAt },
    };
  }
}

const columnOf = (sheet: Sheet, table: string, column: string) =>
  sheet.tables.find(({ name }) => name === table)?.columns.find((c) => c.kind === 'computed' && c.name === column);

async function factorOf(
  manager: EntityManager,
  name: string,
  { raster, value }: { raster?: unknown; value?: unknown },
): Promise<KeptJob['factors'][string]> {
  if (typeof value === 'string' && raster === undefined) return { value: value.slice(0, 60) };
  if (typeof raster !== 'string' || !/^[0-9a-f-]{36}$/.test(raster))
    throw refuseAny('INVALID_INPUT', { count: 1 }, [faultOf('INVALID_VALUE', { column: `factors.${name}` })]);
  const row = await rasterOf(manager, raster);
  return { raster: row.id, sha256: row.sha256, name: row.name, ...(row.unit !== null && { unit: row.unit }) };
}

async function ofKind(manager: EntityManager, id: string, needed: RasterRow['kind']): Promise<RasterRow> {
  const row = await rasterOf(manager, id);
  if (row.kind !== needed) throw refuse('RASTER_KIND', { name: row.name, kind: row.kind, needed });
  return row;
}

/** The region, its leagues and banners. */
async function regionsOf(manager: EntityManager, region: string): Promise<Zone[]> {
  const rows: { code: string; name: string; parent: string | null }[] = await manager.query(
    `SELECT code, name_zh AS name, parent FROM region_current WHERE starts_with(code, $1) AND code ~ '^[0-9]{6}$'`,
    [region.replace(/(00){1,2}$/, '')],
  );
  const known = new Set(rows.map(({ code }) => code));
  return rows.map(({ code, name, parent }) => ({
    code: Number(code),
    name,
    ...(parent && known.has(parent) && { parent: Number(parent) }),
  }));
}

/**
 * `zone`: the sums of the zones that have no parts, so that nothing is counted twice; `class`: theirs by class. A rate per year
 * is the quantity of a year, the period of an account.
 */
async function sumsOf(
  manager: EntityManager,
  methods: MethodsService,
  id: string,
  table: string,
): Promise<OfferedTable | undefined> {
  const run = await rasterRun(manager, id);
  if (!run.result || (table !== 'zone' && table !== 'class')) return undefined;
  const { zones, classes, unit, parametersUsed } = run.result;
  const { source } = await methods.kept(manager, run.sheetHash);
  const parents = new Set(zones.map(({ parent }) => parent));
  const rows = (table === 'zone' ? zones : classes).filter(({ zone, cells }) => !parents.has(zone) && cells > 0);
  return {
    rows: rows.map(({ zone, name, total, areaM2, ...sum }) => ({
      zone: String(zone),
      name: name ?? String(zone),
      ...(sum.class !== undefined && { class: String(sum.class) }),
      ...{ total, area_m2: areaM2 },
    })),
    units: { total: unit.replace(/\/a$/, ''), area_m2: 'm²' },
    hash: run.resultHash!,
    provisional: [
      ...(source.confidence === 'provisional'
        ? [{ code: 'RASTER_PROVISIONAL', params: { name: run.job.method } }]
        : []),
      ...parametersUsed
        .filter(({ confidence }) => confidence === 'provisional')
        .map(({ name }) => ({ code: 'RASTER_PROVISIONAL', params: { name } })),
    ],
  };
}
