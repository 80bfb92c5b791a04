// GEP of the twelve leagues from tables. The inputs are made up from a league's area and fixed rates, and say so in their titles:
// no per-service table of a league is published. Then SEEA tables of one league, a purchase, a use refused because it is the second.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { throughThePath } from './path.mjs';

const MADE_UP = '（演示数据，由面积推算，非统计结果）';
/** Made up: quantity for each km² of a league; price in yuan. */
const RATES = [
  ['livestock', '畜牧业产品', 'provisioning', 'grassland', 3, 't', '9000', 'market_price'],
  ['forestry', '林业产品', 'provisioning', 'forest', 1, 'm³', '800', 'market_price'],
  ['water', '水源涵养', 'regulating', 'grassland', 20_000, 'm³', '6.11', 'replacement_cost'],
  ['wetland water', '水源涵养', 'regulating', 'wetland', 9_000, 'm³', '6.11', 'replacement_cost'],
  ['soil', '土壤保持', 'regulating', 'shrub', 900, 'm³', '15.58', 'replacement_cost'],
  ['sand', '防风固沙', 'regulating', 'desert', 120, 'm²', '3.75', 'replacement_cost'],
  ['carbon', '固碳', 'regulating', 'forest', 140, 't', '60', 'market_price'],
  ['recreation', '休闲旅游', 'cultural', 'grassland', 25, '人次', '380', 'travel_cost'],
];
/** Made up: who uses what. */
const USE = [
  ['畜牧业产品', 'agri_forestry_fishery', '1'],
  ['林业产品', 'manufacturing', '1'],
  ['水源涵养', 'utilities', '0.6'],
  ['水源涵养', 'agri_forestry_fishery', '0.4'],
  ['土壤保持', 'agri_forestry_fishery', '1'],
  ['防风固沙', 'households', '1'],
  ['固碳', 'government', '1'],
  ['休闲旅游', 'households', '0.75'],
  ['休闲旅游', 'exports', '0.25'],
].map(([service, unit, share]) => ({ service, unit, share }));
const AREAS = {
  150100: 17_191,
  150200: 27_614,
  150300: 1_656,
  150400: 86_897,
  150500: 58_878,
  150600: 86_888,
  150700: 251_461,
  150800: 65_189,
  150900: 54_441,
  152200: 55_136,
  152500: 199_900,
  152900: 239_634,
};

/** `dear`: prices of the market in per cent of those above; replacement costs stay. */
const items = (area, factor = 100, dear = 100) =>
  RATES.map(([id, service, type, ecosystem, rate, unit, price, valuation_method]) => ({
    ...{ item_id: id, service, class: type, ecosystem, unit, valuation_method },
    unit_price: valuation_method === 'market_price' ? String((Number(price) * dear) / 100) : price,
    quantity: String(Math.round((area * rate * factor) / 100)),
    ...(id === 'livestock' && { outside_quantity: String(Math.round(area / 5)) }),
  }));

