/** Compact JWS (RFC 7515) with the few algorithms we sign with or accept; no library, no negotiation. */
import { constants, createHash, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';

interface JwsHeader {
  alg: string;
  kid?: string;
  typ?: string;
  crit?: string[];
}

export interface Jws {
  header: JwsHeader;
  payload: Record<string, unknown>;
  signed: string;
  signature: Buffer;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function signEs256(privateKey: KeyObject, header: { kid: string; typ: string }, payload: object): string {
  const signed = `${encode({ alg: 'ES256', ...header })}.${encode(payload)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** Takes a compact JWS apart without trusting anything in it. */
export function parseJws(compact: string): Jws | undefined {
  const parts = compact.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const [header, payload] = parts.slice(0, 2).map((p) => JSON.parse(Buffer.from(p, 'base64url').toString()));
    // An extension we must understand is one we do not know.
    if (typeof header?.alg !== 'string' || header.crit || typeof payload !== 'object' || !payload) return undefined;
    return { header, payload, signed: `${parts[0]}.${parts[1]}`, signature: Buffer.from(parts[2]!, 'base64url') };
  } catch {
    return undefined;
  }
}

/** The algorithm must be one that the key can do: a key never serves as a secret, and `none` is no algorithm. */
export function signatureHolds(jws: Jws, jwk: JsonWebKey): boolean {
  const data = Buffer.from(jws.signed);
  const { alg } = jws.header;
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    if (alg === 'ES256' && jwk.kty === 'EC' && jwk.crv === 'P-256')
      return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, jws.signature);
    if (alg === 'RS256' && jwk.kty === 'RSA') return verify('sha256', data, key, jws.signature);
    if (alg === 'PS256' && jwk.kty === 'RSA')
      return verify(
        'sha256',
        data,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
        jws.signature,
      );
  } catch {
    // A key we cannot read verifies nothing.
  }
  return false;
}

/** RFC 7638 thumbprint: the id of a key is its content. */
export const thumbprint = ({ crv, kty, x, y }: JsonWebKey): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
