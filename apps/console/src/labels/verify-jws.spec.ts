import { generateKeyPairSync, sign } from 'node:crypto';
import type { Label } from '../api/types';
import { verify } from './verify-jws';

const label = {
  number: 'QH-1',
  productName: '铝',
  value: '11851.2628',
  unit: 'kg CO2e/t',
  expiresOn: '2028-01-01',
  stages: [{ stage: 'anode', title: { zh: '阳极', en: 'Anode' }, value: '1', share: '1' }],
} as Label;
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keys = [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'k' }];
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function jwsOf(payload: unknown, header: object = { alg: 'ES256', kid: 'k' }) {
  const text = `${part(header)}.${part(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

describe('the signature of a label', () => {
  it('holds for what was signed, whatever the order of its members', async () => {
    const stages = [{ value: '1', title: { en: 'Anode', zh: '阳极' }, stage: 'anode', share: '1' }];
    expect(await verify(label, jwsOf({ label: { ...label, stages } }), keys)).toMatchObject({
      outcome: 'genuine',
      kid: 'k',
      fields: 6,
    });
  });

  it('names the fields that were changed', async () => {
    const shown = { ...label, value: '9000' };
    expect(await verify(shown, jwsOf(label), keys)).toEqual({ outcome: 'altered', differing: ['value'] });
  });

  it('does not accept a document that leaves out what matters', async () => {
    expect(await verify(label, jwsOf({ number: 'QH-1' }), keys)).toMatchObject({ outcome: 'altered' });
  });

  it('refuses another key, another algorithm, a changed text', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    expect(await verify(label, jwsOf(label), [{ ...other, kid: 'k' }])).toEqual({ outcome: 'forged' });
    expect(await verify(label, jwsOf(label), [])).toEqual({ outcome: 'unknownKey' });
    expect(await verify(label, jwsOf(label, { alg: 'none', kid: 'k' }), keys)).toEqual({ outcome: 'forged' });
    const [head, , signature] = jwsOf(label).split('.');
    expect(await verify(label, [head, part({ ...label, value: '1' }), signature].join('.'), keys)).toEqual({
      outcome: 'forged',
    });
    expect(await verify(label, 'no jws', keys)).toEqual({ outcome: 'unreadable' });
  });
});
