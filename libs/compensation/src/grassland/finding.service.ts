/**
 * What a check of forage and livestock found, beside the programme it may concern. A finding proposes; whether something is
 * withheld is a decision (withholding), and a fine stands in its own book: it is never netted from a subsidy.
 */
import { Injectable } from '@nestjs/common';
import { Filing, Run } from '@qingheng/pipeline';
import { type Actor, AuditService, type Page, pageOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { readFen, yuan } from '../money/fen';
import { takeDuty } from '../programme/duties';
import { lockProgramme, readProgramme } from '../programme/programme.record';
import { step } from '../programme/step';
import { refuseGrassland as refuse } from './grassland.messages';

const METHOD = 'compensation/grass-livestock-balance';

@Injectable()
export class FindingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** Takes over what a completed run says of the households that the programme knows; taken twice, it stands once. */
  take(
    actor: Actor,
    programmeId: string,
    runId: string,
  ): Promise<{ taken: number; mayWithhold: number; unknown: number }> {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      await takeDuty(manager, actor, programme, 'clerk');
      const run = await manager.findOneBy(Run, { id: runId });
      if (!run) throw refuseAny('NOT_FOUND');
      const filing = await manager.findOneBy(Filing, { id: run.filingId });
      const rows = (run.result as { tables?: Record<string, Record<string, unknown>[]> } | null)?.tables?.household;
      if (run.status !== 'succeeded' || filing?.method !== METHOD || !rows) throw refuse('NOT_A_GRASSLAND_RUN');
      const column = (name: string) => rows.map((row) => String(row[name] ?? ''));
      const fines = rows.map((row) => String(readFen(String(row.fine ?? '0.00')) ?? 0n));
      const known: { may_withhold: boolean }[] = await manager.query(
        `INSERT INTO grassland_finding (organisation_id, programme_id, household_id, run_id, overstock, may_withhold, fine_fen,
           taken_by)
         SELECT $1, $2, h.id, $3, x.overstock, x.may, x.fine, $8
         FROM unnest($4::text[], $5::numeric[], $6::boolean[], $7::bigint[]) AS x(number, overstock, may, fine)
         JOIN compensation_household h ON h.programme_id = $2 AND h.number = x.number
         ON CONFLICT (run_id, household_id) DO NOTHING RETURNING may_withhold`,
        [
          ...[programme.organisationId, programmeId, runId, column('household_id'), column('overstock')],
          ...[rows.map((row) => row.may_withhold === true || row.may_withhold === 'true'), fines],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      const counts = {
        ...{ taken: known.length, mayWithhold: known.filter((row) => row.may_withhold).length },
        unknown: rows.length - known.length,
      };
      await step(manager, this.audit, actor, programme, { act: 'findings_taken', details: { runId, ...counts } });
      return counts;
    });
  }

  /** The gravest first, with what was decided on the household since. */
  list(actor: Actor, programmeId: string, { after, limit }: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      await readProgramme(manager, programmeId);
      const rows: { id: string; fine: string }[] = await manager.query(
        `SELECT f.id, h.number AS household, h.banner, f.overstock::text, f.may_withhold AS "mayWithhold",
           f.fine_fen::text AS fine, f.run_id AS "runId", to_json(f.taken_at)#>>'{}' AS "takenAt",
           (SELECT json_agg(json_build_object('number', d.number, 'kind', d.kind, 'status', d.status) ORDER BY d.id)
            FROM compensation_decision d WHERE d.household_id = f.household_id) AS decisions
         FROM grassland_finding f JOIN compensation_household h ON h.id = f.household_id
         WHERE f.programme_id = $1 AND ($2::uuid IS NULL OR f.id > $2) ORDER BY f.id LIMIT $3`,
        [programmeId, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map((row) => ({ ...row, fine: yuan(row.fine) })) };
    });
  }
}
