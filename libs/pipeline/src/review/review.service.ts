/** The second pair of eyes: whoever wrote in a filing does not approve it. */
import { Injectable } from '@nestjs/common';
import { type Actor, assertOtherPerson, AuditService, faultOf, UnitOfWork } from '@qingheng/platform';
import { Filing, FilingRemark } from '../filing/filing.entity';
import { lockFiling } from '../filing/filing.service';
import { refuse } from '../pipeline.messages';

@Injectable()
export class ReviewService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  decide(actor: Actor, id: string, decision: 'approve' | 'return', remarks: string): Promise<void> {
    const text = remarks.trim();
    if (decision === 'return' && !text)
      throw refuse('REMARKS_MISSING', {}, [faultOf('REMARKS_MISSING', { column: 'remarks' })]);
    return this.work.run(actor, async (manager) => {
      const filing = await lockFiling(manager, id);
      if (filing.status !== 'in_review') throw refuse('NOT_IN_REVIEW', { status: filing.status });
      assertOtherPerson(actor, ...filing.authors);
      await manager.insert(FilingRemark, {
        filingId: id,
        organisationId: filing.organisationId,
        runId: filing.runId,
        by: { id: actor.userId, name: actor.name },
        decision,
        text,
      });
      await manager.update(Filing, id, {
        status: decision === 'approve' ? 'approved' : 'returned',
        updatedAt: new Date(),
      });
      await this.audit.record(manager, {
        actor,
        action: decision === 'approve' ? 'filing.approved' : 'filing.returned',
        subject: { type: 'filing', id },
        details: { runId: filing.runId, ...(text && { remarks: text }) },
      });
    });
  }
}
