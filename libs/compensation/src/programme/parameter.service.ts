/** Dated parameters of a programme: what a league or a banner has decided, each with its paper. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { type Actor, AuditService, faultOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { Confidence } from '@qingheng/sheet';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { refuse } from '../compensation.messages';
import { takeDuty } from './duties';
import type { ParameterBody } from './programme.dto';
import { lockProgramme, requireStage } from './programme.record';
import { step } from './step';

export interface ProgrammeParameter {
  id: string;
  name: string;
  region: string;
  value: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  confidence: Confidence;
}

@Injectable()
export class ParameterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
  ) {}

  add(actor: Actor, programmeId: string, body: ParameterBody): Promise<ProgrammeParameter> {
    const { name, region, value, validFrom, validTo, source, confidence } = body;
    if (validTo && validTo < validFrom)
      throw refuse('DATES_REVERSED', {}, [faultOf('DATES_REVERSED', { column: 'validTo' })]);
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'draft');
      const scope = programme.region.replace(/(00){1,2}$/, '');
      if (!region.startsWith(scope)) throw refuse('REGION_OUTSIDE', { region, scope: programme.region });
      const sheet = await this.methods.of(manager, programme.method, {
        asOf: programme.periodEnd,
        region: programme.region,
      });
      const known = sheet.parameters.filter(({ type }) => type === 'number').map((p) => p.name);
      if (!known.includes(name)) {
        const params = { name, known: known.join(', ') };
        throw refuse('UNKNOWN_PARAMETER_NAME', params, [faultOf('UNKNOWN_PARAMETER_NAME', { column: 'name' }, params)]);
      }
      await takeDuty(manager, actor, programme, 'clerk');
      const id = await insert(manager, programme.organisationId, programmeId, actor, body);
      await step(manager, this.audit, actor, programme, {
        act: 'parameter_added',
        details: { name, region, value, validFrom, validTo: validTo ?? null, source, confidence },
      });
      return { id, name, region, value, validFrom, validTo: validTo ?? null, source, confidence };
    });
  }

  remove(actor: Actor, programmeId: string, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'draft');
      await takeDuty(manager, actor, programme, 'clerk');
      const [rows] = await manager.query(
        'DELETE FROM compensation_parameter WHERE id = $1 AND programme_id = $2 RETURNING name, region, value::text',
        [id, programmeId],
      );
      if (!rows.length) throw refuseAny('NOT_FOUND');
      await step(manager, this.audit, actor, programme, { act: 'parameter_removed', details: rows[0] });
    });
  }

  list(actor: Actor, programmeId: string): Promise<ProgrammeParameter[]> {
    return this.work.run(actor, (manager) => parametersOf(manager, programmeId));
  }
}

export const parametersOf = (manager: EntityManager, programmeId: string): Promise<ProgrammeParameter[]> =>
  manager.query(
    `SELECT id, name, region, value::text, lower(valid)::text AS "validFrom", (upper(valid) - 1)::text AS "validTo", source,
       confidence FROM compensation_parameter WHERE programme_id = $1 ORDER BY name, region, valid`,
    [programmeId],
  );

async function insert(
  manager: EntityManager,
  organisationId: string,
  programmeId: string,
  actor: Actor,
  { name, region, value, validFrom, validTo, source, confidence }: ParameterBody,
): Promise<string> {
  try {
    const [{ id }] = await manager.query(
      `INSERT INTO compensation_parameter (organisation_id, programme_id, name, region, value, valid, source, confidence,
         created_by) VALUES ($1, $2, $3, $4, $5, daterange($6, $7, '[]'), $8, $9, $10) RETURNING id`,
      [
        organisationId,
        programmeId,
        name,
        region,
        value,
        validFrom,
        validTo ?? null,
        source.trim(),
        confidence,
        JSON.stringify({ id: actor.userId, name: actor.name }),
      ],
    );
    return id;
  } catch (error) {
    const state = error instanceof QueryFailedError && (error.driverError as { code?: string }).code;
    if (state === '23P01') throw refuse('PARAMETER_OVERLAPS', { name, region });
    throw error;
  }
}
