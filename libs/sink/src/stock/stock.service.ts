/** Stocks of above-ground biomass: asked for, opened down to the tree, offered to filings by reference. */
import { Injectable } from '@nestjs/common';
import { type OfferedTable, type TableSource, TableSources } from '@qingheng/pipeline';
import { type Actor, AuditService, faultOf, Jobs, type Page, pageOf, UnitOfWork } from '@qingheng/platform';
import type { Row } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse as refuseImport } from '../import/import.messages';
import { SpeciesList } from '../import/species';
import { lockProject } from '../project/project.record';
import { workedOut } from './biomass-sql';
import { refuse } from './stock.messages';
import { computeStock, stockOf, stocksOf, stockView } from './stock.record';

export interface NewStock {
  /** The earlier and the later round, or one alone. */
  rounds: number[];
  /** Species → equation, where the preferred one is not wanted. */
  equations?: Record<string, string>;
}

const PLOTS = `plot, round, stratum, kind, area_ha::text AS "areaHa", trees, outside,
  (above_mg / 1000000.0)::numeric(20, 6)::text AS "aboveKg",
  (above_mg / 1000000000.0 / area_ha)::numeric(14, 4)::text AS "aboveTonnesPerHa"`;

@Injectable()
export class StockService implements TableSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly species: SpeciesList,
    private readonly audit: AuditService,
    sources: TableSources,
  ) {
    sources.register('sink-stock', this);
  }

  start(actor: Actor, projectId: string, { rounds, equations = {} }: NewStock) {
    const [first, second] = rounds;
    if (second !== undefined && second <= first!)
      throw refuse('ROUNDS_REVERSED', {}, [faultOf('ROUNDS_REVERSED', { column: 'rounds' })]);
    return this.work.run(actor, async (manager) => {
      await lockProject(manager, actor, projectId);
      const [strata] = await manager.query(
        'SELECT id FROM sink_stratification WHERE project_id = $1 AND superseded_at IS NULL',
        [projectId],
      );
      if (!strata) throw refuseImport('NO_STRATA');
      const [{ id }] = await manager.query(
        `INSERT INTO sink_stock (organisation_id, project_id, stratification_id, rounds, equations, created_by)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [
          actor.organisationId,
          projectId,
          strata.id,
          rounds,
          JSON.stringify(equations),
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      const jobId = await this.jobs.enqueue(manager, computeStock, { key: id, payload: { stockId: id }, actor });
      await manager.query('UPDATE sink_stock SET job_id = $2 WHERE id = $1', [id, jobId]);
      await this.audit.record(manager, {
        actor,
        action: 'sink_stock.started',
        subject: { type: 'sink_stock', id },
        details: { projectId, rounds },
      });
      return stockView(await stockOf(manager, id));
    });
  }

  one(actor: Actor, id: string) {
    return this.work.run(actor, async (manager) => stockView(await stockOf(manager, id)));
  }

  list(actor: Actor, projectId: string, page: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows = await stocksOf(manager, projectId, { ...page, limit: page.limit + 1 });
      const found = pageOf(rows, page.limit, (row) => [row.id]);
      return { ...found, items: found.items.map(stockView) };
    });
  }

  plots(
    actor: Actor,
    id: string,
    { round, after, limit }: { round: number; after?: string; limit: number },
  ): Promise<Page<{ plot: string }>> {
    return this.work.run(actor, async (manager) => {
      await stockOf(manager, id);
      const rows: { plot: string }[] = await manager.query(
        `SELECT ${PLOTS} FROM sink_stock_plot WHERE stock_id = $1 AND round = $2 AND ($3::text IS NULL OR plot > $3)
         ORDER BY plot LIMIT $4`,
        [id, round, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ plot }) => [plot]);
    });
  }

  /** Every tree of a plot with its equation worked out; the kilograms add up to the plot's. */
  trees(
    actor: Actor,
    id: string,
    { plot, round, after, limit }: { plot: string; round: number; after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const { equations } = await stockOf(manager, id);
      const rows: { tag: string; species: string; d: string; h: string | null }[] = await manager.query(
        `SELECT t.tag, t.species, t.dbh_cm::text AS d, t.height_m::text AS h FROM sink_stock_plot p
         JOIN sink_tree t ON t.visit_id = p.visit_id AND t.condition = 'alive'
         WHERE p.stock_id = $1 AND p.plot = $2 AND p.round = $3 AND ($4::text IS NULL OR t.tag > $4)
         ORDER BY t.tag LIMIT $5`,
        [id, plot, round, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ tag }) => [tag]);
      return {
        ...page,
        items: page.items.map(({ tag, species, d, h }) => {
          const equation = this.species.equations.find((one) => one.equation === equations[species])!;
          const { dMin, dMax = Infinity } = this.species.rangeOf(equation);
          return {
            tag,
            species,
            speciesZh: equation.nameZh,
            d,
            h,
            equation: equation.equation,
            source: equation.source,
            confidence: equation.confidence,
            outside: Number(d) < dMin || Number(d) > dMax,
            ...workedOut(equation, d, h),
          };
        }),
      };
    });
  }

  discard(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const { projectId, status } = await stockOf(manager, id);
      await lockProject(manager, actor, projectId);
      await stockOf(manager, id, { lock: true });
      if (status !== 'done') throw refuse('STOCK_STATUS', { status });
      const [used] = await manager.query(
        `SELECT number FROM filing, jsonb_each(CASE WHEN jsonb_typeof(input->'references') = 'object'
           THEN input->'references' ELSE '{}' END) r
         WHERE r.value->'source'->>'id' = $1 LIMIT 1`,
        [id],
      );
      if (used) throw refuse('STOCK_USED', { filing: used.number });
      await manager.query(`UPDATE sink_stock SET status = 'discarded' WHERE id = $1`, [id]);
      await this.audit.record(manager, { actor, action: 'sink_stock.discarded', subject: { type: 'sink_stock', id } });
    });
  }

  /**
   * `stratum`: stratum_id, area_ha (hm²). `plot`: plot_id, plot, stratum_id, visit (t1, t2), area_ha (hm²), agb_t (t dry
   * matter), as sink/ar-tool14-stratified takes them. `pair`: permanent plots of both rounds, agb_t1 and agb_t2 (t).
   */
  async offer(manager: EntityManager, id: string, table: string): Promise<OfferedTable | undefined> {
    const [stock] = await manager.query(
      `SELECT rounds, stratification_id AS strata, result_hash AS hash, provisional, warnings FROM sink_stock
       WHERE id = $1 AND status = 'done'`,
      [id],
    );
    const query = stock && TABLES[table];
    if (!query) return undefined;
    const rows: Row[] = await manager.query(query.text, table === 'stratum' ? [stock.strata] : [id, stock.rounds]);
    const { hash, provisional, warnings } = stock as { hash: string } & Pick<OfferedTable, 'provisional' | 'warnings'>;
    return { rows, units: query.units, hash, provisional, ...(table !== 'stratum' && { warnings }) };
  }
}

const TONNES = '(above_mg / 1000000000.0)::numeric(20, 9)::text';
const TABLES: Record<string, { text: string; units: Record<string, string> }> = {
  stratum: {
    text: `SELECT code AS stratum_id, area_ha::text FROM sink_stratum WHERE stratification_id = $1 ORDER BY code`,
    units: { stratum_id: '', area_ha: 'hm²' },
  },
  plot: {
    text: `SELECT plot || '@' || round AS plot_id, plot, stratum AS stratum_id,
        CASE WHEN round = ($2::int[])[1] THEN 't1' ELSE 't2' END AS visit, area_ha::text, ${TONNES} AS agb_t
      FROM sink_stock_plot WHERE stock_id = $1 ORDER BY plot, round`,
    units: { plot_id: '', plot: '', stratum_id: '', visit: '', area_ha: 'hm²', agb_t: 't' },
  },
  pair: {
    text: `SELECT a.plot AS plot_id, a.stratum AS stratum_id, a.area_ha::text,
        ${TONNES.replace('above_mg', 'a.above_mg')} AS agb_t1, ${TONNES.replace('above_mg', 'b.above_mg')} AS agb_t2
      FROM sink_stock_plot a JOIN sink_stock_plot b ON b.stock_id = a.stock_id AND b.plot = a.plot AND b.round = ($2::int[])[2]
      WHERE a.stock_id = $1 AND a.round = ($2::int[])[1] AND a.kind = 'permanent' ORDER BY a.plot`,
    units: { plot_id: '', stratum_id: '', area_ha: 'hm²', agb_t1: 't', agb_t2: 't' },
  },
};
