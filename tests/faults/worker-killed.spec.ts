/** Workers in processes of their own: killed in the middle, frozen and woken, with their queue emptied; each job is done once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Jobs, type JobState, platformMigrations, systemActor } from '@qingheng/platform';
import { Redis } from 'ioredis';
import { withDatabase } from '../support/database';
import { until } from '../support/person';
import { STEPS, tally } from '../support/tally-worker';

const support = join(__dirname, '../support');
const database = withDatabase(platformMigrations, { env: { QH_LEASE_SECONDS: '1' } });
const jobs = new Jobs();
let workers: ChildProcess[] = [];

beforeAll(async () => {
  await database.source.query(`
    CREATE TABLE tally (job_id uuid, step int, pid int, at timestamptz DEFAULT clock_timestamp(), PRIMARY KEY (job_id, step));
    GRANT SELECT, INSERT ON tally TO qh_app;`);
  database.onDrop(async () => workers.forEach((worker) => worker.kill('SIGKILL')));
});
afterEach(async () => {
  await Promise.all(workers.map(kill));
  workers = [];
});

async function start(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['-r', join(support, 'typescript.cjs'), join(support, 'tally-worker.ts')], {
    env: { ...process.env, ...database.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  workers.push(worker);
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode) return;
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await gone;
}

let key = 0;
const enqueue = (stepMs: number) =>
  database.work.run(systemActor, (manager) =>
    jobs.enqueue(manager, tally, { key: `k${++key}`, payload: { stepMs }, actor: systemActor }),
  );
const state = (id: string) => database.work.run(systemActor, (manager) => jobs.state(manager, id)) as Promise<JobState>;
const steps = (id: string): Promise<{ step: number; pid: number }[]> =>
  database.source.query('SELECT step, pid FROM tally WHERE job_id = $1 ORDER BY step', [id]);
const reaches = (id: string, step: number) =>
  until(
    () => steps(id),
    (done) => done.length >= step,
    `step ${step}`,
    30_000,
  );
const succeeds = (id: string) =>
  until(
    () => state(id),
    ({ status }) => status === 'succeeded',
    'the end',
    60_000,
  );
async function timesDone(id: string): Promise<number> {
  const [{ n }] = await database.source.query(
    `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'tally.done' AND subject_id = $1`,
    [id],
  );
  return n;
}

it('a job whose worker is killed in the middle, and killed again, goes on and is done once', async () => {
  const id = await enqueue(150);
  const killed: number[] = [];
  for (const step of [3, 6]) {
    const worker = await start();
    await reaches(id, step);
    await kill(worker);
    killed.push(worker.pid!);
    expect(await state(id)).toMatchObject({ status: 'running' });
  }
  const last = await start();
  expect(await succeeds(id)).toMatchObject({ attempts: 3 });
  const done = await steps(id);
  expect(done.map(({ step }) => step)).toEqual(Array.from({ length: STEPS }, (_, i) => i + 1));
  expect(new Set(done.map(({ pid }) => pid))).toEqual(new Set([...killed, last.pid]));
  expect(await timesDone(id)).toBe(1);
}, 120_000);

it('another worker takes over at once what a killed one had, with nobody starting anything', async () => {
  const [first, second] = [await start(), await start()];
  const ids = await Promise.all(Array.from({ length: 4 }, () => enqueue(200)));
  await Promise.all(ids.map((id) => reaches(id, 2)));
  await kill(first);
  for (const id of ids) {
    await succeeds(id);
    expect(await steps(id)).toHaveLength(STEPS);
    expect(await timesDone(id)).toBe(1);
  }
  expect(second.exitCode).toBeNull();
}, 120_000);

it('a worker that was frozen past its lease and wakes up changes nothing any more', async () => {
  const frozen = await start();
  const id = await enqueue(100);
  await reaches(id, 3);
  frozen.kill('SIGSTOP');
  await start();
  const ended = await succeeds(id);
  expect(ended.attempts).toBe(2);
  frozen.kill('SIGCONT');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await state(id)).toEqual(ended);
  expect(await timesDone(id)).toBe(1);
}, 120_000);

it('a worker that is asked to end finishes what it has begun, leaves the rest, and ends by itself', async () => {
  const worker = await start();
  const ids = await Promise.all(Array.from({ length: 4 }, () => enqueue(100)));
  await until(
    async () => (await Promise.all(ids.map(steps))).filter((done) => done.length >= 2).length,
    (begun) => begun === 2, // two at a time
    'two jobs in the middle',
  );
  const ended = new Promise((resolve) => worker.once('exit', (code, signal) => resolve({ code, signal })));
  worker.kill('SIGTERM');
  expect(await ended).toEqual({ code: null, signal: 'SIGTERM' }); // Nest passes the signal on when all is done
  const states = await Promise.all(ids.map(state));
  expect(states.map(({ status }) => status).sort()).toEqual(['queued', 'queued', 'succeeded', 'succeeded']);
  await start();
  for (const id of ids) expect(await succeeds(id)).toMatchObject({ attempts: 1 });
}, 120_000);

it('an emptied Redis and a killed worker at the same time lose nothing', async () => {
  const redis = new Redis(database.config.redisUrl);
  const worker = await start();
  const ids = await Promise.all(Array.from({ length: 6 }, () => enqueue(50)));
  await reaches(ids[0]!, 2);
  const emptying = setInterval(() => void redis.flushdb(), 100);
  await kill(worker);
  await start();
  for (const id of ids) await succeeds(id);
  clearInterval(emptying);
  await redis.quit();
  for (const id of ids) {
    expect(await steps(id)).toHaveLength(STEPS);
    expect(await timesDone(id)).toBe(1);
  }
}, 180_000);
