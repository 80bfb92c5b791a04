/** From trees to plots in one statement; strata and project follow from plots. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService, faultOf, type Handler, type JobContext, JobHandler, UnitOfWork } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { SpeciesList } from '../import/species';
import { AREA_TOLERANCE } from '../stratum/tolerance';
import type { TreeEquation } from '../uncertainty/equations';
import { biomassSql, outsideSql, preferred } from './biomass-sql';
import './stock.messages';
import { computeStock, type Stock, stockOf } from './stock.record';

const MOST_TOLD = 100;

@JobHandler(computeStock)
@Injectable()
export class StockHandler implements Handler<{ stockId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly species: SpeciesList,
    private readonly audit: AuditService,
  ) {}

  async handle({ stockId }: { stockId: string }, { actor, progress }: JobContext): Promise<void> {
    await this.work.run(actor, async (manager) => {
      const stock = await stockOf(manager, stockId, { lock: true });
      if (stock.status !== 'computing') return; // an earlier attempt ended it
      await manager.query(`SET LOCAL work_mem = '256MB'; SET LOCAL statement_timeout = '10min'`);
      await progress(0.1, { zh: '正在汇总林木', en: 'Adding up the trees' });
      const faults = await this.compute(manager, stock);
      if (faults.length)
        await manager.query(`UPDATE sink_stock SET status = 'failed', faults = $2, finished_at = now() WHERE id = $1`, [
          stockId,
          JSON.stringify(faults.slice(0, MOST_TOLD)),
        ]);
      await this.audit.record(manager, {
        actor,
        action: faults.length ? 'sink_stock.failed' : 'sink_stock.computed',
        subject: { type: 'sink_stock', id: stockId },
        details: { projectId: stock.projectId, faults: faults.length },
      });
    });
  }

  private async compute(manager: EntityManager, stock: Stock): Promise<Fault[]> {
    const wrong = [...(await this.sampled(manager, stock)), ...(await strataFaults(manager, stock))];
    if (wrong.length) return wrong;
    const { chosen, faults } = await this.choose(manager, stock);
    if (faults.length) return faults;
    if (chosen.length) await addTrees(manager, chosen);
    await manager.query(
      `INSERT INTO sink_stock_plot (stock_id, organisation_id, round, plot, stratum, kind, visit_id, area_ha, trees, outside,
         above_mg)
       SELECT $1, $2, v.round, v.plot, v.stratum, v.kind, v.visit_id, v.area_ha, coalesce(s.trees, 0), coalesce(s.outside, 0),
         coalesce(s.above_mg, 0)
       FROM stock_visit v LEFT JOIN ${chosen.length ? 'stock_sum' : '(SELECT NULL::int visit_id, 0 trees, 0 outside, 0::bigint above_mg WHERE false)'} s
         USING (visit_id)`,
      [stock.id, stock.organisationId],
    );
    await this.finish(manager, stock, chosen);
    return [];
  }

  /** Visits of the rounds that count: of plots within the boundary, with their stratum. */
  private async sampled(manager: EntityManager, { projectId, stratificationId, rounds }: Stock): Promise<Fault[]> {
    await manager.query(
      `CREATE TEMP TABLE stock_visit ON COMMIT DROP AS
       SELECT v.id AS visit_id, v.round, p.id AS plot_id, p.code AS plot, p.kind, p.area_ha, p.area_id IS NULL AS left_out,
         s.code AS stratum, v.import_number
       FROM sink_visit v JOIN sink_plot p ON p.id = v.plot_id
       LEFT JOIN sink_plot_stratum a ON a.plot_id = p.id AND a.stratification_id = $2
       LEFT JOIN sink_stratum s ON s.id = a.stratum_id
       WHERE v.project_id = $1 AND v.round = ANY ($3)`,
      [projectId, stratificationId, rounds],
    );
    await manager.query(
      `CREATE TEMP TABLE stock_left ON COMMIT DROP AS SELECT DISTINCT plot FROM stock_visit WHERE left_out`,
    );
    await manager.query('DELETE FROM stock_visit WHERE left_out');
    await manager.query('ANALYZE stock_visit');
    const seen: { round: number }[] = await manager.query('SELECT DISTINCT round FROM stock_visit');
    const empty = rounds.filter((round) => !seen.some((one) => one.round === round));
    const homeless: { plot: string }[] = await manager.query(
      `SELECT DISTINCT plot FROM stock_visit WHERE stratum IS NULL ORDER BY plot LIMIT ${MOST_TOLD}`,
    );
    return [
      ...empty.map((round) => faultOf('NO_VISITS', { table: 'stock', column: 'rounds' }, { round })),
      ...homeless.map(({ plot }) => faultOf('PLOT_WITHOUT_STRATUM', { table: 'plot', row: plot }, { plot })),
    ];
  }

  /** The chosen equation of each species; where nobody chose, the preferred one that all its trees allow. */
  private async choose(manager: EntityManager, { equations }: Stock) {
    await manager.query(
      `CREATE TEMP TABLE stock_species ON COMMIT DROP AS
       SELECT t.species, t.import_number, count(*) FILTER (WHERE t.height_m IS NULL)::int AS lacking
       FROM sink_tree t JOIN stock_visit v ON v.visit_id = t.visit_id WHERE t.condition = 'alive' GROUP BY 1, 2`,
    );
    const there: { species: string; lacking: number }[] = await manager.query(
      'SELECT species, sum(lacking)::int AS lacking FROM stock_species GROUP BY 1 ORDER BY 1',
    );
    const faults: Fault[] = [];
    const chosen: TreeEquation[] = [];
    for (const { species, lacking } of there) {
      const own = this.species.equations.filter((equation) => equation.species === species);
      const wanted = equations[species];
      const equation = wanted ? own.find((one) => one.equation === wanted) : preferred(own, lacking === 0);
      const at = { table: 'equation', row: species };
      if (!equation) {
        faults.push(
          wanted
            ? faultOf('EQUATION_UNKNOWN', at, { species, equation: wanted })
            : faultOf('NO_EQUATION', at, { species }),
        );
        continue;
      }
      if (equation.needsHeight && lacking)
        faults.push(
          faultOf('HEIGHT_MISSING', at, { species: equation.nameZh, count: lacking, equation: equation.equation }),
        );
      chosen.push({ ...equation, ...this.species.rangeOf(equation) });
    }
    return { chosen, faults };
  }

  private async finish(manager: EntityManager, stock: Stock, chosen: TreeEquation[]): Promise<void> {
    const strata = await manager.query(
      `SELECT p.stratum, s.area_ha::text AS "areaHa", p.round, count(*)::int AS plots, sum(p.trees)::int AS trees,
         avg(p.above_mg / 1000000000.0 / p.area_ha)::numeric(14, 4)::text AS "aboveTonnesPerHa"
       FROM sink_stock_plot p JOIN sink_stratum s ON s.stratification_id = $2 AND s.code = p.stratum
       WHERE p.stock_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 3`,
      [stock.id, stock.stratificationId],
    );
    const rounds = await manager.query(
      `SELECT round, sum(plots)::int AS plots, sum(trees)::int AS trees,
         (sum(area_ha * mean) / sum(area_ha))::numeric(14, 4)::text AS "aboveTonnesPerHa" FROM (
         SELECT p.round, s.area_ha, count(*) AS plots, sum(p.trees) AS trees,
           avg(p.above_mg / 1000000000.0 / p.area_ha) AS mean
         FROM sink_stock_plot p JOIN sink_stratum s ON s.stratification_id = $2 AND s.code = p.stratum
         WHERE p.stock_id = $1 GROUP BY p.round, p.stratum, s.area_ha) t GROUP BY round ORDER BY round`,
      [stock.id, stock.stratificationId],
    );
    const [{ rows }] = await manager.query(
      `SELECT string_agg(concat_ws('|', plot, round, stratum, area_ha, trees, above_mg), E'\\n' ORDER BY plot, round) AS rows
       FROM sink_stock_plot WHERE stock_id = $1`,
      [stock.id],
    );
    const [{ imports, files }] = await manager.query(
      `SELECT array_agg(number ORDER BY number) AS imports, array_agg(file ORDER BY number) AS files FROM sink_import
       WHERE number IN (SELECT import_number FROM stock_visit
         UNION SELECT import_number FROM stock_species)`,
    );
    const equations = Object.fromEntries(chosen.map(({ species, equation }) => [species, equation]));
    const terms = chosen.map(({ equation, terms: of, dMin, dMax }) => ({ equation, of, dMin, dMax }));
    const { projectId, stratificationId } = stock;
    const input = { projectId, stratificationId, rounds: stock.rounds, files, terms };
    await manager.query(
      `UPDATE sink_stock SET status = 'done', finished_at = now(), totals = $2, equations = $3, imports = $4, input_hash = $5,
         result_hash = $6, provisional = $7, warnings = $8 WHERE id = $1`,
      [
        stock.id,
        JSON.stringify({ rounds, strata }),
        JSON.stringify(equations),
        imports,
        sha256(JSON.stringify(input)),
        sha256(rows as string),
        JSON.stringify(
          chosen
            .filter(({ confidence }) => confidence === 'provisional')
            .map(({ equation, note = '' }) => ({ code: 'EQUATION_PROVISIONAL', params: { equation, note } })),
        ),
        JSON.stringify(await warningsOf(manager, stock, chosen)),
      ],
    );
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** By visit: in parallel where the database can, since the sum does not depend on the order. */
async function addTrees(manager: EntityManager, chosen: TreeEquation[]): Promise<void> {
  await manager.query(
    `CREATE TEMP TABLE stock_sum ON COMMIT DROP AS
     SELECT visit_id, count(*)::int AS trees, count(*) FILTER (WHERE ${outsideSql(chosen)})::int AS outside,
       sum(round((${biomassSql(chosen)}) * 1000000)::bigint)::bigint AS above_mg
     FROM (SELECT t.visit_id, t.species, t.dbh_cm::float8 AS d, t.height_m::float8 AS h FROM sink_tree t
           WHERE t.condition = 'alive' AND t.visit_id IN (SELECT visit_id FROM stock_visit)) t
     GROUP BY visit_id`,
  );
}

async function strataFaults(manager: EntityManager, { projectId, stratificationId }: Stock): Promise<Fault[]> {
  const [{ strata, areas }] = await manager.query(
    `SELECT (SELECT sum(area_ha) FROM sink_stratum WHERE stratification_id = $2)::text AS strata,
       (SELECT (sum(b.square_metres) / 10000)::numeric(16, 4) FROM sink_area a
        JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL WHERE a.project_id = $1)::text AS areas`,
    [projectId, stratificationId],
  );
  if (Math.abs(Number(strata) - Number(areas)) <= AREA_TOLERANCE * Number(areas)) return [];
  const tolerance = `${AREA_TOLERANCE * 100} %`;
  return [faultOf('STRATA_DIFFER', { table: 'stratum' }, { strata, areas, tolerance })];
}

async function warningsOf(manager: EntityManager, { id }: Stock, chosen: TreeEquation[]): Promise<Fault[]> {
  const left: { plot: string }[] = await manager.query(`SELECT plot FROM stock_left ORDER BY plot LIMIT ${MOST_TOLD}`);
  const empty: { plot: string; round: number }[] = await manager.query(
    `SELECT plot, round FROM sink_stock_plot WHERE stock_id = $1 AND trees = 0 ORDER BY plot, round LIMIT ${MOST_TOLD}`,
    [id],
  );
  const beyond: { species: string; count: number }[] = chosen.length
    ? await manager.query(
        `SELECT species, count(*)::int AS count FROM (SELECT species, dbh_cm::float8 AS d FROM sink_tree
           WHERE condition = 'alive' AND visit_id IN (SELECT visit_id FROM sink_stock_plot WHERE stock_id = $1 AND outside > 0)) t
         WHERE ${outsideSql(chosen)} GROUP BY 1 ORDER BY 1`,
        [id],
      )
    : [];
  const trees: { plot: string; round: number; tag: string; species: string; d: string }[] = beyond.length
    ? await manager.query(
        `SELECT plot, round, tag, species, d::text FROM (
           SELECT p.plot, p.round, t.tag, t.species, t.dbh_cm::float8 AS d FROM sink_stock_plot p
           JOIN sink_tree t ON t.visit_id = p.visit_id AND t.condition = 'alive'
           WHERE p.stock_id = $1 AND p.outside > 0) t
         WHERE ${outsideSql(chosen)} ORDER BY plot, round, tag LIMIT ${MOST_TOLD}`,
        [id],
      )
    : [];
  return [
    ...left.map(({ plot }) => faultOf('PLOT_LEFT_OUT', { table: 'plot', row: plot }, { plot })),
    ...empty.map(({ plot, round }) => faultOf('PLOT_WITHOUT_TREES', { table: 'plot', row: plot }, { plot, round })),
    ...beyond.map(({ species, count }) => {
      const { nameZh, equation } = chosen.find((one) => one.species === species)!;
      return faultOf('TREES_OUTSIDE', { table: 'equation', row: species }, { species: nameZh, count, equation });
    }),
    ...trees.map(({ plot, round, tag, species, d }) => {
      const { nameZh, equation, dMin = 0, dMax } = chosen.find((one) => one.species === species)!;
      const place = { table: 'tree', row: `${plot}/${round}/${tag}`, column: 'dbh_cm' };
      return faultOf('TREE_OUTSIDE', place, {
        ...{ plot, round, tag, species: nameZh, d, equation },
        range: `${dMin}–${dMax ?? ''}`,
      });
    }),
  ];
}
