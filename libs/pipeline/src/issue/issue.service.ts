import { Injectable } from '@nestjs/common';
import { type Actor, assertOtherPerson, AuditService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { Filing } from '../filing/filing.entity';
import { lockFiling } from '../filing/filing.service';
import { MethodsService } from '../methods/methods.service';
import { refuse } from '../pipeline.messages';
import { Run } from '../run/run.entity';
import { Issuers } from './issuers';
import { StatementService } from './statement.service';

@Injectable()
export class IssueService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly issuers: Issuers,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
    private readonly statements: StatementService,
  ) {}

  /** Only from an approved result that may be issued, and not by somebody who wrote in the filing. */
  async issue(actor: Actor, id: string, options: Record<string, unknown> = {}): Promise<object> {
    const { answer, committed } = await this.work.run(actor, async (manager) => {
      const filing = await lockFiling(manager, id);
      if (filing.status !== 'approved') throw refuse('NOT_APPROVED', { status: filing.status });
      assertOtherPerson(actor, ...filing.authors);
      const issuer = this.issuers.of(filing.method) ?? this.statements;
      const run = await manager.findOneBy(Run, { id: filing.runId! });
      if (!run?.result || !run.issuable) throw refuseAny('CONFLICT');
      const sheet = await this.methods.kept(manager, run.sheetHash);
      const issued = await issuer.issue(manager, { actor, filing, run, sheet, options });
      const { kind, number } = issued;
      await manager.update(Filing, id, {
        status: 'issued',
        issuedKind: kind,
        issuedNumber: number,
        updatedAt: new Date(),
      });
      await this.audit.record(manager, {
        actor,
        action: 'filing.issued',
        subject: { type: 'filing', id },
        details: { kind, number, runId: run.id, resultHash: run.resultHash },
      });
      return issued;
    });
    committed?.();
    return answer;
  }
}
