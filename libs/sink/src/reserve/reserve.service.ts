/** The reserve: land that could become projects, and what it would bring under stated assumptions. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { Rational } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../credit.messages';
import { SinkRules } from '../sink-rules';
import type {
  SinkChangedProspectDto,
  SinkGroupDto,
  NewSinkProspectDto,
  SinkProspectDto,
  SinkReserveDto,
} from './reserve.dto';
import { type Assumptions, curveGrowth, type ProspectOutlook, scenarioOf } from './scenario';
import type { SinkStandCourseDto } from './stand/stand.dto';
import { StandService } from './stand/stand.service';

const MOST = 2_000;

const SELECT = `SELECT p.id, p.organisation_id AS "organisationId", o.name AS organisation, p.name, p.region, p.owner, p.curve, p.stand,
  trim_scale(p.hectares)::text AS hectares, p.start_year AS "startYear", p.years, p.stage,
  trim_scale(p.planting_cost)::text AS "plantingCost", trim_scale(p.yearly_cost)::text AS "yearlyCost",
  p.project_id AS "projectId", p.note, p.revision
  FROM sink_prospect p JOIN organisation o ON o.id = p.organisation_id`;

@Injectable()
export class ReserveService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: SinkRules,
    private readonly stands: StandService,
    private readonly audit: AuditService,
  ) {}

  add(actor: Actor, wish: NewSinkProspectDto): Promise<SinkProspectDto> {
    return this.work.run(actor, async (manager) => {
      const curve = await this.require(manager, wish);
      const [{ id }] = await manager
        .query(
          `INSERT INTO sink_prospect (organisation_id, name, region, owner, curve, hectares, start_year, years, stage,
             project_id, planting_cost, yearly_cost, note, stand, created_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
          [actor.organisationId, ...valuesOf(wish, curve), JSON.stringify({ id: actor.userId, name: actor.name })],
        )
        .catch(nameTaken);
      await this.record(manager, actor, 'added', id, wish);
      return one(manager, id);
    });
  }

  change(actor: Actor, id: string, { revision, ...wish }: SinkChangedProspectDto): Promise<SinkProspectDto> {
    return this.work.run(actor, async (manager) => {
      const curve = await this.require(manager, wish);
      const [rows] = await manager
        .query(
          `UPDATE sink_prospect SET name = $4, region = $5, owner = $6, curve = $7, hectares = $8, start_year = $9, years = $10,
             stage = $11, project_id = $12, planting_cost = $13, yearly_cost = $14, note = $15, stand = $16, revision = revision + 1
           WHERE id = $1 AND organisation_id = $2 AND revision = $3 RETURNING id`,
          [id, actor.organisationId, revision, ...valuesOf(wish, curve)],
        )
        .catch(nameTaken);
      if (!rows.length) {
        const [seen] = await manager.query('SELECT 1 FROM sink_prospect WHERE id = $1 AND organisation_id = $2', [
          id,
          actor.organisationId,
        ]);
        throw refuseAny(seen ? 'CONFLICT' : 'NOT_FOUND');
      }
      await this.record(manager, actor, 'changed', id, wish);
      return one(manager, id);
    });
  }

  /** Own prospects; those who oversee see all. What was dropped is listed and not counted. */
  async outlook(actor: Actor, wish: Assumptions): Promise<SinkReserveDto> {
    const prospects: SinkProspectDto[] = await this.work.run(actor, (manager) =>
      manager.query(`${SELECT} ORDER BY p.region, p.owner, p.name LIMIT ${MOST}`),
    );
    const counted = prospects.filter(({ stage, curve }) => stage !== 'dropped' && this.rules.curves.has(curve));
    const growing = [];
    for (const one of counted) {
      growing.push({ ...one, growth: this.growthOf(one) });
      // A landscape takes milliseconds and there may be many: others are served in between.
      if (one.stand) await new Promise((resolve) => setImmediate(resolve));
    }
    const { years, prospects: outlook, total } = scenarioOf(growing, wish);
    const by = new Map(outlook.map((row) => [row.id, row]));
    const groups = (key: (one: SinkProspectDto) => string) => groupsOf(counted, by, key);
    return {
      prospects,
      outlook,
      years,
      leagues: groups(({ region }) => `${region.slice(0, 4)}00`),
      banners: groups(({ region }) => region),
      owners: groups(({ owner }) => owner),
      total,
      curves: [...this.rules.curves.values()],
      species: this.rules.stands.species.map(({ code, zh, en, curve, confidence, source }) => ({
        ...{ code, zh, en, curve, confidence, source },
      })),
    };
  }

  async course(actor: Actor, id: string): Promise<SinkStandCourseDto> {
    const found = await this.work.run(actor, (manager) => one(manager, id));
    if (!found.stand) throw refuse('STAND_NONE');
    return this.stands.view(id, found.stand, found);
  }

  private growthOf({ curve, stand, hectares, years }: SinkProspectDto): Rational[] {
    return stand ? this.stands.growth(stand, years) : curveGrowth(this.rules.curves.get(curve)!, hectares, years);
  }

  /** Refuses what cannot be planned; the code of the curve it grows along. */
  private async require(
    manager: EntityManager,
    { curve: wanted = '', stand, hectares, region }: NewSinkProspectDto,
  ): Promise<string> {
    const curve = stand ? this.stands.require(stand, hectares).curve : wanted;
    if (!this.rules.curves.has(curve))
      throw refuse('UNKNOWN_CURVE', { curve }, [faultOf('UNKNOWN_CURVE', { column: 'curve' }, { curve })]);
    const rows = await manager.query('SELECT 1 FROM region_current WHERE code = $1', [region]);
    if (!rows.length) throw refuseAny('INVALID_INPUT', { count: 1 }, [faultOf('INVALID_VALUE', { column: 'region' })]);
    return curve;
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    step: string,
    id: string,
    { name, hectares, stage }: NewSinkProspectDto,
  ) {
    return this.audit.record(manager, {
      actor,
      action: `sink_prospect.${step}`,
      subject: { type: 'sink_prospect', id },
      details: { name, hectares, stage },
    });
  }
}

