/** The life of a filing up to its submission: drafted, changed under optimistic locking, submitted to a run. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { MethodsService } from '../methods/methods.service';
import { refuse } from '../pipeline.messages';
import { RunService } from '../run/run.service';
import { EDITABLE, type FiledInput, Filing } from './filing.entity';

export interface NewFiling {
  method: string;
  title: string;
  product?: string;
  periodStart: string;
  periodEnd: string;
  region: string;
  asOf?: string;
  input?: FiledInput;
}

@Injectable()
export class FilingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly runs: RunService,
    private readonly audit: AuditService,
  ) {}

  /** Without `asOf`, the values in force at the end of the period apply. Returns the new filing's id. */
  create(actor: Actor, filed: NewFiling): Promise<string> {
    const { method, title, product, periodStart, periodEnd, region } = filed;
    const asOf = filed.asOf ?? periodEnd;
    if (periodEnd < periodStart)
      throw refuse('PERIOD_REVERSED', {}, [faultOf('PERIOD_REVERSED', { column: 'periodEnd' })]);
    return this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, method, { asOf, region });
      await requireRegion(manager, region);
      const by = { id: actor.userId, name: actor.name };
      const { identifiers } = await manager.insert(Filing, {
        organisationId: actor.organisationId,
        method,
        methodVersion: sheet.version,
        title: title.trim(),
        product: product?.trim() || null,
        periodStart,
        periodEnd,
        region,
        asOf,
        input: filed.input ?? { tables: {} },
        status: 'draft',
        revision: 1,
        authors: [actor.userId],
        createdBy: by,
        updatedAt: new Date(),
      });
      const id = identifiers[0]!.id as string;
      await this.audit.record(manager, {
        actor,
        action: 'filing.created',
        subject: { type: 'filing', id },
        details: { method, version: sheet.version },
      });
      return id;
    });
  }

  /** `revision` is the one the change was made on; an older one is refused, nothing is overwritten unseen. */
  change(
    actor: Actor,
    id: string,
    { title, product, input, revision }: { title?: string; product?: string; input: FiledInput; revision: number },
  ): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const filing = await lockOwn(manager, actor, id);
      if (!EDITABLE.includes(filing.status)) throw refuse('FILING_LOCKED', { status: filing.status });
      if (filing.revision !== revision) throw refuse('REVISION_CONFLICT', { current: filing.revision });
      await manager.update(Filing, id, {
        input,
        ...(title !== undefined && { title: title.trim() }),
        ...(product !== undefined && { product: product.trim() || null }),
        revision: revision + 1,
        authors: [...new Set([...filing.authors, actor.userId])],
        updatedAt: new Date(),
      });
      await this.audit.record(manager, {
        actor,
        action: 'filing.changed',
        subject: { type: 'filing', id },
        details: { revision: revision + 1 },
      });
    });
  }

  /** Asking again while it runs gives the run under way. */
  submit(actor: Actor, id: string): Promise<string> {
    return this.work.run(actor, async (manager) => {
      const filing = await lockOwn(manager, actor, id);
      if (filing.status === 'running' && filing.runId) return filing.runId;
      if (!EDITABLE.includes(filing.status)) throw refuse('FILING_LOCKED', { status: filing.status });
      return this.start(manager, actor, filing);
    });
  }

  /**
   * Files the same once more and calculates it with what counts today: the filing at hand where it is a trial, else a new
   * one beside it, which goes through review as any other. Whatever was issued stays as it is.
   */
  async again(manager: EntityManager, actor: Actor, id: string): Promise<{ filingId: string; runId: string }> {
    const filing = await lockOwn(manager, actor, id);
    if (EDITABLE.includes(filing.status)) return { filingId: id, runId: await this.start(manager, actor, filing) };
    const { organisationId, method, methodVersion, title, product, periodStart, periodEnd, region, asOf, input } =
      filing;
    const { identifiers } = await manager.insert(Filing, {
      ...{ organisationId, method, methodVersion, title, product, periodStart, periodEnd, region, asOf, input },
      ...{ status: 'draft', revision: 1, authors: [actor.userId], updatedAt: new Date() },
      createdBy: { id: actor.userId, name: actor.name },
    });
    const copy = await lockOwn(manager, actor, identifiers[0]!.id as string);
    const runId = await this.start(manager, actor, copy);
    await this.audit.record(manager, {
      actor,
      action: 'filing.created',
      subject: { type: 'filing', id: copy.id },
      details: { method, again: id },
    });
    return { filingId: copy.id, runId };
  }

  private async start(manager: EntityManager, actor: Actor, filing: Filing): Promise<string> {
    const { id } = filing;
    const sheet = await this.methods.of(manager, filing.method, { asOf: filing.asOf, region: filing.region });
    const runId = await this.runs.start(manager, actor, filing, sheet);
    await manager.update(Filing, id, {
      status: 'running',
      runId,
      methodVersion: sheet.version,
      authors: [...new Set([...filing.authors, actor.userId])],
      updatedAt: new Date(),
    });
    await this.audit.record(manager, {
      actor,
      action: 'filing.submitted',
      subject: { type: 'filing', id },
      details: { runId, revision: filing.revision },
    });
    return runId;
  }
}

/** A reviewer sees every filing but writes in none: filers write in their own organisation's. */
async function lockOwn(manager: EntityManager, actor: Actor, id: string): Promise<Filing> {
  const filing = await lockFiling(manager, id);
  if (filing.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
  return filing;
}

export async function lockFiling(manager: EntityManager, id: string): Promise<Filing> {
  const filing = await manager.findOne(Filing, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!filing) throw refuseAny('NOT_FOUND');
  return filing;
}

async function requireRegion(manager: EntityManager, region: string): Promise<void> {
  const rows = await manager.query('SELECT 1 FROM region_current WHERE code = $1', [region]);
  if (!rows.length)
    throw refuse('UNKNOWN_REGION', { region }, [faultOf('UNKNOWN_REGION', { column: 'region' }, { region })]);
}
