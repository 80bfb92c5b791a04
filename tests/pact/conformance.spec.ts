/**
 * The 41 cases of the public PACT 3.0 conformance tool (github.com/wbcsd/pact-conformance-service), rebuilt here and run
 * against the built service over https, with the tool's callbacks on loopback. QH_CONFORMANCE_LOG=FILE writes the log.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsOf, lintFootprint, type ProductFootprint } from '@qingheng/pact';
import { CallbackHost } from '../support/callback-host';
import { makeLabel, yarn } from '../support/labels';
import { Person } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';
import { ask, fetchSafely, type Heard, type Said } from '../support/safe-http';

const NIL = '00000000-0000-0000-0000-000000000000';
let service: RunningService;
let tool: CallbackHost;
let ca: string;
let base: string;
let token: string;
let credentials: { id: string; secret: string };
let footprints: ProductFootprint[];
let first: ProductFootprint;
const log: string[] = [];

beforeAll(async () => {
  tool = await CallbackHost.start();
  service = await runningService({ QH_TLS: 'self-signed', QH_PACT_PRIVATE_HOSTS: tool.host });
  ca = readFileSync(service.env.NODE_EXTRA_CA_CERTS!, 'utf8');
  base = `${service.url}/pact`;
  const send = fetchSafely(ca);
  const filer = await Person.signIn(service.url, 'filer@ordos', undefined, send);
  const reviewer = await Person.signIn(service.url, 'reviewer@qingheng', undefined, send);
  for (const product of ['羊绒纱 26', '羊绒纱 48']) {
    const label = await makeLabel(filer, reviewer, product);
    const productClassifications = ['urn:cpc:26310'];
    const published = await filer.post('/pact/footprints', { label: label.number, ...yarn, productClassifications });
    expect([published.status, published.body]).toEqual([201, expect.anything()]);
  }
  const partner = await filer.post<{ id: string; secret: string }>('/pact/partners', {
    name: 'Conformance tool',
    version: '3',
    baseUrl: tool.url,
    clientId: 'test_client_id',
    clientSecret: 'test_client_secret',
  });
  expect(partner.status).toBe(201);
  credentials = partner.body;
}, 180_000);

afterAll(async () => {
  await service?.stop();
  await tool?.stop();
  const file = process.env.QH_CONFORMANCE_LOG;
  if (file)
    writeFileSync(
      file,
      `# PACT 3.0 conformance: the cases, run against the built service

Over https with a certificate of the service's own making, callbacks on loopback. Written by
\`QH_CONFORMANCE_LOG=docs/pact-conformance.md npx jest tests/pact/conformance.spec.ts\`; the cases are those of
github.com/wbcsd/pact-conformance-service, rebuilt in \`tests/pact/conformance.spec.ts\`. 18 and 19 are optional there.

| case | what | seen |
| --- | --- | --- |
${log.join('\n')}
`,
    );
});

/** One case: what it asks and what it saw go into the log, once it has passed. */
function check(number: string, title: string, run: () => Promise<string>): void {
  it(`${number} ${title}`, async () => {
    const seen = await run();
    log.push(`| ${number} | ${title} | ${seen.replaceAll('|', '\\|')} |`);
  }, 60_000);
}

const call = (path: string, said: Said = {}): Promise<Heard> =>
  ask(path.startsWith('http') ? path : `${base}${path}`, {
    ...said,
    ca,
    headers: { Authorization: `Bearer ${token}`, ...said.headers },
  });
const dataOf = ({ json }: Heard): ProductFootprint[] => json.data as ProductFootprint[];
const short = ({ status, text }: Heard): string =>
  `${status}${status >= 400 ? ` ${text.slice(0, 120)}` : text.startsWith('{"data":[') ? `, ${(JSON.parse(text) as { data: unknown[] }).data.length} footprints` : ''}`;

