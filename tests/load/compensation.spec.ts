/**
 * A region's year: a roster of 1.5 million made-up households uploaded, taken in and calculated by a service in processes of
 * its own. QH_LOAD_HOUSEHOLDS makes it smaller. The areas are those of the published 45.75 亿元, so the total is known.
 */
import { readFileSync } from 'node:fs';
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
afterAll(() => service?.stop());

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
  const { body: started } = await clerk.post<{ runId: string }>(`${path}/calculate`);
  const look = async () => (await clerk.get<RunAnswer>(`${path}/runs/${started.runId}`)).body;
  const run = await until(look, ({ status }) => status !== 'running', 'the calculation', 900_000);
  const calculated = Date.now();
  expect(run).toMatchObject({ status: 'succeeded', total: '4575000000.00', unallotted: '0.00', households: COUNT });
  expect(run.results.filter(({ level }) => level === 'banner')).toHaveLength(103);
  expect(run.results.filter(({ level }) => level === 'league')).toHaveLength(12);
  const db = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await db.connect();
  const reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
  const approver = await Person.signIn(service.url, 'approver@xilingol');
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
  const [{ worker }] = (await db.query(`SELECT worker FROM job WHERE name = 'compensation/close-run'`)).rows;
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${worker.split(':')[1]}/status`, 'utf8'))![1];
  await db.end();
  console.log(
    JSON.stringify({
      households: COUNT,
      uploadSeconds: (sent - began) / 1000,
      importSeconds: (imported - sent) / 1000,
      calculationSeconds: (calculated - imported) / 1000,
      batchSeconds: (batched - paying) / 1000,
      fileSeconds: (written - batched) / 1000,
      workerPeakMb: Math.round(Number(peak) / 1024),
    }),
  );
}, 1_800_000);
