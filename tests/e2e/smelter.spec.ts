/** A smelter's footprint over HTTP, on the running service: the whole path, and everything it must refuse on the way. */
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { describeUnstarted } from '../../apps/api/openapi';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

const plant = {
  plant_id: 'P1',
  aluminium_t: '1',
  anode_net_t: '0.411',
  anode_sulphur: '0.02',
  anode_ash: '0.004',
  cf4_kg: '0.034',
  c2f6_kg: '0.0034',
};
const lines = [
  {
    plant_id: 'P1',
    item: 'electricity',
    life_stage: 'electrolysis',
    amount: '13492',
    unit: 'kWh',
    factor_kgco2e: '0.6205',
  },
  { plant_id: 'P1', item: 'anode', life_stage: 'anode', amount: '0.5', unit: 't', factor_kgco2e: '376' },
  { plant_id: 'P1', item: 'alumina', life_stage: 'raw_material', amount: '1.92', unit: 't', factor_kgco2e: '811.19' },
];
const input = { parameters: { gwp: 'AR5' }, tables: { plant: [plant], input: lines } };
const filed = {
  method: 'footprint/primary-aluminium',
  title: '铝锭 2025',
  product: '重熔用铝锭 AL99.70',
  periodStart: '2025-05-01',
  periodEnd: '2026-04-30',
  region: '150581',
};

interface Filing {
  id: string;
  status: string;
  revision: number;
  runId: string;
  input: object;
  remarks: { decision: string; text: string }[];
}
interface Run {
  status: string;
  result?: { resultHash: string; issuable: boolean; outputs: Record<string, string> };
  faults?: { table: string; row: string; column: string; code: string; message: { zh: string; en: string } }[];
}
interface Label {
  number: string;
  value: string;
  stages: { value: string }[];
}

let service: RunningService;
let filer: Person;
let stranger: Person;
let reviewer: Person;

beforeAll(async () => {
  service = await runningService();
  filer = await Person.signIn(service.url, 'filer@huolin');
  stranger = await Person.signIn(service.url, 'filer@ordos');
  reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
}, 120_000);
afterAll(() => service?.stop());

const draft = async (more: object = { input }): Promise<Filing> =>
  (await filer.post<Filing & Record<string, unknown>>('/filings', { ...filed, ...more })).body as unknown as Filing;

async function calculated(id: string): Promise<Run> {
  const { status, body } = await filer.post<{ runId: string }>(`/filings/${id}/submit`);
  expect(status).toBe(202);
  const ask = async () =>
    (await filer.get<Run & Record<string, unknown>>(`/runs/${body.runId}`)).body as unknown as Run;
  return until(ask, ({ status: s }) => s !== 'queued' && s !== 'running', 'the run');
}

const filingOf = async (id: string) =>
  (await filer.get<Filing & Record<string, unknown>>(`/filings/${id}`)).body as unknown as Filing;

