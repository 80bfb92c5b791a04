/** Tables that a domain has worked out itself, such as a stock from two million trees: a filing takes them by reference. */
import { Injectable } from '@nestjs/common';
import type { Params } from '@qingheng/platform';
import type { Fault, Row } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';

export interface OfferedTable {
  rows: Row[];
  /** Of the numbers among the columns. */
  units: Record<string, string>;
  /** Fixes all that the rows follow from. */
  hash: string;
  /** Why a result that rests on it can be tried and not issued. */
  provisional: { code: string; params: Params }[];
  /** What whoever reads a result on it has to know, such as a tree beyond the range of its equation. */
  warnings?: Fault[];
}

export interface TableSource {
  /** Row-level security decides what is seen. Undefined where there is none of this id, or no such table. */
  offer(manager: EntityManager, id: string, table: string): Promise<OfferedTable | undefined>;
}

@Injectable()
export class TableSources {
  private readonly sources = new Map<string, TableSource>();

  register(kind: string, source: TableSource): void {
    if (this.sources.has(kind)) throw new Error(`two sources of tables are called ${kind}`);
    this.sources.set(kind, source);
  }

  of(kind: string): TableSource | undefined {
    return this.sources.get(kind);
  }
}
