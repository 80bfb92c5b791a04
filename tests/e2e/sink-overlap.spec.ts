/** Boundaries as files, and land that is counted elsewhere: the same whoever compares areas, the service or PostGIS. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../apps/api/schema';
import { makeDatabase } from '../support/database';
import { Person } from '../support/person';
import { describePostgis } from '../support/postgis';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let farm: Person;
let mill: Person;
let regulator: Person;
async function start(env: Record<string, string>): Promise<void> {
  service = await runningService(env);
  farm = await Person.signIn(service.url, 'filer@linchang');
  mill = await Person.signIn(service.url, 'filer@ordos');
  regulator = await Person.signIn(service.url, 'regulator@qingheng');
}

type Pair = [number, number];
const ring = (west: number, south: number, side = 0.01): Pair[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const polygon = (...rings: Pair[][]) => ({ type: 'Polygon', coordinates: rings });

async function project(person: Person, more: object = {}): Promise<string> {
  const { status, body } = await person.post<{ id: string }>('/sink/projects', {
    name: '造林',
    region: '150785',
    method: 'sink/ar-tool14-stratified',
    pools: ['tree'],
    creditingStart: '2021-01-01',
    creditingEnd: '2040-12-31',
    ...more,
  });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.id;
}
const draw = (person: Person, id: string, code: string, geometry: object, more: object = {}) =>
  person.put<{ version: number; sourceSha256: string }>(`/sink/projects/${id}/areas/${code}`, {
    geometry,
    validFrom: '2021-04-01',
    ...more,
  });

interface Preview {
  format: string;
  geometry: object | null;
  repairs: { code: string }[];
  faults: { code: string }[];
  overlaps: { code: string; message: { zh: string } }[];
  squareMetresBefore: string;
  squareMetres: string;
  sourceSha256: string;
  code?: string;
}
async function preview(person: Person, id: string, code: string, content: Buffer): Promise<Preview> {
  const url = `${service.url}/api/v1/sink/projects/${id}/areas/${code}/preview`;
  return (await (await person.raw('POST', url, content, 'application/octet-stream')).json()) as Preview;
}

function suite(comparing: RegExp) {
  it('says who compares', () => {
    const log = readFileSync(join(service.env.QH_DATA_DIR!, 'logs/api.log'), 'utf8');
    expect(log).toMatch(comparing);
  });

  it('shows what a crossed boundary becomes, then draws it with the hash of its file', async () => {
    const id = await project(farm);
    const eight: Pair[] = [
      [122, 50],
      [122.01, 50.01],
      [122.01, 50],
      [122, 50.01],
      [122, 50],
    ];
    const seen = await preview(farm, id, 'A1', Buffer.from(JSON.stringify(polygon(eight))));
    expect(seen.repairs.map(({ code }) => code)).toEqual(['REPAIRED_SELF_CROSSING']);
    expect([seen.faults, seen.overlaps]).toEqual([[], []]);
    expect(Number(seen.squareMetres)).toBeGreaterThan(Number(seen.squareMetresBefore));
    expect((await draw(farm, id, 'A1', polygon(eight))).body.faults?.map(({ code }) => code)).toEqual([
      'SELF_CROSSING',
    ]);
    const drawn = await draw(farm, id, 'A1', seen.geometry!, {
      sourceSha256: seen.sourceSha256,
      repairs: ['REPAIRED_SELF_CROSSING'],
    });
    expect([drawn.status, drawn.body.sourceSha256]).toEqual([200, seen.sourceSha256]);
    const { body: map } = await farm.get<{ features: object[] }>(`/sink/projects/${id}/map`);
    expect(map.features).toHaveLength(1);
  });

  it('refuses a boundary whose coordinates were shifted, once it knows the true ones', async () => {
    const id = await project(farm);
    const true_ = ring(122.2, 50);
    expect((await draw(farm, id, 'A1', polygon(true_))).status).toBe(200);
    const { shifted } = await import('../../libs/sink/src/geometry/gcj02');
    const again = await draw(farm, id, 'A1', polygon(true_.map((p) => shifted(p))), { version: 1 });
    expect([again.status, again.body.code]).toEqual([422, 'BOUNDARY_SHIFTED']);
  });

  it('compares with every project of anybody: touching is allowed, a metre is a sliver, more is not', async () => {
    const [first, second] = [await project(farm), await project(mill)];
    expect((await draw(farm, first, 'A1', polygon(ring(122.4, 50)))).status).toBe(200);
    const metre = 1 / 71_700;
    const beside = (metres: number) => polygon(ring(122.41 - metres * metre, 50));
    expect((await draw(mill, second, 'B1', beside(3))).body.faults?.map(({ code }) => code)).toEqual(['OVERLAPS_AREA']);
    expect((await draw(mill, second, 'B1', beside(0.9))).status).toBe(200);
    expect((await draw(mill, second, 'B2', polygon(ring(122.4, 50.01)))).status).toBe(200);
    // All around it, with a hole where it lies, is free; without the hole it is not.
    const third = await project(mill);
    const around = ring(122.35, 49.9, 0.2);
    const hole = [...ring(122.39, 49.99, 0.05)].reverse();
    expect((await draw(mill, third, 'C1', polygon(around, hole))).status).toBe(200);
    const fourth = await project(mill, { creditingStart: '2041-01-01', creditingEnd: '2060-12-31' });
    expect((await draw(mill, fourth, 'D1', polygon(around))).status).toBe(200); // another time
    const fifth = await project(mill, { pools: ['grass'] });
    expect((await draw(mill, fifth, 'E1', polygon(around))).status).toBe(200); // another pool
    const sixth = await project(mill);
    const over = await preview(mill, sixth, 'F1', Buffer.from(JSON.stringify(polygon(ring(122.395, 49.995, 0.02)))));
    expect(over.overlaps.length).toBeGreaterThanOrEqual(1);
  });

  it('lets one of two that come at once pass', async () => {
    const ids = await Promise.all([project(farm), project(mill), project(farm), project(mill)]);
    const answers = await Promise.all(
      ids.map((id, i) => draw(i % 2 ? mill : farm, id, 'A1', polygon(ring(122.8, 50 + i / 1e5)))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('knows land that other schemes count', async () => {
    const claim = {
      scheme: 'CCER',
      number: 'CCER-14-001-0042',
      holder: '某林业公司',
      pools: ['tree'],
      from: '2020-01-01',
      to: '2039-12-31',
      geometry: polygon(ring(123, 50)),
      source: '自愿减排注册登记系统公示 2025-06-01',
    };
    expect((await farm.post('/sink/outside-claims', claim)).status).toBe(403);
    const made = await regulator.post<{ id: string }>('/sink/outside-claims', claim);
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    expect((await regulator.post('/sink/outside-claims', claim)).body.code).toBe('OUTSIDE_CLAIM_KNOWN');
    const id = await project(farm);
    const refused = await draw(farm, id, 'A1', polygon(ring(123.005, 50.005)));
    expect([refused.status, refused.body.faults?.map(({ code }) => code)]).toEqual([409, ['OVERLAPS_AREA']]);
    expect((await regulator.post(`/sink/outside-claims/${made.body.id}/end`)).status).toBe(204);
    expect((await draw(farm, id, 'A1', polygon(ring(123.005, 50.005)))).status).toBe(200);
  });
}

describe('compared by the service', () => {
  beforeAll(() => start({ QH_GEOMETRY: 'service' }), 120_000);
  afterAll(() => service?.stop());
  suite(/areas are compared by the service/);
});

describePostgis('compared by PostGIS', () => {
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await makeDatabase(migrations, { postgis: true });
    drop = database.drop;
    const { DATABASE_URL, OWNER_DATABASE_URL } = database.env;
    await start({ DATABASE_URL: DATABASE_URL!, OWNER_DATABASE_URL: OWNER_DATABASE_URL! });
  }, 180_000);
  afterAll(async () => {
    await service?.stop();
    await drop?.();
  });
  suite(/areas are compared by PostGIS/);
});
