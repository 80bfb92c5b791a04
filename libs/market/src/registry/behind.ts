/** Kinds of which config/registry/assets.yaml names what stands behind a series: nothing is issued or traded on what stands no more. */
import { Injectable } from '@nestjs/common';
import { type AssetRow, type Backing, Backings, type BackingView } from '@qingheng/ledger';
import { Refusal } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import { type OperationRule, RegistryRules } from './rules';

@Injectable()
export class Behind {
  private readonly issuing: string[];

  constructor(
    private readonly rules: RegistryRules,
    private readonly backings: Backings,
  ) {
    this.issuing = [...rules.operations.values()].filter(({ from }) => from === 'issuance').map(({ code }) => code);
  }

  /** A series is opened on what it names, where its kind wants that, and on nothing where it does not. */
  async bind(
    manager: EntityManager,
    { code, kind }: { code: string; kind: string },
    { product, share = '1' }: { product?: string; share?: string },
  ): Promise<void> {
    const backing = this.of(kind);
    if (!backing !== (product === undefined)) throw refuse(backing ? 'BEHIND_NEEDED' : 'BEHIND_NONE', { kind });
    if (backing) await backing.bind(manager, code, { id: product!, share });
  }

  async require(manager: EntityManager, { code, kind }: AssetRow): Promise<void> {
    await this.of(kind)?.require(manager, code);
  }

  /** Of an auction that is over: whether it may still be dealt. */
  async stands(manager: EntityManager, asset: AssetRow): Promise<boolean> {
    try {
      await this.require(manager, asset);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** What is issued, with all that was issued before, is covered. `amount` in minor units. */
  async requireUnits(
    manager: EntityManager,
    { rule, asset, holder, amount }: { rule: OperationRule; asset: AssetRow; holder: string; amount: string },
  ): Promise<void> {
    if (!this.issuing.includes(rule.code)) return;
    await this.of(asset.kind)?.requireUnits(manager, asset, {
      ...{ holder, units: BigInt(amount) },
      issued: async () => {
        const [{ sum }] = await manager.query(
          `SELECT COALESCE(sum(amount::numeric), 0)::text AS sum FROM registry_operation
           WHERE asset = $1 AND operation = ANY ($2) AND status IN ('approved', 'posted')`,
          [asset.code, this.issuing],
        );
        return BigInt(sum);
      },
    });
  }

  /** Of each row of what is offered; one question for all. */
  async views(
    manager: EntityManager,
    rows: readonly { asset: string; kind: string }[],
  ): Promise<Map<string, BackingView>> {
    const found = new Map<string, BackingView>();
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const assets = rows.filter((row) => row.kind === kind).map(({ asset }) => asset);
      for (const [asset, view] of (await this.of(kind)?.views(manager, assets)) ?? []) found.set(asset, view);
    }
    return found;
  }

  private of(kind: string): Backing | undefined {
    const name = this.rules.assets.get(kind)?.behind;
    return name === undefined ? undefined : this.backings.of(name);
  }
}