describe('the path', () => {
  it('goes from filing to a label that anybody can verify offline, and can be withdrawn', async () => {
    const { id } = await draft();
    const run = await calculated(id);
    expect(run.result!.outputs.footprint_kgco2e_per_t).toBe('11851.2628');
    expect(run.result!.issuable).toBe(true);
    expect((await filingOf(id)).status).toBe('in_review');

    expect((await reviewer.post(`/filings/${id}/issue`)).body.code).toBe('NOT_APPROVED');
    expect((await reviewer.post(`/filings/${id}/review`, { decision: 'return' })).body.code).toBe('REMARKS_MISSING');
    await reviewer.post(`/filings/${id}/review`, { decision: 'return', remarks: '请补电表照片' });
    expect((await filingOf(id)).remarks).toMatchObject([{ decision: 'return', text: '请补电表照片' }]);
    await calculated(id);
    expect((await reviewer.post(`/filings/${id}/review`, { decision: 'approve' })).body.status).toBe('approved');

    const { body: label } = await reviewer.post<Label & Record<string, unknown>>(`/filings/${id}/issue`);
    expect(label.value).toBe('11851.2628');
    const sum = label.stages.reduce((total, { value }) => total + BigInt(value.replace('.', '')), 0n);
    expect(sum).toBe(118512628n);
    expect((await reviewer.post(`/filings/${id}/issue`)).body.code).toBe('NOT_APPROVED');

    const nobody = new Person(service.url);
    const { body: open } = await nobody.get<{ jws: string; status: string; label: Label }>(`/labels/${label.number}`);
    expect(open.status).toBe('valid');
    const [header, payload, signature] = open.jws.split('.') as [string, string, string];
    const { keys } = (await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as {
      keys: (JsonWebKey & { kid: string })[];
    };
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const key = createPublicKey({ key: keys.find((k) => k.kid === kid)!, format: 'jwk' });
    const holds = (text: string) =>
      verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    expect(holds(`${header}.${payload}`)).toBe(true);
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('11851.2628', '1185.2628'),
    ).toString('base64url');
    expect(holds(`${header}.${forged}`)).toBe(false);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      number: label.number,
      value: '11851.2628',
    });

    expect((await fetch(`${service.url}/label/${label.number}`)).headers.get('content-type')).toContain('html');
    expect((await nobody.get<{ text: string }>(`/labels/${label.number}/qr.svg`)).body.text).toContain('<svg');
    expect((await filer.post(`/labels/${label.number}/withdraw`, { reason: 'x' })).status).toBe(403);
    await reviewer.post(`/labels/${label.number}/withdraw`, { reason: '台账有误' });
    const numbers = async (query: string) =>
      (await filer.get<{ items: { number: string }[] }>(`/labels?${query}`)).body.items.map(({ number }) => number);
    expect(await numbers(`status=withdrawn&q=${label.number.toLowerCase()}`)).toEqual([label.number]);
    expect(await numbers(`status=valid&q=${label.number}`)).toEqual([]);
    expect(await numbers('q=no-such-product')).toEqual([]);
    expect((await nobody.get(`/labels/${label.number}`)).body).toMatchObject({
      status: 'withdrawn',
      label: { withdrawReason: '台账有误' },
    });
    expect((await nobody.get(`/labels/CF2026-000001-99`)).status).toBe(404);
  });

  it('explains a figure down to what was filed', async () => {
    const { id } = await draft();
    await calculated(id);
    const { runId } = await filingOf(id);
    const cell = encodeURIComponent('plant/P1/footprint_kgco2e_per_t');
    const { body } = await filer.get<{ value: string; filled: string; children: object[] }>(
      `/runs/${runId}/explain?cell=${cell}`,
    );
    expect(body.value).toBe('11851.2628');
    expect(body.children.length).toBeGreaterThan(2);
    expect((await filer.get(`/runs/${runId}/explain?cell=plant/P9/x`)).body.faults![0]!.code).toBe('UNKNOWN_CELL');
  });

  it('gives the same result hash to the same inputs', async () => {
    const [a, b] = [
      await draft(),
      await draft({ input: { ...input, tables: { plant: [plant], input: [...lines].reverse() } } }),
    ];
    const hashes = [await calculated(a.id), await calculated(b.id)].map(({ result }) => result!.resultHash);
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('takes a table from an issued result, and only from one that may be read', async () => {
    const source = await draft();
    const references = {
      input: {
        filing: source.id,
        table: 'input',
        columns: { plant_id: 'plant_id', item: 'item', amount: 'amount', unit: 'unit', factor_kgco2e: 'factor_kgco2e' },
      },
    };
    const chained = await draft({ input: { parameters: { gwp: 'AR5' }, tables: { plant: [plant] }, references } });
    expect((await filer.post(`/filings/${chained.id}/submit`)).body.code).toBe('SOURCE_NOT_ISSUED');
    const run = await calculated(source.id);
    await reviewer.post(`/filings/${source.id}/review`, { decision: 'approve' });
    await reviewer.post(`/filings/${source.id}/issue`);
    const { result } = await calculated(chained.id);
    expect(result!.outputs).toEqual(run.result!.outputs);
    const { body } = await filer.get<{ sources: { resultHash: string }[] }>(
      `/runs/${(await filingOf(chained.id)).runId}`,
    );
    expect(body.sources[0]!.resultHash).toBe(run.result!.resultHash);
    const foreign = await stranger.post('/filings', { ...filed, input: { tables: { plant: [plant] }, references } });
    expect((await stranger.post(`/filings/${String((foreign.body as unknown as Filing).id)}/submit`)).body.code).toBe(
      'SOURCE_NOT_ISSUED',
    );
  });
});

