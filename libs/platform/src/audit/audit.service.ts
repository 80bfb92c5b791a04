import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access';
import { type ChainEntry, GENESIS, hashOf, plain, PRE_IMAGE_VERSION, storable } from './chain';

export interface AuditRecord {
  actor: Pick<Actor, 'userId' | 'name' | 'organisationId' | 'requestId'>;
  /** What was done, as `noun.verb_past`: filing.submitted, label.issued. */
  action: string;
  subject: { type: string; id?: string };
  /** What a later reader needs to understand it; no secrets. */
  details?: Record<string, unknown>;
}

/** One chain, so one writer at a time, until its transaction ends. */
const LOCK = 'SELECT pg_advisory_xact_lock(7141001)';

@Injectable()
export class AuditService {
  /**
   * Adds an entry in the transaction of what it tells of: both happen or neither. Every other transaction that
   * records waits from here until this one ends, so record last.
   */
  async record(manager: EntityManager, { actor, action, subject, details }: AuditRecord): Promise<void> {
    await manager.query(LOCK);
    const [tail] = await manager.query('SELECT seq::text, hash FROM audit_tail()');
    const entry: ChainEntry = {
      seq: String(BigInt(tail?.seq ?? 0) + 1n),
      version: PRE_IMAGE_VERSION,
      at: new Date(),
      actorId: actor.userId || null,
      actorName: actor.name ? storable(actor.name) : null,
      organisationId: actor.organisationId?.toLowerCase() || null,
      action,
      subjectType: subject.type,
      subjectId: subject.id === undefined ? null : storable(subject.id),
      details: plain(details),
      requestId: actor.requestId === undefined ? null : storable(actor.requestId),
      prevHash: tail?.hash ?? GENESIS,
    };
    await manager.query(
      `INSERT INTO audit_entry (seq, version, at, actor_id, actor_name, organisation_id, action, subject_type,
         subject_id, details, request_id, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        entry.seq,
        entry.version,
        entry.at.toISOString(),
        entry.actorId,
        entry.actorName,
        entry.organisationId,
        entry.action,
        entry.subjectType,
        entry.subjectId,
        JSON.stringify(entry.details),
        entry.requestId,
        entry.prevHash,
        hashOf(entry),
      ],
    );
  }
}
