/** Companies that take each other's footprints: pinned, live by consent, received by PACT, and in a circle. */
import { Client } from 'pg';
import { CallbackHost } from '../support/callback-host';
import { makeLabel, submit, yarn } from '../support/labels';
import { sampleFootprint } from '../support/pact';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

interface Link {
  id: string;
  state: string;
  labelNumber: string | null;
  proposedLabel: string | null;
  roundValue: string | null;
  circle: { company: string; product: string }[];
  [key: string]: unknown;
}

let service: RunningService;
let host: CallbackHost;
let mill: Person;
let smelter: Person;
let farm: Person;
let reviewer: Person;

beforeAll(async () => {
  host = await CallbackHost.start();
  service = await runningService({ QH_PACT_PRIVATE_HOSTS: host.host });
  [mill, smelter, farm, reviewer] = (await Promise.all(
    ['filer@ordos', 'filer@huolin', 'filer@linchang', 'reviewer@qingheng'].map((name) =>
      Person.signIn(service.url, name),
    ),
  )) as [Person, Person, Person, Person];
}, 180_000);
afterAll(async () => {
  await service?.stop();
  await host?.stop();
});

const line = (item: string, amount: string, unit: string, factor: string) => ({
  process_id: 'p',
  item,
  stage: 'raw_material',
  amount,
  unit,
  factor_kgco2e: factor,
});

async function draft(who: Person, product: string, lines: object[], output = '1', unit = 'kg'): Promise<string> {
  const { body, status } = await who.post<{ id: string }>('/filings', {
    method: 'footprint/product-generic',
    title: product,
    product,
    periodStart: '2025-05-01',
    periodEnd: '2026-04-30',
    region: '150600',
    input: {
      tables: {
        process: [{ process_id: 'p' }],
        product: [
          {
            process_id: 'p',
            product_id: product,
            declared_unit: unit,
            output,
            allocation_share: '1',
            boundary: 'cradle_to_gate',
          },
        ],
        line: lines,
      },
    },
  });
  expect(status).toBe(201);
  return body.id;
}

const footprintOf = (run: Record<string, unknown>): string =>
  (run as { result: { tables: { product: { footprint_per_unit: string }[] } } }).result.tables.product[0]!
    .footprint_per_unit;
const factorsOf = (run: Record<string, unknown>) => (run as { factors: { factor: Record<string, unknown> }[] }).factors;
const refusal = async (who: Person, filing: string) => {
  const { body, status } = await who.post<{ status: string }>(`/filings/${filing}/submit`);
  expect(status).toBe(422);
  return body.faults!.map(({ table, row, column, code }) => [table, row, column, code].join(' '));
};
const linkOf = async (who: Person, id: string) => (await who.get<Link>(`/supplier-links/${id}`)).body;

it('takes a published footprint by its label, pinned with its hash; a withdrawn one no longer', async () => {
  const label = await makeLabel(mill, reviewer, '针织纱 A');
  const sweater = await draft(smelter, '羊绒衫 A', [line('纱', '0.3', 'kg', `label:${label.number}`)]);
  const run = await submit(smelter, sweater);
  expect(Number(footprintOf(run))).toBeCloseTo(Number(label.value) * 0.3, 6);
  const [{ factor }] = factorsOf(run) as [{ factor: Record<string, string> }];
  expect(factor.id).toBe(`label:${label.number}`);
  expect(factor.source).toMatch(/[0-9a-f]{64}$/);
  await reviewer.post(`/labels/${label.number}/withdraw`, { reason: '有误' });
  const again = await draft(smelter, '羊绒衫 A2', [line('纱', '0.3', 'kg', `label:${label.number}`)]);
  expect(await refusal(smelter, again)).toEqual(['line p/纱 factor_kgco2e LABEL_NOT_TAKEN']);
  const wrong = await draft(smelter, '羊绒衫 A3', [line('纱', '0.3', 'm3', `label:CF2026-000000-00`)]);
  expect(await refusal(smelter, wrong)).toEqual(['line p/纱 factor_kgco2e LABEL_NOT_TAKEN']);
});

