/**
 * A list of 100,000 footprints, page by page, as a partner reads it over HTTP: p95 of a page under 50 ms, and as a ratio to
 * the bare indexed query of the same rows on the same server in the same run. QH_LOAD_FOOTPRINTS makes it smaller.
 */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { sampleFootprint } from '../support/pact';
import { Person } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

const COUNT = Number(process.env.QH_LOAD_FOOTPRINTS ?? 100_000);
const PAGE = 100;
let service: RunningService;
let owner: Client;
let token: string;
let organisation: string;

beforeAll(async () => {
  service = await runningService();
  owner = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await owner.connect();
  const mill = await Person.signIn(service.url, 'filer@ordos');
  const { body: partner } = await mill.post<{ id: string; secret: string }>('/pact/partners', {
    name: 'Reader',
    version: '3',
  });
  const { rows } = await owner.query('SELECT organisation_id FROM pact_partner WHERE id = $1', [partner.id]);
  organisation = rows[0].organisation_id;
  // Labels of their own would be 100,000 runs: the reference to them is set aside for the filling alone.
  const { status: _, ...body } = sampleFootprint();
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(
    `INSERT INTO pact_footprint (id, organisation_id, label_number, body, sha256, product_ids, company_ids,
       classifications, geography, valid_from, valid_to, created, published_by)
     SELECT id, $1, 'L' || i,
       $2::jsonb || jsonb_build_object('id', id, 'productIds', jsonb_build_array('urn:pact:mill.example:product-id:' || i % 5000)),
       md5(i::text), ARRAY['urn:pact:mill.example:product-id:' || i % 5000], ARRAY['urn:pact:mill.example:company-id:91150600'],
       ARRAY['urn:cpc:26310'], ARRAY['cn-nm'], '2026-02-01', '2028-02-01',
       timestamptz '2026-02-01' + i * interval '1 second', $3
     FROM (SELECT i, gen_random_uuid() AS id FROM generate_series(1, $4::int) i) made`,
    [organisation, JSON.stringify(body), randomUUID(), COUNT],
  );
  await owner.query(`SET session_replication_role = DEFAULT`);
  await owner.query('ANALYZE pact_footprint');
  const answer = await fetch(`${service.url}/pact/auth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${partner.id}:${partner.secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
}, 300_000);
afterAll(async () => {
  await owner?.end();
  await service?.stop();
});

const p95 = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
const round = (value: number): number => Math.round(value * 10) / 10;

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await work(), performance.now() - began];
}

async function page(address: string): Promise<{ ids: string[]; next?: string }> {
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  const { data } = (await answer.json()) as { data: { id: string }[] };
  return { ids: data.map(({ id }) => id), next: /<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1] };
}

it('gives every footprint once, each page in time', async () => {
  const seen = new Set<string>();
  const times: number[] = [];
  const bare: number[] = [];
  let after: [string, string] = ['2000-01-01', '00000000-0000-0000-0000-000000000000'];
  for (let next: string | undefined = `${service.url}/pact/3/footprints?limit=${PAGE}`; next !== undefined;) {
    const [{ ids, next: further }, ms]: [Awaited<ReturnType<typeof page>>, number] = await timed(() => page(next!));
    for (const id of ids) seen.add(id);
    times.push(ms);
    const [{ rows }, plain] = await timed(() =>
      owner.query(
        `SELECT id, created::text AS moment, body::text FROM pact_footprint
         WHERE organisation_id = $1 AND (created, id) > ($2::timestamptz, $3::uuid) ORDER BY created, id LIMIT ${PAGE}`,
        [organisation, ...after],
      ),
    );
    bare.push(plain);
    after = [rows.at(-1).moment, rows.at(-1).id];
    next = further;
  }
  expect(seen.size).toBe(COUNT);
  const ours = p95(times.slice(5));
  const yardstick = p95(bare.slice(5));
  console.log(
    JSON.stringify({
      name: 'pact-list',
      n: COUNT,
      page: PAGE,
      p95Ms: round(ours),
      medianMs: round(times.sort((a, b) => a - b)[times.length >> 1]!),
      bareP95Ms: round(yardstick),
      ratio: round(ours / yardstick),
    }),
  );
  // HTTP, token, transaction, JSON twice over: a few times the bare rows, whatever else the machine is doing.
  expect(ours).toBeLessThan(Math.max(50, 8 * yardstick));
}, 600_000);

it('finds by product, validity and status as fast', async () => {
  const product = 'urn:pact:mill.example:product-id:77';
  const filters = [
    [`productId=${product}`, `product_ids && ARRAY['${product}']`],
    [
      'validOn=2026-06-01T00:00:00Z&status=Active',
      `valid_from <= '2026-06-01Z' AND valid_to >= '2026-06-01Z' AND status = 'Active'`,
    ],
    ['geography=CN-NM', `geography && ARRAY['cn-nm']`],
    ['productId=urn:none', `product_ids && ARRAY['urn:none']`],
  ] as const;
  for (const [filter, condition] of filters) {
    const [times, bare]: [number[], number[]] = [[], []];
    for (let i = 0; i < 40; i++) {
      times.push((await timed(() => page(`${service.url}/pact/3/footprints?limit=${PAGE}&${filter}`)))[1]);
      const plain = `SELECT id, body::text FROM pact_footprint p WHERE organisation_id = $1 AND ${condition}
        ORDER BY p.created, p.id LIMIT ${PAGE}`;
      bare.push((await timed(() => owner.query(plain, [organisation])))[1]);
    }
    const [ours, yardstick] = [p95(times.slice(3)), p95(bare.slice(3))];
    console.log(
      JSON.stringify({ filter, p95Ms: round(ours), bareP95Ms: round(yardstick), ratio: round(ours / yardstick) }),
    );
    expect(ours).toBeLessThan(Math.max(50, 8 * yardstick));
  }
}, 120_000);
