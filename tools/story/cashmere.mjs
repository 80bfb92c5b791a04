// Cashmere from pasture to garment: a spinner's yarn, then a knitter's sweater that stands on the yarn's label.
// Herd: Inner Mongolia 2024 at 1 : 1000 (15.81 million cashmere goats, 6,944.6 t raw cashmere). Dyeing and spinning: published
// intensities of worsted wool, the nearest there are. Weights, prices, yields and the other energies are made up for the demo.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { throughThePath } from './path.mjs';

const POWER = { factor_kgco2e: 'factor:pcf-elec-avg-2024@2024', factor_source: '因子库：2024 年全国电力平均' };
const WOOL = '毛纺科技 2015(5):62-65，精纺毛';

const yarn = (allocation) => ({
  parameters: { allocation },
  tables: {
    product: [{ product_id: '羊绒纱', declared_unit: 'kg', mass_per_unit: '1', boundary: 'cradle_to_gate' }],
    herd: [
      {
        product_id: '羊绒纱',
        herd_id: '自有牧场',
        goats: '15810',
        body_mass: '30',
        enteric_source: 'ipcc-2006',
        climate: 'cool',
        excreta_edition: '2019',
        cashmere_kg: '6944.6',
        cashmere_price: '300',
        cashmere_protein: '0.8',
        meat_kg: '158100',
        meat_price: '26',
        meat_protein: '0.16',
      },
    ],
    step: [
      { product_id: '羊绒纱', step: 'scouring', output_kg: '5208.45', yield: '0.75' },
      {
        product_id: '羊绒纱',
        step: 'dehairing',
        output_kg: '3645.915',
        yield: '0.7',
        main_share: '0.97',
        share_basis: '粗毛销售额占 3 %',
      },
      { product_id: '羊绒纱', step: 'dyeing', output_kg: '3573', yield: '0.98' },
      { product_id: '羊绒纱', step: 'spinning', output_kg: '3287.16', yield: '0.92' },
    ],
    line: [
      { product_id: '羊绒纱', step: 'scouring', item: '电', amount: '4200', unit: 'kWh', ...POWER },
      { product_id: '羊绒纱', step: 'dehairing', item: '电', amount: '9100', unit: 'kWh', ...POWER },
      {
        product_id: '羊绒纱',
        step: 'dyeing',
        item: '染色（电、汽、助剂）',
        amount: '3573',
        unit: 'kg',
        factor_kgco2e: 'factor:wool-top-dye',
        factor_source: WOOL,
      },
      {
        product_id: '羊绒纱',
        step: 'spinning',
        item: '纺纱（电、汽）',
        amount: '3287.16',
        unit: 'kg',
        factor_kgco2e: 'factor:wool-spin',
        factor_source: WOOL,
      },
    ],
  },
});

const sweater = (label) => ({
  parameters: { allocation: 'economic' },
  tables: {
    product: [{ product_id: '羊绒衫', declared_unit: '件', mass_per_unit: '0.3', boundary: 'cradle_to_gate' }],
    purchase: [
      {
        product_id: '羊绒衫',
        supplier: label.organisation,
        mass: '1000',
        factor_kgco2e: label.value,
        factor_source: `标识 ${label.number}`,
      },
    ],
    step: [
      { product_id: '羊绒衫', step: 'knitting', output_kg: '930', yield: '0.93' },
      { product_id: '羊绒衫', step: 'finishing', output_kg: '930', yield: '1' },
    ],
    line: [
      { product_id: '羊绒衫', step: 'knitting', item: '电', amount: '5580', unit: 'kWh', ...POWER },
      { product_id: '羊绒衫', step: 'finishing', item: '电', amount: '2790', unit: 'kWh', ...POWER },
    ],
  },
});

const filed = (title, product, region, input) => ({
  ...{ method: 'footprint/cashmere', title, product, region, input },
  periodStart: '2025-01-01',
  periodEnd: '2025-12-31',
});

export async function cashmere(url, password) {
  const spinner = await Person.signIn(url, 'filer@ordos', password);
  const knitter = await Person.signIn(url, 'filer@alxa', password);
  const reviewer = await Person.signIn(url, 'reviewer@qingheng', password);
  const first = await throughThePath(
    spinner,
    reviewer,
    filed('羊绒纱 2025', '26/2 羊绒纱', '150600', yarn('economic')),
    '羊群台账、工序得率与电表一致。',
  );
  const [made] = first.run.result.tables.product;
  const second = await throughThePath(
    knitter,
    reviewer,
    filed('羊绒衫 2025', '圆领羊绒衫 300 g', '152921', sweater(first.issued)),
    '纱线足迹与供应商标识一致。',
  );
  table(
    'Cashmere yarn: one herd, three allocations 羊绒纱：同一羊群，三种分配',
    ['allocation 分配', 'kg CO2e per kg yarn', ''],
    [
      ['economic value 经济', grouped(made.per_kg_economic), 'filed 申报采用'],
      ['mass 质量', grouped(made.per_kg_mass), ''],
      ['protein 蛋白质', grouped(made.per_kg_protein), ''],
    ],
  );
  table(
    'Labels 标识',
    ['number', 'product 产品', 'value', 'stages 阶段'],
    [first, second].map(({ issued }) => [
      issued.number,
      issued.productName,
      `${grouped(issued.value)} ${issued.unit}`,
      issued.stages.map(({ title, share }) => `${title.zh} ${share} %`).join(', '),
    ]),
  );
  const kept = ({ filing, issued }) => ({ filing, label: issued.number, value: issued.value, unit: issued.unit });
  return {
    yarn: {
      ...kept(first),
      perKg: { economic: made.per_kg_economic, mass: made.per_kg_mass, protein: made.per_kg_protein },
    },
    sweater: kept(second),
  };
}
