/** A version taken out of the library: asked for with a reason, passed by another person who sees which filings rest on it. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  faultOf,
  type Page,
  pageOf,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../factor.messages';
import type { FactorFilingDto, WithdrawalDto } from './withdrawal.dto';

const WITHDRAWAL = `SELECT w.id, w.factor_id AS "factorId", w.version, f.name_zh AS "nameZh", f.name_en AS "nameEn", w.reason, w.status,
  w.proposer, w.proposed_by AS "proposedBy", w.proposed_at AS "proposedAt", w.reviewer, w.reviewed_at AS "reviewedAt", w.remarks
  FROM factor_withdrawal w JOIN factor f ON f.id = w.factor_id AND f.version = w.version`;
/** Filings whose result as it stands was calculated with the version. */
const USING = `FROM filing f JOIN run r ON r.id = f.run_id
  WHERE r.factors @> jsonb_build_array(jsonb_build_object('factor', jsonb_build_object('id', $1::text, 'version', $2::int)))`;

@Injectable()
export class WithdrawalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  propose(
    actor: Actor,
    { factor, version, reason }: { factor: string; version: number; reason: string },
  ): Promise<WithdrawalDto> {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query('SELECT withdrawn_at AS at FROM factor WHERE id = $1 AND version = $2', [
        factor,
        version,
      ]);
      if (!row) throw refuseAny('NOT_FOUND');
      if (row.at) throw refuse('FACTOR_WITHDRAWN_BEFORE', { id: factor, version });
      const [made] = await manager.query(
        `INSERT INTO factor_withdrawal (organisation_id, factor_id, version, reason, proposed_by, proposer)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (factor_id, version) WHERE status IN ('proposed', 'passed') DO NOTHING RETURNING id`,
        [actor.organisationId, factor, version, reason.trim(), actor.userId, actor.name],
      );
      if (!made) throw refuse('WITHDRAWAL_THERE', { id: factor, version });
      await this.record(manager, actor, 'proposed', made.id, { factor, version, reason: reason.trim() });
      return this.view(manager, made.id);
    });
  }

  list(
    actor: Actor,
    { status, factor, after, limit }: { status?: string; factor?: string; after?: string; limit: number },
  ): Promise<Page<WithdrawalDto>> {
    return this.work.run(actor, async (manager) => {
      const rows: WithdrawalDto[] = await manager.query(
        `${WITHDRAWAL} WHERE ($1::text IS NULL OR w.status = $1) AND ($2::text IS NULL OR w.factor_id = $2)
           AND ($3::uuid IS NULL OR w.id < $3) ORDER BY w.id DESC LIMIT $4`,
        [status ?? null, factor ?? null, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      for (const one of page.items) one.uses = await this.uses(one);
      return page;
    });
  }

  one(actor: Actor, id: string): Promise<WithdrawalDto> {
    return this.work.run(actor, (manager) => this.view(manager, id));
  }

  /** Those that the asker may see. */
  filings(
    actor: Actor,
    id: string,
    { after, limit }: { after?: string; limit: number },
  ): Promise<Page<FactorFilingDto>> {
    return this.work.run(actor, async (manager) => {
      const { factorId, version } = await this.view(manager, id);
      const rows: FactorFilingDto[] = await manager.query(
        `SELECT f.id, f.title, f.method, f.status, o.name AS organisation, f.period_start::text AS "periodStart",
           f.period_end::text AS "periodEnd"
         ${USING.replace('WHERE', 'JOIN organisation o ON o.id = f.organisation_id WHERE')}
           AND ($3::uuid IS NULL OR f.id < $3) ORDER BY f.id DESC LIMIT $4`,
        [factorId, version, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id: filing }) => [filing]);
    });
  }

  decide(actor: Actor, id: string, decision: 'pass' | 'return', remarks: string): Promise<WithdrawalDto> {
    const text = remarks.trim();
    if (decision === 'return' && !text)
      throw refuse('PROPOSAL_REMARKS', {}, [faultOf('PROPOSAL_REMARKS', { column: 'remarks' })]);
    return this.work.run(actor, async (manager) => {
      const { proposedBy, factorId, version } = await this.lockOpen(manager, id);
      assertOtherPerson(actor, proposedBy);
      if (decision === 'return')
        await manager.query(
          `UPDATE factor_withdrawal SET status = 'returned', reviewed_by = $2, reviewer = $3, reviewed_at = now(), remarks = $4
           WHERE id = $1`,
          [id, actor.userId, actor.name, text],
        );
      else await manager.query('SELECT factor_withdraw($1, $2, $3, $4)', [id, actor.userId, actor.name, text]);
      const view = await this.view(manager, id);
      await this.record(manager, actor, decision === 'pass' ? 'passed' : 'returned', id, {
        ...{ factor: factorId, version, uses: view.uses, remarks: text },
      });
      return view;
    });
  }

  takeBack(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const { proposedBy } = await this.lockOpen(manager, id);
      if (proposedBy !== actor.userId) throw refuseAny('FORBIDDEN');
      await manager.query(`UPDATE factor_withdrawal SET status = 'taken_back' WHERE id = $1`, [id]);
      await this.record(manager, actor, 'taken_back', id, {});
    });
  }

  private async lockOpen(manager: EntityManager, id: string): Promise<WithdrawalDto & { proposedBy: string }> {
    const [row] = await manager.query(`${WITHDRAWAL} WHERE w.id = $1 FOR UPDATE OF w`, [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    if (row.status !== 'proposed') throw refuse('PROPOSAL_NOT_OPEN', { status: row.status });
    return row;
  }

  private async view(manager: EntityManager, id: string): Promise<WithdrawalDto> {
    const [row] = await manager.query(`${WITHDRAWAL} WHERE w.id = $1`, [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    return { ...row, uses: await this.uses(row) };
  }

  /** How many, whoever's they are: a number says nothing of whom. */
  private uses({ factorId, version }: Pick<WithdrawalDto, 'factorId' | 'version'>): Promise<number> {
    return this.work.run(systemActor, async (manager) => {
      const [{ n }] = await manager.query(`SELECT count(*)::int AS n ${USING}`, [factorId, version]);
      return n;
    });
  }

  private record(manager: EntityManager, actor: Actor, step: string, id: string, details: Record<string, unknown>) {
    return this.audit.record(manager, {
      actor,
      action: `factor_withdrawal.${step}`,
      subject: { type: 'factor_withdrawal', id },
      details,
    });
  }
}
