// A league's grassland programme in its own room: roster of generated households, calculation banner by banner, review
// by another office, public notice, and the reasons of one household's figure. Approval waits for the days of the notice.
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';

const HOUSEHOLDS = 3_000;
const SURNAMES = [...'白包陈韩李孟苏王吴杨赵周'];
const GIVEN = ['巴图', '其其格', '苏和', '娜仁', '乌兰', '青格勒', '志强', '秀英'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const identity = (first) => first + '10X98765432'[WEIGHTS.reduce((sum, w, i) => sum + w * Number(first[i]), 0) % 11];
function card(first) {
  const sum = [...first].reverse().reduce((total, digit, i) => {
    const n = i % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return first + ((10 - (sum % 10)) % 10);
}
const line = (i, banner) => {
  const day = new Date(Date.UTC(1950, 0, 1) + (i % 18_000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    ...[`${banner}-${String(i).padStart(7, '0')}`, banner, '2023', SURNAMES[i % 12] + GIVEN[i % 8]],
    ...[
      identity(`${banner}${day}${String(Math.floor(i / 18_000)).padStart(3, '0')}`),
      card(`62220200${String(i).padStart(10, '0')}`),
    ],
    ...[
      `${(i * 7919) % 5000}.${String(i % 100).padStart(2, '0')}`,
      `${(i * 104_729) % 3000}.${String((i * 7) % 100).padStart(2, '0')}`,
    ],
  ].join(',');
};

export async function programme(url, password) {
  const [clerk, reviewer] = await Promise.all(
    ['clerk@xilingol', 'reviewer@qingheng'].map((name) => Person.signIn(url, name, password)),
  );
  const { items } = await clerk.get('/api/v1/regions');
  const banners = items
    .filter(({ level, code }) => level === 'banner' && code.startsWith('1525'))
    .map(({ code }) => code);
  const { id } = await clerk.post('/api/v1/compensation/programmes', {
    title: '锡林郭勒盟草原生态保护补助奖励 2023（生成的农牧户）',
    legalBasis: [{ title: '生态保护补偿条例', document: '国务院令第779号', clause: '第九条' }],
    parties: [{ role: 'payer', name: '锡林郭勒盟财政（演示）' }],
    ...{ year: 2023, periodStart: '2023-01-01', periodEnd: '2023-12-31', region: '152500' },
    ...{ method: 'compensation/grassland-reward', poolCode: 'DEMO-152500-2023', pool: '90000000.00' },
    ...{ fundsReceivedOn: '2024-01-15', noticeDays: 7 },
  });
  const path = `/api/v1/compensation/programmes/${id}`;
  const roster = [
    'household_id,banner,year,name,identity,card,ban_mu,balance_mu',
    ...Array.from({ length: HOUSEHOLDS }, (_, i) => line(i + 36, banners[i % banners.length])),
  ].join('\r\n');
  const { id: rosterId } = await clerk.send(`${path}/rosters?name=roster.csv`, roster, 'text/csv');
  const taken = await until(
    () => clerk.get(`/api/v1/compensation/rosters/${rosterId}`),
    ({ status }) => !['waiting', 'importing'].includes(status),
    'the roster',
  );
  if (taken.status !== 'accepted') throw new Error(`the roster was ${taken.status}: ${JSON.stringify(taken.faults)}`);
  await clerk.post(`${path}/calculate`);
  const { runId } = await until(
    () => clerk.get(path),
    ({ stage }) => stage === 'calculated',
    'the calculation',
  );
  const run = await clerk.get(`${path}/runs/${runId}`);
  const fen = (text) => BigInt(text.replace('.', ''));
  const sum = run.results.filter(({ level }) => level === 'banner').reduce((all, { amount }) => all + fen(amount), 0n);
  if (sum !== fen(run.total) || fen(run.total) + fen(run.unallotted) !== fen(run.pool))
    throw new Error('the banners do not add up to the pool');
  await reviewer.post(`${path}/review`, { decision: 'approve' });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await clerk.post(`${path}/notice`, { from: today, contact: '锡林郭勒盟草原工作站（演示）' });
  const first = (await clerk.get(`${path}/allotments?banner=${banners[0]}&limit=1`)).items[0];
  const why = await clerk.get(`/api/v1/compensation/allotments/${first.id}/explanation`);
  table(
    'A league pays its households 盟级补偿项目',
    ['households 户', 'banners 旗县', 'total 元', 'unallotted 元', 'pool 元'],
    [
      [
        ...[grouped(String(run.households)), String(banners.length), grouped(run.total), grouped(run.unallotted)],
        grouped(run.pool),
      ],
    ],
  );
  console.log(`  ${why.household.number}  ${why.sentences.map(({ zh }) => zh).join('；')}`);
  return { id, households: run.households, banners: banners.length, total: run.total, unallotted: run.unallotted };
}
