import { Injectable } from '@nestjs/common';
import { type Handler, type JobContext, JobHandler, UnitOfWork } from '@qingheng/platform';
import { PARTNER, type Partner } from '../partner/partner';
import { ReceivedStore } from '../store/received-store';
import { type Note, outcomeOf, stored } from '../notes';
import { OutboundFault } from './guarded-http';
import { fetchPublished } from './jobs';
import { PartnerClient, PartnerRefused } from './partner-client';

/** Gets each footprint of a Published event. What the partner does not have is noted; a host that is down is asked again. */
@JobHandler(fetchPublished)
@Injectable()
export class FetchHandler implements Handler<{ eventId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly client: PartnerClient,
    private readonly received: ReceivedStore,
  ) {}

  async handle({ eventId }: { eventId: string }, { actor, attempt, progress, signal }: JobContext): Promise<void> {
    const { partner, ids } = await this.work.run(actor, async (manager) => {
      const [event] = await manager.query('SELECT partner_id, data FROM pact_event WHERE id = $1', [eventId]);
      const [found]: Partner[] = await manager.query(`SELECT ${PARTNER} FROM pact_partner WHERE id = $1`, [
        event.partner_id,
      ]);
      return { partner: found!, ids: [...new Set((event.data as { pfIds: string[] }).pfIds)] };
    });
    const missing: string[] = [];
    const found: unknown[] = [];
    try {
      const connection = await this.client.connect(partner);
      for (const [i, id] of ids.entries()) {
        if (signal.aborted) return;
        try {
          found.push(await connection.footprint(id));
        } catch (error) {
          if (!(error instanceof PartnerRefused) || error.status >= 500 || error.status === 429) throw error;
          missing.push(`${id} ${error.status}`);
        }
        await progress((i + 1) / ids.length);
      }
    } catch (error) {
      if (!(error instanceof OutboundFault) && !(error instanceof PartnerRefused)) throw error;
      await this.end(actor, eventId, 'failed', error.note);
      if (attempt < fetchPublished.maxAttempts) throw error;
      return;
    }
    await this.work.run(actor, async (manager) => {
      const { kept, faulty } = await this.received.keep(manager, partner, found);
      const ids = missing.slice(0, 20).join(', ');
      const notes: Note[] = [
        ...outcomeOf(kept, faulty),
        ...(ids ? [{ code: 'EXCHANGE_NOT_GIVEN', params: { ids } } as const] : []),
      ];
      await manager.query('UPDATE pact_event SET state = $2, note = $3 WHERE id = $1', [
        eventId,
        missing.length ? 'failed' : 'done',
        stored(notes),
      ]);
    });
  }

  private end(actor: JobContext['actor'], eventId: string, state: string, note: Note): Promise<void> {
    return this.work.run(actor, (manager) =>
      manager.query('UPDATE pact_event SET state = $2, note = $3 WHERE id = $1', [eventId, state, stored([note])]),
    );
  }
}
