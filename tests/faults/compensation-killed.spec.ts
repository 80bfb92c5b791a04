/** A worker killed in the middle of an import and of a calculation: every household once, every figure as without the kill. */
import { Client } from 'pg';
import { programmeBody, type RosterAnswer, type RunAnswer } from '../support/compensation';
import { Person, until } from '../support/person';
import { madeHousehold, rosterCsv } from '../support/rosters';
import { type RunningService, runningService } from '../support/running-service';

const COUNT = 60_000;
const BANNERS = ['152501', '152502', '152522', '152523', '152524', '152525'];
let service: RunningService;
let clerk: Person;
let path: string;
let db: Client;
beforeAll(async () => {
  service = await runningService();
  clerk = await Person.signIn(service.url, 'clerk@xilingol');
  db = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await db.connect();
}, 120_000);
afterAll(async () => {
  await db?.end();
  await service?.stop();
});

const stored = async () =>
  (await db.query('SELECT count(*)::int AS n, count(DISTINCT number)::int AS numbers FROM compensation_household'))
    .rows[0];

it('takes a roster in once, though its worker was killed in the middle of it', async () => {
  const { body } = await clerk.post<{ id: string }>(
    '/compensation/programmes',
    programmeBody({ pool: '900000000.00' }),
  );
  path = `/compensation/programmes/${body.id}`;
  const made = Array.from({ length: COUNT }, (_, i) =>
    madeHousehold(i, BANNERS[i % BANNERS.length]!, { ban_mu: `${(i % 400) + 1}.${String(i % 100).padStart(2, '0')}` }),
  );
  const sent = await clerk.raw(
    'POST',
    `${service.url}/api/v1${path}/rosters?name=all.csv`,
    rosterCsv(made),
    'text/csv',
  );
  const { id } = (await sent.json()) as { id: string };
  const ask = async () =>
    (await clerk.get<RosterAnswer & { progress: number | null }>(`/compensation/rosters/${id}`)).body;
  await until(
    ask,
    ({ status, progress }) => status === 'importing' && (progress ?? 0) > 0.1,
    'the middle of the import',
  );
  await service.kill('worker');
  expect((await ask()).status).toBe('importing');
  expect(await stored()).toEqual({ n: 0, numbers: 0 }); // nothing of it is there by half
  await service.start('worker');
  const taken = await until(ask, ({ status }) => status !== 'importing', 'the import after the kill', 180_000);
  expect(taken).toMatchObject({ status: 'accepted', households: COUNT });
  expect(await stored()).toEqual({ n: COUNT, numbers: COUNT });
}, 300_000);

it('ends a calculation with the same figures, though its worker was killed in the middle of it', async () => {
  const calculate = async (kill: boolean): Promise<RunAnswer> => {
    const { body: started } = await clerk.post<{ runId: string }>(`${path}/calculate`);
    const look = async () => (await clerk.get<RunAnswer>(`${path}/runs/${started.runId}`)).body;
    if (kill) {
      const done = async () =>
        (
          await db.query('SELECT count(*) FILTER (WHERE done)::int AS n FROM compensation_result WHERE run_id = $1', [
            started.runId,
          ])
        ).rows[0].n as number;
      await until(done, (n) => n >= 1, 'the first banner');
      await service.kill('worker');
      expect((await look()).status).toBe('running');
      await service.start('worker');
    }
    return until(look, ({ status }) => status !== 'running', 'the calculation', 180_000);
  };
  const killed = await calculate(true);
  expect(killed).toMatchObject({ status: 'succeeded', households: COUNT });
  const reviewer = await Person.signIn(service.url, 'reviewer@qingheng');
  await reviewer.post(`${path}/review`, { decision: 'return', remarks: '复算' });
  const quiet = await calculate(false);
  expect([quiet.total, quiet.resultHash]).toEqual([killed.total, killed.resultHash]);
}, 300_000);
