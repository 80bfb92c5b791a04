/** The examples that AWS publishes: its test suite (get-vanilla …) and "Signature Calculations" of the S3 API reference. */
import { createHash } from 'node:crypto';
import { EMPTY_HASH, signV4 } from './sign-v4';

const signatureOf = (headers: Record<string, string>) => /Signature=(\w+)$/.exec(headers.authorization!)![1];

describe('the examples of the S3 API reference', () => {
  const credentials = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  };
  const sign = (method: string, path: string, headers: Record<string, string> = {}, body = '') => {
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const url = new URL(`https://examplebucket.s3.amazonaws.com${path}`);
    const signed = { ...headers, 'x-amz-content-sha256': bodyHash };
    const at = new Date('2013-05-24T00:00:00Z');
    return signV4({ method, url, headers: signed, bodyHash }, credentials, { region: 'us-east-1', at });
  };

  it('GET of a part of an object', () => {
    const headers = sign('GET', '/test.txt', { range: 'bytes=0-9' });
    expect(headers.authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
        'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
        'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  it('PUT of an object', () => {
    const headers = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' };
    expect(signatureOf(sign('PUT', '/test%24file.text', headers, 'Welcome to Amazon S3.'))).toBe(
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    );
  });

  it.each([
    ['/?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['/?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])('GET %s', (path, signature) => expect(signatureOf(sign('GET', path))).toBe(signature));
});

it('get-vanilla of the test suite', () => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
  const url = new URL('https://example.amazonaws.com/');
  const scope = { region: 'us-east-1', service: 'service', at: new Date('2015-08-30T12:36:00Z') };
  const headers = signV4({ method: 'GET', url, headers: {}, bodyHash: EMPTY_HASH }, credentials, scope);
  expect(signatureOf(headers)).toBe('5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31');
});
