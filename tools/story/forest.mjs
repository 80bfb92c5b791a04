// A forest of the Greater Khingan: a project on its land, two strata of larch and birch, two visits of its field plots taken
// in from the forms, stock and account by AR-TOOL14; another house measures plots again and verifies; the registry registers
// project and reductions; credits are issued by vintage, five per cent to the buffer. The trees are made up.
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { fieldWork } from './plots.mjs';

const PERIOD = { periodStart: '2021-01-01', periodEnd: '2025-12-31' };

/** 60.75 hm² north of 根河: west, south, width, height; each run of the story takes the next piece, as land is counted once. */
const landOf = (n) => [Number((121.5 + 0.02 * n).toFixed(6)), 50.8, 0.01, 0.00775];
const ringOf = ([west, south, wide, high]) => {
  const [east, north] = [Number((west + wide).toFixed(6)), Number((south + high).toFixed(6))];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
};

/** The owner publishes, the registry registers; then the field work and a monitored period. */
async function registered(filer, registrar) {
  const { items } = await filer.get('/api/v1/sink/projects?limit=200');
  const project = await filer.post('/api/v1/sink/projects', {
    name: '大兴安岭落叶松白桦造林（演示）',
    region: '150785',
    method: 'sink/ar-tool14-stratified',
    pools: ['tree'],
    creditingStart: '2021-01-01',
    creditingEnd: '2040-12-31',
  });
  const path = `/api/v1/sink/projects/${project.id}`;
  const land = landOf(items.length);
  const { hectares } = await filer.call('PUT', `${path}/areas/A`, { geometry: ringOf(land), validFrom: '2021-01-01' });
  await filer.post(`${path}/status`, { status: 'publicity', publicFrom: '2021-01-04', publicTo: '2021-01-29' });
  await registrar.post(`${path}/status`, { status: 'registered', registryNumber: `DEMO-${project.number}` });
  const stock = await fieldWork(filer, path, land, { number: project.number, hectares });
  const period = await filer.post(`${path}/monitoring-periods`, { start: PERIOD.periodStart, end: PERIOD.periodEnd });
  return { project, path, period, stock };
}

/** The account takes strata and plots from the stock by reference. */
const inputOf = ({ id }) => ({
  parameters: { project_emissions_t: '4.2', leakage_t: '1.5', baseline_change_t: '0' },
  tables: {},
  references: {
    stratum: { source: { kind: 'sink-stock', id }, table: 'stratum' },
    plot: {
      source: { kind: 'sink-stock', id },
      table: 'plot',
      columns: Object.fromEntries(['plot_id', 'stratum_id', 'visit', 'area_ha', 'agb_t'].map((name) => [name, name])),
    },
  },
});

/** The drawn plots measured again, two per cent off, within a tolerance of ten. */
async function verified(reviewer, period) {
  const opened = await reviewer.post(`/api/v1/sink/monitoring-periods/${period.id}/verifications`, {
    tolerance: '0.10',
    materiality: '0.05',
    basis: '演示：核查方案',
    bufferShare: '0.05',
    bufferBasis: '演示：非持久性风险评级',
  });
  const path = `/api/v1/sink/verifications/${opened.id}`;
  const owned = new Map(opened.candidates.map(({ plot, value }) => [plot, Number(value)]));
  await reviewer.call('PUT', `${path}/plots`, {
    plots: opened.sample.map((plot) => ({
      plot,
      value: (owned.get(plot) * 0.98).toFixed(3),
      measuredOn: '2026-02-20',
    })),
  });
  return reviewer.post(`${path}/decision`, { conclusion: 'passed', statement: '样地复测在允许差内，核查通过。' });
}