it('follows a live link by consent, proposes a new version, changes nothing silently, ends when withdrawn', async () => {
  const first = await makeLabel(mill, reviewer, '针织纱 B');
  const asked = await smelter.post<Link>('/supplier-links', { label: first.number, product: '羊绒衫 B' });
  expect([asked.status, asked.body.state, asked.body.circle]).toEqual([201, 'requested', []]);
  const { id } = asked.body;
  const lines = [line('纱', '0.3', 'kg', `supplier:${id}`)];
  const sweater = await draft(smelter, '羊绒衫 B', lines);
  expect(await refusal(smelter, sweater)).toEqual(['line p/纱 factor_kgco2e LINK_NOT_OPEN']);
  expect((await smelter.post(`/supplier-links/${id}/consent`, { disclosure: 'full', joint: false })).status).toBe(404);
  expect((await farm.get(`/supplier-links/${id}`)).status).toBe(404);
  const again = await smelter.post('/supplier-links', { label: first.number, product: '羊绒衫 B' });
  expect(again.body.code).toBe('LINK_THERE');

  await mill.post(`/supplier-links/${id}/consent`, { disclosure: 'aggregate', joint: false });
  expect(Number(footprintOf(await submit(smelter, sweater)))).toBeCloseTo(Number(first.value) * 0.3, 6);
  const disclosed = async () => Object.keys((await smelter.get(`/supplier-links/${id}/footprint`)).body);
  expect(await disclosed()).not.toContain('stages');
  await mill.post(`/supplier-links/${id}/consent`, { disclosure: 'full', joint: false });
  expect(await disclosed()).toEqual(expect.arrayContaining(['stages', 'tables']));

  const second = await makeLabel(mill, reviewer, '针织纱 B', { output: '900' });
  expect(second.value).not.toBe(first.value);
  expect(await linkOf(smelter, id)).toMatchObject({ labelNumber: first.number, proposedLabel: second.number });
  const still = await submit(smelter, await draft(smelter, '羊绒衫 B', lines));
  expect(Number(footprintOf(still))).toBeCloseTo(Number(first.value) * 0.3, 6);
  await smelter.post(`/supplier-links/${id}/accept`);
  const after = await submit(smelter, await draft(smelter, '羊绒衫 B', lines));
  expect(Number(footprintOf(after))).toBeCloseTo(Number(second.value) * 0.3, 6);
  expect((await smelter.post(`/supplier-links/${id}/accept`)).body.code).toBe('LINK_NOTHING_PROPOSED');

  await mill.post(`/supplier-links/${id}/withdraw`, { note: '合同到期' });
  const late = await draft(smelter, '羊绒衫 B', lines);
  expect(await refusal(smelter, late)).toEqual(['line p/纱 factor_kgco2e LINK_NOT_OPEN']);
});

