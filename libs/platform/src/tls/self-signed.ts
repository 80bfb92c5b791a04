/** A certificate for this machine that nobody else vouches for (RFC 5280; P-256, SHA-256): https without an authority. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, implicit, integer, octets, oid, sequence, set, tagged, utcTime, utf8, yes } from './der';

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const DAY = 86_400_000;

/** `names` are host names and IPv4 addresses it is valid for. PEM. */
export function selfSigned(names: string[], days = 365): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8(`Qingheng ${names[0]}`))));
  const now = Date.now();
  const extension = (id: string, value: Buffer, critical = false): Buffer =>
    sequence(oid(id), ...(critical ? [yes] : []), octets(value));
  const alternatives = names.map((one) =>
    isIP(one) === 4 ? implicit(7, Buffer.from(one.split('.').map(Number))) : implicit(2, Buffer.from(one)),
  );
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_SHA256,
    name,
    sequence(utcTime(new Date(now - DAY)), utcTime(new Date(now + days * DAY))),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    tagged(
      3,
      sequence(
        // It vouches for itself, so that a client can name it as its authority.
        extension('2.5.29.19', sequence(yes), true),
        extension('2.5.29.17', sequence(...alternatives)),
      ),
    ),
  );
  const cert = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, privateKey)));
  const pem = cert
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}
