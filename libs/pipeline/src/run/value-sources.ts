import type { FactorUse, Refusal } from '@qingheng/platform';
import { Injectable } from '@nestjs/common';
import type { RunResult } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';

/** A figure that a cell names instead of holding it, with where it stands. */
export type NamedValue = Pick<FactorUse, 'nameZh' | 'nameEn' | 'source' | 'confidence'> & {
  id: string;
  /** What never changes has one version; its hash stands in `source`. */
  version: number;
  /** Decimal, in `unit`. */
  value: string;
  unit: string;
};

/** A figure that follows a run: whoever took it would move with it. */
export interface Followed {
  /** As the taker's run names it: id and source of the factor. */
  id: string;
  source: string;
  runId: string;
  /** The figure if the run's result were this one; undefined where it has none. */
  valueOf(result: RunResult): Pick<NamedValue, 'value' | 'unit'> | undefined;
}

export interface ValueSource {
  /** The figure as it stands when the run begins, or why it cannot be taken. */
  resolve(
    manager: EntityManager,
    id: string,
    filing: { organisationId: string; periodStart: string },
  ): Promise<NamedValue | Refusal>;

  /** Figures that follow any of these runs. Absent where nothing does: what is pinned stays as it was taken. */
  following?(manager: EntityManager, runIds: string[]): Promise<Followed[]>;
}

/** What may stand before the colon in a cell such as `label:CF2026-000001-22`, beside the factor library's `factor:`. */
@Injectable()
export class ValueSources {
  private readonly sources = new Map<string, ValueSource>();

  register(prefix: string, source: ValueSource): void {
    if (prefix === 'factor' || this.sources.has(prefix)) throw new Error(`two sources of values for ${prefix}`);
    this.sources.set(prefix, source);
  }

  async following(manager: EntityManager, runIds: string[]): Promise<Followed[]> {
    const found: Followed[] = [];
    for (const source of this.sources.values()) found.push(...((await source.following?.(manager, runIds)) ?? []));
    return found;
  }

  of(prefix: string): ValueSource | undefined {
    return this.sources.get(prefix);
  }
}
