/**
 * Sessions: the browser holds a random token, the database its hash. The token is renewed every hour; the old one
 * stays good until the browser shows the new one (an answer may get lost) and for a minute after (for what was on
 * its way).
 */
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, type Role, systemActor } from '../../access';
import { UnitOfWork } from '../../database';
import type { OrganisationKind } from '../entities';
import { scopeOf } from '../people/scope';

const LIFETIME = '7 days';
const IDLE = '8 hours';
const RENEW_AFTER = '1 hour';
const GRACE = '60 seconds';

export interface LiveSession {
  actor: Actor;
  /** To be set as cookie: the session was renewed. */
  newToken?: string;
}

interface SessionRow {
  id: string;
  is_current: boolean;
  unconfirmed: boolean;
  stale: boolean;
  unseen: boolean;
  lost: boolean;
  user_id: string;
  name: string;
  organisation_id: string;
  kind: OrganisationKind;
  roles: Role[];
}

const FIND = `
  SELECT s.id, s.token_hash = $1 AS is_current,
         s.previous_hash IS NOT NULL AND s.previous_until IS NULL AS unconfirmed,
         s.rotated_at < now() - interval '${RENEW_AFTER}' AS stale,
         s.rotated_at < now() - interval '${GRACE}' AS lost,
         s.seen_at < now() - interval '1 minute' AS unseen,
         u.id AS user_id, u.name, u.organisation_id, o.kind,
         ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles
  FROM session s JOIN user_account u ON u.id = s.user_id JOIN organisation o ON o.id = u.organisation_id
  WHERE (s.token_hash = $1 OR (s.previous_hash = $1 AND (s.previous_until IS NULL OR s.previous_until > now())))
    AND s.expires_at > now() AND s.seen_at > now() - interval '${IDLE}' AND u.disabled_at IS NULL`;

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

@Injectable()
export class SessionStore {
  constructor(private readonly work: UnitOfWork) {}

  async create(manager: EntityManager, userId: string): Promise<string> {
    const token = newToken();
    await manager.query('DELETE FROM session WHERE user_id = $1 AND expires_at < now()', [userId]);
    await manager.query(
      `INSERT INTO session (user_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '${LIFETIME}')`,
      [userId, hashOf(token)],
    );
    return token;
  }

  find(token: string): Promise<LiveSession | undefined> {
    return this.work.run(systemActor, async (manager) => {
      const hash = hashOf(token);
      const [row]: SessionRow[] = await manager.query(FIND, [hash]);
      if (!row) return undefined;
      const actor: Actor = {
        userId: row.user_id,
        name: row.name,
        organisationId: row.organisation_id,
        roles: row.roles,
        scope: scopeOf(row.kind, row.roles),
      };
      return { actor, newToken: await this.renew(manager, row, hash) };
    });
  }

  async end(token: string): Promise<void> {
    await this.work.run(systemActor, (manager) =>
      manager.query('DELETE FROM session WHERE token_hash = $1 OR previous_hash = $1', [hashOf(token)]),
    );
  }

  /** After a new password, new roles or a disabled account. */
  async endAll(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('DELETE FROM session WHERE user_id = $1', [userId]);
  }

  private async renew(manager: EntityManager, row: SessionRow, hash: string): Promise<string | undefined> {
    const set = async (change: string, condition: string, ...values: string[]): Promise<boolean> => {
      const text = `UPDATE session SET seen_at = now(), ${change} WHERE id = $1 AND ${condition} RETURNING id`;
      const [changed] = await manager.query(text, [row.id, hash, ...values]);
      return changed.length > 0;
    };
    const fresh = newToken();
    if (row.is_current && row.stale) {
      const change = 'previous_hash = token_hash, previous_until = NULL, token_hash = $3, rotated_at = now()';
      return (await set(change, 'token_hash = $2', hashOf(fresh))) ? fresh : undefined;
    }
    if (row.is_current && row.unconfirmed)
      await set(`previous_until = now() + interval '${GRACE}'`, 'token_hash = $2 AND previous_until IS NULL');
    else if (!row.is_current && row.unconfirmed && row.lost) {
      // The browser never received the new token: give it another. Of several requests at once, one does.
      const lost = `previous_hash = $2 AND previous_until IS NULL AND rotated_at < now() - interval '${GRACE}'`;
      return (await set('token_hash = $3, rotated_at = now()', lost, hashOf(fresh))) ? fresh : undefined;
    } else if (row.unseen) await set('rotated_at = rotated_at', '(token_hash = $2 OR previous_hash = $2)');
    return undefined;
  }
}
