/** New versions of factors: proposed by one person, passed by another, and only then what calculations take. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  type FactorWords,
  faultOf,
  gwpSetsOf,
  Jobs,
  type Page,
  pageOf,
  refuse as refuseAny,
  searchOf,
  UnitOfWork,
} from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../factor.messages';
import { type Cells, type FactorRecord, FIELD_NAMES, type Known, readFactor } from '../fields/factor-fields';
import { shadowRun } from '../shadow/shadow.job';

export interface NewProposal {
  title: string;
  reason?: string;
  rows: Cells[];
  /** What a row is called in faults; its place in the list where nothing is said. */
  names?: string[];
  file?: { name: string; sha256: string };
}

export interface CheckedRow {
  record: FactorRecord;
  base: number;
  checksum: string;
  /** Fields that differ from the version that counts; none of them for a new factor. */
  changes: string[];
}

const PROPOSAL = `p.id, p.number, p.title, p.reason, p.file_name AS "fileName", p.rows, p.status, p.proposer,
  p.proposed_by AS "proposedBy", p.proposed_at AS "proposedAt", p.reviewer, p.reviewed_at AS "reviewedAt", p.remarks,
  o.name AS organisation, s.id AS "shadowId"`;
const FROM = `factor_proposal p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN factor_shadow s ON s.proposal_id = p.id`;

