/** What new versions would do to filed results, for whoever filed them: they accept it, or keep what they have. */
import { Injectable } from '@nestjs/common';
import { FilingService } from '@qingheng/pipeline';
import { type Actor, AuditService, type Page, pageOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { refuse } from '../factor.messages';

export interface ImpactFilter {
  shadow?: string;
  status?: string;
  after?: [shadow: string, filing: string];
  limit: number;
}

const IMPACT = `s.id AS "shadowId", i.filing_id AS "filingId", f.number, f.title, f.method, f.status AS "filingStatus",
  f.issued_number AS "issuedNumber", o.name AS organisation, i.organisation_id AS "organisationId", i.status, i.uses,
  i.faults, i.decider, i.decided_at AS "decidedAt", i.remarks, i.again_filing_id AS "againFilingId", s.finished_at AS "foundAt",
  (SELECT COALESCE(jsonb_agg(jsonb_build_object('place', g.place, 'title', g.title, 'unit', g.unit,
     'from', g.from_value::text, 'to', g.to_value::text, 'difference', (g.to_value - g.from_value)::text,
     'percent', CASE WHEN g.from_value <> 0
       THEN round((g.to_value - g.from_value) / abs(g.from_value) * 100, 2)::text END) ORDER BY g.place), '[]')
   FROM (SELECT * FROM factor_shadow_figure g WHERE g.shadow_id = s.id AND g.filing_id = i.filing_id
         ORDER BY g.place LIMIT 50) g) AS figures`;
const FROM = `factor_shadow_filing i JOIN factor_shadow s ON s.id = i.shadow_id JOIN filing f ON f.id = i.filing_id
  JOIN organisation o ON o.id = i.organisation_id`;

@Injectable()
export class ShadowService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingService,
    private readonly audit: AuditService,
  ) {}

  one(actor: Actor, id: string) {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(
        `SELECT s.id, s.proposal_id AS "proposalId", s.status, s.filings, s.moved, s.created_at AS "createdAt",
           s.finished_at AS "finishedAt", COALESCE(j.progress, 0)::float8 AS progress, j.note
         FROM factor_shadow s LEFT JOIN job j ON j.id = s.job_id WHERE s.id = $1`,
        [id],
      );
      if (!row) throw refuseAny('NOT_FOUND');
      const factors = await manager.query(
        `SELECT f.id, f.version, f.name_zh AS "nameZh", f.name_en AS "nameEn", f.unit, b.value::text AS "from",
           f.value::text AS "to"
         FROM factor f LEFT JOIN factor b ON b.id = f.id AND b.version = f.version - 1
         WHERE f.proposal_id = $1 ORDER BY f.id LIMIT 200`,
        [row.proposalId],
      );
      return { ...row, progress: row.status === 'done' ? 1 : row.progress, factors };
    });
  }

  /** Row-level security decides whose filings; newest shadow run first. */
  impacts(actor: Actor, { shadow, status, after, limit }: ImpactFilter): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows: { shadowId: string; filingId: string }[] = await manager.query(
        `SELECT ${IMPACT} FROM ${FROM}
         WHERE ($1::uuid IS NULL OR s.id = $1) AND ($2::text IS NULL OR i.status = $2)
           AND ($3::uuid IS NULL OR (i.shadow_id, i.filing_id) < ($3, $4::uuid))
         ORDER BY i.shadow_id DESC, i.filing_id DESC LIMIT $5`,
        [shadow ?? null, status ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      );
      return pageOf(rows, limit, (row) => [row.shadowId, row.filingId]);
    });
  }

  /** Accepting files the same again with the new versions; what was issued stays until that is issued. */
  decide(
    actor: Actor,
    {
      shadow,
      filing,
      decision,
      remarks,
    }: { shadow: string; filing: string; decision: 'accept' | 'keep'; remarks: string },
  ) {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(
        `SELECT status, organisation_id AS "organisationId" FROM factor_shadow_filing
         WHERE shadow_id = $1 AND filing_id = $2 FOR UPDATE`,
        [shadow, filing],
      );
      if (!row || row.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (row.status !== 'open') throw refuse('SHADOW_DECIDED', { status: row.status });
      const again = decision === 'accept' ? await this.filings.again(manager, actor, filing) : undefined;
      await manager.query(
        `UPDATE factor_shadow_filing SET status = $3, decided_by = $4, decider = $5, decided_at = now(), remarks = $6,
           again_filing_id = $7 WHERE shadow_id = $1 AND filing_id = $2`,
        [
          ...[shadow, filing, decision === 'accept' ? 'accepted' : 'kept', actor.userId, actor.name, remarks.trim()],
          again?.filingId ?? null,
        ],
      );
      await this.audit.record(manager, {
        actor,
        action: decision === 'accept' ? 'factor_impact.accepted' : 'factor_impact.kept',
        subject: { type: 'filing', id: filing },
        details: { shadow, ...(again && { again: again.filingId }) },
      });
      const [view] = await manager.query(`SELECT ${IMPACT} FROM ${FROM} WHERE s.id = $1 AND i.filing_id = $2`, [
        shadow,
        filing,
      ]);
      return view;
    });
  }
}
