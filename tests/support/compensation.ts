/** The compensation room over HTTP with a worker in this process, people of two finance bureaus and overseers. */
import { loadReference, PeopleService, Role } from '@qingheng/platform';
import { NestFactory } from '@nestjs/core';
import { createApp } from '../../apps/api/create-app';
import { WorkerModule } from '../../apps/worker/worker.module';
import type { TestDatabase } from './database';
import { Person, until } from './person';
import { type MadeHousehold, rosterCsv } from './rosters';

export { migrations } from '../../apps/api/schema';

const password = 'a long enough password';

export interface Bureau {
  url: string;
  clerk: Person;
  clerk2: Person;
  reviewer: Person;
  approver: Person;
  /** Holds every role of finance, in the same bureau. */
  everything: Person;
  stranger: Person;
  filer: Person;
}

export async function openBureau(database: TestDatabase): Promise<Bureau> {
  await loadReference(database.source, database.config.configDir);
  const app = await createApp(database.config);
  app.useLogger(false);
  database.onDrop(() => app.close());
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const league = { name: '盟财政局', kind: 'enterprise', creditCode: 'league', region: '152500' } as const;
  const other = { name: '另一盟财政局', kind: 'enterprise', creditCode: 'other', region: '150700' } as const;
  const body = { name: '审核机构', kind: 'reviewing_body', creditCode: 'body', region: '15' } as const;
  const person = (username: string, organisation: typeof league | typeof other | typeof body, ...roles: Role[]) => ({
    ...{ username, name: username, password, roles, organisation },
  });
  await app
    .get(PeopleService)
    .ensure([
      person('clerk', league, Role.FinanceClerk),
      person('clerk2', league, Role.FinanceClerk),
      person('approver', league, Role.FinanceApprover),
      person('everything', league, Role.FinanceClerk, Role.Reviewer, Role.FinanceApprover),
      person('filer', league, Role.Filer),
      person('stranger', other, Role.FinanceClerk, Role.FinanceApprover),
      person('reviewer', body, Role.Reviewer),
    ]);
  const [clerk, clerk2, approver, everything, filer, stranger, reviewer] = await Promise.all(
    ['clerk', 'clerk2', 'approver', 'everything', 'filer', 'stranger', 'reviewer'].map((username) =>
      Person.signIn(url, username, password),
    ),
  );
  return {
    url,
    clerk: clerk!,
    clerk2: clerk2!,
    reviewer: reviewer!,
    approver: approver!,
    everything: everything!,
    stranger: stranger!,
    filer: filer!,
  };
}

export const programmeBody = (more: object = {}) => ({
  title: '2023 年草原生态保护补助奖励',
  legalBasis: [{ title: '生态保护补偿条例', document: '国务院令第779号', clause: '第九条' }],
  parties: [{ role: 'payer', name: '盟财政局', account: '2110499' }],
  year: 2023,
  periodStart: '2023-01-01',
  periodEnd: '2023-12-31',
  region: '152500',
  method: 'compensation/grassland-reward',
  poolCode: 'Z-草原补奖-2023',
  pool: '1000000.00',
  noticeDays: 7,
  ...more,
});

/** A worker in this process. Ends with its database. */
export async function startBureauWorker(database: TestDatabase): Promise<void> {
  const worker = await NestFactory.createApplicationContext(WorkerModule.for(database.config), { logger: false });
  database.onDrop(() => worker.close());
}

export interface RosterAnswer {
  id: string;
  status: string;
  households: number | null;
  faultCount: number | null;
  faults: { row?: string; column?: string; code: string }[];
  faultFile: string | null;
}