@Injectable()
export class ProposalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** What a proposal of these rows would be; throws INVALID_INPUT with every fault, by row and field. */
  check(actor: Actor, rows: Cells[], names?: string[]): Promise<CheckedRow[]> {
    return this.work.run(actor, (manager) => checked(manager, rows, names));
  }

  propose(actor: Actor, { title, reason = '', rows, names, file }: NewProposal) {
    return this.work.run(actor, async (manager) => {
      const sound = await checked(manager, rows, names);
      const [{ id }] = await manager.query(
        `INSERT INTO factor_proposal (organisation_id, title, reason, file_name, file_sha256, rows, proposed_by, proposer)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [
          ...[
            actor.organisationId,
            title.trim(),
            reason.trim(),
            file?.name ?? null,
            file?.sha256 ?? null,
            sound.length,
          ],
          ...[actor.userId, actor.name],
        ],
      );
      await manager.query(
        `INSERT INTO factor_proposal_row (proposal_id, row, organisation_id, factor_id, base_version, record, search, checksum)
         SELECT $1, x.row, $2, x.factor_id, x.base, x.record, x.search, x.checksum
         FROM jsonb_to_recordset($3::jsonb)
           AS x(row int, factor_id text, base int, record jsonb, search jsonb, checksum text)`,
        [
          id,
          actor.organisationId,
          JSON.stringify(
            sound.map(({ record, base, checksum }, i) => ({
              ...{ row: i + 1, factor_id: record.id, base, record, checksum },
              search: searchOf(record as unknown as FactorWords),
            })),
          ),
        ],
      );
      await this.audit.record(manager, {
        actor,
        action: 'factor_proposal.made',
        subject: { type: 'factor_proposal', id },
        details: { rows: sound.length, ...(file && { sha256: file.sha256 }) },
      });
      return this.view(manager, id);
    });
  }

  list(
    actor: Actor,
    { status, after, limit }: { status?: string; after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `SELECT ${PROPOSAL} FROM ${FROM} WHERE ($1::text IS NULL OR p.status = $1) AND ($2::uuid IS NULL OR p.id < $2)
         ORDER BY p.id DESC LIMIT $3`,
        [status ?? null, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  one(actor: Actor, id: string) {
    return this.work.run(actor, (manager) => this.view(manager, id));
  }

  /** The rows with what counts now beside them, so that a reviewer sees what would change. */
  rows(actor: Actor, id: string, { after = '0', limit }: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      await this.view(manager, id);
      const rows: { row: number }[] = await manager.query(
        `SELECT r.row, r.factor_id AS "factorId", r.base_version AS "baseVersion", r.record,
           CASE WHEN f.id IS NOT NULL THEN to_jsonb(f) - '{checksum,loaded_at,withdrawn_at,proposal_id,origin}'::text[] END AS before
         FROM factor_proposal_row r LEFT JOIN factor f ON f.id = r.factor_id AND f.version = r.base_version
         WHERE r.proposal_id = $1 AND r.row > $2 ORDER BY r.row LIMIT $3`,
        [id, after, limit + 1],
      );
      return pageOf(rows, limit, ({ row }) => [String(row)]);
    });
  }

  /** A second person publishes or sends back; publishing starts the shadow run in the same transaction. */
  decide(actor: Actor, id: string, decision: 'publish' | 'return', remarks: string) {
    const text = remarks.trim();
    if (decision === 'return' && !text)
      throw refuse('PROPOSAL_REMARKS', {}, [faultOf('PROPOSAL_REMARKS', { column: 'remarks' })]);
    return this.work.run(actor, async (manager) => {
      const { proposedBy } = await this.lockOpen(manager, id);
      assertOtherPerson(actor, proposedBy);
      if (decision === 'return')
        await manager.query(
          `UPDATE factor_proposal SET status = 'returned', reviewed_by = $2, reviewer = $3, reviewed_at = now(), remarks = $4
           WHERE id = $1`,
          [id, actor.userId, actor.name, text],
        );
      else await this.publish(manager, actor, id, text);
      await this.audit.record(manager, {
        actor,
        action: decision === 'publish' ? 'factor_proposal.published' : 'factor_proposal.returned',
        subject: { type: 'factor_proposal', id },
        details: text ? { remarks: text } : {},
      });
      return this.view(manager, id);
    });
  }

  withdraw(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const { proposedBy } = await this.lockOpen(manager, id);
      if (proposedBy !== actor.userId) throw refuseAny('FORBIDDEN');
      await manager.query(`UPDATE factor_proposal SET status = 'withdrawn' WHERE id = $1`, [id]);
      await this.audit.record(manager, {
        ...{ actor, action: 'factor_proposal.withdrawn', subject: { type: 'factor_proposal', id } },
      });
    });
  }

  private async publish(manager: EntityManager, actor: Actor, id: string, remarks: string): Promise<void> {
    const [stale] = await manager.query(
      `SELECT r.factor_id AS id, r.base_version AS base, max(f.version) AS current
       FROM factor_proposal_row r JOIN factor f ON f.id = r.factor_id WHERE r.proposal_id = $1
       GROUP BY r.factor_id, r.base_version HAVING max(f.version) <> r.base_version LIMIT 1`,
      [id],
    );
    if (stale) throw refuse('FACTOR_MOVED_ON', stale);
    await manager.query('SELECT factor_publish($1, $2, $3, $4)', [id, actor.userId, actor.name, remarks]);
    const [shadow] = await manager.query('INSERT INTO factor_shadow (proposal_id) VALUES ($1) RETURNING id', [id]);
    const jobId = await this.jobs.enqueue(manager, shadowRun, {
      ...{ key: shadow.id, payload: { shadowId: shadow.id as string }, actor },
    });
    await manager.query('UPDATE factor_shadow SET job_id = $2 WHERE id = $1', [shadow.id, jobId]);
  }

  private async lockOpen(manager: EntityManager, id: string): Promise<{ proposedBy: string }> {
    const [row] = await manager.query(
      `SELECT status, proposed_by AS "proposedBy" FROM factor_proposal WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!row) throw refuseAny('NOT_FOUND');
    if (row.status !== 'proposed') throw refuse('PROPOSAL_NOT_OPEN', { status: row.status });
    return row;
  }

  private async view(manager: EntityManager, id: string) {
    const [row] = await manager.query(`SELECT ${PROPOSAL} FROM ${FROM} WHERE p.id = $1`, [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    return row;
  }
}

async function checked(manager: EntityManager, rows: Cells[], names: string[] = []): Promise<CheckedRow[]> {
  const regions: { code: string }[] = await manager.query('SELECT code FROM region_current');
  const known: Known = { regions: regions.map(({ code }) => code), gwp: await gwpSetsOf(manager) };
  const current = await currentOf(
    manager,
    rows.map(({ id }) => id ?? ''),
  );
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  const sound = rows.flatMap((cells, i): CheckedRow[] => {
    const row = names[i] ?? String(i + 1);
    const at = (column: string) => ({ table: 'factors', row, column });
    for (const name of Object.keys(cells))
      if (!FIELD_NAMES.includes(name)) faults.push(faultOf('FACTOR_FIELD_UNKNOWN', at(name), { field: name }));
    const read = readFactor(cells, known);
    if ('complaints' in read) {
      faults.push(...read.complaints.map(([column, [code, params]]) => faultOf(code, at(column), params)));
      return [];
    }
    const { record } = read;
    const first = seen.get(record.id);
    if (first !== undefined) faults.push(faultOf('FACTOR_TWICE', at('id'), { id: record.id, row: first }));
    seen.set(record.id, row);
    const before = current.get(record.id);
    const changes = before ? FIELD_NAMES.filter((name) => !same(record[name], before.record[name])) : [];
    if (before?.counts && !changes.length) faults.push(faultOf('FACTOR_UNCHANGED', at('id'), { id: record.id }));
    return [{ record, base: before?.version ?? 0, checksum: checksumOf(record), changes }];
  });
  if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
  return sound;
}

interface Current {
  version: number;
  counts: boolean;
  record: Record<string, unknown>;
}

/** The last version of each, withdrawn or not. */
async function currentOf(manager: EntityManager, ids: string[]): Promise<Map<string, Current>> {
  const rows: ({ id: string; version: number; counts: boolean } & Record<string, unknown>)[] = await manager.query(
    `SELECT DISTINCT ON (id) *, value::text, low::text, high::text, sigma_ln::text, dqr::text[],
       valid_from::text, valid_to::text, withdrawn_at IS NULL AS counts
     FROM factor WHERE id = ANY ($1) ORDER BY id, version DESC`,
    [ids],
  );
  return new Map(rows.map((record) => [record.id, { version: record.version, counts: record.counts, record }]));
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
const checksumOf = (record: FactorRecord): string =>
  createHash('sha256')
    .update(canonical(FIELD_NAMES.map((name) => record[name] ?? null)))
    .digest('hex');
