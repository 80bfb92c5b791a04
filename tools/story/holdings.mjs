// What is issued is held, sold and retired: the smelter buys the forest's credits on the market against money, vintage by
// vintage, and retires them, and settles its compliance year with allowances and offsets within their limits.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';

const yuan = (fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

export async function holdings(url, password, { forest }) {
  const people = {};
  for (const name of [
    'filer@linchang',
    'filer2@linchang',
    'filer@huolin',
    'filer2@huolin',
    'registrar@qingheng',
    'regulator@qingheng',
    'trader@qingheng',
    'settler@qingheng',
  ])
    people[name] = await Person.signIn(url, name, password);
  const me = async (name) => (await people[name].get('/api/v1/auth/me')).user.organisation.id;
  const smelter = await me('filer@huolin');
  const done = async (maker, checker, wish) => {
    const { id } = await people[maker].post('/api/v1/registry/operations', wish);
    const answer = await people[checker].post(`/api/v1/registry/operations/${id}/approve`);
    if (answer.status !== 'posted') throw new Error(`${wish.operation}: ${JSON.stringify(answer.refusal)}`);
    return answer;
  };
  const registered = (wish) => done('registrar@qingheng', 'regulator@qingheng', wish);

  const [issued, buffer] = [BigInt(forest.tonnes), BigInt(forest.buffer)];
  // Offered vintage by vintage, and taken against money: both sides or neither. The price is made up.
  await people['registrar@qingheng'].post('/api/v1/registry/assets', { code: 'CNY', kind: 'money' });
  const [price, sold] = [6_000n, issued - buffer];
  await done('trader@qingheng', 'settler@qingheng', {
    operation: 'deposit',
    asset: 'CNY',
    amount: yuan(price * sold),
    holder: smelter,
    document: 'bank slip 2026-01',
  });
  let [paid, retired] = [0n, 0n];
  for (const { asset, tonnes, buffer: kept } of forest.lots) {
    const quantity = BigInt(tonnes) - BigInt(kept);
    const offer = { side: 'supply', mode: 'listed', asset, price: yuan(price), quantity: `${quantity}` };
    const listing = await people['filer@linchang'].post('/api/v1/market/listings', offer);
    const taken = { quantity: `${quantity}` };
    const deal = await people['filer@huolin'].post(`/api/v1/market/listings/${listing.id}/take`, taken);
    if (deal.amount !== yuan(price * quantity))
      throw new Error(`the deal is not what was offered: ${JSON.stringify(deal)}`);
    paid += price * quantity;
    const cancelled = await done('filer@huolin', 'filer2@huolin', {
      operation: 'cancel',
      asset,
      amount: `${quantity}`,
      beneficiary: '霍林郭勒示范铝业',
    });
    retired += BigInt(cancelled.amount);
  }
  const trial = await people['regulator@qingheng'].get('/api/v1/ledger/trial-balance');
  const lines = forest.lots.map((lot) => ({ lot, line: trial.find(({ asset }) => asset === lot.asset) }));
  for (const { lot, line } of lines)
    if (
      line.sum !== '0' ||
      line.purposes.buffer !== lot.buffer ||
      BigInt(line.purposes.retired) !== BigInt(lot.tonnes) - BigInt(lot.buffer)
    )
      throw new Error(`the book of ${lot.asset} does not add up: ${JSON.stringify(line)}`);
  if (paid !== price * sold || retired !== sold) throw new Error('what was sold is not what was issued');
  const left = lines.reduce((sum, { line }) => sum + BigInt(line.purposes.available), 0n);
  table(
    'Sink credits in the book 碳汇入账',
    ['issued 签发', 'buffer 缓冲', 'sold and retired 成交并注销', 'yuan 元', 'tradable left 可交易', 'Σ'],
    [[grouped(`${issued}`), grouped(`${buffer}`), grouped(`${retired}`), grouped(yuan(paid)), `${left}`, '0']],
  );

  const obligation = await settle(people, registered, done, smelter);
  const state = await people['regulator@qingheng'].get('/api/v1/ledger/verification');
  if (state.faults.length) throw new Error(`the book does not hold: ${JSON.stringify(state.faults)}`);
  return {
    credits: forest.lots.map(({ asset }) => asset),
    issued: `${issued}`,
    buffer: `${buffer}`,
    retired: `${retired}`,
    obligation,
    batches: state.batches,
  };
}

/** 2024: due 120,000 t (invented for the demo), five per cent of it by offsets, the rest by allowances of the year. */
async function settle(people, registered, done, smelter) {
  const clerk = people['registrar@qingheng'];
  for (const [code, kind] of [
    ['CEA24', 'allowance'],
    ['CCER-DEMO-24', 'ccer'],
  ])
    await clerk.post('/api/v1/registry/assets', { code, kind, vintage: 2024 });
  const own = async () => (await people['filer@huolin'].get('/api/v1/registry/obligations?year=2024')).items[0];
  if (!(await own())) {
    await clerk.call('PUT', `/api/v1/registry/obligations/${smelter}/2024`, {
      due: '120000',
      basis: 'demo report 2024',
    });
    const document = 'demo list 2024';
    await registered({ operation: 'allocate', asset: 'CEA24', amount: '118000', holder: smelter, document });
    await registered({ operation: 'issue', asset: 'CCER-DEMO-24', amount: '6000', holder: smelter, document });
    const pair = ['filer@huolin', 'filer2@huolin'];
    await done(...pair, { operation: 'offset', asset: 'CCER-DEMO-24', amount: '6000', year: 2024 });
    await done(...pair, { operation: 'surrender', asset: 'CEA24', amount: '114000', year: 2024 });
  }
  const { due, surrendered, offset, offsetLimit, left, holding } = await own();
  if (left !== '0') throw new Error(`${left} t of 2024 are not settled`);
  table(
    'Compliance year 2024 of the smelter 履约清缴',
    [
      'due 应清缴',
      'surrendered 已清缴',
      'of it offset 其中抵销',
      'limit 抵销上限',
      'left 尚缺',
      'allowances left 结余',
    ],
    [[due, surrendered, offset, offsetLimit, left, holding].map((text) => grouped(text))],
  );
  return { due, surrendered, offset, left, holding };
}
