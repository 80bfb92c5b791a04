// Grassland reward: 4.05 亿亩 under grazing ban and 6.15 亿亩 under forage balance are spread over generated households in
// every banner; what each is due adds up to the region's published 45.75 亿元 of a year, to the fen.
import { Person } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { parts } from './households.mjs';
import { throughThePath } from './path.mjs';

const BAN_MU = 405_000_000n;
const BALANCE_MU = 615_000_000n;
const PER_BANNER = 60;

export async function grassland(url, password) {
  const filer = await Person.signIn(url, 'clerk@xilingol', password);
  const reviewer = await Person.signIn(url, 'reviewer@qingheng', password);
  const { items } = await filer.get('/api/v1/regions');
  const banners = items
    .filter(({ level, code }) => level === 'banner' && code.startsWith('15'))
    .map(({ code }) => code);
  const count = banners.length * PER_BANNER;
  const [ban, balance] = [parts(BAN_MU, count, 3), parts(BALANCE_MU, count, 501)];
  const household = Array.from({ length: count }, (_, i) => ({
    household_id: `H${String(i).padStart(6, '0')}`,
    banner: banners[i % banners.length],
    ban_mu: ban[i],
    balance_mu: balance[i],
  }));
  const { run, issued } = await throughThePath(
    filer,
    reviewer,
    {
      method: 'compensation/grassland-reward',
      title: '草原生态保护补助奖励 2023（生成的农牧户）',
      periodStart: '2023-01-01',
      periodEnd: '2023-12-31',
      region: '150000',
      input: { tables: { household } },
    },
    '面积合计与公布数一致。',
  );
  const { tables, outputs } = run.result;
  const fen = (text) => BigInt(text.replace('.', ''));
  const lines = tables.household.reduce((sum, row) => sum + fen(row.amount), 0n);
  const groups = tables.banner.reduce((sum, row) => sum + fen(row.amount), 0n);
  if (lines !== fen(outputs.total) || groups !== lines || outputs.total !== '4575000000.00')
    throw new Error('the lines do not add up to the total');
  table(
    'Grassland reward of a year 草原补奖',
    ['households 户', 'banners 旗县', 'total 元', 'lines add up', 'statement'],
    [
      [
        grouped(String(count)),
        String(tables.banner.length),
        grouped(outputs.total),
        'to the fen 分毫不差',
        issued.number,
      ],
    ],
  );
  return { households: count, banners: tables.banner.length, total: outputs.total, statement: issued.number };
}
