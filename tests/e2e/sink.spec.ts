/** Sink projects over HTTP: land is drawn, measured, counted once, and monitored in periods that stay apart. */
import { Person } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let farm: Person;
let other: Person;
let reviewer: Person;
let registrar: Person;
beforeAll(async () => {
  service = await runningService();
  farm = await Person.signIn(service.url, 'filer@linchang');
  other = await Person.signIn(service.url, 'filer@huolin');
  reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
  registrar = await Person.signIn(service.url, 'registrar@qingheng');
}, 120_000);
afterAll(() => service?.stop());

interface Project {
  id: string;
  number: string;
  methodVersion: string;
  status: string;
  hectares: string;
}

const square = (west: number, south: number, side = 0.01) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

async function project(person: Person, more: object = {}): Promise<Project> {
  const { status, body } = await person.post<Project & Record<string, unknown>>('/sink/projects', {
    name: '落叶松造林',
    region: '150785',
    method: 'sink/ar-tool14-stratified',
    pools: ['tree'],
    creditingStart: '2021-01-01',
    creditingEnd: '2040-12-31',
    ...more,
  });
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}
const draw = (person: Person, { id }: Project, code: string, geometry: object, more: object = {}) =>
  person.put<{ version: number; hectares: string }>(`/sink/projects/${id}/areas/${code}`, {
    geometry,
    validFrom: '2021-04-01',
    ...more,
  });

it('locks the version of the method and measures land on the ellipsoid', async () => {
  const made = await project(farm);
  expect(made).toMatchObject({ methodVersion: '1.0.0', status: 'draft' });
  const { status, body } = await draw(farm, made, 'a', square(121, 50));
  expect(status).toBe(200);
  // 0.01° × 0.01° near 50° N: 716.9 m × 1112.3 m.
  expect(Number(body.hectares)).toBeGreaterThan(79.6);
  expect(Number(body.hectares)).toBeLessThan(79.8);
  expect((await farm.get<Project & Record<string, unknown>>(`/sink/projects/${made.id}`)).body.hectares).toBe(
    body.hectares,
  );
});

it('names what is wrong with a boundary and stores nothing of it', async () => {
  const made = await project(farm);
  const swapped = { type: 'Polygon', coordinates: square(121, 51).coordinates.map((r) => r.map(([x, y]) => [y, x])) };
  const { status, body } = await draw(farm, made, 'a', swapped);
  expect([status, body.faults?.map(({ code, row, column }) => [code, row, column])]).toEqual([
    422,
    [['COORDINATES_SWAPPED', '1.1.1', 'geometry']],
  ]);
  expect((await farm.get(`/sink/projects/${made.id}/areas`)).body).toEqual([]);
});

it('refuses land that any other project counts, and says which', async () => {
  const [first, second] = [await project(farm), await project(other)];
  expect((await draw(farm, first, 'a', square(122, 50))).status).toBe(200);
  const { status, body } = await draw(other, second, 'b', square(122.005, 50.005));
  expect([status, body.code]).toEqual([409, 'AREA_OVERLAPS']);
  expect(body.faults).toMatchObject([
    { code: 'OVERLAPS_AREA', message: { en: expect.stringContaining(first.number) } },
  ]);
  // Beside it there is room; touching borders are nobody's quarrel.
  expect((await draw(other, second, 'b', square(122.01, 50))).status).toBe(200);
});

it('lets another pool, another time or a withdrawn project be', async () => {
  const here = square(123, 50);
  const first = await project(farm);
  await draw(farm, first, 'a', here);
  const soil = await project(other, { pools: ['soil'] });
  const later = await project(other, { creditingStart: '2041-01-01', creditingEnd: '2060-12-31' });
  const again = await project(other);
  expect((await draw(other, soil, 'a', here)).status).toBe(200);
  expect((await draw(other, later, 'a', here)).status).toBe(200);
  expect((await draw(other, again, 'a', here)).status).toBe(409);
  expect((await farm.post(`/sink/projects/${first.id}/status`, { status: 'withdrawn' })).status).toBe(200);
  expect((await draw(other, again, 'a', here)).status).toBe(200);
});

