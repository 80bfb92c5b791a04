// A league's grassland programme in its own room: roster of generated households, calculation banner by banner, review
// by another office, public notice, and the reasons of one household's figure. Approval waits for the days of the notice.
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { HEADER, line } from './households.mjs';

const HOUSEHOLDS = 3_000;
/** Areas that differ from household to household. */
const household = (i, banner) =>
  line(
    i,
    banner,
    `${(i * 7919) % 5000}.${String(i % 100).padStart(2, '0')}`,
    `${(i * 104_729) % 3000}.${String((i * 7) % 100).padStart(2, '0')}`,
  );

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
    HEADER,
    ...Array.from({ length: HOUSEHOLDS }, (_, i) => household(i + 36, banners[i % banners.length])),
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
