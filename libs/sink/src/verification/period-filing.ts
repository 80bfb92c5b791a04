/** Which account of the one path stands for a monitoring period, and what its run says. */
import { Run } from '@qingheng/pipeline';
import { type Actor, AuditService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refuse } from '../credit.messages';

export interface PeriodRow {
  id: string;
  projectId: string;
  organisationId: string;
  number: string;
  method: string;
  start: string;
  end: string;
}

export interface FilingRow {
  id: string;
  number: string;
  status: string;
  runId: string | null;
  authors: string[];
}

@Injectable()
export class PeriodFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** The owner says which filing it is; method, region, time and owner must be those of the project and the period. */
  link(actor: Actor, project: string, period: string, filingId: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const found = await periodOf(manager, period);
      if (found.projectId !== project || found.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      const [filing] = await manager.query(
        `SELECT f.organisation_id AS "organisationId", f.method, f.region, f.period_start::text AS start,
           f.period_end::text AS "end", p.region AS "projectRegion"
         FROM filing f, sink_project p WHERE f.id = $1 AND p.id = $2`,
        [filingId, project],
      );
      if (!filing || filing.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      for (const [field, at, expected] of [
        ['method', filing.method, found.method],
        ['region', filing.region, filing.projectRegion],
        ['periodStart', filing.start, found.start],
        ['periodEnd', filing.end, found.end],
      ])
        if (at !== expected) throw refuse('PERIOD_FILING_MISMATCH', { field, found: at, expected });
      const [taken] = await manager.query(
        `SELECT EXISTS (SELECT FROM sink_issuance WHERE period_id = $1) AS issued,
           EXISTS (SELECT FROM sink_period_filing WHERE filing_id = $2 AND period_id <> $1) AS other`,
        [period, filingId],
      );
      if (taken.issued) throw refuse('PERIOD_ISSUED');
      if (taken.other) throw refuse('FILING_OF_OTHER_PERIOD');
      await manager.query(
        `INSERT INTO sink_period_filing (period_id, project_id, organisation_id, filing_id, linked_by)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (period_id)
         DO UPDATE SET filing_id = excluded.filing_id, linked_by = excluded.linked_by, linked_at = now()`,
        [period, project, actor.organisationId, filingId, JSON.stringify(by(actor))],
      );
      await this.audit.record(manager, {
        actor,
        action: 'sink_period.filed',
        subject: { type: 'sink_monitoring_period', id: period },
        details: { filing: filingId },
      });
    });
  }
}

export const by = ({ userId, name }: Actor) => ({ id: userId, name });

export async function periodOf(manager: EntityManager, id: string): Promise<PeriodRow> {
  const [row] = await manager.query(
    `SELECT m.id, m.project_id AS "projectId", m.organisation_id AS "organisationId", p.number, p.method,
       lower(m.during)::text AS start, (upper(m.during) - 1)::text AS "end"
     FROM sink_monitoring_period m JOIN sink_project p ON p.id = m.project_id WHERE m.id = $1`,
    [id],
  );
  if (!row) throw refuseAny('NOT_FOUND');
  return row as PeriodRow;
}

export async function filingOf(manager: EntityManager, period: string): Promise<FilingRow | undefined> {
  const [row] = await manager.query(
    `SELECT f.id, f.number, f.status, f.run_id AS "runId", f.authors FROM sink_period_filing l
     JOIN filing f ON f.id = l.filing_id WHERE l.period_id = $1`,
    [period],
  );
  return row as FilingRow | undefined;
}

export async function runOf(manager: EntityManager, id: string): Promise<Run> {
  const run = await manager.findOneBy(Run, { id });
  if (!run) throw refuseAny('NOT_FOUND');
  return run;
}

/** The stock that stands verified by a result, t CO2e; what was credited where a method knows no stock. */
export function stockOf({ result }: Run, name = 'issuable_t'): string | null {
  const value = result?.outputs[name];
  return typeof value === 'string' ? value : null;
}
