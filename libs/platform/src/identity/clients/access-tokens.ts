/** OAuth 2 client credentials (RFC 6749 §4.4): machines of an organisation and their short-lived access tokens. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, type Role, systemActor } from '../../access';
import { UnitOfWork } from '../../database';
import type { OrganisationKind } from '../entities';
import { KeyStore } from '../keys/key-store';
import { scopeOf } from '../people/scope';

export const TOKEN_SECONDS = 3600;
const TYPE = 'at+jwt';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface ClientRow {
  id: string;
  name: string;
  secret_hash: string;
  roles: Role[];
  organisation_id: string;
  kind: OrganisationKind;
}

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Changes with the secret: a token ends with the secret it was made with. */
const generationOf = (client: ClientRow): string => hashOfSecret(`generation ${client.secret_hash}`).slice(0, 12);

@Injectable()
export class AccessTokens {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: KeyStore,
  ) {}

  /** A token for the client, or undefined where id or secret are wrong or the client is disabled. */
  async issue(clientId: string, secret: string): Promise<string | undefined> {
    const client = await this.client(clientId);
    const given = Buffer.from(hashOfSecret(secret));
    const stored = Buffer.from(client?.secret_hash ?? hashOfSecret(''));
    if (!client || given.length !== stored.length || !timingSafeEqual(given, stored)) return undefined;
    const iat = Math.floor(Date.now() / 1000);
    return this.keys.sign(
      { sub: client.id, org: client.organisation_id, key: generationOf(client), iat, exp: iat + TOKEN_SECONDS },
      { purpose: 'token', typ: TYPE },
    );
  }

  /** Who the token speaks for. The client is looked up each time: one that was disabled, or got a new secret, is out at once. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const payload = await this.keys.verify(token, { purpose: 'token', typ: TYPE });
    if (!payload || typeof payload.sub !== 'string' || !(Number(payload.exp) * 1000 > Date.now())) return undefined;
    const client = await this.client(payload.sub);
    if (!client || payload.key !== generationOf(client)) return undefined;
    return {
      userId: client.id,
      name: client.name,
      organisationId: client.organisation_id,
      roles: client.roles,
      scope: scopeOf(client.kind, client.roles),
    };
  }

  private async client(id: string): Promise<ClientRow | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.work.run(systemActor, (manager) =>
      manager.query(
        `SELECT c.id, c.name, c.secret_hash, c.roles, c.organisation_id, o.kind
         FROM api_client c JOIN organisation o ON o.id = c.organisation_id
         WHERE c.id = $1 AND c.disabled_at IS NULL`,
        [id],
      ),
    );
    return row;
  }
}
