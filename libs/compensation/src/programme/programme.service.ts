/** Programmes: drafted by a clerk, changed under optimistic locking, read by whoever may see them. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { type Actor, AuditService, faultOf, type Page, pageOf, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../compensation.messages';
import { readFen } from '../money/fen';
import { takeDuty } from './duties';
import { requireHouseholdSheet } from './household-sheet';
import type { ProgrammeBody } from './programme.dto';
import { COLUMNS, lockProgramme, type Programme, readProgramme, requireStage, viewOf } from './programme.record';
import type { Stage } from './stage';
import { step } from './step';

export type ProgrammeView = ReturnType<typeof viewOf>;

@Injectable()
export class ProgrammeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
  ) {}

  create(actor: Actor, body: ProgrammeBody): Promise<ProgrammeView> {
    return this.work.run(actor, async (manager) => {
      await this.check(manager, body);
      const fields = fieldsOf(body);
      const names = Object.keys(fields);
      const [{ id }] = await manager.query(
        `INSERT INTO compensation_programme (organisation_id, created_by, ${names.join(', ')})
         VALUES ($1, $2, ${names.map((_, i) => `$${i + 3}`).join(', ')}) RETURNING id`,
        [actor.organisationId, JSON.stringify({ id: actor.userId, name: actor.name }), ...Object.values(fields)],
      );
      const programme = await readProgramme(manager, id);
      await takeDuty(manager, actor, programme, 'clerk');
      await step(manager, this.audit, actor, programme, { act: 'created' });
      return viewOf(await readProgramme(manager, id));
    });
  }

  change(
    actor: Actor,
    id: string,
    { revision, ...body }: ProgrammeBody & { revision: number },
  ): Promise<ProgrammeView> {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, id, { own: true });
      requireStage(programme, 'draft');
      if (programme.revision !== revision) throw refuse('PROGRAMME_REVISION', { current: programme.revision });
      await this.check(manager, body);
      await takeDuty(manager, actor, programme, 'clerk');
      const fields = fieldsOf(body);
      await manager.query(
        `UPDATE compensation_programme SET revision = revision + 1,
           ${Object.keys(fields)
             .map((name, i) => `${name} = $${i + 2}`)
             .join(', ')} WHERE id = $1`,
        [id, ...Object.values(fields)],
      );
      await step(manager, this.audit, actor, programme, { act: 'changed', details: { revision: revision + 1 } });
      return viewOf(await readProgramme(manager, id));
    });
  }

  one(actor: Actor, id: string) {
    return this.work.run(actor, async (manager) => {
      const programme = await readProgramme(manager, id);
      const acts = await manager.query(
        `SELECT to_json(at)#>>'{}' AS at, by, act, stage, remarks FROM compensation_act WHERE programme_id = $1 ORDER BY id`,
        [id],
      );
      return { ...viewOf(programme), acts };
    });
  }

  /** Newest first. */
  list(
    actor: Actor,
    { year, stage, limit, after }: { year?: number; stage?: Stage; limit: number; after?: string },
  ): Promise<Page<ProgrammeView>> {
    return this.work.run(actor, async (manager) => {
      const rows: Programme[] = await manager.query(
        `SELECT ${COLUMNS} FROM compensation_programme
         WHERE ($1::int IS NULL OR year = $1) AND ($2::text IS NULL OR stage = $2) AND ($3::uuid IS NULL OR id < $3)
         ORDER BY id DESC LIMIT $4`,
        [year ?? null, stage ?? null, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, (row) => [row.id]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  private async check(manager: EntityManager, body: ProgrammeBody): Promise<void> {
    if (body.periodEnd < body.periodStart)
      throw refuse('DATES_REVERSED', {}, [faultOf('DATES_REVERSED', { column: 'periodEnd' })]);
    await requireRegion(manager, body.region);
    requireHouseholdSheet(await this.methods.of(manager, body.method, { asOf: body.periodEnd, region: body.region }));
  }
}

const fieldsOf = (body: ProgrammeBody) => ({
  title: body.title.trim(),
  legal_basis: JSON.stringify(body.legalBasis),
  parties: JSON.stringify(body.parties),
  documents: JSON.stringify(body.documents ?? []),
  year: body.year,
  period_start: body.periodStart,
  period_end: body.periodEnd,
  region: body.region,
  method: body.method,
  pool_code: body.poolCode.trim(),
  pool_fen: String(readFen(body.pool)),
  funds_received_on: body.fundsReceivedOn ?? null,
  notice_days: body.noticeDays,
});

export async function requireRegion(manager: EntityManager, region: string): Promise<void> {
  const rows = await manager.query('SELECT 1 FROM region_current WHERE code = $1', [region]);
  if (!rows.length)
    throw refuse('UNKNOWN_REGION_CODE', { region }, [faultOf('UNKNOWN_REGION_CODE', { column: 'region' }, { region })]);
}
