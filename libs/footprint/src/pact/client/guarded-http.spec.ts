import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformConfig } from '@qingheng/platform';
import { GuardedHttp, isPrivate } from './guarded-http';

const http = (...privateHosts: string[]) => new GuardedHttp({ privateHosts } as unknown as PlatformConfig);

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '0.0.0.0',
  '100.64.0.1',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '[::1]',
  '::ffff:a00:1',
  'not-an-address',
])('takes %s for private', (address) => expect(isPrivate(address)).toBe(true));

it.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888'])('takes %s for public', (address) =>
  expect(isPrivate(address)).toBe(false),
);

it.each([
  'http://partner.example/pact',
  'https://127.0.0.1/pact',
  'https://[::1]/pact',
  'https://localhost:3000/pact',
  'https://a:b@partner.example/',
  'file:///etc/passwd',
  'https://2130706433/',
  'https://0x7f.1/',
  'nothing',
])('objects to %s', (address) => expect(http().objection(address)).toBeDefined());

it('takes a public https address, and a private one that is named', () => {
  expect(http().objection('https://partner.example/pact')).toBeUndefined();
  expect(http('127.0.0.1:8080').objection('http://127.0.0.1:8080/pact')).toBeUndefined();
  expect(http('127.0.0.1:8080').objection('http://127.0.0.1:8081/pact')).toBeDefined();
});

it('does not connect where a public name points inside the network', async () => {
  await expect(http().send('https://localtest.localhost./x')).rejects.toThrow(/inside the network|ENOTFOUND|EAI_AGAIN/);
});

it('calls a named host, follows no redirect and names what fails', async () => {
  const server = createServer((request, response) =>
    request.url === '/go' ? response.writeHead(302, { Location: '/there' }).end() : response.end('here'),
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await http(host).send(`http://${host}/`)).toMatchObject({ status: 200, text: 'here' });
  expect((await http(host).send(`http://${host}/go`)).status).toBe(302);
  await expect(http().send(`http://${host}/`)).rejects.toThrow('must be https');
  server.close();
  await new Promise((resolve) => server.once('close', resolve));
  await expect(http(host).send(`http://${host}/`)).rejects.toThrow(host);
});
