/**
 * A region's year: a roster of 1.5 million made-up households uploaded, taken in and calculated by a service in processes of
 * its own. QH_LOAD_HOUSEHOLDS makes it smaller. The areas are those of the published 45.75 亿元, so the total is known.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Person, until } from '../support/person';
import { programmeBody, type RosterAnswer, type RunAnswer } from '../support/compensation';
import { madeHousehold, ROSTER_HEADER, rosterLine } from '../support/rosters';
import { type RunningService, runningService } from '../support/running-service';

const COUNT = Number(process.env.QH_LOAD_HOUSEHOLDS ?? 1_500_000);
let service: RunningService;
let clerk: Person;
beforeAll(async () => {
  service = await runningService();
  clerk = await Person.signIn(service.url, 'clerk@xilingol');
}, 180_000);
let second: ChildProcess | undefined;
afterAll(async () => {
  second?.kill('SIGTERM');
  await service?.stop();
});

/** Hundredths of a mu for household i, all of them adding up to the whole; in fiftieths, so that no line is rounded. */
const part = (wholeMu: bigint, i: number): string => {
  const fiftieths = wholeMu * 50n;
  const share = (fiftieths * BigInt(i + 1)) / BigInt(COUNT) - (fiftieths * BigInt(i)) / BigInt(COUNT);
  return `${share / 50n}.${String((share % 50n) * 2n).padStart(2, '0')}`;
};

function roster(banners: string[]): ReadableStream<Uint8Array> {
  let i = -1;
  return new ReadableStream({
    pull(controller) {
      const lines: string[] = i < 0 ? [ROSTER_HEADER] : [];
      if (i < 0) i = 0;
      for (const end = Math.min(COUNT, i + 5_000); i < end; i++) {
        const areas = { ban_mu: part(405_000_000n, i), balance_mu: part(615_000_000n, i) };
        lines.push(rosterLine(madeHousehold(i, banners[i % banners.length]!, areas)));
      }
      controller.enqueue(Buffer.from(`${lines.join('\r\n')}\r\n`));
      if (i >= COUNT) controller.close();
    },
  });
}

it('takes in and calculates a region, to the fen', async () => {
  const { body: regions } = await clerk.get<{ items: { code: string; level: string }[] }>('/regions');
  const banners = regions.items
    .filter(({ level, code }) => level === 'banner' && code.startsWith('15'))
    .map((r) => r.code);
  expect(banners).toHaveLength(103);
  const programme = programmeBody({ region: '150000', pool: '4575000000.00' });
  const { body: made } = await clerk.post<{ id: string }>('/compensation/programmes', programme);
  const path = `/compensation/programmes/${made.id}`;
  const began = Date.now();
  const uploaded = await clerk.raw(
    'POST',
    `${service.url}/api/v1${path}/rosters?name=all.csv`,
    roster(banners),
    'text/csv',
  );
  expect(uploaded.status).toBe(202);
  const sent = Date.now();
  const { id } = (await uploaded.json()) as { id: string };
  const ask = async () => (await clerk.get<RosterAnswer>(`/compensation/rosters/${id}`)).body;
  const taken = await until(ask, ({ status }) => !['waiting', 'importing'].includes(status), 'the import', 900_000);
  expect(taken).toMatchObject({ status: 'accepted', households: COUNT });
  const imported = Date.now();
  const calculate = async (): Promise<RunAnswer> => {
    const { body: started } = await clerk.post<{ runId: string }>(`${path}/calculate`);
    const look = async () => (await clerk.get<RunAnswer>(`${path}/runs/${started.runId}`)).body;
    return until(look, ({ status }) => status !== 'running', 'the calculation', 900_000);
  };
  const run = await calculate();
  const calculated = Date.now();
  expect(run).toMatchObject({ status: 'succeeded', total: '4575000000.00', unallotted: '0.00', households: COUNT });
  expect(run.results.filter(({ level }) => level === 'banner')).toHaveLength(103);
  expect(run.results.filter(({ level }) => level === 'league')).toHaveLength(12);
  const db = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await db.connect();
  const reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
  const approver = await Person.signIn(service.url, 'approver@xilingol');
  const [{ worker }] = (await db.query(`SELECT worker FROM job WHERE name = 'compensation/close-run'`)).rows;
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${worker.split(':')[1]}/status`, 'utf8'))![1];
  // Once more with one worker, and once more with a second beside it; the figures must be the same.
  const recalculate = async (): Promise<number> => {
    await reviewer.post(`${path}/review`, { decision: 'return', remarks: '复算' });
    const start = Date.now();
    const again = await calculate();
    expect([again.total, again.resultHash]).toEqual([run.total, run.resultHash]);
    return (Date.now() - start) / 1000;
  };
  const oneWorker = await recalculate();
  second = spawn(process.execPath, [join(__dirname, '../../dist/apps/worker/main.js')], {
    env: service.env,
    stdio: 'ignore',
  });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const twoWorkers = await recalculate();
  await reviewer.post(`${path}/review`, { decision: 'approve' });
  const from = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await clerk.post(`${path}/notice`, { from, contact: '农业科' });
  await db.query('UPDATE compensation_notice SET first_day = first_day - 30, last_day = last_day - 30');
  const approved = await approver.post<{ stage: string }>(`${path}/approve`, { decision: 'approve' });
  expect(approved.body.stage).toBe('approved');
  const paying = Date.now();
  const { body: batch } = await clerk.post<{ id: string; payments: number; total: string }>(`${path}/batches`, {
    template: 'plain-txt-gbk',
  });
  expect(batch).toMatchObject({ payments: COUNT, total: '4575000000.00' });
  const batched = Date.now();
  const file = await clerk.bytes(`/compensation/batches/${batch.id}/file`);
  const written = Date.now();
  expect(file.toString('latin1').split('\r\n')).toHaveLength(COUNT + 2);
  const lines = new TextDecoder('gbk').decode(file).split('\r\n').slice(1, -1);
  const answers = lines.map((line) => line.split('|')).map(([serial, , , amount]) => `${serial}|${amount}|00|`);
  const returns = `${service.url}/api/v1/compensation/batches/${batch.id}/returns`;
  const answering = Date.now();
  const taken2 = await clerk.raw('POST', returns, answers.join('\r\n'), 'text/plain');
  expect(await taken2.json()).toEqual({ success: COUNT, failed: 0, pending: 0, paid: true });
  const answered = Date.now();
  const book = async () => (await clerk.get<{ waiting: number; agrees: boolean }>(`${path}/book`)).body;
  expect((await until(book, ({ waiting }) => waiting === 0, 'the book')).agrees).toBe(true);
  const told = Date.now();
  expect((await approver.post<{ stage: string }>(`${path}/close`)).body.stage).toBe('closed');
  await db.end();
  console.log(
    JSON.stringify({
      households: COUNT,
      uploadSeconds: (sent - began) / 1000,
      importSeconds: (imported - sent) / 1000,
      calculationSeconds: (calculated - imported) / 1000,
      batchSeconds: (batched - paying) / 1000,
      fileSeconds: (written - batched) / 1000,
      returnSeconds: (answered - answering) / 1000,
      bookSeconds: (told - answered) / 1000,
      ...{ oneWorker, twoWorkers, twoWorkersFaster: Number((oneWorker / twoWorkers).toFixed(2)) },
      workerPeakMb: Math.round(Number(peak) / 1024),
    }),
  );
}, 1_800_000);
