// A GEP account: six items of the Garzé account of 2010 as published (Baima Zhuoga et al. 2017, Acta Ecologica Sinica
// 37(19): 6302–6312), filed as a league would file its own.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';
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
  return { gep: run.result.outputs.gep, statement: issued.number };
}
