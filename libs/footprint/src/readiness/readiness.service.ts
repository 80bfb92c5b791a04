/** What an applicant for a label has to have: found by the service where it can, declared with a document where it cannot. */
import { Injectable } from '@nestjs/common';
import { Filing, FilingReader, MethodsService, Run } from '@qingheng/pipeline';
import { type Actor, AuditService, Refusal, refuse as refuseAny, sentence, UnitOfWork } from '@qingheng/platform';
import type { Text } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { claimOf } from '../claim/claim';
import { refuse } from '../footprint.messages';
import { DoubleUseGuard } from '../guard/double-use.guard';
import { type Confidence, LabelRules } from '../label-kind/label-rules';

export interface Readiness {
  code: string;
  kind: 'computed' | 'declared';
  title: Text;
  met: boolean;
  /** What is in the way, or how it was met. */
  detail?: Text;
  document?: string;
  confidence: Confidence;
  source: string;
}

@Injectable()
export class ReadinessService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingReader,
    private readonly methods: MethodsService,
    private readonly guard: DoubleUseGuard,
    private readonly rules: LabelRules,
    private readonly audit: AuditService,
  ) {}

  async of(actor: Actor, filingId: string): Promise<Readiness[]> {
    const { remarks } = await this.filings.one(actor, filingId);
    return this.work.run(actor, async (manager) => {
      const filing = await footprintFiling(manager, filingId);
      const run = filing.runId ? await manager.findOneBy(Run, { id: filing.runId }) : null;
      const approved = remarks.findLast(({ decision }) => decision === 'approve');
      const found: Record<string, { met: boolean; detail?: Text }> = {
        calculated: run?.result
          ? { met: run.issuable === true, ...(run.result.whyNot[0] && { detail: run.result.whyNot[0].message }) }
          : { met: false },
        boundary: run?.result ? told(() => claimOf(run.result!, productOf(run))) : { met: false },
        reviewed: {
          met: ['approved', 'issued'].includes(filing.status),
          ...(approved && { detail: { zh: approved.by.name, en: approved.by.name } }),
        },
        once: run?.result ? await this.once(manager, actor, filing, run) : { met: false },
      };
      const declared: { item: string; document: string }[] = await manager.query(
        'SELECT item, document FROM label_readiness WHERE filing_id = $1',
        [filingId],
      );
      const documents = new Map(declared.map(({ item, document }) => [item, document]));
      return this.rules.readiness.map(({ code, kind, zh, en, confidence, source }): Readiness => {
        const document = documents.get(code);
        const state = kind === 'computed' ? (found[code] ?? { met: false }) : { met: document !== undefined };
        return {
          code,
          kind,
          title: { zh, en },
          confidence,
          source,
          ...state,
          ...(document !== undefined && { document }),
        };
      });
    });
  }

  /** The applicant states that an item is there, and by which document. Stating it again replaces the document. */
  async declare(actor: Actor, filingId: string, item: string, document: string): Promise<void> {
    const rule = this.rules.readiness.find(({ code, kind }) => code === item && kind === 'declared');
    if (!rule) throw refuse('READINESS_ITEM', { item });
    await this.work.run(actor, async (manager) => {
      const filing = await footprintFiling(manager, filingId);
      if (filing.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      await manager.query(
        `INSERT INTO label_readiness (organisation_id, filing_id, item, document, declared_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (filing_id, item) DO UPDATE SET document = EXCLUDED.document, declared_by = EXCLUDED.declared_by, declared_at = now()`,
        [filing.organisationId, filingId, item, document.trim(), actor.userId],
      );
      await this.audit.record(manager, {
        actor,
        action: 'label_readiness.declared',
        subject: { type: 'filing', id: filingId },
        details: { item, document: document.trim() },
      });
    });
  }

  /** An issued label has made its claims: they are no obstacle to itself. */
  private async once(
    manager: EntityManager,
    actor: Actor,
    filing: Filing,
    run: Run,
  ): Promise<{ met: boolean; detail?: Text }> {
    if (filing.status === 'issued') return { met: true };
    const sheet = await this.methods.kept(manager, run.sheetHash);
    const wrong = await this.guard
      .check(manager, actor, { ...filing, sheet, result: run.result! })
      .catch((error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      });
    if (!wrong) return { met: true };
    return { met: false, detail: wrong.faults[0]?.message ?? sentence(wrong.code, wrong.params) };
  }
}

async function footprintFiling(manager: EntityManager, id: string): Promise<Filing> {
  const filing = await manager.findOneBy(Filing, { id });
  if (!filing?.method.startsWith('footprint/')) throw refuseAny('NOT_FOUND');
  return filing;
}

/** Any product of several: the boundary is asked for here, not the figure. */
const productOf = ({ result }: Run): string | undefined => {
  const first = result!.tables.product?.[0]?.product_id;
  return first === undefined || first === null ? undefined : String(first);
};

function told(read: () => unknown): { met: boolean; detail?: Text } {
  try {
    read();
    return { met: true };
  } catch (error) {
    if (error instanceof Refusal) return { met: false, detail: sentence(error.code, error.params) };
    throw error;
  }
}
