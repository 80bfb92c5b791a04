/** Jobs from the command that asks for them to their end, on a real Postgres and a real Redis. */
import { Injectable } from '@nestjs/common';
import { withDatabase } from '../../../../tests/support/database';
import { until } from '../../../../tests/support/person';
import { startWorker, type TestWorker } from '../../../../tests/support/worker';
import { type Actor, systemActor } from '../access';
import { refuse } from '../errors';
import { platformMigrations } from '../schema';
import { JobEvents } from './job-events';
import { defineJob, type Handler, type JobContext, JobHandler } from './job-type';
import { Jobs, type JobState, type JobStatus } from './jobs';
import { JobQueue } from './queue';

interface Task {
  what: 'work' | 'refuse' | 'fail' | 'fail once' | 'wait' | 'wait for cancel' | 'report';
}
const task = defineJob<Task>('spec/task', { maxAttempts: 3, backoffSeconds: 0.2 });

const calls: { id: string; attempt: number; actor: Actor; at: number }[] = [];
const gates = new Map<string, () => void>();

@JobHandler(task)
@Injectable()
class TaskHandler implements Handler<Task> {
  async handle({ what }: Task, { jobId, attempt, actor, signal, progress }: JobContext): Promise<void> {
    calls.push({ id: jobId, attempt, actor, at: Date.now() });
    if (what === 'refuse') throw refuse('OUT_OF_RANGE');
    if (what === 'fail' || (what === 'fail once' && attempt === 1)) throw new Error('the weather');
    if (what === 'wait') await new Promise<void>((resolve) => gates.set(jobId, resolve));
    if (what === 'wait for cancel') await new Promise<void>((resolve) => (signal.onabort = () => resolve()));
    if (what === 'report') {
      await progress(0.4, { zh: '四成', en: 'two fifths' });
      await new Promise<void>((resolve) => gates.set(jobId, resolve));
      await progress(7);
    }
  }
}

const database = withDatabase(platformMigrations, { env: { QH_LEASE_SECONDS: '1' } });
const tenant: Actor = {
  ...systemActor,
  userId: 'u1',
  name: '张三',
  organisationId: '00000000-0000-4000-8000-00000000000a',
  scope: 'tenant',
};
let workers: TestWorker[];
let jobs: Jobs;
let key = 0;

// Two workers from the start: everything below happens in their race.
beforeAll(async () => {
  workers = [await startWorker(database, [TaskHandler]), await startWorker(database, [TaskHandler])];
  jobs = workers[0]!.jobs;
}, 30_000);

const enqueue = (what: Task['what'], as: Actor = tenant, named = `k${++key}`) =>
  database.work.run(as, (manager) => jobs.enqueue(manager, task, { key: named, payload: { what }, actor: as }));
const state = (id: string) => database.work.run(systemActor, (manager) => jobs.state(manager, id)) as Promise<JobState>;
const reaches = (id: string, ...wanted: JobStatus[]) =>
  until(
    () => state(id),
    ({ status }) => wanted.includes(status),
    `${id} ${wanted.join(' or ')}`,
    20_000,
  );
const callsOf = (id: string) => calls.filter((call) => call.id === id);

it('runs a job soon, in the name of whoever asked, and once although two workers wait', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => enqueue('work')));
  for (const id of ids) expect(await reaches(id, 'succeeded')).toMatchObject({ attempts: 1, progress: '1.0000' });
  for (const id of ids) expect(callsOf(id).map(({ actor }) => actor)).toEqual([tenant]);
});

it('makes one job of the same request twice, and none of a command that was rolled back', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => enqueue('work', tenant, 'the same')));
  expect(new Set(ids).size).toBe(1);
  expect(await enqueue('work', tenant, 'the same')).toBe(ids[0]);
  let lost = '';
  const rolledBack = database.work.run(tenant, async (manager) => {
    lost = await jobs.enqueue(manager, task, { key: 'never', payload: { what: 'work' }, actor: tenant });
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  expect(await state(lost)).toBeUndefined();
  await reaches(ids[0]!, 'succeeded');
  expect(callsOf(ids[0]!)).toHaveLength(1);
});

it('is seen by its organisation and by nobody else', async () => {
  const id = await enqueue('work');
  const other = { ...tenant, organisationId: '00000000-0000-4000-8000-00000000000b' };
  expect(await database.work.run(other, (manager) => jobs.state(manager, id))).toBeUndefined();
  expect(await database.work.run(other, (manager) => jobs.cancel(manager, id))).toBe(false);
  expect(await database.work.run(tenant, (manager) => jobs.list(manager, { limit: 1 }))).toMatchObject([{ id }]);
});