describe('a circle of companies', () => {
  /** mill's yarn takes smelter's needles, smelter's needles take mill's cloth; both have a first label without each other. */
  async function circle(suffix: string, takes: [string, string]) {
    const yarnLabel = await makeLabel(mill, reviewer, `纱 ${suffix}`);
    const needleLabel = await makeLabel(smelter, reviewer, `针 ${suffix}`);
    const toNeedle = await mill.post<Link>('/supplier-links', { label: needleLabel.number, product: `纱 ${suffix}` });
    const toYarn = await smelter.post<Link>('/supplier-links', { label: yarnLabel.number, product: `针 ${suffix}` });
    const [a, b] = [toNeedle.body.id, toYarn.body.id];
    const yarnFiling = await draft(mill, `纱 ${suffix}`, [
      line('电', '100', 'kWh', '0.5'),
      line('针', takes[0], 'kg', `supplier:${a}`),
    ]);
    const needleFiling = await draft(smelter, `针 ${suffix}`, [
      line('钢', '10', 'kg', '2'),
      line('布', takes[1], 'kg', `supplier:${b}`),
    ]);
    await mill.put(`/supplier-links/${a}/filing`, { filing: yarnFiling });
    await smelter.put(`/supplier-links/${b}/filing`, { filing: needleFiling });
    return { a, b, yarnFiling, needleFiling, toYarn };
  }

  it('is refused without consent, with the loop named, and solved together with all consents', async () => {
    const { a, b, yarnFiling, needleFiling, toYarn } = await circle('C', ['0.2', '0.5']);
    expect(toYarn.body.circle.map(({ product }) => product)).toEqual(['针 C', '纱 C']);
    const plain = await smelter.post(`/supplier-links/${a}/consent`, { disclosure: 'aggregate', joint: false });
    expect([plain.status, plain.body.code]).toEqual([409, 'LINK_CIRCLE']);
    expect(String(plain.body.detail)).toMatch(/纱 C → .*针 C → .*纱 C/);
    await smelter.post(`/supplier-links/${a}/consent`, { disclosure: 'aggregate', joint: true });
    expect(await refusal(mill, yarnFiling)).toEqual(['line p/针 factor_kgco2e LINK_CIRCLE']);
    expect((await mill.post(`/supplier-links/${a}/joint-run`)).body.code).toBe('LINK_CIRCLE');
    await mill.post(`/supplier-links/${b}/consent`, { disclosure: 'aggregate', joint: true });
    const run = await mill.post<Link>(`/supplier-links/${a}/joint-run`);
    expect(run.status).toBe(200);
    // yarn = 50 + 0.2 needle; needle = 20 + 0.5 yarn ⇒ yarn = 54 / 0.9 = 60, needle = 50
    expect(Number(run.body.roundValue)).toBeCloseTo(50, 10);
    expect(Number((await linkOf(smelter, b)).roundValue)).toBeCloseTo(60, 10);
    expect((await linkOf(smelter, b)).roundId).toBe(run.body.roundId);
    const solved = async (who: Person) =>
      (
        await who.get<{ items: { product: string; unit: string; gases: object; round: string }[] }>(
          '/supplier-footprints',
        )
      ).body.items.filter(({ product }) => product.endsWith(' C'));
    expect(await solved(mill)).toMatchObject([
      { product: '纱 C', unit: 'kg', gases: { co2e: expect.stringMatching(/^60(\.0+)?$/) }, round: run.body.roundId },
    ]);
    expect((await solved(smelter)).map(({ product }) => product)).toEqual(['针 C']);
    expect(await solved(farm)).toEqual([]);
    // What each company then files for itself is the same figure.
    expect(footprintOf(await submit(mill, yarnFiling))).toBe('60.000000');
    expect(footprintOf(await submit(smelter, needleFiling))).toBe('50.000000');
    // A consent holds for one run.
    expect((await smelter.post(`/supplier-links/${b}/joint-run`)).body.code).toBe('LINK_CIRCLE');
  });

  it('without a solution is named with its gain', async () => {
    const { a, b } = await circle('D', ['2', '0.5']);
    await smelter.post(`/supplier-links/${a}/consent`, { disclosure: 'aggregate', joint: true });
    await mill.post(`/supplier-links/${b}/consent`, { disclosure: 'aggregate', joint: true });
    const run = await mill.post(`/supplier-links/${a}/joint-run`);
    expect([run.status, run.body.code]).toEqual([422, 'LINK_LOOP_GAIN']);
    expect((await linkOf(mill, a)).roundValue).toBeNull();
  });
});

