/** A forest's project up to its filed account, over HTTP. */
import { Person, until } from './person';

export const larchAndBirch = {
  parameters: { project_emissions_t: '4.2', leakage_t: '1.5', baseline_change_t: '0' },
  tables: {
    stratum: [
      { stratum_id: 'larch', area_ha: '42.5' },
      { stratum_id: 'birch', area_ha: '18.25' },
    ],
    plot: Object.entries({
      larch: { t1: ['3.1', '2.7', '3.4', '2.9', '3.3'], t2: ['6.2', '5.9', '6.6', '6.1', '6.4'] },
      birch: { t1: ['1.6', '1.9', '1.4', '1.75'], t2: ['3.0', '3.3', '2.8', '3.15'] },
    }).flatMap(([stratum_id, visits]) =>
      Object.entries(visits).flatMap(([visit, weights]) =>
        weights.map((agb_t, i) => ({
          plot_id: `${stratum_id}-${i + 1}-${visit}`,
          stratum_id,
          visit,
          area_ha: '0.06',
          agb_t,
        })),
      ),
    ),
  },
};

export const square = (west: number, south: number, side = 0.01) => ({
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

export const ok = <T>({ status, body }: { status: number; body: T }): T => {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

/** Registered, with one area of 0.01° by 0.01°. */
export async function registered(farm: Person, west: number, south = 50, more: object = {}) {
  const project = ok(
    await farm.post<{ id: string; number: string }>('/sink/projects', {
      name: '落叶松白桦造林',
      region: '150785',
      method: 'sink/ar-tool14-stratified',
      pools: ['tree'],
      creditingStart: '2021-01-01',
      creditingEnd: '2040-12-31',
      ...more,
    }),
  );
  ok(
    await farm.put(`/sink/projects/${project.id}/areas/a`, { geometry: square(west, south), validFrom: '2021-01-01' }),
  );
  ok(await farm.post(`/sink/projects/${project.id}/status`, { status: 'publicity' }));
  const registrar = await Person.signIn(farm.url, 'registrar@qingheng');
  ok(await registrar.post(`/sink/projects/${project.id}/status`, { status: 'registered' }));
  return project;
}

export async function period(farm: Person, project: { id: string }, start: string, end: string) {
  return ok(await farm.post<{ id: string }>(`/sink/projects/${project.id}/monitoring-periods`, { start, end })).id;
}

/** Filed, calculated and named as the account of the period. */
export async function filed(
  farm: Person,
  project: { id: string },
  periodId: string,
  [periodStart, periodEnd]: [string, string],
  input: object = larchAndBirch,
  method = 'sink/ar-tool14-stratified',
) {
  const filing = ok(
    await farm.post<{ id: string }>('/filings', {
      ...{ method, title: '碳汇核算', region: '150785' },
      ...{ periodStart, periodEnd, input },
    }),
  ).id;
  ok(await farm.put(`/sink/projects/${project.id}/monitoring-periods/${periodId}/filing`, { filing }));
  const { runId } = ok(await farm.post<{ runId: string }>(`/filings/${filing}/submit`));
  const run = await until(
    async () => ok(await farm.get<{ status: string; faults?: unknown }>(`/runs/${runId}`)),
    ({ status }) => !['queued', 'running'].includes(status),
    'the run',
  );
  if (run.status !== 'succeeded') throw new Error(JSON.stringify(run.faults));
  return { filing, runId };
}