const account = (name, region, year, factor, dear) => ({
  ...{ method: 'gep/account', title: `${name} ${year} 年 GEP${MADE_UP}` },
  ...{ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31`, region },
  input: { tables: { item: items(AREAS[region], factor, dear) } },
});

/** `extent` in ha, made up as the areas of the account are. */
const EXTENT = (area) => {
  const ha = area * 100;
  const [forest, grass, desert] = [
    Math.round(ha * 0.2),
    Math.round(ha * 0.6),
    ha - Math.round(ha * 0.2) - Math.round(ha * 0.6),
  ];
  const gain = Math.round(ha * 0.001);
  return [
    'code,ET_forest,ET_grassland,ET_desert_bare,TOTAL',
    `opening,${forest},${grass},${desert},${ha}`,
    `managed_expansion,${gain},${gain},0,${2 * gain}`,
    `managed_reduction,0,0,${2 * gain},${2 * gain}`,
    `net_change,${gain},${gain},${-2 * gain},0`,
    `closing,${forest + gain},${grass + gain},${desert - 2 * gain},${ha}`,
  ].join('\n');
};

export async function leagues(url, password) {
  const [clerk, reviewer] = await Promise.all(
    ['clerk@finance', 'reviewer@qingheng'].map((name) => Person.signIn(url, name, password)),
  );
  const { items: regions } = await clerk.get('/api/v1/regions');
  const nameOf = (code) => regions.find((one) => one.code === code)?.nameZh ?? code;
  const rows = [];
  for (const region of Object.keys(AREAS)) {
    const { filing, run, issued } = await throughThePath(
      clerk,
      reviewer,
      account(nameOf(region), region, 2024),
      '演示',
    );
    rows.push({ region, filing, number: issued.number, ...run.result.outputs });
  }
  // One league over the years, for its line.
  for (const [year, factor, dear] of [
    [2022, 96, 94],
    [2023, 98, 97],
  ])
    await throughThePath(clerk, reviewer, account(nameOf('152500'), '152500', year, factor, dear), '演示');
  table(
    `GEP of the twelve leagues 十二盟市 GEP${MADE_UP}`,
    ['league 盟市', 'GEP 元', 'market 市场', 'non-market 非市场', 'from outside 扣除区外'],
    rows.map((row) => [nameOf(row.region), ...[row.gep, row.market, row.non_market, row.outside].map(grouped)]),
  );
  const one = rows.find(({ region }) => region === '152500');
  const seea = await seeaOf(clerk, reviewer, one);
  await uses(clerk, url, password, one);
  return { leagues: rows.map(({ region, gep }) => ({ region, gep })), seea };
}

async function seeaOf(clerk, reviewer, { filing }) {
  const { id } = await clerk.post('/api/v1/ecoproduct/seea', {
    filing,
    ecosystems: { desert: 'ET_desert_bare' },
    use: USE,
  });
  const form = new FormData();
  form.append('file', new Blob([EXTENT(AREAS['152500'])]), 'extent.csv');
  const taken = await clerk.call('POST', `/api/v1/ecoproduct/seea/${id}/tables?table=extent`, form);
  if (taken.faults.length) throw new Error(`the SEEA account does not balance: ${JSON.stringify(taken.faults)}`);
  const closed = await reviewer.post(`/api/v1/ecoproduct/seea/${id}/close`);
  const workbook = await clerk.bytes(`/api/v1/ecoproduct/seea/${id}/tables.xlsx`);
  await clerk.post(`/api/v1/ecoproduct/accounts/${filing}/uncertainty`, {
    seed: 2024,
    draws: 10_000,
    spreads: [
      {
        name: '水库单位库容造价',
        distribution: 'triangular',
        low: '0.15',
        mode: '1',
        high: '1.2',
        services: ['水源涵养'],
      },
      { name: '牲畜价格', distribution: 'uniform', low: '0.9', mode: '1', high: '1.1', services: ['畜牧业产品'] },
    ],
  });
  console.log(
    `\n  SEEA ${closed.number} balances and is closed 平衡并结账; workbook ${grouped(String(workbook.length))} bytes`,
  );
  return { number: closed.number, workbook: workbook.length };
}

/** 0.2 % of two services is bought; the same services are not pledged then. */
async function uses(clerk, url, password, { filing }) {
  const services = ['water-retention', 'soil-retention'];
  const bought = await clerk.post('/api/v1/ecoproduct/uses', {
    ...{ kind: 'purchase', filing, services, share: '0.002', instalments: ['0.7', '0.3'] },
    ...{ document: '政府购买协议（演示）2025-1', counterparty: '苏木生态强村公司（演示）' },
  });
  const approver = await Person.signIn(url, 'approver@finance', password);
  await approver.post(`/api/v1/ecoproduct/uses/${bought.id}/instalments/1/payment`, {
    paidOn: '2025-03-01',
    slip: 'DEMO-EU-1',
  });
  let refused = '';
  try {
    await clerk.post('/api/v1/ecoproduct/uses', {
      ...{
        kind: 'pledge',
        filing,
        services,
        haircut: '0.4',
        document: '质押合同（演示）',
        counterparty: '某银行（演示）',
      },
    });
  } catch (error) {
    refused = error.message;
  }
  if (!refused.includes('ALREADY_USED')) throw new Error('the same services were used twice');
  table(
    'Uses 应用登记',
    ['number 编号', 'value 基数 元', 'amount 0.2 % 元', 'instalments 分期', 'register 登记号'],
    [
      [
        bought.number,
        grouped(bought.base),
        grouped(bought.amount),
        bought.instalments.map(({ amount }) => grouped(amount)).join(' + '),
        bought.claims.join(' '),
      ],
    ],
  );
  console.log('  a pledge of the same services is refused 同一服务再质押被拒绝: ALREADY_USED');
}