it('tries again after unforeseen errors, waiting longer each time, and then is a dead letter', async () => {
  const id = await enqueue('fail');
  expect(await reaches(id, 'dead')).toMatchObject({ attempts: 3, error: { code: 'INTERNAL' } });
  const [first, second, third] = callsOf(id).map(({ at }) => at) as [number, number, number];
  expect(second - first).toBeGreaterThanOrEqual(190);
  expect(third - second).toBeGreaterThanOrEqual(390);
  expect(await database.work.run(systemActor, (m) => jobs.list(m, { status: 'dead', limit: 9 }))).toMatchObject([
    { id },
  ]);
  expect(await database.work.run(systemActor, (manager) => jobs.revive(manager, id))).toBe(true);
  await reaches(id, 'queued', 'running');
  expect(await reaches(id, 'dead')).toMatchObject({ attempts: 3 });
  expect(callsOf(id)).toHaveLength(6);
  const better = await enqueue('fail once');
  expect(await reaches(better, 'succeeded')).toMatchObject({ attempts: 2, error: null });
});

it('does not repeat what was refused: the answer would be the same', async () => {
  const id = await enqueue('refuse');
  expect(await reaches(id, 'failed')).toMatchObject({ attempts: 1, error: { code: 'OUT_OF_RANGE' } });
});

it('cancels what waits at once, and what runs as soon as it listens', async () => {
  const later = await database.work.run(tenant, async (manager) => {
    const id = await jobs.enqueue(manager, task, { key: 'later', payload: { what: 'work' }, actor: tenant });
    await manager.query(`UPDATE job SET run_after = now() + interval '1 second' WHERE id = $1`, [id]);
    return id;
  });
  const cancel = (id: string) => database.work.run(tenant, (manager) => jobs.cancel(manager, id));
  expect(await cancel(later)).toBe(true);
  expect(await state(later)).toMatchObject({ status: 'cancelled' });
  const running = await enqueue('wait for cancel');
  await reaches(running, 'running');
  expect(await cancel(running)).toBe(true);
  expect((await reaches(running, 'cancelled')).finishedAt).not.toBeNull();
  expect(await cancel(running)).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(callsOf(later)).toEqual([]);
});

it('tells how far it is, and announces it to whoever waits', async () => {
  const heard: string[] = [];
  const id = await enqueue('report');
  workers[1]!.app.get(JobEvents).onJob(id, () => heard.push(id));
  const halfway = await until(
    () => state(id),
    ({ note }) => note !== null,
    'a report',
  );
  expect(halfway).toMatchObject({ status: 'running', progress: '0.4000', note: { zh: '四成', en: 'two fifths' } });
  gates.get(id)!();
  expect(await reaches(id, 'succeeded')).toMatchObject({ progress: '1.0000', note: { en: 'two fifths' } });
  expect(heard.length).toBeGreaterThanOrEqual(2);
});

it('keeps a job that takes longer than its lease, because its worker says that it lives', async () => {
  const id = await enqueue('wait');
  await until(async () => gates.has(id), Boolean, 'the start');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  gates.get(id)!();
  expect(await reaches(id, 'succeeded')).toMatchObject({ attempts: 1 });
  expect(callsOf(id)).toHaveLength(1);
});

it('takes over the job of a worker that fell silent, and gives up on one that takes its workers with it', async () => {
  const silent = await lostJob(1);
  expect(await reaches(silent, 'succeeded')).toMatchObject({ attempts: 2 });
  const deadly = await lostJob(3);
  expect(await reaches(deadly, 'dead')).toMatchObject({ error: { code: 'JOB_LOST' } });
  expect(callsOf(deadly)).toEqual([]);
});

/** As a worker leaves it that was killed: running, and nobody renews the lease. */
async function lostJob(attempts: number): Promise<string> {
  const [{ id }] = await database.source.query(
    `INSERT INTO job (name, key, payload, actor, max_attempts, status, attempts, lease_until, dispatched_at, worker)
     VALUES ('spec/task', $1, '{"what": "work"}', $2, 3, 'running', $3, now() - interval '1 second',
       now() - interval '3 seconds', 'gone') RETURNING id`,
    [`lost${++key}`, JSON.stringify(systemActor), attempts],
  );
  return id;
}

it('loses nothing when Redis forgets everything while jobs wait and run', async () => {
  const redis = workers[0]!.app.get(JobQueue).redis;
  const running = await enqueue('wait');
  await until(async () => gates.has(running), Boolean, 'the start');
  const ids: string[] = [];
  for (let i = 0; i < 20; i++) {
    ids.push(await enqueue('work'));
    await redis.flushdb();
  }
  gates.get(running)!();
  for (const id of [running, ...ids]) {
    expect(await reaches(id, 'succeeded')).toMatchObject({ attempts: 1 });
    expect(callsOf(id)).toHaveLength(1);
  }
}, 60_000);

it('leaves a kind of a later release to a worker that knows it', async () => {
  const [{ id }] = await database.source.query(
    `INSERT INTO job (name, key, payload, actor) VALUES ('spec/later', 'k', '{}', '{}') RETURNING id`,
  );
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await state(id)).toMatchObject({ status: 'queued', attempts: 0 });
});
