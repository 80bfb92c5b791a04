/** What an approved result becomes is a domain's business: it registers an issuer for its methods. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '@qingheng/platform';
import type { Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { Filing } from '../filing/filing.entity';
import type { Run } from '../run/run.entity';

export interface Issue {
  actor: Actor;
  filing: Filing;
  run: Run;
  sheet: Sheet;
  /** What the request adds, e.g. which of several products. */
  options: Record<string, unknown>;
}

export interface Issued {
  kind: 'label' | 'statement';
  /** Names it for good. */
  number: string;
  /** Goes to whoever asked. */
  answer: object;
  /** Called once the transaction stands: what hurries other work along, nothing that must not be lost. */
  committed?(): void;
}

export interface Issuer {
  /** Writes what is issued in the transaction of the command. */
  issue(manager: EntityManager, issue: Issue): Promise<Issued>;
}

@Injectable()
export class Issuers {
  private readonly issuers = new Map<string, Issuer>();

  /** For every method whose id begins with `prefix`, such as `footprint/`. */
  register(prefix: string, issuer: Issuer): void {
    if (this.issuers.has(prefix)) throw new Error(`two issuers for ${prefix}`);
    this.issuers.set(prefix, issuer);
  }

  of(method: string): Issuer | undefined {
    return [...this.issuers].find(([prefix]) => method.startsWith(prefix))?.[1];
  }
}