describe('bad input', () => {
  const faultsOf = async (tables: object) => {
    const { id } = await draft({ input: { parameters: { gwp: 'AR5' }, tables } });
    const run = await calculated(id);
    expect(run.status).toBe('failed');
    expect(run.result).toBeUndefined();
    expect((await filingOf(id)).status).toBe('failed');
    return run.faults!;
  };

  it('is named by table, row and column in both languages, all of it at once', async () => {
    const faults = await faultsOf({
      plant: [{ ...plant, cf4_kg: '-1', anode_net_t: '' }],
      input: [{ ...lines[0], unit: 'kwhh' }, lines[1], lines[1], { ...lines[2], factor_kgco2e: 'abc' }],
    });
    const codes = faults.map(({ table, row, column, code }) => [table, row, column, code].join(' '));
    expect(codes).toEqual(
      expect.arrayContaining([
        'plant P1 cf4_kg OUT_OF_RANGE',
        'plant P1 anode_net_t REQUIRED',
        'input P1/alumina factor_kgco2e NOT_A_NUMBER',
      ]),
    );
    expect(codes.some((c) => c.includes('DUPLICATE_KEY'))).toBe(true);
    expect(codes.some((c) => c.startsWith('input P1/electricity unit'))).toBe(true);
    for (const { message } of faults) expect(message.zh && message.en).toBeTruthy();
  });

  it('is refused before anything is stored', async () => {
    const cases: [object, string, string?][] = [
      [{ ...filed, method: 'footprint/none' }, 'UNKNOWN_METHOD'],
      [{ ...filed, region: '999999' }, 'UNKNOWN_REGION', 'region'],
      [{ ...filed, periodEnd: '2025-01-01' }, 'PERIOD_REVERSED', 'periodEnd'],
      [{ ...filed, periodStart: '2025-02-31' }, 'INVALID_INPUT', 'periodStart'],
      [{ ...filed, title: '' }, 'INVALID_INPUT', 'title'],
      [{ ...filed, surprise: 1 }, 'INVALID_INPUT', 'surprise'],
      [{ ...filed, input: { tables: { plant: [[1]] } } }, 'INVALID_INPUT'],
    ];
    const count = async () => (await filer.get<{ items: object[] }>('/filings?limit=200')).body.items.length;
    const before = await count();
    for (const [body, code, column] of cases) {
      const answer = await filer.post('/filings', body);
      expect([answer.body.code, answer.status >= 400]).toEqual([code, true]);
      if (column) expect(answer.body.faults!.map((f) => f.column)).toContain(column);
    }
    expect(await count()).toBe(before);
  });

  it('takes a value of the factor library by its id, in its dates, region and unit only', async () => {
    const withFactor = (factor: string, unit = 'kWh') => ({
      parameters: { gwp: 'AR5' },
      tables: { plant: [plant], input: [{ ...lines[0], unit, factor_kgco2e: factor }, ...lines.slice(1)] },
    });
    const refused = async (factor: string, unit?: string) => {
      const { id } = await draft({ input: withFactor(factor, unit) });
      const { status, body } = await filer.post(`/filings/${id}/submit`);
      expect([status, (await filingOf(id)).status]).toEqual([422, 'draft']);
      return body.faults!.map(({ table, row, column, code }) => [table, row, column, code].join(' '));
    };
    const place = 'input P1/electricity factor_kgco2e';
    expect(await refused('factor:nothing')).toEqual([`${place} UNKNOWN_FACTOR`]);
    expect(await refused('factor:pcf-elec-avg-2023')).toEqual([`${place} FACTOR_OUT_OF_DATE`]);
    expect(await refused('factor:pcf-elec-avg-2023@2023', 't')).toEqual([`${place} FACTOR_UNIT`]);

    const { id } = await draft({ input: withFactor('factor:pcf-elec-avg-2023@2023') });
    const run = await calculated(id);
    expect(run.result!.outputs.footprint_kgco2e_per_t).toBe('11851.2628');
    const cell = encodeURIComponent('input/P1/electricity/kgco2e');
    const { body } = await filer.get<{ children: { place: string; source: string; confidence: string }[] }>(
      `/runs/${(await filingOf(id)).runId}/explain?cell=${cell}`,
    );
    const factor = body.children.find((child) => child.place.endsWith('/factor_kgco2e'))!;
    expect([factor.source.slice(0, 20), factor.confidence]).toEqual(['pcf-elec-avg-2023 v1', 'secondary']);
  });

  it('does not overwrite what somebody else changed meanwhile', async () => {
    const { id, revision } = await draft();
    expect((await filer.put(`/filings/${id}`, { title: 'a', input, revision })).status).toBe(200);
    expect((await filer.put(`/filings/${id}`, { title: 'b', input, revision })).body.code).toBe('REVISION_CONFLICT');
    await calculated(id);
    expect((await filer.put(`/filings/${id}`, { title: 'c', input, revision: revision + 1 })).body.code).toBe(
      'FILING_LOCKED',
    );
  });
});

