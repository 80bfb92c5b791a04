/** Statements of account: what is issued from a result whose domain makes nothing else of it. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  KeyStore,
  Organisation,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { Issue, Issued, Issuer } from './issuers';
import { Statement, type StatementContent } from './statement.entity';

export type StatementView = StatementContent & { filing: string; jws: string };

@Injectable()
export class StatementService implements Issuer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: KeyStore,
  ) {}

  async issue(manager: EntityManager, { actor, filing, run, sheet }: Issue): Promise<Issued> {
    const { name } = await manager.findOneByOrFail(Organisation, { id: filing.organisationId });
    const [{ number, day }] = await manager.query(
      `SELECT 'ST' || to_char(d, 'YYYY') || '-' || lpad(nextval('statement_number')::text, 6, '0') AS number, d::text AS day
       FROM (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS d) today`,
    );
    const content: StatementContent = {
      number,
      organisation: name,
      title: filing.title,
      method: run.result!.method,
      methodVersion: run.result!.version,
      sheetHash: sheet.hash,
      resultHash: run.resultHash!,
      periodStart: filing.periodStart,
      periodEnd: filing.periodEnd,
      region: filing.region,
      outputs: run.result!.outputs,
      issuedOn: day,
    };
    const statement = manager.create(Statement, {
      number,
      organisationId: filing.organisationId,
      filingId: filing.id,
      runId: run.id,
      content,
      jws: await this.keys.sign(content, { purpose: 'label', typ: 'qingheng-statement+jwt' }),
      issuedBy: actor.userId,
    });
    await manager.insert(Statement, statement);
    return { kind: 'statement', number, answer: viewOf(statement) };
  }

  one(actor: Actor, number: string): Promise<StatementView> {
    return this.work.run(actor, async (manager) => {
      const statement = await manager.findOneBy(Statement, { number });
      if (!statement) throw refuseAny('NOT_FOUND');
      return viewOf(statement);
    });
  }

  /** Newest first. */
  list(actor: Actor, { limit, after }: { limit: number; after?: string }): Promise<Page<StatementView>> {
    return this.work.run(actor, async (manager) => {
      const query = manager
        .createQueryBuilder(Statement, 's')
        .orderBy('s.number', 'DESC')
        .limit(limit + 1);
      if (after) query.andWhere('s.number < :after', { after });
      const page = pageOf(await query.getMany(), limit, (row) => [row.number]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }
}

const viewOf = ({ content, filingId, jws }: Statement): StatementView => ({ ...content, filing: filingId, jws });