async function tokenWith(id: string, secret: string, endpoint = `${base}/auth/token`): Promise<Heard> {
  return ask(endpoint, {
    method: 'POST',
    ca,
    headers: {
      Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
}

function valid(footprint: ProductFootprint): void {
  expect(errorsOf(lintFootprint(footprint))).toEqual([]);
}

const event = (kind: string, data: object, over: object = {}): string =>
  JSON.stringify({
    type: `org.wbcsd.pact.ProductFootprint.${kind}.3`,
    specversion: '1.0',
    id: randomUUID(),
    source: tool.url,
    time: new Date().toISOString(),
    data,
    ...over,
  });

const sendEvent = (body: string, said: Said = {}): Promise<Heard> =>
  call('/3/events', {
    method: 'POST',
    body,
    ...said,
    headers: { 'Content-Type': 'application/cloudevents+json; charset=UTF-8', ...said.headers },
  });

/** By plain http on the same port nothing may be had. */
async function notByHttp(path: string, said: Said = {}): Promise<string> {
  const address = `${base}${path}`.replace(/^https/, 'http');
  try {
    const { status } = await ask(address, { ...said, headers: { Authorization: `Bearer ${token}`, ...said.headers } });
    expect(status).toBeGreaterThanOrEqual(400);
    return String(status);
  } catch (error) {
    return `no answer (${(error as { code?: string }).code ?? (error as Error).message})`;
  }
}

check('1', 'a token for the right credentials', async () => {
  const heard = await tokenWith(credentials.id, credentials.secret);
  expect(heard.status).toBe(200);
  expect(heard.json).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 });
  token = String(heard.json.access_token);
  const list = await call('/3/footprints');
  footprints = dataOf(list);
  first = footprints[0]!;
  expect(footprints.length).toBeGreaterThanOrEqual(2);
  return '200, Bearer, 3600 s';
});

check('2', 'no token for wrong credentials', async () => {
  const heard = await tokenWith(credentials.id, 'wrong');
  expect([400, 401]).toContain(heard.status);
  expect(heard.json).toMatchObject({ error: 'invalid_client' });
  return short(heard);
});

check('3', 'GetFootprint', async () => {
  const heard = await call(`/3/footprints/${first.id}`);
  expect(heard.status).toBe(200);
  const footprint = heard.json.data as ProductFootprint;
  valid(footprint);
  expect(footprint).toEqual(first);
  return '200, schema holds, same id';
});

check('4', 'ListFootprints', async () => {
  const heard = await call('/3/footprints');
  expect(heard.status).toBe(200);
  dataOf(heard).forEach(valid);
  expect(dataOf(heard)).toHaveLength(footprints.length);
  return short(heard);
});

check('5', 'pagination by Link', async () => {
  const page = await call('/3/footprints?limit=1');
  const next = /^<([^>]+)>; rel="next"$/.exec(String(page.headers.link))?.[1];
  expect(next).toMatch(new RegExp(`^${service.url.replaceAll('.', '\\.')}/pact/3/footprints\\?`));
  const heard = await call(next!);
  expect(heard.status).toBe(200);
  expect(dataOf(heard)).toHaveLength(1);
  expect((await call(next!)).text).toBe(heard.text);
  expect(dataOf(heard)[0]!.id).not.toBe(dataOf(page)[0]!.id);
  return `200, ${next!.replace(/cursor=.*/, 'cursor=…')}`;
});

const badToken = { headers: { Authorization: 'Bearer not-a-token' } };
check('6', 'ListFootprints with a bad token', async () => {
  const heard = await call('/3/footprints', badToken);
  expect([heard.status, heard.json.code]).toEqual([401, 'BadRequest']);
  return short(heard);
});

check('7', 'GetFootprint with a bad token', async () => {
  const heard = await call(`/3/footprints/${first.id}`, badToken);
  expect([heard.status, heard.json.code]).toEqual([401, 'BadRequest']);
  return short(heard);
});

check('8', 'GetFootprint of an unknown id', async () => {
  const heard = await call(`/3/footprints/${NIL}`);
  expect(heard.status).toBe(404);
  expect(heard.json).toEqual({ code: 'NotFound', message: expect.any(String) });
  return short(heard);
});

check('9', 'token over http', () =>
  notByHttp('/auth/token', { method: 'POST', body: 'grant_type=client_credentials' }),
);
check('10', 'ListFootprints over http', () => notByHttp('/3/footprints'));
check('11', 'GetFootprint over http', () => notByHttp(`/3/footprints/${first.id}`));

const run = randomUUID();
check('12', 'RequestCreated is accepted', async () => {
  const heard = await sendEvent(event('RequestCreatedEvent', { productId: first.productIds }, { id: `${run}/12` }));
  expect([heard.status, heard.text]).toEqual([200, '']);
  return '200, empty body';
});

check('13', 'RequestFulfilled comes back', async () => {
  const taken = await tool.event(({ event: e }) => e.data.requestEventId === `${run}/12`);
  expect(taken.event.type).toBe('org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3');
  expect(taken.path).toBe('/3/events');
  expect(taken.contentType).toMatch(/^application\/cloudevents\+json/);
  expect(taken.authorization).toBe('Bearer callback-token');
  const pfs = taken.event.data.pfs as ProductFootprint[];
  pfs.forEach(valid);
  expect(pfs.flatMap(({ productIds }) => productIds)).toEqual(expect.arrayContaining(first.productIds));
  expect(Buffer.from(tool.tokenRequests[0]!.slice(6), 'base64').toString()).toBe('test_client_id:test_client_secret');
  return `${taken.path}, ${pfs.length} footprint, schema holds`;
});

check('14.A', 'RequestCreated of an unknown product is accepted', async () => {
  const heard = await sendEvent(event('RequestCreatedEvent', { productId: ['urn:pact:null'] }, { id: `${run}/14.A` }));
  expect(heard.status).toBe(200);
  return '200, empty body';
});

check('14.B', 'RequestRejected comes back', async () => {
  const { event: e } = await tool.event(({ event: one }) => one.data.requestEventId === `${run}/14.A`);
  expect(e.type).toBe('org.wbcsd.pact.ProductFootprint.RequestRejectedEvent.3');
  expect(e.data.error).toEqual({ code: 'NotFound', message: expect.any(String) });
  return JSON.stringify(e.data.error);
});

check('15', 'Published with an unknown id is accepted', async () => {
  const heard = await sendEvent(event('PublishedEvent', { pfIds: ['3a6c14a7-4deb-498a-b5ea-16ce2535b576'] }));
  expect([heard.status, heard.text]).toEqual([200, '']);
  return '200, empty body';
});

check('16', 'Events with a bad token', async () => {
  const heard = await sendEvent(event('PublishedEvent', { pfIds: [randomUUID()] }), badToken);
  expect([heard.status, heard.json.code]).toEqual([401, 'BadRequest']);
  return short(heard);
});

check('17', 'Events over http', () =>
  notByHttp('/3/events', { method: 'POST', body: event('PublishedEvent', { pfIds: [randomUUID()] }) }),
);

const discovered = async (): Promise<string> => {
  const { json, status } = await ask(`${base}/.well-known/openid-configuration`, { ca });
  expect(status).toBe(200);
  expect(String(json.token_endpoint)).toBe(`${base}/auth/token`);
  return String(json.token_endpoint);
};
check('18', 'a token by OpenID discovery', async () => {
  const heard = await tokenWith(credentials.id, credentials.secret, await discovered());
  expect(heard.status).toBe(200);
  return '200';
});
check('19', 'no token by OpenID discovery for wrong credentials', async () => {
  const heard = await tokenWith(credentials.id, 'wrong', await discovered());
  expect([400, 401]).toContain(heard.status);
  return short(heard);
});

/** At least one is found and every one fits. */
function finds(query: () => string, fits: (footprint: ProductFootprint) => boolean): () => Promise<string> {
  return async () => {
    const heard = await call(`/3/footprints?${query()}`);
    expect(heard.status).toBe(200);
    const found = dataOf(heard);
    expect(found.length).toBeGreaterThanOrEqual(1);
    expect(found.filter((one) => !fits(one))).toEqual([]);
    return short(heard);
  };
}
const findsNone = (query: string) => async (): Promise<string> => {
  const heard = await call(`/3/footprints?${query}`);
  expect([heard.status, heard.text]).toEqual([200, '{"data":[]}']);
  return '200 []';
};
const days = (at: string, n: number): string => new Date(Date.parse(at) + n * 86_400_000).toISOString();

// As the tool does it: values are put into the address as they are.
check(
  '20',
  'filter by productId',
  finds(
    () => `productId=${first.productIds[0]}`,
    (f) => f.productIds.includes(first.productIds[0]!),
  ),
);
check(
  '21',
  'filter by companyId',
  finds(
    () => `companyId=${first.companyIds[0]}`,
    (f) => f.companyIds.includes(first.companyIds[0]!),
  ),
);
check(
  '22',
  'filter by geography',
  finds(
    () => `geography=${first.pcf.geographyCountrySubdivision}`,
    (f) => f.pcf.geographyCountrySubdivision === 'CN-NM',
  ),
);
check(
  '23',
  'filter by classification',
  finds(
    () => `classification=${first.productClassifications![0]}`,
    (f) => f.productClassifications!.includes('urn:cpc:26310'),
  ),
);
check(
  '24',
  'filter by validOn',
  finds(
    () => `validOn=${first.validityPeriodStart}`,
    (f) =>
      Date.parse(f.validityPeriodStart!) <= Date.parse(first.validityPeriodStart!) &&
      Date.parse(first.validityPeriodStart!) <= Date.parse(f.validityPeriodEnd!),
  ),
);
check(
  '25',
  'filter by validAfter',
  finds(
    () => `validAfter=${days(first.validityPeriodStart!, -1)}`,
    (f) => Date.parse(f.validityPeriodStart!) > Date.parse(days(first.validityPeriodStart!, -1)),
  ),
);
check(
  '26',
  'filter by validBefore',
  finds(
    () => `validBefore=${days(first.validityPeriodEnd!, 1)}`,
    (f) => Date.parse(f.validityPeriodEnd!) < Date.parse(days(first.validityPeriodEnd!, 1)),
  ),
);
check(
  '27',
  'filter by status',
  finds(
    () => `status=${first.status}`,
    (f) => f.status === first.status,
  ),
);
check(
  '28',
  'status and productId',
  finds(
    () => `status=${first.status}&productId=${first.productIds[0]}`,
    (f) => f.productIds[0] === first.productIds[0],
  ),
);
check(
  '29',
  'companyId, one of several',
  finds(
    () => `companyId=${first.companyIds[0]}&companyId=abcdefgh&companyId=hgfedcba`,
    (f) => f.companyIds[0] === first.companyIds[0],
  ),
);
check('30', 'an unknown productId', findsNone('productId=urn:bogus:product:abcdefgh'));
check('31', 'an unknown companyId', findsNone('companyId=urn:bogus:company:abcdefgh'));
check('32', 'an unknown geography', findsNone('geography=XX'));
check('33', 'an unknown classification', findsNone('classification=urn:bogus:class:abcdefgh'));
check('34', 'validOn long ago', findsNone('validOn=1900-01-01T00:00:00Z'));
check('35', 'validAfter far ahead', findsNone('validAfter=2099-12-31T23:59:59Z'));
check('36', 'validBefore long ago', findsNone('validBefore=1900-01-01T00:00:00Z'));
check('37', 'an unknown status', findsNone('status=BogusStatus'));
check('38', 'unknown companyId and productId', findsNone('companyId=abcdefgh&productId=hgfedcba'));
check('39', 'three unknown companyIds', findsNone('companyId=abcdefgh&companyId=hgfedcba&companyId=bogusbog'));

check('40', 'Published with ids that are no UUIDs', async () => {
  const heard = await sendEvent(event('PublishedEvent', { pfIds: ['urn:gtin:4712345060507'] }));
  expect([heard.status, heard.json.code]).toEqual([400, 'BadRequest']);
  return short(heard);
});

describe('beyond the tool', () => {
  const plain = async (type: string, body: string): Promise<Heard> =>
    sendEvent(body, { headers: { 'Content-Type': type } });

  it('answers every fault beneath /pact in its own shape, wherever it arises', async () => {
    const good = event('PublishedEvent', { pfIds: [randomUUID()] });
    const faults: [Promise<Heard>, number, string][] = [
      [plain('application/cloudevents+json', '{"broken'), 400, 'BadRequest'],
      [plain('application/cloudevents+json', '[]'), 400, 'BadRequest'],
      [plain('application/json', good), 400, 'BadRequest'],
      [plain('text/plain', good), 400, 'BadRequest'],
      [call('/3/nothing'), 404, 'NotFound'],
      [call('/3/footprints?limit=-1'), 400, 'BadRequest'],
      [call('/3/footprints?validOn=yesterday'), 400, 'BadRequest'],
      [call('/3/footprints?cursor=abc'), 400, 'BadRequest'],
      [call('/3/footprints/not-a-uuid'), 404, 'NotFound'],
      [call('/2/footprints/not-a-uuid'), 404, 'NoSuchFootprint'],
    ];
    for (const [asked, status, code] of faults) {
      const heard = await asked;
      expect([heard.status, heard.json.code, Object.keys(heard.json)]).toEqual([status, code, ['code', 'message']]);
      expect(heard.headers['content-type']).toMatch(/^application\/json/);
    }
  });

  it('never calls a source that is not the one registered, inside the network or elsewhere', async () => {
    for (const source of [
      'http://169.254.169.254/latest',
      'http://127.0.0.1:1',
      'https://elsewhere.example',
      'urn:x',
    ]) {
      const heard = await sendEvent(event('RequestCreatedEvent', { productId: first.productIds }, { source }));
      expect([heard.status, heard.json.code]).toEqual([403, 'AccessDenied']);
    }
  });

  it('takes an event once, however often it comes', async () => {
    const id = randomUUID();
    const body = event('RequestCreatedEvent', { productId: first.productIds }, { id });
    const answers = await Promise.all([1, 2, 3, 4].map(() => sendEvent(body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await tool.event(({ event: e }) => e.data.requestEventId === id);
    const other = randomUUID();
    await sendEvent(event('RequestCreatedEvent', { productId: first.productIds }, { id: other }));
    await tool.event(({ event: e }) => e.data.requestEventId === other);
    expect(tool.events.filter(({ event: e }) => e.data.requestEventId === id)).toHaveLength(1);
  });

  it('offers the same footprints as version 2.3, per declared unit', async () => {
    const heard = await call('/2/footprints');
    const [old] = heard.json.data as { id: string; pcf: Record<string, unknown> }[];
    expect([heard.status, old!.id]).toEqual([200, first.id]);
    expect(old!.pcf).toMatchObject({ declaredUnit: 'kilogram', unitaryProductAmount: '1' });
    expect(old!.pcf.pCfExcludingBiogenic).toBe(first.pcf.pcfExcludingBiogenicUptake.replace(/\.?0+$/, ''));
  });

  it('opens nothing else with a token of the exchange', async () => {
    const heard = await ask(`${service.url}/api/v1/filings`, { ca, headers: { Authorization: `Bearer ${token}` } });
    expect(heard.status).toBe(401);
  });

  it('has a log of all the cases where it is kept', () => {
    const kept = readFileSync(join(__dirname, '../../docs/pact-conformance.md'), 'utf8');
    for (const line of log) expect(kept).toContain(`| ${line.split('|')[1]!.trim()} |`);
    expect(log.length).toBe(41);
  });
});
