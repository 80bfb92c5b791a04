// A cashmere sweater whose yarn comes from another company's footprint: the mill's label is published to its customer
// through PACT, received, checked and taken into the sweater's inventory; the sweater gets a label of its own.
// The inventories are made up for the demo; electricity is the footprint factor of 2024 (0.5777 kg CO2e/kWh).
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { throughThePath } from './path.mjs';

const line = (item, stage, amount, unit, factor, source) => ({
  process_id: 'p',
  item,
  stage,
  amount,
  unit,
  factor_kgco2e: factor,
  factor_source: source,
});

const filed = (product, region, unit, output, lines) => ({
  method: 'footprint/product-generic',
  title: `${product} 2025`,
  product,
  periodStart: '2025-05-01',
  periodEnd: '2026-04-30',
  region,
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

const ELECTRICITY = '2024 年全国电力平均碳足迹因子';

export async function exchange(url, password) {
  const mill = await Person.signIn(url, 'filer@ordos', password);
  const knitter = await Person.signIn(url, 'filer@baotou', password);
  const reviewer = await Person.signIn(url, 'reviewer@qingheng', password);

  const yarn = await throughThePath(
    mill,
    reviewer,
    filed('无染色羊绒纱 Nm 2/26', '150600', 'kg', '40000', [
      line('无毛绒', 'raw_material', '42500', 'kg', '48.6', '演示数据：企业牧场与分梳台账'),
      line('电力', 'energy', '196000', 'kWh', '0.5777', ELECTRICITY),
      line('运输', 'transport', '21000', 'tkm', '0.0825', '演示数据'),
    ]),
    '分梳、纺纱台账与电表一致。',
  );

  await introduce(url, mill, knitter);
  const published = await mill.post('/api/v1/pact/footprints', {
    label: yarn.issued.number,
    productClassifications: ['urn:cpc:26310'],
    fossilCarbonContent: '0',
    biogenicCarbonContent: '0.48',
    parts: { biogenicNonCO2Emissions: '35', biogenicCO2Uptake: '-1.76' },
    packagingEmissionsIncluded: false,
    primaryDataShare: '82',
    ipccCharacterizationFactors: ['AR6'],
  });
  const received = await until(
    async () => (await knitter.get('/api/v1/pact/received')).items.find(({ pfId }) => pfId === published.id),
    Boolean,
    'the exchange of the footprint',
  );
  if (received.errors) throw new Error(`the received footprint has ${received.errors} errors`);

  const sweater = await throughThePath(
    knitter,
    reviewer,
    filed('羊绒衫（圆领）', '150200', '件', '12000', [
      line('羊绒纱', 'raw_material', '3720', 'kg', `pact:${received.id}`, 'PACT'),
      line('电力', 'energy', '54000', 'kWh', '0.5777', ELECTRICITY),
      line('包装', 'packaging', '600', 'kg', '1.3', '演示数据'),
    ]),
    '纱线足迹经 PACT 收到，检查无误。',
  );
  const { factor } = sweater.run.factors.find(({ factor: one }) => one.id.startsWith('pact:'));
  const asked = await ask(knitter, published.footprint.productIds[0]);

  table(
    "Cashmere sweater with another company's yarn, exchanged through PACT 羊绒衫：纱线足迹经 PACT 交换",
    ['product 产品', 'company 企业', 'kg CO2e', 'label 标识', 'source of the yarn 纱线来源'],
    [
      ['yarn 羊绒纱, 1 kg', yarn.issued.organisation, grouped(yarn.issued.value), yarn.issued.number, ''],
      [
        'sweater 羊绒衫, 1 件',
        sweater.issued.organisation,
        grouped(sweater.issued.value),
        sweater.issued.number,
        factor.source.slice(0, 46),
      ],
    ],
  );
  return {
    yarn: { label: yarn.issued.number, value: yarn.issued.value, footprint: published.id },
    sweater: { label: sweater.issued.number, value: sweater.issued.value, source: factor.source },
    request: asked,
  };
}

/** Each names the other as a partner, at the address of its host, with the credentials it was given there. */
async function introduce(url, mill, knitter) {
  const there = { version: '3', baseUrl: `${url}/pact` };
  const atKnitter = await knitter.post('/api/v1/pact/partners', { name: '鄂尔多斯示范羊绒', version: '3' });
  const atMill = await mill.post('/api/v1/pact/partners', {
    name: '包头示范针织',
    ...there,
    clientId: atKnitter.id,
    clientSecret: atKnitter.secret,
  });
  await knitter.call('PUT', `/api/v1/pact/partners/${atKnitter.id}`, {
    name: '鄂尔多斯示范羊绒',
    ...there,
    clientId: atMill.id,
    clientSecret: atMill.secret,
  });
}

/** The other way of PACT: the customer asks by product, the answer comes as an event. */
async function ask(knitter, productId) {
  const [{ id: partner }] = (await knitter.get('/api/v1/pact/partners')).items;
  const { id } = await knitter.post(`/api/v1/pact/partners/${partner}/requests`, { productId: [productId] });
  const message = await until(
    async () => (await knitter.get('/api/v1/pact/outbox')).items.find((one) => one.id === id),
    ({ answer }) => answer !== 'open',
    'the answer to the request',
  );
  return message.answer;
}
