/** Barrier indicators: the plan's targets, what was observed, where each stands. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  faultOf,
  refuse as refuseAny,
  registerMessages,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { type BarrierIndicator, BarrierTargets, type TargetSource } from './barrier-targets';
import { type Standing, standingOf } from './standing';

const refuse = registerMessages({
  OBSERVATION_LATER: { status: 422, zh: '{year} 年还没有到', en: 'The year {year} is still to come' },
});

export interface Observation {
  year: number;
  value: string;
  unit: string;
  source: string;
  url: string | null;
  by: string;
  at: string;
}

export interface IndicatorView extends Omit<BarrierIndicator, 'targets'> {
  /** The latest entry for each year. */
  observations: Observation[];
  targets: Standing[];
}

@Injectable()
export class IndicatorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly targets: BarrierTargets,
  ) {}

  list(actor: Actor): Promise<{ source: TargetSource; items: IndicatorView[] }> {
    return this.work.run(actor, async (manager) => ({ source: this.targets.source, items: await this.views(manager) }));
  }

  /** A later entry for a year takes the place of an earlier one, which stays on record. */
  observe(
    actor: Actor,
    code: string,
    { year, value, source, url }: { year: number; value: string; source: string; url?: string },
  ): Promise<IndicatorView> {
    const indicator = this.targets.get(code);
    if (!indicator) throw refuseAny('NOT_FOUND');
    return this.work.run(actor, async (manager) => {
      if (year > (await thisYear(manager)))
        throw refuse('OBSERVATION_LATER', { year }, [faultOf('OBSERVATION_LATER', { column: 'year' }, { year })]);
      await manager.query(
        'INSERT INTO barrier_observation (indicator, year, value, unit, source, url, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [
          code,
          year,
          value,
          indicator.unit,
          source.trim(),
          url ?? null,
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      const [view] = await this.views(manager, code);
      await this.audit.record(manager, {
        actor,
        action: 'barrier_indicator.observed',
        subject: { type: 'barrier_indicator', id: code },
        details: { year, value, source },
      });
      return view!;
    });
  }

  private async views(manager: EntityManager, code?: string): Promise<IndicatorView[]> {
    const rows: (Observation & { indicator: string })[] = await manager.query(
      `SELECT DISTINCT ON (indicator, year) indicator, year, trim_scale(value)::text AS value, unit, source, url,
         recorded_by ->> 'name' AS by, to_json(recorded_at)#>>'{}' AS at
       FROM barrier_observation WHERE $1::text IS NULL OR indicator = $1 ORDER BY indicator, year, id DESC`,
      [code ?? null],
    );
    const year = await thisYear(manager);
    return this.targets.all
      .filter((indicator) => code === undefined || indicator.code === code)
      .map(({ targets, ...indicator }) => {
        const observations = rows
          .filter((row) => row.indicator === indicator.code)
          .map(({ indicator: _, ...row }) => row);
        return {
          ...indicator,
          observations,
          targets: targets.map((target) => standingOf({ ...indicator, targets }, target, observations, year)),
        };
      });
  }
}

const thisYear = async (manager: EntityManager): Promise<number> =>
  (await manager.query(`SELECT extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS year`))[0].year as number;
