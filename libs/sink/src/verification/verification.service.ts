/** Verification of a monitored period: plots measured again, findings, a conclusion by somebody who is not of the owner. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { Rational } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../credit.messages';
import { SinkRules } from '../sink-rules';
import { drawSample, errorOf, ownedPlots, percent, within } from './comparison';
import { by, filingOf, periodOf, runOf } from './period-filing';
import {
  type FindingView,
  type NewFinding,
  type NewMeasurement,
  type NewVerification,
  SELECT_FINDING,
  SELECT_PLOT,
  SELECT_VERIFICATION,
  type VerificationRow,
  type VerificationView,
} from './verification.types';

@Injectable()
export class VerificationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly rules: SinkRules,
  ) {}

  /** Opens on the result of the day; which plots are measured again is drawn by its hash, so nobody chooses them. */
  open(actor: Actor, period: string, wish: NewVerification): Promise<VerificationView> {
    return this.work.run(actor, async (manager) => {
      const { projectId, organisationId, method } = await periodOf(manager, period);
      const filing = await filingOf(manager, period);
      if (!filing?.runId || !['in_review', 'approved'].includes(filing.status)) throw refuse('NO_PERIOD_FILING');
      if (actor.organisationId === organisationId || filing.authors.includes(actor.userId))
        throw refuse('VERIFIER_NOT_INDEPENDENT');
      const least = this.rules.verification.buffers.find((one) => one.method === method);
      if (least && Rational.parse(wish.bufferShare).cmp(Rational.parse(least.least)) < 0)
        throw refuse('BUFFER_TOO_SMALL', { least: least.least, source: least.source });
      const run = await runOf(manager, filing.runId);
      const compared = this.rules.compared(method);
      const { sample } = this.rules.verification.start;
      const plots = compared ? drawSample(ownedPlots(run, compared), wish.sample ?? sample, run.resultHash!) : [];
      const [standing] = await manager.query(
        `SELECT 1 FROM sink_verification WHERE run_id = $1 AND status <> 'failed'`,
        [run.id],
      );
      if (standing) throw refuse('VERIFICATION_OPEN');
      const [{ id, number }] = await manager.query(
        `INSERT INTO sink_verification (organisation_id, project_id, period_id, filing_id, run_id, result_hash, verifier,
           verifier_organisation, tolerance, materiality, basis, buffer_share, buffer_basis, sample)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id, number`,
        [
          organisationId,
          projectId,
          period,
          filing.id,
          run.id,
          run.resultHash,
          JSON.stringify(by(actor)),
          actor.organisationId,
          wish.tolerance,
          wish.materiality,
          wish.basis.trim(),
          wish.bufferShare,
          wish.bufferBasis.trim(),
          JSON.stringify(plots),
        ],
      );
      await this.record(manager, actor, 'opened', id, { number, period, run: run.id });
      return this.view(manager, id);
    });
  }

  /** Plots as the verifier measured them; a plot beyond tolerance raises a corrective finding by itself, once. */
  measure(actor: Actor, id: string, rows: NewMeasurement[]): Promise<VerificationView> {
    return this.work.run(actor, async (manager) => {
      const row = await this.openOne(manager, actor, id);
      const run = await runOf(manager, row.runId);
      const { method } = await periodOf(manager, row.periodId);
      const compared = this.rules.compared(method);
      const owned = new Map((compared ? ownedPlots(run, compared) : []).map((one) => [one.plot, one]));
      for (const { plot, value, measuredOn, note } of rows) {
        const own = owned.get(plot);
        if (!own) throw refuse('UNKNOWN_PLOT', { plot });
        const good = within(own.value, value, row.tolerance);
        await manager.query(
          `INSERT INTO sink_verification_plot (verification_id, organisation_id, plot, stratum, owner_value, verifier_value,
             within, measured_on, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (verification_id, plot) DO UPDATE SET verifier_value = excluded.verifier_value,
             within = excluded.within, measured_on = excluded.measured_on, note = excluded.note, recorded_at = now()`,
          [id, row.organisationId, plot, own.stratum, own.value, value, good, measuredOn, note?.trim() || null],
        );
        if (!good) await this.raiseForPlot(manager, actor, row, plot, own.value, value, compared!.unit);
      }
      await this.record(manager, actor, 'measured', id, { plots: rows.map(({ plot }) => plot) });
      return this.view(manager, id);
    });
  }

  raise(actor: Actor, id: string, finding: NewFinding): Promise<VerificationView> {
    return this.work.run(actor, async (manager) => {
      const row = await this.openOne(manager, actor, id);
      await this.insertFinding(manager, actor, row, finding);
      await this.record(manager, actor, 'finding_raised', id, { kind: finding.kind });
      return this.view(manager, id);
    });
  }

  /** By the owner. */
  answer(actor: Actor, id: string, number: number, answer: string): Promise<VerificationView> {
    return this.work.run(actor, async (manager) => {
      const row = await lock(manager, id);
      if (row.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (row.status !== 'open') throw refuse('VERIFICATION_DECIDED', { status: row.status });
      await this.moveFinding(manager, id, number, ['open', 'answered'], {
        status: 'answered',
        answer: answer.trim(),
        answered_by: JSON.stringify(by(actor)),
        answered_at: new Date(),
      });
      await this.record(manager, actor, 'finding_answered', id, { number });
      return this.view(manager, id);
    });
  }

  /** By the verifier: closed with a conclusion, or back to the owner. */
  settle(actor: Actor, id: string, number: number, close: boolean, conclusion: string): Promise<VerificationView> {
    return this.work.run(actor, async (manager) => {
      await this.openOne(manager, actor, id);
      await this.moveFinding(
        manager,
        id,
        number,
        ['answered'],
        close
          ? {
              status: 'closed',
              conclusion: conclusion.trim(),
              closed_by: JSON.stringify(by(actor)),
              closed_at: new Date(),
            }
          : { status: 'open', conclusion: conclusion.trim() },
      );
      await this.record(manager, actor, close ? 'finding_closed' : 'finding_reopened', id, { number });
      return this.view(manager, id);
    });
  }

  /** Passes only where the result is still the one verified, each stratum has a plot, and the error is not material. */
  decide(actor: Actor, id: string, passed: boolean, statement: string): Promise<VerificationView> {
    return this.work.run(actor, async (manager) => {
      const row = await this.openOne(manager, actor, id);
      if (passed) await this.requirePassable(manager, row);
      await manager.query(
        'UPDATE sink_verification SET status = $2, statement = $3, decided_at = now() WHERE id = $1',
        [id, passed ? 'passed' : 'failed', statement.trim()],
      );
      await this.record(manager, actor, passed ? 'passed' : 'failed', id, {
        run: row.runId,
        resultHash: row.resultHash,
      });
      return this.view(manager, id);
    });
  }

  one(actor: Actor, id: string): Promise<VerificationView> {
    return this.work.run(actor, (manager) => this.view(manager, id));
  }

  private async requirePassable(manager: EntityManager, row: VerificationRow): Promise<void> {
    const filing = await filingOf(manager, row.periodId);
    if (filing?.id !== row.filingId || filing.runId !== row.runId) throw refuse('RESULT_CHANGED');
    const [{ open }] = await manager.query(
      `SELECT count(*)::int AS open FROM sink_finding WHERE verification_id = $1 AND kind <> 'forward' AND status <> 'closed'`,
      [row.id],
    );
    if (open) throw refuse('FINDINGS_OPEN', { count: open });
    const { method } = await periodOf(manager, row.periodId);
    const compared = this.rules.compared(method);
    if (!compared) return;
    const owned = ownedPlots(await runOf(manager, row.runId), compared);
    const plots = await manager.query(SELECT_PLOT, [row.id]);
    const seen = new Set(plots.map(({ stratum }: { stratum: string }) => stratum));
    const missing = [...new Set(owned.map(({ stratum }) => stratum))].filter((stratum) => !seen.has(stratum));
    if (missing.length) throw refuse('NOT_ENOUGH_PLOTS', { strata: missing.join('、') });
    const error = errorOf(plots);
    const most = Rational.parse(row.materiality);
    if (!error || error.cmp(most) > 0)
      throw refuse('MATERIAL_ERROR', { found: error ? percent(error) : '–', most: percent(most) });
  }

  private async raiseForPlot(
    manager: EntityManager,
    actor: Actor,
    row: VerificationRow,
    plot: string,
    owner: string,
    verifier: string,
    unit: string,
  ): Promise<void> {
    const [known] = await manager.query(
      `SELECT 1 FROM sink_finding WHERE verification_id = $1 AND plot = $2 AND kind = 'corrective'`,
      [row.id, plot],
    );
    if (known) return;
    const text =
      `样地 ${plot} 复测 ${verifier} ${unit}，业主 ${owner} ${unit}，超出允许差。 ` +
      `Plot ${plot}: measured again ${verifier} ${unit}, the owner ${owner} ${unit}, beyond tolerance.`;
    await this.insertFinding(manager, actor, row, { kind: 'corrective', plot, text });
  }

  private async insertFinding(
    manager: EntityManager,
    actor: Actor,
    row: VerificationRow,
    { kind, plot, text }: NewFinding,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO sink_finding (organisation_id, verification_id, number, kind, plot, text, raised_by)
       VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM sink_finding WHERE verification_id = $2), $3, $4, $5, $6)`,
      [row.organisationId, row.id, kind, plot ?? null, text.trim(), JSON.stringify(by(actor))],
    );
  }

  private async moveFinding(
    manager: EntityManager,
    id: string,
    number: number,
    from: string[],
    change: Record<string, unknown>,
  ): Promise<void> {
    const [found]: { status: string }[] = await manager.query(
      'SELECT status FROM sink_finding WHERE verification_id = $1 AND number = $2',
      [id, number],
    );
    if (!found) throw refuseAny('NOT_FOUND');
    if (!from.includes(found.status)) throw refuse('FINDING_STATE', { status: found.status });
    const names = Object.keys(change);
    await manager.query(
      `UPDATE sink_finding SET ${names.map((name, i) => `${name} = $${i + 3}`).join(', ')}
       WHERE verification_id = $1 AND number = $2`,
      [id, number, ...Object.values(change)],
    );
  }

  /** Only whoever opened it goes on with it. */
  private async openOne(manager: EntityManager, actor: Actor, id: string): Promise<VerificationRow> {
    const row = await lock(manager, id);
    if (row.verifier.id !== actor.userId) throw refuse('VERIFIER_NOT_INDEPENDENT');
    if (row.status !== 'open') throw refuse('VERIFICATION_DECIDED', { status: row.status });
    return row;
  }

  private async view(manager: EntityManager, id: string): Promise<VerificationView> {
    const [row]: VerificationRow[] = await manager.query(`${SELECT_VERIFICATION} WHERE v.id = $1`, [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    const plots = await manager.query(SELECT_PLOT, [id]);
    const findings: FindingView[] = await manager.query(SELECT_FINDING, [id]);
    const { method } = await periodOf(manager, row.periodId);
    const compared = this.rules.compared(method);
    const run = await runOf(manager, row.runId);
    const error = errorOf(plots);
    return {
      ...row,
      method,
      unit: compared?.unit ?? '',
      candidates: compared ? ownedPlots(run, compared) : [],
      plots,
      findings,
      error: error ? error.roundHalfUp(6).toFixed(6) : null,
    };
  }

  private record(manager: EntityManager, actor: Actor, step: string, id: string, details: Record<string, unknown>) {
    return this.audit.record(manager, {
      actor,
      action: `sink_verification.${step}`,
      subject: { type: 'sink_verification', id },
      details,
    });
  }
}

async function lock(manager: EntityManager, id: string): Promise<VerificationRow> {
  const [row]: VerificationRow[] = await manager.query(`${SELECT_VERIFICATION} WHERE v.id = $1 FOR UPDATE OF v`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}
