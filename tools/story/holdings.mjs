// What is issued is held, sold and retired: the forest's credits go into the book with five per cent to the buffer, the
// smelter buys them on the market against money and retires them, and settles its compliance year with allowances and offsets within their limits.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';

const SHARE = 20n; // one in twenty to the buffer
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
  const [farm, smelter] = [await me('filer@linchang'), await me('filer@huolin')];
  const done = async (maker, checker, wish) => {
    const { id } = await people[maker].post('/api/v1/registry/operations', wish);
    const answer = await people[checker].post(`/api/v1/registry/operations/${id}/approve`);
    if (answer.status !== 'posted') throw new Error(`${wish.operation}: ${JSON.stringify(answer.refusal)}`);
    return answer;
  };
  const registered = (wish) => done('registrar@qingheng', 'regulator@qingheng', wish);

  const issued = BigInt(forest.issuable_t);
  const buffer = (issued + SHARE - 1n) / SHARE;
  const credit = `SINK-${forest.statement}`;
  await people['registrar@qingheng'].post('/api/v1/registry/assets', {
    code: credit,
    kind: 'sink_credit',
    vintage: 2025,
  });
  const document = forest.statement;
  await registered({ operation: 'buffer', asset: credit, amount: `${buffer}`, holder: farm, document });
  await registered({ operation: 'issue', asset: credit, amount: `${issued - buffer}`, holder: farm, document });
  // Offered, and taken against money: both sides or neither. The price is made up.
  await people['registrar@qingheng'].post('/api/v1/registry/assets', { code: 'CNY', kind: 'money' });
  const [price, sold] = [6_000n, issued - buffer];
  await done('trader@qingheng', 'settler@qingheng', {
    operation: 'deposit',
    asset: 'CNY',
    amount: yuan(price * sold),
    holder: smelter,
    document: 'bank slip 2026-01',
  });
  const offer = { side: 'supply', mode: 'listed', asset: credit, price: yuan(price), quantity: `${sold}` };
  const listing = await people['filer@linchang'].post('/api/v1/market/listings', offer);
  const deal = await people['filer@huolin'].post(`/api/v1/market/listings/${listing.id}/take`, { quantity: `${sold}` });
  if (deal.amount !== yuan(price * sold)) throw new Error(`the deal is not what was offered: ${JSON.stringify(deal)}`);
  const retired = await done('filer@huolin', 'filer2@huolin', {
    operation: 'cancel',
    asset: credit,
    amount: `${issued - buffer}`,
    beneficiary: '霍林郭勒示范铝业',
  });
  const trial = await people['regulator@qingheng'].get('/api/v1/ledger/trial-balance');
  const line = trial.find(({ asset }) => asset === credit);
  if (line.sum !== '0' || line.purposes.retired !== `${issued - buffer}` || line.purposes.buffer !== `${buffer}`)
    throw new Error(`the book of ${credit} does not add up: ${JSON.stringify(line)}`);
  table(
    'Sink credits in the book 碳汇入账',
    ['issued 签发', 'buffer 缓冲', 'sold and retired 成交并注销', 'yuan 元', 'tradable left 可交易', 'Σ'],
    [
      [
        grouped(`${issued}`),
        grouped(`${buffer}`),
        grouped(retired.amount),
        grouped(deal.amount),
        line.purposes.available,
        line.sum,
      ],
    ],
  );

  const obligation = await settle(people, registered, done, smelter);
  const state = await people['regulator@qingheng'].get('/api/v1/ledger/verification');
  if (state.faults.length) throw new Error(`the book does not hold: ${JSON.stringify(state.faults)}`);
  return {
    credit,
    issued: `${issued}`,
    buffer: `${buffer}`,
    retired: retired.amount,
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