describe('through PACT', () => {
  it('goes from one organisation’s label into another’s inventory, and deprecation follows the label', async () => {
    const label = await makeLabel(mill, reviewer, '针织纱 E');
    const base = { version: '3', baseUrl: `${host.url}` };
    const half = await smelter.post('/pact/partners', { name: 'x', ...base });
    expect(half.body.code).toBe('PARTNER_CREDENTIALS_HALF');
    for (const baseUrl of ['http://10.0.0.1/pact', 'https://localhost:1', 'ftp://x'])
      expect(
        (await smelter.post('/pact/partners', { name: 'x', version: '3', baseUrl, clientId: 'a', clientSecret: 'b' }))
          .body.code,
      ).toBe('ADDRESS_NOT_ALLOWED');
    const published = await mill.post<{ id: string }>('/pact/footprints', { label: label.number, ...yarn });
    expect(published.status).toBe(201);
    expect((await mill.post('/pact/footprints', { label: label.number, ...yarn })).body.code).toBe(
      'PF_ALREADY_PUBLISHED',
    );
    expect((await smelter.post('/pact/footprints', { label: label.number, ...yarn })).status).toBe(404);
    const partner = await mill.post<{ id: string }>('/pact/partners', {
      name: '下游',
      ...base,
      clientId: 'c',
      clientSecret: 's',
    });
    await reviewer.post(`/labels/${label.number}/withdraw`, { reason: '复核有误' });
    const { event } = await host.event(({ event: e }) => e.type.endsWith('PublishedEvent.3'));
    expect(event.data.pfIds).toEqual([published.body.id]);
    const { body } = await mill.get<{ status: string }>(`/pact/footprints/${published.body.id}`);
    expect(body.status).toBe('Deprecated');
    await mill.post(`/pact/partners/${partner.body.id}/disable`);
  });

  it('reads a partner’s list, lints it, and takes only what is clean, active and unchanged', async () => {
    const good = sampleFootprint();
    const bad = sampleFootprint({}, { pcfExcludingBiogenicUptake: '1' });
    for (const one of [good, bad]) host.footprints.set(one.id, one);
    const { body: partner } = await farm.post<{ id: string }>('/pact/partners', {
      name: '上游',
      version: '3',
      baseUrl: host.url,
      clientId: 'c',
      clientSecret: 's',
    });
    const received = async () =>
      (
        await farm.get<{ items: { id: string; pfId: string; errors: number; status: string; value: string }[] }>(
          '/pact/received',
        )
      ).body.items;
    const pull = async () => {
      const { status } = await farm.post(`/pact/partners/${partner.id}/pull`);
      expect(status).toBe(202);
    };
    await pull();
    await until(received, (items) => items.length === 2, 'the list');
    const idOf = async (pfId: string) => (await received()).find((one) => one.pfId === pfId)!.id;
    const sweater = await draft(farm, '衫 F', [line('纱', '0.3', 'kg', `pact:${await idOf(good.id)}`)]);
    expect(footprintOf(await submit(farm, sweater))).toBe('19.620000');
    const other = await draft(farm, '衫 F2', [line('纱', '0.3', 'kg', `pact:${await idOf(bad.id)}`)]);
    expect(await refusal(farm, other)).toEqual(['line p/纱 factor_kgco2e RECEIVED_NOT_USABLE']);
    const foreign = await draft(mill, '衫 F3', [line('纱', '0.3', 'kg', `pact:${await idOf(good.id)}`)]);
    expect(await refusal(mill, foreign)).toEqual(['line p/纱 factor_kgco2e RECEIVED_NOT_USABLE']);

    host.footprints.set(good.id, { ...good, comment: 'changed' });
    host.footprints.set(bad.id, { ...bad, status: 'Deprecated' });
    await pull();
    await until(received, (items) => items.some(({ status }) => status === 'Deprecated'), 'the second list');
    const narrowed = async (query: string) =>
      (await farm.get<{ items: { pfId: string }[] }>(`/pact/received?${query}`)).body.items.map(({ pfId }) => pfId);
    expect(await narrowed('status=Deprecated')).toEqual([bad.id]);
    expect(await narrowed('status=Active')).toEqual([good.id]);
    expect(await narrowed('q=no-such-product')).toEqual([]);
    const { body } = await farm.get<{ footprint: { comment: string } }>(`/pact/received/${await idOf(good.id)}`);
    expect(body.footprint.comment).toBe('2025');
  });

  it('asks a partner, files its answer with the request, and takes an answer once', async () => {
    const { body: partner } = await smelter.post<{ id: string; secret: string }>('/pact/partners', {
      name: '上游',
      version: '3',
      baseUrl: host.url,
      clientId: 'c',
      clientSecret: 's',
    });
    const { body: asked } = await smelter.post<{ id: string }>(`/pact/partners/${partner.id}/requests`, {
      productId: ['urn:pact:mill.example:product-id:yarn-2-26'],
      comment: '请提供 2025 年数据',
    });
    const { event } = await host.event(({ event: e }) => e.id === asked.id);
    expect(event).toMatchObject({ source: `${service.url}/pact`, data: { comment: '请提供 2025 年数据' } });
    const token = await fetch(`${service.url}/pact/auth/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${partner.id}:${partner.secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: bearer } = (await token.json()) as { access_token: string };
    const answer = (id: string, requestEventId: string, data: object = { pfs: [sampleFootprint()] }) =>
      fetch(`${service.url}/pact/3/events`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/cloudevents+json' },
        body: JSON.stringify({
          type: 'org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3',
          specversion: '1.0',
          id,
          source: host.url,
          time: new Date().toISOString(),
          data: { requestEventId, ...data },
        }),
      });
    expect((await answer('e0', asked.id, { pfs: [] })).status).toBe(400);
    expect((await answer('e1', '00000000-0000-4000-8000-000000000000')).status).toBe(400);
    expect((await answer('e2', asked.id)).status).toBe(200);
    expect((await answer('e2', asked.id)).status).toBe(200);
    expect((await answer('e3', asked.id)).status).toBe(400);
    const outbox = (await smelter.get<{ items: { id: string; answer: string; state: string }[] }>('/pact/outbox')).body
      .items;
    expect(outbox.find(({ id }) => id === asked.id)).toMatchObject({ answer: 'fulfilled', state: 'delivered' });
    expect((await smelter.get<{ items: object[] }>('/pact/received')).body.items).toHaveLength(1);
    // What became of an event is told in both languages.
    const inbox = (await smelter.get<{ items: { note: object | null }[] }>('/pact/inbox')).body.items;
    expect(inbox.map(({ note }) => note)).toContainEqual({ zh: '收到 1 个', en: '1 received' });
    await smelter.post(`/pact/partners/${partner.id}/disable`);
    expect((await answer('e4', asked.id)).status).toBe(401);
  });

  it('tries again what cannot be delivered, keeps each attempt, gives up after 72 hours, and once more on request', async () => {
    const { body: partner } = await farm.post<{ id: string }>('/pact/partners', {
      name: '停机',
      version: '3',
      baseUrl: host.url,
      clientId: 'c',
      clientSecret: 's',
    });
    host.answer = 503;
    const { body: asked } = await farm.post<{ id: string }>(`/pact/partners/${partner.id}/requests`, {
      productId: ['urn:x:y'],
    });
    const message = async () =>
      (await farm.get<{ items: Record<string, unknown>[] }>('/pact/outbox')).body.items.find(
        ({ id }) => id === asked.id,
      )!;
    const first = await until(message, ({ attempts }) => attempts === 1, 'the first attempt');
    expect(first).toMatchObject({
      state: 'waiting',
      lastError: { zh: '对方答复 503', en: 'the partner answered 503' },
    });
    expect(Date.parse(String(first.deadline)) - Date.parse(String(first.createdAt))).toBeCloseTo(72 * 3_600_000, -4);
    const owner = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
    await owner.connect();
    await owner.query(`UPDATE pact_message SET deadline = now() WHERE id = $1`, [asked.id]);
    await owner.end();
    await until(message, ({ state }) => state === 'dead', 'giving up', 30_000);
    const { body: attempts } = await farm.get<
      { number: number; ok: boolean; status: number }[] & Record<string, unknown>
    >(`/pact/outbox/${asked.id}/attempts`);
    expect((attempts as { number: number; ok: boolean }[]).map(({ number, ok }) => [number, ok])).toEqual([
      [1, false],
      [2, false],
    ]);
    host.answer = 200;
    await farm.post(`/pact/outbox/${asked.id}/retry`);
    await until(message, ({ state }) => state === 'delivered', 'the delivery');
    expect((await farm.post(`/pact/outbox/${asked.id}/retry`)).body.code).toBe('MESSAGE_NOT_DEAD');
  });
});
