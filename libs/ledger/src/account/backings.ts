/** What stands behind a series of units, such as a product of a catalogue: the room that keeps it answers, those that issue and trade ask. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssetRow } from './accounts.service';

/** As it is shown beside what is offered. */
export interface BackingView {
  id: string;
  code: string;
  name: string;
  /** Whether units may be issued and traded on it today. */
  stands: boolean;
  /** Whether who asks may open its page. */
  open: boolean;
}

export interface Backing {
  /** A new series names it; `share` is how much of it one unit is. */
  bind(manager: EntityManager, asset: string, on: { id: string; share: string }): Promise<void>;
  /** Refuses where nothing stands behind the asset, or not any more. It cannot cease before the transaction ends. */
  require(manager: EntityManager, asset: string): Promise<void>;
  /** Also refuses another holder than its own, and more units than it yields. Who issues on it meanwhile waits: `issued` is asked last. */
  requireUnits(
    manager: EntityManager,
    asset: AssetRow,
    wish: { holder: string; units: bigint; issued(): Promise<bigint> },
  ): Promise<void>;
  views(manager: EntityManager, assets: string[]): Promise<Map<string, BackingView>>;
}

@Injectable()
export class Backings {
  private readonly backings = new Map<string, Backing>();

  register(name: string, backing: Backing): void {
    if (this.backings.has(name)) throw new Error(`two rooms answer for ${name}`);
    this.backings.set(name, backing);
  }

  of(name: string): Backing {
    const backing = this.backings.get(name);
    if (!backing) throw new Error(`nobody answers for ${name}`);
    return backing;
  }
}