/** Uploads a roster and waits until it is taken in or refused. */
export async function uploaded(
  { url, clerk }: Bureau,
  programmeId: string,
  content: MadeHousehold[] | string | Buffer,
  name = 'roster.csv',
): Promise<RosterAnswer> {
  const bytes = Array.isArray(content) ? rosterCsv(content) : content;
  const path = `${url}/api/v1/compensation/programmes/${programmeId}/rosters?name=${encodeURIComponent(name)}`;
  const answer = await clerk.raw('POST', path, bytes, 'text/csv');
  if (answer.status !== 202) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  const ask = async () => (await clerk.get<RosterAnswer>(`/compensation/rosters/${id}`)).body;
  return until(ask, ({ status }) => !['waiting', 'importing'].includes(status), 'the import', 240_000);
}

export interface RunAnswer {
  status: string;
  total: string | null;
  unallotted: string | null;
  households: number | null;
  resultHash: string | null;
  blocked: { code: string }[];
  faults: { code: string; column?: string; row?: string }[];
  results: { code: string; level: string; parent: string | null; households: number; amount: string }[];
}

/** Starts the calculation and waits until it is over. */
export async function calculated({ clerk }: Bureau, programmeId: string): Promise<RunAnswer> {
  const { status, body } = await clerk.post<{ runId: string }>(`/compensation/programmes/${programmeId}/calculate`);
  if (status !== 202) throw new Error(`calculate: ${status} ${body.code}`);
  const ask = async () =>
    (await clerk.get<RunAnswer>(`/compensation/programmes/${programmeId}/runs/${body.runId}`)).body;
  return until(ask, (run) => run.status !== 'running', 'the calculation', 240_000);
}

/** A programme of made-up households of one banner, approved by all who have to; the notice's days are moved into the past. */
export async function approved(
  bureau: Bureau,
  database: TestDatabase,
  made: MadeHousehold[],
): Promise<{ id: string; path: string; total: string }> {
  const { clerk, reviewer, approver } = bureau;
  const programme = programmeBody({ pool: '90000000.00', fundsReceivedOn: '2024-01-01' });
  const id = (await clerk.post<{ id: string }>('/compensation/programmes', programme)).body.id;
  const { faults } = await uploaded(bureau, id, made);
  if (faults.length) throw new Error(JSON.stringify(faults));
  const { total } = await calculated(bureau, id);
  const path = `/compensation/programmes/${id}`;
  await reviewer.post(`${path}/review`, { decision: 'approve' });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await clerk.post(`${path}/notice`, { from: today, contact: '农业科' });
  await database.source.query('UPDATE compensation_notice SET first_day = first_day - 30, last_day = last_day - 30');
  const answer = await approver.post<{ stage: string }>(`${path}/approve`, { decision: 'approve' });
  if (answer.body.stage !== 'approved') throw new Error(JSON.stringify(answer.body));
  return { id, path, total: total! };
}

/** What the book says of a programme once everything asked for is posted, and whether the payments say the same. */
export async function booked({ approver }: Bureau, path: string) {
  const ask = async () =>
    (await approver.get<{ waiting: number; agrees: boolean; total: Record<string, string> }>(`${path}/book`)).body;
  const { agrees, total } = await until(ask, ({ waiting }) => waiting === 0, 'the book');
  return { agrees, ...total };
}

/** The lines of a batch's file, its control line left out where it stands before them. */
export const bankLines = async ({ clerk }: Bureau, batch: string, encoding = 'gbk'): Promise<string[]> =>
  new TextDecoder(encoding, { fatal: true })
    .decode(await clerk.bytes(`/compensation/batches/${batch}/file`))
    .split('\r\n')
    .filter(Boolean);

/** The bank's answer to a batch, and what the service makes of it. */
export async function answeredBy({ url, clerk }: Bureau, batch: string, text: string) {
  const answer = await clerk.raw('POST', `${url}/api/v1/compensation/batches/${batch}/returns`, text, 'text/plain');
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown> & { faults?: { row: string; code: string }[] },
  };
}

export const answerOf = (line: string, code: string, cause = ''): string => {
  const [serial, , , amount] = line.split('|');
  return `${serial}|${amount}|${code}|${cause}`;
};
