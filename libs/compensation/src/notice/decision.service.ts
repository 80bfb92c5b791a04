/** What other people decide on a programme: the reviewer on its figures, the approver after the public notice. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, UnitOfWork } from '@qingheng/platform';
import { requireBooked } from '../book/book-state.service';
import { ProgrammeBook } from '../book/programme-book';
import { refuse } from '../compensation.messages';
import { claimParcels } from '../grassland/parcel.service';
import { type Duty, takeDuty } from '../programme/duties';
import { lockProgramme, readProgramme, requireStage, viewOf } from '../programme/programme.record';
import type { Stage } from '../programme/stage';
import { step } from '../programme/step';
import { refuseNotice } from './notice.messages';
import { requireUndisputed } from './notice.service';

export type Decision = 'approve' | 'return';

@Injectable()
export class DecisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly book: ProgrammeBook,
  ) {}

  review = (actor: Actor, id: string, decision: Decision, remarks = '') =>
    this.decide(actor, id, { decision, remarks, duty: 'reviewer', at: ['calculated'], next: 'reviewed' });

  approve = (actor: Actor, id: string, decision: Decision, remarks = '') =>
    this.decide(actor, id, { decision, remarks, duty: 'approver', at: ['notice'], next: 'approved' });

  close = (actor: Actor, id: string, remarks = '') =>
    this.decide(actor, id, { decision: 'approve', remarks, duty: 'approver', at: ['paid'], next: 'closed' });

  private async decide(
    actor: Actor,
    id: string,
    {
      decision,
      remarks,
      duty,
      at,
      next,
    }: { decision: Decision; remarks: string; duty: Duty; at: Stage[]; next: Stage },
  ) {
    const text = remarks.trim();
    if (decision === 'return' && !text)
      throw refuse('RETURN_REASON_MISSING', {}, [faultOf('RETURN_REASON_MISSING', { column: 'remarks' })]);
    if (next === 'approved' && decision === 'approve') await this.book.open(actor, id);
    const decided = await this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, id, { own: duty === 'approver' });
      requireStage(programme, ...at);
      await takeDuty(manager, actor, programme, duty);
      const stage = decision === 'approve' ? next : 'draft';
      if (stage === 'reviewed') {
        const [{ blocked }] = await manager.query('SELECT blocked FROM compensation_run WHERE id = $1', [
          programme.runId,
        ]);
        if (blocked.length) throw refuseNotice('NOT_APPROVABLE', {}, blocked);
      }
      if (stage === 'approved') await requireUndisputed(manager, programme.runId!);
      if (stage === 'approved') {
        await claimParcels(manager, actor, programme);
        await this.book.approved(manager, actor, programme);
      }
      if (stage === 'closed') {
        await requireBooked(manager, programme);
        await this.book.closed(manager, actor, programme);
      }
      await step(manager, this.audit, actor, programme, {
        act: decision === 'return' ? 'returned' : next,
        stage,
        remarks: text,
        details: { runId: programme.runId },
      });
      return viewOf(await readProgramme(manager, id));
    });
    this.book.wake();
    return decided;
  }
}
