/** A worker does not start unless each kind of job has exactly one handler; schedules come once. */
import { Injectable } from '@nestjs/common';
import { type DiscoveryService, Reflector } from '@nestjs/core';
import { withDatabase } from '../../../../tests/support/database';
import { startWorker } from '../../../../tests/support/worker';
import { PurgeIdempotencyKeys } from '../http';
import { platformMigrations } from '../schema';
import { defineJob, type Handler, JobHandler } from './job-type';
import { Jobs } from './jobs';
import { defineSchedule, Schedules } from './schedules';
import { JobWorker } from './worker';

const job = defineJob<Record<string, never>>('spec/nightly');
const HOUR = 3_600;
defineSchedule(job, HOUR);

@JobHandler(job)
@Injectable()
class One implements Handler<object> {
  async handle(): Promise<void> {}
}

@JobHandler(job)
@Injectable()
class Two extends One {}

const database = withDatabase(platformMigrations);

it('fails on a kind without a handler, and on one with two', async () => {
  const start = (...found: (typeof One)[]) => {
    const providers = [PurgeIdempotencyKeys, ...found].map((metatype) => ({ metatype, instance: {} }));
    const discovery = { getProviders: () => providers } as unknown as DiscoveryService;
    return new JobWorker(database.config, database.work, discovery, new Reflector()).onApplicationBootstrap();
  };
  await expect(start()).rejects.toThrow('these jobs have no handler: spec/nightly');
  await expect(start(One, Two)).rejects.toThrow('the job spec/nightly has two handlers');
});

it('starts with one handler for each', async () => {
  await expect(startWorker(database, [One])).resolves.toBeDefined();
});

it('refuses two kinds of one name', () => {
  expect(() => defineJob('spec/nightly')).toThrow('two jobs are called spec/nightly');
});

describe('a schedule', () => {
  const scheduled = withDatabase(platformMigrations);
  const at = (hour: number, minute: number) => Date.UTC(2030, 0, 1, hour, minute);
  const made = async () => {
    const text = `SELECT key FROM job WHERE name = 'spec/nightly' ORDER BY id`;
    return (await scheduled.source.query(text)).map(({ key }: { key: string }) => key);
  };
  /** A relay that has not looked yet. */
  const relay = () => new Schedules(scheduled.work, new Jobs());
  const slot = (hour: number) => `slot ${at(hour, 0) / 1000 / HOUR}`;

  it('asks once for each time, however many relays look, and after a pause once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => relay().enqueueDue(at(10, 1))));
    expect(await made()).toEqual([slot(10)]);
    await relay().enqueueDue(at(10, 59));
    expect(await made()).toEqual([slot(10)]);
    await Promise.all([1, 2, 3, 4].map(() => relay().enqueueDue(at(11, 0))));
    expect(await made()).toEqual([slot(10), slot(11)]);
    await relay().enqueueDue(at(17, 30));
    expect(await made()).toEqual([slot(10), slot(11), slot(17)]);
  });
});
