/** Filings as they go out. */
import { type Actor, Organisation, type Page, pageOf, refuse, UnitOfWork } from '@qingheng/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Filing, FilingRemark, type FilingStatus } from './filing.entity';

const summaryOf = (filing: Omit<Filing, 'input'>, organisation: { id: string; name: string }) => ({
  id: filing.id,
  number: filing.number,
  organisation,
  method: filing.method,
  methodVersion: filing.methodVersion,
  title: filing.title,
  product: filing.product,
  periodStart: filing.periodStart,
  periodEnd: filing.periodEnd,
  region: filing.region,
  asOf: filing.asOf,
  status: filing.status,
  revision: filing.revision,
  runId: filing.runId,
  createdBy: filing.createdBy,
  createdAt: filing.createdAt.toISOString(),
  updatedAt: filing.updatedAt.toISOString(),
  labelNumber: filing.issuedKind === 'label' ? filing.issuedNumber : null,
  issuedNumber: filing.issuedNumber,
});

export type FilingSummary = ReturnType<typeof summaryOf>;
export type FilingView = FilingSummary & Pick<Filing, 'input'> & { remarks: Remark[] };
interface Remark {
  at: string;
  by: { id: string; name: string };
  decision: string;
  text: string;
}

export interface FilingFilter {
  status?: FilingStatus[];
  method?: string;
  limit: number;
  after?: string;
}

const SUMMARY = Object.fromEntries(
  (
    'id number organisationId method methodVersion title product periodStart periodEnd region asOf status revision ' +
    'runId authors createdBy issuedKind issuedNumber createdAt updatedAt'
  )
    .split(' ')
    .map((name) => [name, true]),
);

@Injectable()
export class FilingReader {
  constructor(private readonly work: UnitOfWork) {}

  one(actor: Actor, id: string): Promise<FilingView> {
    return this.work.run(actor, async (manager) => {
      const filing = await manager.findOneBy(Filing, { id });
      if (!filing) throw refuse('NOT_FOUND');
      const remarks = await manager.find(FilingRemark, { where: { filingId: id }, order: { at: 'ASC' } });
      const organisations = await namesOf(manager, [filing.organisationId]);
      return {
        ...summaryOf(filing, organisations(filing.organisationId)),
        input: filing.input,
        remarks: remarks.map(({ at, by, decision, text }) => ({ at: at.toISOString(), by, decision, text })),
      };
    });
  }

  /** Newest first. */
  list(actor: Actor, { status, method, limit, after }: FilingFilter): Promise<Page<FilingSummary>> {
    return this.work.run(actor, async (manager) => {
      const query = manager
        .createQueryBuilder(Filing, 'filing')
        .setFindOptions({ select: SUMMARY })
        .orderBy('filing.id', 'DESC')
        .limit(limit + 1);
      if (status?.length) query.andWhere({ status: In(status) });
      if (method) query.andWhere({ method });
      if (after) query.andWhere('filing.id < :after', { after });
      const rows = await query.getMany();
      const organisations = await namesOf(manager, [...new Set(rows.map((row) => row.organisationId))]);
      const page = pageOf(rows, limit, (row) => [row.id]);
      return { ...page, items: page.items.map((row) => summaryOf(row, organisations(row.organisationId))) };
    });
  }
}

async function namesOf(manager: EntityManager, ids: string[]) {
  const rows = ids.length ? await manager.findBy(Organisation, { id: In(ids) }) : [];
  return (id: string) => ({ id, name: rows.find((row) => row.id === id)?.name ?? '' });
}
