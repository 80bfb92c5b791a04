/** The one way to the tables of organisations: a transaction in which the database knows who is asking. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';

@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /**
   * Everything `work` does is committed together or not at all. Row-level security shows it only what the actor's
   * scope and organisation allow; the settings end with the transaction, so a pooled connection carries nothing over.
   */
  run<T>(actor: Actor, work: (manager: EntityManager) => Promise<T>) {
    return this.source.transaction(async (manager) => {
      // Also a process that signed in as the owner works without the owner's powers.
      await manager.query(
        `SELECT set_config('role', 'qh_app', true), set_config('qh.scope', $1, true), set_config('qh.organisation', $2, true), set_config('qh.user', $3, true)`,
        [actor.scope, actor.organisationId, actor.userId],
      );
      return work(manager);
    });
  }
}
