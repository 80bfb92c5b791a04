/** Uncertainty told whole: what the statute counts, what other schemes would, what equations and chance leave open. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../credit.messages';
import { SinkRules } from '../sink-rules';
import { stockOf } from '../stock/stock.record';
import { by, runOf } from '../verification/period-filing';
import { creditedChange } from './discount';
import { type Spread, spreadOf, type Tree } from './equations';
import { simulate } from './monte-carlo';
import { twoVisitsOf } from './run-plots';
import {
  type Change,
  estimateOf,
  independentChange,
  momentsOf,
  pairedChange,
  type Stratum,
  TooFewPlots,
} from './sample';
import type { SinkChangeDto, SinkMomentsDto, SinkSimulationDto, SinkUncertaintyDto } from './uncertainty.dto';

const STATUTORY = 0.9;

const SIMULATION = `SELECT id, result, assumptions, sha256, made_by AS "madeBy", made_at AS "madeAt" FROM sink_simulation`;

@Injectable()
export class UncertaintyService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: SinkRules,
    private readonly audit: AuditService,
  ) {}

  of(actor: Actor, runId: string): Promise<SinkUncertaintyDto> {
    return this.work.run(actor, async (manager) => {
      const run = await runOf(manager, runId);
      const visits = twoVisitsOf(run);
      const { first, second, scale } = visits;
      const paired = attempt(() => pairedChange(first, second, STATUTORY));
      const independent = needed(() => independentChange(estimateOf(first, STATUTORY), estimateOf(second, STATUTORY)));
      return {
        runId,
        method: run.result!.method,
        first: momentsIn(first),
        second: momentsIn(second),
        independent: changeIn(independent, scale),
        paired: paired ? { ...changeIn(paired, scale), pairs: paired.pairs } : null,
        schemes: this.rules.discounts.map((rule) => {
          const [before, after] = [estimateOf(first, rule.level), estimateOf(second, rule.level)];
          const found = creditedChange(
            rule,
            { first: before, second: after, change: independentChange(before, after) },
            scale,
          );
          const { code, zh, en, confidence, source } = rule;
          const known = found.state === 'known';
          return {
            ...{ code, zh, en, confidence, source, state: found.state },
            deduction: known ? found.deduction : null,
            credited: known ? found.credited : null,
          };
        }),
        simulations: await manager.query(`${SIMULATION} WHERE run_id = $1 ORDER BY id DESC LIMIT 20`, [runId]),
      };
    });
  }

  /** Recorded with seed, assumptions and the hash of what came out: whoever repeats it gets the same bytes. */
  draw(actor: Actor, runId: string, wish: { seed?: number; draws?: number }): Promise<SinkSimulationDto> {
    return this.work.run(actor, async (manager) => {
      const run = await runOf(manager, runId);
      const visits = twoVisitsOf(run);
      const seed = wish.seed ?? parseInt(run.resultHash!.slice(0, 8), 16);
      const draws = wish.draws ?? this.rules.simulation.draws;
      const { sources } = this.rules.simulation;
      const result = simulate(visits, { seed, draws, sources, scale: visits.scale });
      const text = JSON.stringify(result);
      const sha256 = createHash('sha256').update(text).digest('hex');
      const id = await this.store(manager, actor, run, { seed, draws, text, sha256 });
      const [row] = await manager.query(`${SIMULATION} WHERE id = $1`, [id]);
      return row as SinkSimulationDto;
    });
  }

  spread(trees: Tree[]): Spread[] {
    return spreadOf(this.rules.equations, trees);
  }

  /** The trees that a stock was worked out from, by every equation of their species. */
  ofStock(actor: Actor, stockId: string, round?: number): Promise<Spread[]> {
    return this.work.run(actor, async (manager) => {
      const stock = await stockOf(manager, stockId);
      const trees: (Omit<Tree, 'h'> & { h: number | null })[] = await manager.query(
        `SELECT species, d::float8, h::float8, count(*)::int AS count FROM (
           SELECT t.species, t.dbh_cm AS d, t.height_m AS h FROM sink_stock_plot p
           JOIN sink_tree t ON t.visit_id = p.visit_id AND t.condition = 'alive'
           WHERE p.stock_id = $1 AND p.round = $2) t GROUP BY species, d, h`,
        [stockId, round ?? stock.rounds.at(-1)],
      );
      return spreadOf(
        this.rules.equations,
        trees.map(({ h, ...tree }) => ({ ...tree, ...(h !== null && { h }) })),
      );
    });
  }

  private async store(
    manager: EntityManager,
    actor: Actor,
    run: { id: string; organisationId: string },
    { seed, draws, text, sha256 }: { seed: number; draws: number; text: string; sha256: string },
  ): Promise<string> {
    const [{ id }] = await manager.query(
      `INSERT INTO sink_simulation (organisation_id, run_id, seed, draws, assumptions, result, sha256, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        run.organisationId,
        run.id,
        seed,
        draws,
        JSON.stringify(this.rules.simulation.sources),
        text,
        sha256,
        JSON.stringify(by(actor)),
      ],
    );
    await this.audit.record(manager, {
      actor,
      action: 'sink_simulation.made',
      subject: { type: 'run', id: run.id },
      details: { seed, draws, sha256 },
    });
    return id;
  }
}

const momentsIn = (strata: readonly Stratum[]): SinkMomentsDto[] =>
  strata.map(({ code, hectares, plots }) => {
    const { plots: n, mean, variance } = momentsOf(plots.values());
    return { stratum: code, hectares, plots: n, mean, deviation: Math.sqrt(variance) };
  });

const changeIn = ({ total, halfWidth, relative, degrees }: Change, scale: number): SinkChangeDto => ({
  total: total * scale,
  halfWidth: halfWidth * scale,
  relative: Number.isFinite(relative) ? relative : null,
  degrees,
});

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooFewPlots) return null;
    throw error;
  }
}

function needed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooFewPlots) throw refuse('TOO_FEW_PLOTS', { strata: error.strata.join('、') });
    throw error;
  }
}
