import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Role } from '../../access';
import { refuse as refuseAny } from '../../errors';
import { refuse } from '../identity.messages';
import { SessionStore } from '../login/session-store';
import { hashPassword, requireStrongPassword } from '../people/passwords';
import { insertPerson } from '../people/people.service';
import type { NewUserBody, UserRow } from './admin.dto';
import { Administration, requireFitting } from './administration';

interface Account {
  id: string;
  username: string;
  organisation_id: string;
  disabled_at: Date | null;
  roles: Role[];
}

const USER = `
  SELECT u.id, u.username, u.name, u.organisation_id AS "organisationId",
    o.name AS organisation, u.disabled_at AS "disabledAt",
    u.created_at AS "createdAt", ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles
  FROM user_account u JOIN organisation o ON o.id = u.organisation_id`;

@Injectable()
export class UserAdministration {
  constructor(
    private readonly administration: Administration,
    private readonly sessions: SessionStore,
  ) {}

  list(
    actor: Actor,
    choice: { organisationId?: string; q?: string; after?: string; limit: number },
  ): Promise<UserRow[]> {
    return this.administration.look(actor, (manager) =>
      manager.query(
        `${USER} WHERE ($1::text IS NULL OR lower(u.username) > $1) AND ($2::uuid IS NULL OR u.organisation_id = $2)
           AND ($3::text IS NULL OR strpos(lower(concat_ws(' ', u.username, u.name, o.name)), lower($3)) > 0)
         ORDER BY lower(u.username) LIMIT $4`,
        [choice.after ?? null, choice.organisationId ?? null, choice.q ?? null, choice.limit],
      ),
    );
  }

  async create(actor: Actor, body: NewUserBody): Promise<UserRow> {
    const { password, ...person } = body;
    if (password) requireStrongPassword(password, person.username);
    const passwordHash = password ? await hashPassword(password) : null;
    return this.administration.do(actor, async (manager) => {
      await requireFitting(manager, person.organisationId, person.roles);
      const id = await insertPerson(manager, { ...person, passwordHash, grantedBy: actor.userId });
      if (!id) throw refuse('USERNAME_TAKEN', { username: person.username });
      const [result]: UserRow[] = await manager.query(`${USER} WHERE u.id = $1`, [id]);
      return { result: result!, action: 'user.created', subject: { type: 'user', id }, details: person };
    });
  }

  setRoles(actor: Actor, id: string, roles: Role[]): Promise<void> {
    return this.change(actor, id, async (manager, account) => {
      await requireFitting(manager, account.organisation_id, roles);
      await manager.query('DELETE FROM user_role WHERE user_id = $1', [id]);
      await manager.query(
        'INSERT INTO user_role (user_id, organisation_id, role, granted_by) SELECT $1, $2, unnest($3::text[]), $4',
        [id, account.organisation_id, roles, actor.userId],
      );
      return { action: 'user.roles_changed', details: { before: account.roles, after: [...roles].sort() } };
    });
  }

  async resetPassword(actor: Actor, id: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    return this.change(actor, id, async (manager, { username }) => {
      requireStrongPassword(password, username);
      await manager.query('UPDATE user_account SET password_hash = $2 WHERE id = $1', [id, hash]);
      return { action: 'user.password_reset' };
    });
  }

  disable(actor: Actor, id: string): Promise<void> {
    return this.change(actor, id, async (manager) => {
      await manager.query('UPDATE user_account SET disabled_at = COALESCE(disabled_at, now()) WHERE id = $1', [id]);
      return { action: 'user.disabled' };
    });
  }

  enable(actor: Actor, id: string): Promise<void> {
    return this.change(actor, id, async (manager) => {
      await manager.query('UPDATE user_account SET disabled_at = NULL WHERE id = $1', [id]);
      return { action: 'user.enabled' };
    });
  }

  /** Of somebody else only; whatever is changed, the person's sessions end, so that it holds from now on. */
  private change(
    actor: Actor,
    id: string,
    change: (
      manager: EntityManager,
      account: Account,
    ) => Promise<{ action: string; details?: Record<string, unknown> }>,
  ): Promise<void> {
    return this.administration.do(actor, async (manager) => {
      if (id === actor.userId) throw refuse('OWN_ACCOUNT');
      const [account]: Account[] = await manager.query(
        `SELECT id, username, organisation_id, disabled_at,
           ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = id ORDER BY r.role) AS roles
         FROM user_account WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!account) throw refuseAny('NOT_FOUND');
      const changed = await change(manager, account);
      await this.sessions.endAll(manager, id);
      return { result: undefined, subject: { type: 'user', id }, ...changed };
    });
  }
}