it('accepts one of many that draw the same land at the same moment', async () => {
  const rivals = await Promise.all(Array.from({ length: 6 }, (_, i) => project(i % 2 ? farm : other)));
  const answers = await Promise.all(
    rivals.map((rival, i) => draw(i % 2 ? farm : other, rival, 'a', square(124 + i * 0.0001, 50))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
});

it('keeps every version of a boundary and refuses a stale change', async () => {
  const made = await project(farm);
  await draw(farm, made, 'a', square(125, 50));
  const change = { version: 1, reason: '勘界' };
  const changes = await Promise.all([0.011, 0.012].map((side) => draw(farm, made, 'a', square(125, 50, side), change)));
  expect(changes.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { body } = await farm.get<{ version: number; supersededAt: string | null }[] & Record<string, unknown>>(
    `/sink/projects/${made.id}/areas`,
  );
  expect(body.map(({ version, supersededAt }) => [version, supersededAt === null])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect((await farm.get(`/sink/projects/${made.id}/areas/a?version=1`)).body).toEqual({
    type: 'MultiPolygon',
    coordinates: [square(125, 50).coordinates],
  });
});

it('keeps monitoring periods apart, within the crediting period of a registered project', async () => {
  const made = await project(farm);
  const open = (start: string, end: string) =>
    farm.post(`/sink/projects/${made.id}/monitoring-periods`, { start, end });
  const move = (status: string, person = farm, more: object = {}) =>
    person.post(`/sink/projects/${made.id}/status`, { status, ...more });
  expect((await open('2021-01-01', '2025-12-31')).body.code).toBe('PROJECT_STATE');
  expect((await move('publicity')).body.code).toBe('NO_AREA');
  await draw(farm, made, 'a', square(126, 50));
  expect((await move('registered')).body.code).toBe('PROJECT_STATE');
  expect((await move('publicity', registrar)).body.code).toBe('STAGE_NOT_YOURS');
  expect((await move('publicity', farm, { publicFrom: '2026-01-02', publicTo: '2026-01-01' })).status).toBe(422);
  expect((await move('publicity', farm, { publicFrom: '2026-01-01', publicTo: '2099-01-01' })).status).toBe(200);
  expect((await move('registered')).body.code).toBe('STAGE_NOT_YOURS');
  expect((await move('registered', registrar)).body.code).toBe('PUBLICITY_RUNS');
  expect((await move('registered', reviewer)).status).toBe(403);
  // Back to the desk and published anew, with an end that is over.
  expect((await move('draft', registrar, { note: '边界与公示不符' })).status).toBe(200);
  expect((await move('publicity', farm, { publicFrom: '2026-01-01', publicTo: '2026-01-28' })).status).toBe(200);
  const numbered = await move('registered', registrar, { registryNumber: 'CCER-2026-0001' });
  expect([
    numbered.status,
    (numbered.body.stages as { stage: string; registryNumber: string | null }[]).map(({ stage, registryNumber }) => [
      stage,
      registryNumber,
    ]),
  ]).toEqual([
    200,
    [
      ['publicity', null],
      ['draft', null],
      ['publicity', null],
      ['registered', 'CCER-2026-0001'],
    ],
  ]);
  expect((await open('2020-12-31', '2025-12-31')).body.code).toBe('OUTSIDE_CREDITING');
  const rivals = await Promise.all([open('2021-01-01', '2025-12-31'), open('2025-12-31', '2029-12-31')]);
  expect(rivals.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'MONITORING_OVERLAPS']);
});

it('shows a project to its own people and to those who oversee, and lets the latter change nothing', async () => {
  const made = await project(farm);
  expect((await other.get(`/sink/projects/${made.id}`)).status).toBe(404);
  expect((await draw(other, made, 'a', square(127, 50))).status).toBe(404);
  expect((await reviewer.get(`/sink/projects/${made.id}`)).status).toBe(200);
  expect((await draw(reviewer, made, 'a', square(127, 50))).status).toBe(403);
});
