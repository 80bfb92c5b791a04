/** Signing in and out with a password. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type Role, systemActor } from '../../access';
import { AuditService } from '../../audit';
import { UnitOfWork } from '../../database';
import type { OrganisationKind } from '../entities';
import { refuse } from '../identity.messages';
import { hashPassword, passwordMatches, requireStrongPassword, warmUp } from '../people/passwords';
import { scopeOf } from '../people/scope';
import { LoginThrottle } from './login-throttle';
import { SessionStore } from './session-store';

export interface SignedIn {
  token: string;
  user: Profile;
}

export interface Profile {
  id: string;
  name: string;
  username: string;
  roles: Role[];
  organisation: { id: string; name: string; kind: OrganisationKind };
}

interface AccountRow {
  id: string;
  username: string;
  name: string;
  password_hash: string | null;
  disabled: boolean;
  roles: Role[];
  organisation_id: string;
  organisation_name: string;
  kind: OrganisationKind;
}

const ACCOUNT = `
  SELECT u.id, u.username, u.name, u.password_hash, u.disabled_at IS NOT NULL AS disabled, u.organisation_id,
         o.name AS organisation_name, o.kind,
         ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles
  FROM user_account u JOIN organisation o ON o.id = u.organisation_id`;

@Injectable()
export class LoginService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly throttle: LoginThrottle,
    private readonly sessions: SessionStore,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): Promise<void> {
    return warmUp();
  }

  async login(username: string, password: string, address: string, requestId?: string): Promise<SignedIn> {
    await this.throttle.reserve(username, address);
    const account = await this.accountBy('lower(u.username) = lower($1)', [username]);
    const good = await passwordMatches(account?.password_hash, password);
    if (!account || !good || account.disabled) {
      if (account) await this.note(account, 'auth.login_failed', requestId);
      throw refuse('INVALID_CREDENTIALS');
    }
    await this.throttle.forgive(username, address);
    return this.open(account, 'password', requestId);
  }

  /**
   * For people who proved who they are elsewhere (OpenID Connect). The first time, the user name links the account, if
   * it was made for that: one with a password is its owner's, whatever name somebody bears over there.
   */
  async loginAs(
    identity: { issuer: string; subject: string; username?: string },
    requestId?: string,
  ): Promise<SignedIn> {
    const { issuer, subject, username } = identity;
    const known = () => this.accountBy('u.oidc_issuer = $1 AND u.oidc_subject = $2', [issuer, subject]);
    let account = await known();
    if (!account && username) {
      await this.link(issuer, subject, username, requestId);
      account = await known();
    }
    if (!account || account.disabled) throw refuse('OIDC_UNKNOWN_USER');
    return this.open(account, 'oidc', requestId);
  }

  private link(issuer: string, subject: string, username: string, requestId?: string): Promise<void> {
    return this.work.run(systemActor, async (manager) => {
      const [rows] = await manager.query(
        `UPDATE user_account SET oidc_issuer = $2, oidc_subject = $3
         WHERE lower(username) = lower($1) AND oidc_subject IS NULL AND password_hash IS NULL AND disabled_at IS NULL
         RETURNING id, organisation_id`,
        [username, issuer, subject],
      );
      if (!rows.length) return;
      await this.audit.record(manager, {
        actor: { ...systemActor, organisationId: rows[0].organisation_id, requestId },
        action: 'auth.oidc_linked',
        subject: { type: 'user', id: rows[0].id },
        details: { issuer, subject },
      });
    });
  }

  logout(token: string): Promise<void> {
    return this.sessions.end(token);
  }

  async profile(actor: Actor): Promise<Profile | undefined> {
    const account = await this.accountBy('u.id = $1', [actor.userId]);
    return account && profileOf(account);
  }

  /** Ends every session of the person, also the present one: whoever stole a session is out too. */
  async changePassword(actor: Actor, present: string, wanted: string, address: string): Promise<void> {
    const account = await this.accountBy('u.id = $1', [actor.userId]);
    if (!account) throw refuse('INVALID_CREDENTIALS');
    await this.throttle.reserve(account.username, address);
    if (!(await passwordMatches(account.password_hash, present))) throw refuse('INVALID_CREDENTIALS');
    requireStrongPassword(wanted, account.username);
    const hash = await hashPassword(wanted);
    await this.throttle.forgive(account.username, address);
    await this.work.run({ ...systemActor, requestId: actor.requestId }, async (manager) => {
      await manager.query('UPDATE user_account SET password_hash = $2 WHERE id = $1', [account.id, hash]);
      await this.sessions.endAll(manager, account.id);
      await this.audit.record(manager, {
        actor,
        action: 'auth.password_changed',
        subject: { type: 'user', id: account.id },
      });
    });
  }

  private async accountBy(condition: string, values: string[]): Promise<AccountRow | undefined> {
    const text = `${ACCOUNT} WHERE ${condition}`;
    const [row] = await this.work.run(systemActor, (manager) => manager.query(text, values));
    return row;
  }

  private open(account: AccountRow, by: string, requestId?: string): Promise<SignedIn> {
    return this.work.run(systemActor, async (manager) => {
      // The account may have been disabled or given a new password since it was read; that ended its sessions.
      const still: unknown[] = await manager.query(
        `SELECT FROM user_account WHERE id = $1 AND disabled_at IS NULL AND password_hash IS NOT DISTINCT FROM $2
         FOR SHARE`,
        [account.id, account.password_hash],
      );
      if (!still.length) throw refuse('INVALID_CREDENTIALS');
      const token = await this.sessions.create(manager, account.id);
      await this.audit.record(manager, {
        actor: actorOfAccount(account, requestId),
        action: 'auth.login',
        subject: { type: 'user', id: account.id },
        details: { by },
      });
      return { token, user: profileOf(account) };
    });
  }

  private note(account: AccountRow, action: string, requestId?: string): Promise<void> {
    return this.work.run(systemActor, (manager) =>
      this.audit.record(manager, {
        actor: { ...systemActor, organisationId: account.organisation_id, requestId },
        action,
        subject: { type: 'user', id: account.id },
      }),
    );
  }
}

const actorOfAccount = (account: AccountRow, requestId?: string): Actor => ({
  userId: account.id,
  name: account.name,
  organisationId: account.organisation_id,
  roles: account.roles,
  scope: scopeOf(account.kind, account.roles),
  requestId,
});

const profileOf = (account: AccountRow): Profile => ({
  id: account.id,
  name: account.name,
  username: account.username,
  roles: account.roles,
  organisation: { id: account.organisation_id, name: account.organisation_name, kind: account.kind },
});
