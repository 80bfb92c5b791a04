// A forest's sink: two strata of larch and birch, two visits, by AR-TOOL14. The equations are the tool's; the plots are
// made up. Credits come with the register of credits; until then the result is issued as a statement.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { throughThePath } from './path.mjs';

const biomass = {
  larch: { t1: ['3.1', '2.7', '3.4', '2.9', '3.3'], t2: ['5.2', '4.9', '5.9', '5.1', '5.6'] },
  birch: { t1: ['1.6', '1.9', '1.4', '1.75'], t2: ['3.0', '3.3', '2.8', '3.15'] },
};
const plots = Object.entries(biomass).flatMap(([stratum_id, visits]) =>
  Object.entries(visits).flatMap(([visit, weights]) =>
    weights.map((agb_t, i) => ({
      plot_id: `${stratum_id}-${i + 1}-${visit}`,
      stratum_id,
      visit,
      area_ha: '0.06',
      agb_t,
    })),
  ),
);

export async function forest(url, password) {
  const filer = await Person.signIn(url, 'filer@linchang', password);
  const reviewer = await Person.signIn(url, 'reviewer@qingheng', password);
  const { run, issued } = await throughThePath(
    filer,
    reviewer,
    {
      method: 'sink/ar-tool14-stratified',
      title: '落叶松、白桦造林碳汇 2021–2025',
      periodStart: '2021-01-01',
      periodEnd: '2025-12-31',
      region: '150785',
      input: {
        parameters: { project_emissions_t: '4.2', leakage_t: '1.5', baseline_change_t: '0' },
        tables: {
          stratum: [
            { stratum_id: 'larch', area_ha: '42.5' },
            { stratum_id: 'birch', area_ha: '18.25' },
          ],
          plot: plots,
        },
      },
    },
    '样地记录齐全。',
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
        issued.number,
      ],
    ],
  );
  return { issuable_t, statement: issued.number, resultHash: run.result.resultHash };
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
}
