import { X509Certificate } from 'node:crypto';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed';

it('makes a certificate that a client can take as its authority, for the named hosts only', async () => {
  const { cert, key } = selfSigned(['localhost', '127.0.0.1']);
  const read = new X509Certificate(cert);
  expect(read.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
  expect(read.verify(read.publicKey)).toBe(true);
  const server = createServer({ cert, key }, (_, response) => response.end('safe')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (options: object) =>
    new Promise<string>((resolve, reject) => {
      request({ host: '127.0.0.1', port, ...options }, (answer) => {
        answer.setEncoding('utf8').on('data', resolve);
      })
        .on('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code)))
        .end();
    });
  await expect(ask({ ca: cert })).resolves.toBe('safe');
  await expect(ask({ ca: cert, servername: 'localhost' })).resolves.toBe('safe');
  await expect(ask({ ca: cert, servername: 'other.example' })).rejects.toThrow('ERR_TLS_CERT_ALTNAME_INVALID');
  await expect(ask({})).rejects.toThrow('DEPTH_ZERO_SELF_SIGNED_CERT');
  server.close();
});
