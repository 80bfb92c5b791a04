// The region's programme to the end: 45.75 亿元 through 12 leagues and 103 banners to 100,000 generated households, a file for
// the bank, the bank's answers with failures, those issued again, and books that close only because they add up.
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { card, HEADER, line, parts } from './households.mjs';

const HOUSEHOLDS = 100_000;
const POOL = '4575000000.00';
const fen = (text) => BigInt(text.replace('.', ''));
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The story does not wait a week: it moves the notice into the past in its own database, as no user of the service can. */
async function letTheNoticeEnd(ownerDatabaseUrl, programme) {
  // Not at the top: a fresh clone is installed by the demo itself, after this file was read.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: ownerDatabaseUrl });
  await client.connect();
  await client.query(
    'UPDATE compensation_notice SET first_day = first_day - 30, last_day = last_day - 30 WHERE programme_id = $1',
    [programme],
  );
  await client.end();
}

/** What the demo's bank makes of a file: accounts of every thousandth line were closed. */
function bank(bytes, fails) {
  const [control, ...lines] = new TextDecoder('gbk', { fatal: true }).decode(bytes).split('\r\n').filter(Boolean);
  const [, count, total] = control.split('|');
  const sum = lines.reduce((all, one) => all + fen(one.split('|')[3]), 0n);
  if (Number(count) !== lines.length || fen(total) !== sum)
    throw new Error('the control totals of the bank file are wrong');
  const answers = lines.map((one, i) => {
    const [serial, , , amount] = one.split('|');
    return fails && i % 1_000 === 500 ? `${serial}|${amount}|51|账户已销户` : `${serial}|${amount}|00|`;
  });
  return { lines: lines.length, answers: answers.join('\r\n') };
}

export async function region(url, password, _, { ownerDatabaseUrl }) {
  const [clerk, reviewer, approver] = await Promise.all(
    ['clerk@finance', 'reviewer@qingheng', 'approver@finance'].map((name) => Person.signIn(url, name, password)),
  );
  const { items } = await clerk.get('/api/v1/regions');
  const banners = items
    .filter(({ level, code }) => level === 'banner' && code.startsWith('15'))
    .map(({ code }) => code);
  const { id } = await clerk.post('/api/v1/compensation/programmes', {
    title: '内蒙古草原生态保护补助奖励 2023（生成的农牧户）',
    legalBasis: [{ title: '生态保护补偿条例', document: '国务院令第779号', clause: '第九条' }],
    parties: [{ role: 'payer', name: '自治区财政（演示）' }],
    ...{ year: 2023, periodStart: '2023-01-01', periodEnd: '2023-12-31', region: '150000' },
    ...{ method: 'compensation/grassland-reward', poolCode: 'DEMO-150000-2023', pool: POOL },
    ...{ fundsReceivedOn: '2024-01-15', noticeDays: 7 },
  });
  const path = `/api/v1/compensation/programmes/${id}`;
  const [ban, balance] = [parts(405_000_000n, HOUSEHOLDS, 3), parts(615_000_000n, HOUSEHOLDS, 501)];
  const roster = [HEADER, ...ban.map((mu, i) => line(i, banners[i % banners.length], mu, balance[i]))].join('\r\n');
  const { id: rosterId } = await clerk.send(`${path}/rosters?name=roster.csv`, roster, 'text/csv');
  const taken = await until(
    () => clerk.get(`/api/v1/compensation/rosters/${rosterId}`),
    ({ status }) => !['waiting', 'importing'].includes(status),
    'the roster of the region',
  );
  if (taken.status !== 'accepted') throw new Error(`the roster was ${taken.status}: ${JSON.stringify(taken.faults)}`);
  await clerk.post(`${path}/calculate`);
  const { runId } = await until(
    () => clerk.get(path),
    ({ stage }) => stage === 'calculated',
    'the calculation of the region',
  );
  const run = await clerk.get(`${path}/runs/${runId}`);
  const level = (name) => run.results.filter((row) => row.level === name);
  for (const name of ['league', 'banner'])
    if (level(name).reduce((all, { amount }) => all + fen(amount), 0n) !== fen(POOL))
      throw new Error(`the amounts by ${name} do not add up to the pool`);
  await reviewer.post(`${path}/review`, { decision: 'approve' });
  await clerk.post(`${path}/notice`, { from: today(), contact: '自治区财政厅（演示）' });
  await letTheNoticeEnd(ownerDatabaseUrl, id);
  await approver.post(`${path}/approve`, { decision: 'approve' });

  const sent = async (batch, fails) => {
    const { lines, answers } = bank(await clerk.bytes(`/api/v1/compensation/batches/${batch.id}/file`), fails);
    const counts = await clerk.send(`/api/v1/compensation/batches/${batch.id}/returns`, answers, 'text/plain');
    return [batch.number, grouped(String(lines)), grouped(batch.total), grouped(String(counts.failed))];
  };
  const template = 'plain-txt-gbk';
  const first = await sent(await clerk.post(`${path}/batches`, { template }), true);
  const failed = (await clerk.get(`${path}/failed-payments?limit=200`)).items;
  const corrections = failed.map(({ id: paymentId }, i) => ({
    paymentId,
    card: card(`62220299${String(i).padStart(10, '0')}`),
  }));
  const second = await sent(await clerk.post(`${path}/reissues`, { template, corrections }), false);
  const book = await until(
    () => clerk.get(`${path}/book`),
    ({ waiting }) => waiting === 0,
    'the book',
  );
  const { stage } = await approver.post(`${path}/close`);
  if (stage !== 'closed' || !book.agrees || book.total.paid !== POOL)
    throw new Error(`the books do not close: ${stage} ${JSON.stringify(book.total)}`);
  table(
    'The region pays 自治区发放到户',
    ['batch 批次', 'payments 笔', 'yuan 元', 'failed 失败'],
    [first, [second[0], second[1], second[2], second[3]]],
  );
  console.log(
    `  ${level('league').length} leagues, ${level('banner').length} banners, ${grouped(String(run.households))} households; paid in the book ` +
      `${grouped(book.total.paid)} = pool ${grouped(POOL)}; closed 已关账`,
  );
  return { id, households: run.households, paid: book.total.paid, reissued: failed.length, stage };
}
