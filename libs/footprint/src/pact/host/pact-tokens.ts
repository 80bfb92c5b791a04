/** Access tokens of partners (RFC 6749 §4.4). They open /pact and nothing else. */
import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashOfSecret, KeyStore, systemActor, UnitOfWork } from '@qingheng/platform';
import { PARTNER, type Partner } from '../partner/partner';
import { PactFault } from './pact-errors';

export const TOKEN_SECONDS = 3600;
const TYPE = 'pact-at+jwt';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Changes with the secret: a token ends with the secret it was made with. */
const generationOf = (hash: string): string => hashOfSecret(`pact generation ${hash}`).slice(0, 12);

type Row = Partner & { secretHash: string };

@Injectable()
export class PactTokens {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: KeyStore,
  ) {}

  /** Undefined where id or secret are wrong or the partner is disabled. */
  async issue(clientId: string, secret: string): Promise<string | undefined> {
    const partner = await this.partner(clientId);
    const given = Buffer.from(hashOfSecret(secret));
    const stored = Buffer.from(partner?.secretHash ?? hashOfSecret(''));
    if (!partner || given.length !== stored.length || !timingSafeEqual(given, stored)) return undefined;
    const iat = Math.floor(Date.now() / 1000);
    const claims = { sub: partner.id, key: generationOf(partner.secretHash), iat, exp: iat + TOKEN_SECONDS };
    return this.keys.sign(claims, { purpose: 'token', typ: TYPE });
  }

  /** The partner is looked up each time: a disabled one is out at once. Throws PactFault. */
  async partnerOf(authorization: string | undefined): Promise<Partner> {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    const payload = token && (await this.keys.verify(token, { purpose: 'token', typ: TYPE }));
    if (!payload || typeof payload.sub !== 'string')
      throw new PactFault('Unauthorized', 'The access token is missing or not valid');
    if (!(Number(payload.exp) * 1000 > Date.now())) throw new PactFault('TokenExpired', 'The access token has expired');
    const partner = await this.partner(payload.sub);
    if (!partner || payload.key !== generationOf(partner.secretHash))
      throw new PactFault('Unauthorized', 'The access token is no longer valid');
    return partner;
  }

  private async partner(id: string): Promise<Row | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.work.run(systemActor, (manager) =>
      manager.query(
        `SELECT ${PARTNER}, secret_hash AS "secretHash" FROM pact_partner WHERE id = $1 AND disabled_at IS NULL`,
        [id],
      ),
    );
    return row;
  }
}
