/** A sheet from one person's text to what everybody is calculated with: compiled, tried, published by another person. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  faultOf,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import { compareSheets, type Fault, loadSheet, type Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../../pipeline.messages';
import { bothInForce } from './both-in-force';
import { outcomeOf } from '../method-view';
import { MethodsService } from '../methods.service';
import type { MethodCheckDto, MethodProposalDto, MethodProposalSummaryDto } from './method-proposal.dto';

const SUMMARY = `id, number, method, version, sheet->'title' AS title, hash, reason, status, proposed_by AS "proposedBy", proposer,
  proposed_at AS "proposedAt", reviewer, reviewed_at AS "reviewedAt", remarks`;

@Injectable()
export class MethodProposalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
  ) {}

  /** What a proposal of this text would meet: faults by place, examples, differences from the version in force. */
  check(actor: Actor, yaml: string): Promise<MethodCheckDto> {
    return this.work.run(actor, (manager) => this.checked(manager, yaml));
  }

  /** Throws INVALID_INPUT with every fault of the compiler. Examples may fail: then it cannot be published yet. */
  propose(actor: Actor, yaml: string, reason: string): Promise<MethodProposalSummaryDto> {
    return this.work.run(actor, async (manager) => {
      const { sheet, faults } = await this.compiled(manager, yaml);
      if (!sheet) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
      const [{ id }] = await manager.query(
        `INSERT INTO method_proposal (organisation_id, method, version, hash, yaml, sheet, reason, proposed_by, proposer)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
        [
          ...[actor.organisationId, sheet.id, sheet.version, sheet.hash, yaml, JSON.stringify(sheet), reason.trim()],
          ...[actor.userId, actor.name],
        ],
      );
      await this.record(manager, actor, 'proposed', id, { method: sheet.id, version: sheet.version, hash: sheet.hash });
      return this.summary(manager, id);
    });
  }

  list(actor: Actor, { status, after, limit }: { status?: string; after?: string; limit: number }) {
    return this.work.run(actor, async (manager) => {
      const rows: MethodProposalSummaryDto[] = await manager.query(
        `SELECT ${SUMMARY} FROM method_proposal WHERE ($1::text IS NULL OR status = $1) AND ($2::uuid IS NULL OR id < $2)
         ORDER BY id DESC LIMIT $3`,
        [status ?? null, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  one(actor: Actor, id: string): Promise<MethodProposalDto> {
    return this.work.run(actor, async (manager) => {
      const summary = await this.summary(manager, id);
      const [{ yaml }] = await manager.query('SELECT yaml FROM method_proposal WHERE id = $1', [id]);
      return { ...summary, yaml, check: await this.checked(manager, yaml, summary) };
    });
  }

  /** The sheet of a proposal, to be tried. */
  async sheetOf(manager: EntityManager, id: string): Promise<Sheet> {
    const [row] = await manager.query('SELECT sheet FROM method_proposal WHERE id = $1', [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    return row.sheet as Sheet;
  }

  /** Publishing asks once more whether the version is free and the examples are reproduced. */
  decide(actor: Actor, id: string, decision: 'publish' | 'return', remarks = ''): Promise<MethodProposalSummaryDto> {
    const said = remarks.trim();
    if (decision === 'return' && !said)
      throw refuse('REMARKS_MISSING', {}, [faultOf('REMARKS_MISSING', { column: 'remarks' })]);
    return this.work.run(actor, async (manager) => {
      const { proposedBy, yaml } = await lockOpen(manager, id);
      assertOtherPerson(actor, proposedBy);
      if (decision === 'publish') await this.requireSound(manager, yaml);
      await manager.query(
        `UPDATE method_proposal SET status = $2, reviewed_by = $3, reviewer = $4, reviewed_at = now(), remarks = $5
         WHERE id = $1`,
        [id, decision === 'publish' ? 'published' : 'returned', actor.userId, actor.name, said],
      );
      await this.record(manager, actor, decision === 'publish' ? 'published' : 'returned', id, { remarks: said });
      return this.summary(manager, id);
    });
  }

  withdraw(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const { proposedBy } = await lockOpen(manager, id);
      if (proposedBy !== actor.userId) throw refuseAny('FORBIDDEN');
      await manager.query(`UPDATE method_proposal SET status = 'withdrawn' WHERE id = $1`, [id]);
      await this.record(manager, actor, 'withdrawn', id, {});
    });
  }

  private async requireSound(manager: EntityManager, yaml: string): Promise<void> {
    const { sheet, faults } = await this.compiled(manager, yaml);
    if (!sheet) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    // Of two that are published at the same moment the second sees the first.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('method/' || $1, 0))`, [sheet.id]);
    const clashes = await this.clashes(manager, sheet);
    if (clashes.length) throw refuse('METHOD_PERIODS_CLASH', { count: clashes.length }, clashes);
    const failing = this.methods.standing(sheet).examples.filter(({ ok }) => !ok);
    if (!sheet.examples.length) throw refuse('METHOD_WITHOUT_EXAMPLE');
    if (failing.length)
      throw refuse('METHOD_EXAMPLES_FAIL', { count: failing.length }, [
        ...failing.map(({ example, differences }) =>
          faultOf('METHOD_EXAMPLE_FAILS', {}, { example: example.title.zh, difference: differences[0] ?? '' }),
        ),
      ]);
  }

  /** As the compiler reads it, and free as a version: what was published once is never published again. */
  private async compiled(manager: EntityManager, yaml: string): Promise<{ sheet?: Sheet; faults: Fault[] }> {
    const { sheet, faults } = loadSheet(yaml);
    if (!sheet) return { faults };
    const { id, version } = sheet;
    const [taken] = await manager.query(
      `SELECT 1 FROM method_proposal WHERE method = $1 AND version = $2 AND status = 'published'`,
      [id, version],
    );
    if (!taken && !this.methods.released(id, version)) return { sheet, faults: [] };
    return { faults: [faultOf('METHOD_VERSION_TAKEN', { column: 'version' }, { method: id, version })] };
  }

  /** Other versions in force on a day and in a region of this one, where neither is the other's successor. */
  private async clashes(manager: EntityManager, sheet: Sheet): Promise<Fault[]> {
    return bothInForce(sheet, await this.methods.list(manager)).map((other) =>
      faultOf(
        'METHOD_PERIOD_TAKEN',
        { column: 'valid' },
        {
          ...{ method: sheet.id, version: other.version, from: other.valid.from, ownFrom: sheet.valid.from },
          ...{ to: other.valid.to ? ` – ${other.valid.to}` : '', regions: other.regions.join(', ') || '*' },
        },
      ),
    );
  }

  private async checked(
    manager: EntityManager,
    yaml: string,
    decided?: Pick<MethodProposalSummaryDto, 'status'>,
  ): Promise<MethodCheckDto> {
    const read = decided && decided.status !== 'proposed' ? loadSheet(yaml) : await this.compiled(manager, yaml);
    const { sheet, faults } = read;
    if (!sheet) return { sound: false, faults: faults as MethodCheckDto['faults'], examples: [], changes: [] };
    const { examples } = this.methods.standing(sheet);
    const base = await this.before(manager, sheet);
    // What was decided stands beside what came later.
    const clashes = decided && decided.status !== 'proposed' ? [] : await this.clashes(manager, sheet);
    return {
      sound: examples.length > 0 && examples.every(({ ok }) => ok) && !clashes.length,
      faults: clashes as MethodCheckDto['faults'],
      ...{ method: sheet.id, version: sheet.version, title: sheet.title, examples: examples.map(outcomeOf) },
      ...(base && { base: base.version }),
      changes: base ? compareSheets(base, sheet) : [],
    };
  }

  /** The version that comes before it: the highest below its own. */
  private async before(manager: EntityManager, { id, version }: Sheet): Promise<Sheet | undefined> {
    const rank = (of: string) =>
      of
        .split('.')
        .map((part) => part.padStart(9, '0'))
        .join('.');
    const others = (await this.methods.list(manager)).filter((sheet) => sheet.id === id && sheet.version !== version);
    const sorted = others.sort((a, b) => (rank(a.version) < rank(b.version) ? -1 : 1));
    return sorted.filter((sheet) => rank(sheet.version) < rank(version)).at(-1) ?? sorted[0];
  }

  private async summary(manager: EntityManager, id: string): Promise<MethodProposalSummaryDto> {
    const [row] = await manager.query(`SELECT ${SUMMARY} FROM method_proposal WHERE id = $1`, [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    return row as MethodProposalSummaryDto;
  }

  private record(manager: EntityManager, actor: Actor, act: string, id: string, details: Record<string, unknown>) {
    return this.audit.record(manager, {
      ...{ actor, action: `method_proposal.${act}`, subject: { type: 'method_proposal', id }, details },
    });
  }
}

async function lockOpen(manager: EntityManager, id: string): Promise<{ proposedBy: string; yaml: string }> {
  const [row] = await manager.query(
    `SELECT status, yaml, proposed_by AS "proposedBy" FROM method_proposal WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw refuseAny('NOT_FOUND');
  if (row.status !== 'proposed') throw refuse('METHOD_PROPOSAL_NOT_OPEN', { status: row.status });
  return row as { proposedBy: string; yaml: string };
}