export async function forest(url, password) {
  const filer = await Person.signIn(url, 'filer@linchang', password);
  const reviewer = await Person.signIn(url, 'reviewer@qingheng', password);
  const registrar = await Person.signIn(url, 'registrar@qingheng', password);
  const { project, path, period, stock } = await registered(filer, registrar);
  const filing = await filer.post('/api/v1/filings', {
    method: 'sink/ar-tool14-stratified',
    title: '落叶松、白桦造林碳汇 2021–2025',
    ...PERIOD,
    region: '150785',
    input: inputOf(stock),
  });
  await filer.call('PUT', `${path}/monitoring-periods/${period.id}/filing`, { filing: filing.id });
  const { runId } = await filer.post(`/api/v1/filings/${filing.id}/submit`);
  const run = await until(
    () => filer.get(`/api/v1/runs/${runId}`),
    (r) => !['queued', 'running'].includes(r.status),
    'the run',
  );
  if (run.status !== 'succeeded') throw new Error(`the run ${run.status}: ${JSON.stringify(run.faults)}`);
  const stage = `/api/v1/sink/monitoring-periods/${period.id}/stage`;
  await filer.post(stage, { stage: 'publicity', publicFrom: '2026-01-05', publicTo: '2026-01-30' });
  const verification = await verified(reviewer, period);
  await registrar.post(stage, { stage: 'registered', registryNumber: `DEMO-${project.number}-1` });
  await reviewer.post(`/api/v1/filings/${filing.id}/review`, { decision: 'approve', remarks: '核查通过。' });
  const { number, credits } = await reviewer.post(`/api/v1/filings/${filing.id}/issue`);
  await until(
    () => filer.get(`${path}/credits`),
    ({ periods }) => periods[0].issuance?.book === 'posted',
    'the book',
  );
  await filer.post(`/api/v1/sink/runs/${runId}/simulations`, { draws: 5000 });
  await reserve(filer);
  const { stock_t1_tco2e, stock_t2_tco2e, uncertainty_change, discount_fraction, issuable_t } = run.result.outputs;
  const round = (text) => grouped(Number(text).toFixed(2));
  table(
    'Sink of a forest, two visits (AR-TOOL14) 造林碳汇',
    ['first stock t CO2e', 'second stock t CO2e', 'uncertainty', 'discount', 'issuable t CO2e', 'statement'],
    [
      [
        round(stock_t1_tco2e),
        round(stock_t2_tco2e),
        `${(Number(uncertainty_change) * 100).toFixed(2)} %`,
        `${Number(discount_fraction) * 100} % of the half-width`,
        grouped(issuable_t),
        number,
      ],
    ],
  );
  table(
    `Verified ${verification.number} 核查签发 ${project.number}`,
    ['plots again 复测样地', 'off 相差', 'vintage 年份', 'issued 签发 t CO2e', 'buffer 缓冲 t CO2e'],
    credits.lots.map((lot, i) => [
      i ? '' : String(verification.plots.length),
      i ? '' : `${(Number(verification.error) * 100).toFixed(2)} %`,
      String(lot.vintage),
      grouped(lot.tonnes),
      grouped(lot.buffer),
    ]),
  );
  return {
    ...{ issuable_t, statement: number, resultHash: run.result.resultHash, project: project.number },
    fieldWork: stock,
    ...credits,
  };
}

/** Land the farm thinks of planting; figures are made up. */
async function reserve(filer) {
  const { prospects } = await filer.get('/api/v1/sink/reserve');
  const land = [
    ['根河北坡', '150785', 'larch-planted', '1200.5', '9000'],
    ['牙克石采伐迹地', '150782', 'birch-natural', '3400', '1200'],
    ['海拉尔沙地', '150702', 'pine-sand', '860', '12500'],
  ];
  for (const [i, [name, region, curve, hectares, plantingCost]] of land.entries()) {
    if (prospects.some((one) => one.name === name)) continue;
    await filer.post('/api/v1/sink/reserve/prospects', {
      ...{ name, region, curve, hectares, plantingCost },
      owner: i ? '大兴安岭示范林业集团' : '大兴安岭示范林场',
      startYear: 2027 + i,
      years: 30,
      stage: i ? 'idea' : 'survey',
      yearlyCost: '120',
    });
  }
  const name = '图里河落叶松次生林';
  if (prospects.some((one) => one.name === name)) return;
  await filer.post('/api/v1/sink/reserve/prospects', {
    ...{
      name,
      region: '150782',
      owner: '大兴安岭示范林场',
      hectares: '900',
      startYear: 2028,
      years: 30,
      stage: 'survey',
    },
    ...{ plantingCost: '800', yearlyCost: '60' },
    stand: {
      ...{ species: 'larix-gmelinii', temperature: '-4', fires: 120, counted: ['above', 'below', 'deadWood'] },
      ages: [
        { age: 0, hectares: '200' },
        { age: 15, hectares: '450' },
        { age: 30, hectares: '250' },
      ],
      cutting: { hectares: '5', from: 50, to: 300 },
    },
  });
}
