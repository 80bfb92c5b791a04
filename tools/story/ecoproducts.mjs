// A GEP account: six items of the Garzé account of 2010 as published (Baima Zhuoga et al. 2017, Acta Ecologica Sinica
// 37(19): 6302–6312), filed as a league would file its own.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { leagues } from './leagues.mjs';
import { throughThePath } from './path.mjs';

const items = [
  ['domestic water', 'water supply', 'provisioning', 'wetland', '136000000', '2.6'],
  ['industrial water', 'water supply', 'provisioning', 'wetland', '15017000000', '3.6'],
  ['hydropower', 'hydropower', 'provisioning', 'wetland', '9530000000', '0.53'],
  ['water retention', 'water retention', 'regulating', 'grassland', '32149000000', '7.06'],
  ['forest pest control', 'pest control', 'regulating', 'forest', '1580000', '375'],
  ['grassland pest control', 'pest control', 'regulating', 'grassland', '7111300', '112.5'],
].map(([item_id, service, type, ecosystem, quantity, unit_price]) => ({
  item_id,
  service,
  class: type,
  ecosystem,
  quantity,
  unit_price,
}));

export async function ecoproducts(url, password) {
  const filer = await Person.signIn(url, 'ecology@xilingol', password);
  const reviewer = await Person.signIn(url, 'reviewer@qingheng', password);
  const { run, issued } = await throughThePath(
    filer,
    reviewer,
    {
      method: 'gep/account',
      title: '生态产品总值账户（甘孜州 2010 年公布数，六项）',
      periodStart: '2010-01-01',
      periodEnd: '2010-12-31',
      region: '152500',
      input: { tables: { item: items } },
    },
    '与公布数一致。',
  );
  table(
    'Gross ecosystem product 生态产品总值',
    ['class 类别', 'value 元'],
    [
      ...run.result.tables.class.map((row) => [row.class, grouped(row.value)]),
      [`GEP (${issued.number})`, grouped(run.result.outputs.gep)],
    ],
  );
  await audited(filer);
  const [trader, registrar] = await Promise.all(
    ['trader@qingheng', 'registrar@qingheng'].map((name) => Person.signIn(url, name, password)),
  );
  const products = await catalogue(filer, trader);
  await offered(
    products.find(({ code }) => code === 'DEMO-1'),
    { filer, trader, registrar },
  );
  return { gep: run.result.outputs.gep, statement: issued.number, ...(await leagues(url, password)) };
}

/** Two rows of the published account: its oxygen cannot be. */
async function audited(person) {
  const text = [
    'id,service,item,quantity,unit,price,price_unit,value（亿元）',
    'A17,固碳,CO2,0.31,1e8 t,380,元/t,117.3548',
    'A18,释氧,O2,2.51,1e8 t,727,元/t,1821.9182',
  ].join('\n');
  const { items: sheets } = await person.post('/api/v1/ecoproduct/audits', { text });
  const found = sheets[0].findings.map(({ line, code, expected, found: is }) => [line, code, expected, is]);
  if (!found.some(([, code]) => code === 'OXYGEN_CARBON_RATIO')) throw new Error('the auditor missed the oxygen');
  table('Auditor of a published account 账户审查', ['line 行', 'rule 规则', 'expected 应为', 'found 表中'], found);
}

/** Made-up products of the league: filed in one file, handed in, published by the trading centre. */
async function catalogue(filer, trader) {
  const lines = [
    'code,name,service,owner,owner_kind,region,quantity,unit,from,to,mark,certificate',
    'DEMO-1,苏尼特羊（演示）,畜牧业产品,苏尼特左旗某合作社（演示）,集体,152523,1200,头,2026-01-01,2026-12-31,蒙字标,DEMO-M-1',
    'DEMO-2,林下菌类（演示）,林业产品,某国有林场（演示）,国有,152502,35,t,2026-01-01,2026-12-31,有机产品,DEMO-O-2',
    'DEMO-3,草原研学（演示）,休闲旅游,某牧户（演示）,农牧户,152525,800,人次,2026-05-01,2026-10-01,,',
  ];
  const form = new FormData();
  form.append('file', new Blob([lines.join('\n')]), 'catalogue.csv');
  await filer.call('POST', '/api/v1/ecoproduct/products/import', form);
  const { items: products } = await filer.get('/api/v1/ecoproduct/products?mine=true');
  for (const { id, code } of products) {
    await filer.post(`/api/v1/ecoproduct/products/${id}/status`, { status: 'submitted' });
    if (code !== 'DEMO-3') await trader.post(`/api/v1/ecoproduct/products/${id}/status`, { status: 'published' });
  }
  const [first] = products;
  for (const [day, value] of [
    ['2026-03-31', '790'],
    ['2026-06-30', '812'],
  ])
    await filer.post(`/api/v1/ecoproduct/products/${first.id}/observations`, {
      day,
      value,
      unit: first.unit,
      source: '演示',
    });
  console.log(`  catalogue 目录清单: ${products.length} products 个产品`);
  return products;
}

/** Shares of a published product: opened by the registrar, registered to its holder by two people, offered. */
async function offered({ id }, { filer, trader, registrar }) {
  const asset = 'ECO-DEMO-1';
  await registrar.post('/api/v1/registry/assets', { code: asset, kind: 'eco_product', product: id });
  const holder = (await filer.get('/api/v1/auth/me')).user.organisation.id;
  const shares = { operation: 'register', asset, amount: '1200', holder, document: '演示' };
  const asked = await trader.post('/api/v1/registry/operations', shares);
  await registrar.post(`/api/v1/registry/operations/${asked.id}/approve`);
  const offer = { side: 'supply', mode: 'listed', asset, price: '1500.00', quantity: '300' };
  const { number, behind } = await filer.post('/api/v1/market/listings', offer);
  if (behind?.id !== id) throw new Error('the offer does not say which product stands behind it');
  console.log(`  offered 挂牌: ${number} ${behind.name}`);
}
