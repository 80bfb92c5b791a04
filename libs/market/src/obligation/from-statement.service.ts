/** What the registry takes from issued accounts: verified emissions become an obligation, an allocation a proposed allocation. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import type { OperationDto } from '../registry/operation.dto';
import { RegistryService } from '../registry/registry.service';
import { RegistryRules } from '../registry/rules';
import { recordObligation } from './record-obligation';

interface Account {
  organisation_id: string;
  method: string;
  hash: string;
  from: number;
  to: number;
  outputs: Record<string, string | number | null>;
}

@Injectable()
export class FromStatementService {
  constructor(
    private readonly work: UnitOfWork,
    readonly audit: AuditService,
    readonly rules: RegistryRules,
    private readonly registry: RegistryService,
  ) {}

  /** The obligation of the account's holder and year; recorded anew where it was there, both values in the audit trail. */
  async obligation(actor: Actor, number: string): Promise<{ organisation: string; year: number }> {
    return this.work.run(actor, async (manager) => {
      const { account, year, tonnes } = await this.figure(manager, 'obligation', number);
      const organisation = account.organisation_id;
      const recorded = { organisation, year, due: tonnes, basis: number, resultHash: account.hash };
      await recordObligation(manager, actor, this, recorded);
      return { organisation, year };
    });
  }

  /** Proposes the initial allocation that an issued allocation account amounts to; a second person approves it as any other. */
  async allocation(actor: Actor, number: string, asset: string): Promise<OperationDto> {
    const { holder, amount } = await this.work.run(actor, async (manager) => {
      const { account, year, tonnes } = await this.figure(manager, 'allocation', number);
      const [known] = await manager.query(
        `SELECT 1 FROM registry_operation WHERE operation = 'allocate' AND details->>'document' = $1
           AND status IN ('proposed', 'approved', 'posted')`,
        [number],
      );
      if (known) throw refuse('STATEMENT_USED', { number });
      const [vintage] = await manager.query('SELECT vintage FROM ledger_asset WHERE code = $1', [asset]);
      if (vintage && vintage.vintage !== year) throw refuse('STATEMENT_YEAR', { number, year, asset });
      return { holder: account.organisation_id, amount: tonnes };
    });
    return this.registry.ask(actor, { operation: 'allocate', asset, amount, holder, document: number });
  }

  private async figure(
    manager: EntityManager,
    use: 'obligation' | 'allocation',
    number: string,
  ): Promise<{ account: Account; year: number; tonnes: string }> {
    const [account]: Account[] = await manager.query(
      `SELECT organisation_id, content->>'method' AS method, content->>'resultHash' AS hash, content->'outputs' AS outputs,
         extract(year FROM (content->>'periodStart')::date)::int AS from, extract(year FROM (content->>'periodEnd')::date)::int AS to
       FROM statement WHERE number = $1`,
      [number],
    );
    if (!account) throw refuseAny('NOT_FOUND');
    const figure = this.rules.verified[use].find(({ method }) => method === account.method);
    if (!figure)
      throw refuse('STATEMENT_METHOD', {
        method: account.method,
        methods: this.rules.verified[use].map(({ method }) => method).join(' '),
      });
    if (account.from !== account.to) throw refuse('STATEMENT_PERIOD', { number });
    const [{ tonnes }] = await manager.query('SELECT round($1::numeric)::text AS tonnes', [
      account.outputs[figure.output],
    ]);
    return { account, year: account.from, tonnes };
  }
}
