/** Double sampling of a project: many units with an auxiliary, few plots, and the account that is made of them. */
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';
import { ok, registered, square } from '../support/sink';

let service: RunningService;
let farm: Person;
beforeAll(async () => {
  service = await runningService();
  farm = await Person.signIn(service.url, 'filer@linchang');
}, 120_000);
afterAll(() => service?.stop());

interface Phase {
  value: number;
  halfWidth: number;
  relative: number;
}
interface Found {
  strata: { stratum: string; hectares: number; points: number; plots: number; double: Phase; single: Phase }[];
  double: Phase;
  single: Phase;
  equivalentPlots: number;
  leftOut: number;
  input: { tables: Record<string, object[]> };
}

let place = 0;
async function project(method: string): Promise<string> {
  const west = 122 + 0.1 * place++;
  const { id } = await registered(farm, west, 50, { method });
  const strata = [{ code: 'L', geometry: square(west, 50) }];
  ok(await farm.put(`/sink/projects/${id}/strata`, { version: 0, validFrom: '2021-01-01', strata }));
  return id;
}

/** Biomass is 20 + 4·x with a small swing; the plots are the sparser end of a hundred units. */
const units = Array.from({ length: 100 }, (_, i) => {
  const auxiliary = i % 25;
  const biomass = i < 12 ? 20 + 4 * auxiliary + (i % 2 ? 1 : -1) : '';
  return `u${i},L,${auxiliary},${biomass}`;
});
const table = (rows: string[]) => ['unit,stratum,auxiliary,biomass', ...rows].join('\n');
const estimate = (person: Person, id: string, text: string, query = '') => {
  const form = new FormData();
  form.append('file', new Blob([text]), 'units.csv');
  return person.call<Found>('POST', `/sink/projects/${id}/double-sample${query}`, form);
};

it('moves the mean of few plots to that of all units, and is surer than they alone', async () => {
  const id = await project('sink/double-sampling');
  const found = ok(await estimate(farm, id, table(units)));
  const [stratum] = found.strata;
  expect(stratum).toMatchObject({ stratum: 'L', points: 100, plots: 12 });
  // The plots have an auxiliary of 5.5 in the mean, all units one of 12: about 4 · 6.5 t/hm² more.
  expect(stratum!.single.value).toBeCloseTo(42, 6);
  expect(stratum!.double.value).toBeGreaterThan(66);
  expect(stratum!.double.value).toBeLessThan(70);
  expect(found.double.relative).toBeLessThan(found.single.relative / 2);
  expect(found.equivalentPlots).toBeGreaterThan(12);
  const scale = (stratum!.hectares * 0.47 * 44) / 12;
  expect(found.double.value / (stratum!.double.value * scale)).toBeCloseTo(1, 9);
  expect(found.single.halfWidth / (stratum!.single.halfWidth * scale)).toBeCloseTo(1, 9);

  // The same tables filed as the account of a monitored period give the same stock.
  const [start, end] = ['2021-01-01', '2025-12-31'];
  const period = ok(await farm.post<{ id: string }>(`/sink/projects/${id}/monitoring-periods`, { start, end })).id;
  const filing = ok(
    await farm.post<{ id: string }>('/filings', {
      ...{ method: 'sink/double-sampling', title: '双重抽样', region: '150785', periodStart: start, periodEnd: end },
      input: { parameters: {}, ...found.input },
    }),
  ).id;
  ok(await farm.put(`/sink/projects/${id}/monitoring-periods/${period}/filing`, { filing }));
  const { runId } = ok(await farm.post<{ runId: string }>(`/filings/${filing}/submit`));
  const run = await until(
    async () => ok(await farm.get<{ status: string; result: { outputs: Record<string, string> } }>(`/runs/${runId}`)),
    ({ status }) => !['queued', 'running'].includes(status),
    'the run',
    120_000,
  );
  expect(Number(run.result.outputs.stock_tco2e)).toBeCloseTo(found.double.value, 6);
}, 180_000);

it('refuses what cannot be estimated, cell by cell, and shows nothing of others', async () => {
  const id = await project('sink/ar-tool14-stratified');
  const faults = async (text: string) => (await estimate(farm, id, text)).body.faults?.map(({ code }) => code);
  expect(await faults(table(units.slice(0, 2).concat('x,L,5,')))).toEqual(['TOO_FEW_PLOTS']);
  expect(await faults(table(['u1,Z,1,2']))).toEqual(['UNIT_STRATUM']);
  expect(await faults('a,b\n1,2')).toHaveLength(3);
  expect((await farm.post(`/sink/projects/${id}/double-sample`)).body.code).toBe('UNITS_MISSING');
  const other = await Person.signIn(service.url, 'filer@huolin');
  expect((await estimate(other, id, table(units))).status).toBe(404);
});
