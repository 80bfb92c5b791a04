/** Units that carry an attribute which can be used once, such as green certificates: their cancellation is a use of it. */
import { Injectable } from '@nestjs/common';
import { ClaimRegister, type NewClaim } from '@qingheng/ledger';
import { type Actor } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import { RegistryRules } from './rules';

interface Units {
  kind: string;
  asset: string;
  vintage: number | null;
  holder: string;
  serials?: string[] | null;
  /** Code of the operation. */
  operation: string;
}

const USE = 'cancellation';
/** What would hand the attribute to somebody else, or put it up for that. */
const GIVES_AWAY = ['transfer', 'hold'];

@Injectable()
export class AttributeUse {
  constructor(
    private readonly rules: RegistryRules,
    private readonly register: ClaimRegister,
  ) {}

  /** When it is asked for: a cancellation names its units; units whose attribute is used are neither cancelled nor given away. */
  async check(manager: EntityManager, actor: Actor, units: Units): Promise<void> {
    const attribute = this.attributeOf(units);
    if (!attribute) return;
    if (units.operation === 'cancel' && !units.serials)
      throw refuse('OPERATION_NEEDS', { operation: units.operation, field: 'serials' });
    const refusal = await this.register.check(manager, actor, await this.wanted(manager, attribute, units, '-'));
    if (refusal) throw refusal;
  }

  /** When it is decided: the cancellation claims what it cancels. */
  async claim(manager: EntityManager, actor: Actor, units: Units, document: string): Promise<void> {
    const attribute = this.attributeOf(units);
    if (attribute && units.operation === 'cancel')
      await this.register.claim(manager, actor, await this.wanted(manager, attribute, units, document));
  }

  /** The book refused the cancellation: nothing was used. */
  async release(manager: EntityManager, actor: Actor, document: string, reason: string): Promise<void> {
    await this.register.release(manager, actor, { use: USE, document }, reason);
  }

  private attributeOf({ kind, operation }: Units): string | undefined {
    return operation === 'cancel' || GIVES_AWAY.includes(operation)
      ? this.rules.assets.get(kind)?.attribute
      : undefined;
  }

  /** A holder's certificates that stand behind its own footprint are cancelled for that use: no second one. */
  private async wanted(manager: EntityManager, attribute: string, units: Units, document: string): Promise<NewClaim[]> {
    const { asset, vintage, holder, serials, operation } = units;
    if (!serials?.length) return [];
    const subject = `certificate:${asset}`;
    const ranges = serials.map((text) => {
      const [first, last = first] = text.split('-');
      return `[${first},${last}]`;
    });
    const rows: { first: string; last: string }[] = await manager.query(
      `SELECT lower(r)::text AS first, (upper(r) - 1)::text AS last FROM unnest((SELECT range_agg(w) FROM unnest($1::int8range[]) w)
         - COALESCE((SELECT range_agg(c.units) FROM ledger_claim c JOIN ledger_claim_standing s ON s.claim_id = c.id
             WHERE c.attribute = $2 AND c.subject = $3 AND c.use = 'footprint' AND c.organisation_id = $4 AND $5), '{}'::int8multirange)) r`,
      [ranges, attribute, subject, holder, operation === 'cancel'],
    );
    const year = vintage ?? new Date().getFullYear();
    return rows.map(({ first, last }) => ({
      attribute,
      subject,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      serials: first === last ? first : `${first}-${last}`,
      use: USE,
      document,
      holder,
    }));
  }
}
