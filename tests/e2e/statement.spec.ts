/** Results that become statements of account: issued, signed, and taken up by the next calculation. */
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let ecology: Person;
let clerk: Person;
let reviewer: Person;
beforeAll(async () => {
  service = await runningService();
  ecology = await Person.signIn(service.url, 'ecology@xilingol');
  clerk = await Person.signIn(service.url, 'clerk@xilingol');
  reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
}, 120_000);
afterAll(() => service?.stop());

const period = { periodStart: '2025-01-01', periodEnd: '2025-12-31', region: '152500' };
const household = (id: string, banner: string, ban: string) => ({
  household_id: id,
  banner,
  ban_mu: ban,
  balance_mu: '0',
});

async function filed(person: Person, method: string, input: object): Promise<string> {
  const { status, body } = await person.post<{ id: string }>('/filings', { method, title: method, ...period, input });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.id;
}
async function calculated(person: Person, id: string) {
  const { body } = await person.post<{ runId: string }>(`/filings/${id}/submit`);
  const ask = () =>
    person.get<{ status: string; result: { outputs: Record<string, string>; tables: object; resultHash: string } }>(
      `/runs/${body.runId}`,
    );
  return (await until(ask, ({ body: run }) => !['queued', 'running'].includes(run.status), 'the run')).body;
}
async function issued(person: Person, method: string, input: object) {
  const id = await filed(person, method, input);
  const run = await calculated(person, id);
  expect(run.status).toBe('succeeded');
  expect((await reviewer.post(`/filings/${id}/review`, { decision: 'approve' })).status).toBe(200);
  const { status, body } = await reviewer.post<{ number: string; jws: string; outputs: object; resultHash: string }>(
    `/filings/${id}/issue`,
  );
  expect([status, body.code]).toEqual([200, undefined]);
  return { id, run, statement: body };
}

it('issues a signed statement that its organisation reads and others do not', async () => {
  const { id, run, statement } = await issued(ecology, 'gep/account', {
    tables: {
      item: [
        {
          item_id: 'water',
          service: 'water supply',
          class: 'provisioning',
          ecosystem: 'wetland',
          quantity: '1000',
          unit_price: '2.6',
        },
      ],
    },
  });
  expect(statement).toMatchObject({ outputs: { gep: '2600.00' }, resultHash: run.result.resultHash, filing: id });
  const [header, payload, signature] = statement.jws.split('.') as [string, string, string];
  const { keys } = (await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as {
    keys: (JsonWebKey & { kid: string })[];
  };
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
  const key = createPublicKey({ key: keys.find((k) => k.kid === kid)!, format: 'jwk' });
  const signed = Buffer.from(`${header}.${payload}`);
  expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true);
  expect((await clerk.get(`/statements/${statement.number}`)).status).toBe(200);
  const stranger = await Person.signIn(service.url, 'filer@huolin');
  expect((await stranger.get(`/statements/${statement.number}`)).status).toBe(404);
  expect((await stranger.get('/statements')).body.items).toEqual([]);
  expect((await ecology.get(`/filings/${id}`)).body).toMatchObject({
    status: 'issued',
    issuedNumber: statement.number,
    labelNumber: null,
  });
});

it('hands a league its share of the pool, and the share on to households, the hash along with it', async () => {
  const pool = await issued(clerk, 'compensation/pool-split', {
    parameters: { pool: '1000.00' },
    tables: {
      recipient: [
        { id: '152501', weight: '3' },
        { id: '152502', weight: '1' },
      ],
    },
  });
  // A second split takes the first one's amounts as floors: yuan stay yuan.
  const references = {
    recipient: { filing: pool.id, table: 'recipient', columns: { id: 'id', weight: 'weight', floor: 'amount' } },
  };
  const next = await filed(clerk, 'compensation/pool-split', {
    parameters: { pool: '1200.00' },
    tables: {},
    references,
  });
  const { result } = await calculated(clerk, next);
  expect(result.outputs).toMatchObject({ allotted: '1200.00' });
  const { body } = await clerk.get<{ runId: string }>(`/filings/${next}`);
  const { body: run } = await clerk.get<{ sources: object[] }>(`/runs/${body.runId}`);
  expect(run.sources).toMatchObject([{ table: 'recipient', filing: pool.id, resultHash: pool.run.result.resultHash }]);
});

it('refuses a reference in other units', async () => {
  const households = await issued(clerk, 'compensation/grassland-reward', {
    tables: { household: [household('a', '152501', '10.00'), household('b', '152502', '20.00')] },
  });
  const references = {
    recipient: { filing: households.id, table: 'banner', columns: { id: 'banner', weight: 'amount' } },
  };
  const id = await filed(clerk, 'compensation/pool-split', { parameters: { pool: '1.00' }, tables: {}, references });
  const { status, body } = await clerk.post(`/filings/${id}/submit`);
  expect([status, body.code]).toEqual([422, 'SOURCE_UNIT']);
});