const valuesOf = (wish: NewSinkProspectDto, curve: string): unknown[] => [
  wish.name.trim(),
  wish.region,
  wish.owner.trim(),
  curve,
  wish.hectares,
  wish.startYear,
  wish.years,
  wish.stage,
  wish.projectId ?? null,
  wish.plantingCost,
  wish.yearlyCost,
  wish.note?.trim() || null,
  wish.stand ? JSON.stringify(wish.stand) : null,
];

function nameTaken(error: { driverError?: { code?: string } }): never {
  if (error.driverError?.code === '23505')
    throw refuseAny('CONFLICT', {}, [faultOf('DUPLICATE_KEY', { column: 'name' })]);
  throw error;
}

function groupsOf(
  prospects: readonly SinkProspectDto[],
  outlook: ReadonlyMap<string, ProspectOutlook>,
  keyOf: (one: SinkProspectDto) => string,
): SinkGroupDto[] {
  const keys = [...new Set(prospects.map(keyOf))].sort();
  return keys.map((key) => {
    const own = prospects.filter((one) => keyOf(one) === key);
    const sum = (pick: (one: SinkProspectDto) => string) =>
      own.reduce((total, one) => total.add(Rational.parse(pick(one))), Rational.ZERO);
    return {
      key,
      prospects: own.length,
      hectares: sum(({ hectares }) => hectares).toFixed(4),
      tonnes: sum(({ id }) => outlook.get(id)!.tonnes).toFixed(1),
      npv: sum(({ id }) => outlook.get(id)!.npv).toFixed(2),
    };
  });
}

async function one(manager: EntityManager, id: string): Promise<SinkProspectDto> {
  const [row] = await manager.query(`${SELECT} WHERE p.id = $1`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row as SinkProspectDto;
}
