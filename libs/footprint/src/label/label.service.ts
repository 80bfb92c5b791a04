/** Labels: issued from an approved footprint, signed, read by the public, withdrawn with a reason, expiring by themselves. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Issue, type Issued, type Issuer, Issuers } from '@qingheng/pipeline';
import {
  type Actor,
  AuditService,
  KeyStore,
  Organisation,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { claimOf } from '../claim/claim';
import { refuse } from '../footprint.messages';
import { DoubleUseGuard } from '../guard/double-use.guard';
import { LabelKindService } from '../label-kind/label-kind.service';
import { LabelRules } from '../label-kind/label-rules';
import { LinkService } from '../link/link.service';
import { PublishService } from '../pact/publish/publish.service';
import { chinaDay, lastDay } from './china-day';
import { Label, type LabelContent, type LabelStatus } from './label.entity';
import { isLabelNumber, labelNumber } from './label-number';

export interface LabelView extends LabelContent {
  status: LabelStatus;
  withdrawnOn?: string;
  withdrawReason?: string;
}

@Injectable()
export class LabelService implements Issuer, OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: KeyStore,
    private readonly audit: AuditService,
    private readonly issuers: Issuers,
    private readonly guard: DoubleUseGuard,
    private readonly kinds: LabelKindService,
    private readonly rules: LabelRules,
    private readonly links: LinkService,
    private readonly publishing: PublishService,
  ) {}

  onModuleInit(): void {
    this.issuers.register('footprint/', this);
  }

  async issue(manager: EntityManager, { actor, filing, run, sheet, options }: Issue): Promise<Issued> {
    const result = run.result!;
    const claim = claimOf(result, options.product as string | undefined);
    const { name } = await manager.findOneByOrFail(Organisation, { id: filing.organisationId });
    const [{ sequence }] = await manager.query(`SELECT nextval('label_number')::int AS sequence`);
    const issuedOn = chinaDay(new Date());
    const number = labelNumber(Number(issuedOn.slice(0, 4)), sequence);
    const productName = filing.product ?? filing.title;
    const named = { method: result.method, productName, number };
    const { content: kind, uses } = await this.kinds.contentOf(manager, { filing, options }, claim, named);
    const content: LabelContent = {
      number,
      productName,
      organisation: name,
      declaredUnit: claim.declaredUnit,
      value: claim.value,
      unit: claim.unit,
      boundary: claim.boundary,
      periodStart: filing.periodStart,
      periodEnd: filing.periodEnd,
      issuedOn,
      expiresOn: lastDay(issuedOn, this.rules.certificate.valid_years.value),
      method: result.method,
      methodVersion: result.version,
      sheetHash: sheet.hash,
      resultHash: run.resultHash!,
      stages: claim.stages,
      ...kind,
    };
    const label = manager.create(Label, {
      number: content.number,
      organisationId: filing.organisationId,
      filingId: filing.id,
      runId: run.id,
      content,
      jws: await this.keys.sign(content, { purpose: 'label', typ: 'qingheng-label+jwt' }),
      issuedOn,
      expiresOn: content.expiresOn,
      issuedBy: actor.userId,
    });
    await manager.insert(Label, label);
    await this.links.newVersion(manager, label);
    await this.guard.claim(manager, actor, { ...filing, sheet, result }, label.number, uses);
    return { kind: 'label', number: label.number, answer: viewOf(label) };
  }

  async read(actor: Actor, number: string): Promise<{ label: LabelView; status: LabelStatus; jws: string }> {
    const label = await this.find(actor, number);
    return { label: viewOf(label), status: statusOf(label), jws: label.jws };
  }

  /** Newest first: an enterprise's own; those who oversee see all. */
  list(actor: Actor, { limit, after, q, status }: LabelFilter): Promise<Page<LabelView>> {
    return this.work.run(actor, async (manager) => {
      const query = manager
        .createQueryBuilder(Label, 'label')
        .orderBy('label.number', 'DESC')
        .limit(limit + 1);
      if (actor.scope !== 'all') query.andWhere({ organisationId: actor.organisationId });
      if (after) query.andWhere('label.number < :after', { after });
      if (q)
        query.andWhere(
          `strpos(lower(concat_ws(' ', label.number, label.content ->> 'productName', label.content ->> 'organisation')), lower(:q)) > 0`,
          { q },
        );
      if (status) query.andWhere(IN_STATUS[status], { today: chinaDay(new Date()) });
      const page = pageOf(await query.getMany(), limit, (row) => [row.number]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  async withdraw(actor: Actor, number: string, reason: string): Promise<LabelView> {
    return this.work.run(actor, async (manager) => {
      const label = await manager.findOne(Label, { where: { number }, lock: { mode: 'pessimistic_write' } });
      if (!label) throw refuseAny('NOT_FOUND');
      if (label.withdrawnAt) throw refuse('LABEL_WITHDRAWN', { number });
      const withdrawn = { withdrawnAt: new Date(), withdrawnBy: actor.userId, withdrawReason: reason.trim() };
      await manager.update(Label, number, withdrawn);
      await this.guard.release(manager, actor, number, withdrawn.withdrawReason);
      await this.publishing.labelEnded(manager, actor, number, withdrawn.withdrawReason);
      await this.audit.record(manager, {
        actor,
        action: 'label.withdrawn',
        subject: { type: 'label', id: number },
        details: { reason: withdrawn.withdrawReason },
      });
      return viewOf(Object.assign(label, withdrawn));
    });
  }

  async find(actor: Actor, number: string): Promise<Label> {
    const label =
      isLabelNumber(number) && (await this.work.run(actor, (manager) => manager.findOneBy(Label, { number })));
    if (!label) throw refuseAny('NOT_FOUND');
    return label;
  }
}

interface LabelFilter {
  limit: number;
  after?: string;
  q?: string;
  status?: LabelStatus;
}

/** As `statusOf` says it of one label. */
const IN_STATUS: Record<LabelStatus, string> = {
  withdrawn: 'label.withdrawnAt IS NOT NULL',
  expired: 'label.withdrawnAt IS NULL AND label.expiresOn < :today',
  valid: 'label.withdrawnAt IS NULL AND label.expiresOn >= :today',
};

function statusOf({ withdrawnAt, expiresOn }: Label): LabelStatus {
  if (withdrawnAt) return 'withdrawn';
  return chinaDay(new Date()) > expiresOn ? 'expired' : 'valid';
}

const viewOf = (label: Label): LabelView => ({
  ...label.content,
  status: statusOf(label),
  ...(label.withdrawnAt && { withdrawnOn: chinaDay(label.withdrawnAt), withdrawReason: label.withdrawReason! }),
});