describe('who may do what', () => {
  it('shows a filing to its own organisation and to those who oversee, to nobody else', async () => {
    const { id } = await draft();
    expect((await stranger.get(`/filings/${id}`)).status).toBe(404);
    expect((await stranger.put(`/filings/${id}`, { input, revision: 1 })).status).toBe(404);
    expect((await stranger.post(`/filings/${id}/submit`)).status).toBe(404);
    expect((await stranger.get<{ items: object[] }>('/filings')).body.items.some((f) => (f as Filing).id === id)).toBe(
      false,
    );
    expect((await reviewer.get(`/filings/${id}`)).status).toBe(200);
    expect((await new Person(service.url).get(`/filings/${id}`)).status).toBe(401);
    expect((await filer.post(`/filings/${id}/review`, { decision: 'approve' })).status).toBe(403);
    expect((await filer.get('/audit')).status).toBe(403);
  });

  it('refuses what a foreign page could send', async () => {
    const answer = await filer.call<Record<string, unknown>>('POST', '/filings', filed, { 'X-Requested-With': '' });
    expect(answer.body.code).toBe('CSRF_HEADER_MISSING');
  });

  it('answers a repeated request once', async () => {
    const key = `key-${Date.now()}`;
    const answers = await Promise.all([0, 1, 2].map(() => filer.post<{ id: string }>('/filings', filed, key)));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    for (const { status, body } of answers) expect(status === 201 || body.code === 'IDEMPOTENCY_KEY_BUSY').toBe(true);
    const again = await filer.post<{ id: string }>('/filings', filed, key);
    expect(again.body.id).toBe(made[0]!.body.id);
    expect((await filer.post('/filings', { ...filed, title: 'other' }, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('keeps an unbroken record of all of it', async () => {
    const auditor = await Person.signIn(service.url, 'auditor@qingheng');
    expect((await auditor.get('/audit/verify')).body).toMatchObject({ ok: true });
    const { body } = await auditor.get<{ items: { seq: string; action: string }[] }>('/audit?limit=200');
    const numbers = body.items.map(({ seq }) => Number(seq));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(body.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['filing.submitted', 'filing.issued', 'label.withdrawn']),
    );
  });
});

it('shows its jobs to the administrator alone', async () => {
  const admin = await Person.signIn(service.url, 'admin@qingheng');
  const { body } = await admin.get<{ items: { name: string; status: string }[] }>('/jobs?status=succeeded&limit=5');
  expect(body.items.map(({ name }) => name)).toContain('pipeline/run');
  expect((await admin.get('/jobs?status=dead')).body.items).toEqual([]);
  expect((await filer.get('/jobs')).status).toBe(403);
});

describe('the interface', () => {
  it('describes itself, and answers problems in the language asked for', async () => {
    const openapi = (await (await fetch(`${service.url}/api/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    expect(Object.keys(openapi.paths)).toEqual(
      expect.arrayContaining(['/api/v1/filings', '/api/v1/filings/{id}/submit', '/oauth/token']),
    );
    // What is described without a database is what the running service describes.
    expect(openapi).toEqual(JSON.parse(JSON.stringify(await describeUnstarted())));
    const zh = await fetch(`${service.url}/api/v1/filings`, { headers: { 'Accept-Language': 'zh-CN' } });
    expect(zh.headers.get('content-type')).toContain('application/problem+json');
    expect(((await zh.json()) as { detail: string }).detail).toBe('请先登录');
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${service.url}/metrics`)).text()).toContain('qingheng_http_seconds');
  });
});
