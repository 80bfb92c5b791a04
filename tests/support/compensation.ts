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
