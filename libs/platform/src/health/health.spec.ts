/** What the service says of itself while its servers come and go. */
import { Controller, Get } from '@nestjs/common';
import { serve } from '../../../../tests/support/app';
import { withDatabase } from '../../../../tests/support/database';
import { until } from '../../../../tests/support/person';
import { startWorker } from '../../../../tests/support/worker';
import { Public, systemActor } from '../access';
import { UnitOfWork } from '../database';
import { defineJob, JobHandler } from '../jobs';
import { platformMigrations } from '../schema';
import { HealthModule } from './health.module';

const done: string[] = [];
const note = defineJob<{ word: string }>('spec/note');
@JobHandler(note)
class NoteHandler {
  async handle({ word }: { word: string }): Promise<void> {
    done.push(word);
  }
}

@Controller('count')
@Public()
class CountController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  count() {
    return this.work.run(systemActor, (manager) => manager.query('SELECT count(*)::int AS n FROM organisation'));
  }
}

const ask = async (url: string, path: string) => {
  const answer = await fetch(url + path);
  return { status: answer.status, text: await answer.text() };
};

describe('with both servers there', () => {
  const database = withDatabase(platformMigrations);

  it('is alive and ready, and counts requests by route and jobs by state', async () => {
    const { url } = await serve(database, { imports: [HealthModule], controllers: [CountController] });
    expect(await ask(url, '/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' });
    const ready = await ask(url, '/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: 'ok', postgres: true, redis: true }]);
    await database.source.query(
      `INSERT INTO job (name, key, payload, actor, status) VALUES ('x', '1', '{}', '{}', 'dead'), ('x', '2', '{}', '{}', 'dead')`,
    );
    await ask(url, '/api/v1/count');
    const { text } = await ask(url, '/metrics');
    expect(text).toContain('qingheng_jobs{status="dead"} 2');
    expect(text).toMatch(/qingheng_http_seconds_count\{method="GET",route="\/api\/v1\/count",status="200"\} 1/);
  });
});

describe('without Redis', () => {
  const database = withDatabase(platformMigrations, { env: { REDIS_URL: 'redis://127.0.0.1:9' } });

  it('starts, serves and says so', async () => {
    const { url } = await serve(database, { imports: [HealthModule], controllers: [CountController] });
    const ready = await ask(url, '/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: 'ok', postgres: true, redis: false }]);
    expect((await ask(url, '/api/v1/count')).status).toBe(200);
  });
});

describe('when Postgres ends every connection and takes no new ones for a while', () => {
  const database = withDatabase(platformMigrations);

  it('asks for patience, and goes on when it is back: requests, announcements, jobs', async () => {
    const { url } = await serve(database, { imports: [HealthModule], controllers: [CountController] });
    const { jobs } = await startWorker(database, [NoteHandler]);
    const enqueue = (word: string) =>
      database.work.run(systemActor, (manager) =>
        jobs.enqueue(manager, note, { key: word, payload: { word }, actor: systemActor }),
      );
    await enqueue('before');
    await until(
      async () => done.length,
      (n) => n === 1,
      'the first job',
    );
    const [{ name }] = await database.source.query('SELECT current_database() AS name');
    await database.source.query(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
    await database.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'qh_app'`,
      [name],
    );
    const busy = await ask(url, '/api/v1/count');
    expect([busy.status, JSON.parse(busy.text).code]).toEqual([503, 'BUSY']);
    expect((await ask(url, '/readyz')).status).toBe(503);
    expect((await ask(url, '/healthz')).status).toBe(200);
    await database.source.query(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    expect((await ask(url, '/api/v1/count')).status).toBe(200);
    expect((await ask(url, '/readyz')).status).toBe(200);
    await enqueue('after');
    await until(
      async () => done.length,
      (n) => n === 2,
      'the second job',
    );
    // The announcements are heard again: the next job does not wait for the relay's own rhythm.
    await until(
      async () => {
        const rows = await database.source.query(
          `SELECT FROM pg_stat_activity WHERE datname = $1 AND application_name = 'qingheng-events'`,
          [name],
        );
        return rows.length;
      },
      (n) => n === 2,
      'both listeners',
      10_000,
    );
  });
});
