import { Injectable } from '@nestjs/common';
import { type Handler, type JobContext, JobHandler, UnitOfWork } from '@qingheng/platform';
import { PARTNER, type Partner } from '../partner/partner';
import { ReceivedStore } from '../store/received-store';
import { type Pull, pullFootprints } from './jobs';
import { PartnerClient } from './partner-client';

/** Reads a partner's list; every page is kept as it comes, so an interrupted pull loses nothing. */
@JobHandler(pullFootprints)
@Injectable()
export class PullHandler implements Handler<Pull> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly client: PartnerClient,
    private readonly received: ReceivedStore,
  ) {}

  async handle({ partnerId, filters }: Pull, { actor, progress, signal }: JobContext): Promise<void> {
    const [partner]: Partner[] = await this.work.run(actor, (manager) =>
      manager.query(`SELECT ${PARTNER} FROM pact_partner WHERE id = $1`, [partnerId]),
    );
    if (!partner) return;
    const total = { kept: 0, faulty: 0 };
    for await (const page of (await this.client.connect(partner)).pages(filters)) {
      if (signal.aborted) return;
      const { kept, faulty } = await this.work.run(actor, (m) => this.received.keep(m, partner, page));
      total.kept += kept;
      total.faulty += faulty;
      const zh = `收到 ${total.kept} 份，${total.faulty} 份不可用`;
      await progress(1, { zh, en: `${total.kept} received, ${total.faulty} not usable` });
    }
  }
}
