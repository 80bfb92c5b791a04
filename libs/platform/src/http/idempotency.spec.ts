/** A POST with an Idempotency-Key over HTTP: done once, answered the same, freed when it failed. */
import { Body, Controller, HttpCode, Injectable, Param, Post, Res } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { Response } from 'express';
import { serve, type TestApp } from '../../../../tests/support/app';
import { withDatabase } from '../../../../tests/support/database';
import { Person, until } from '../../../../tests/support/person';
import { AnyRole, CurrentActor, type Actor, Role, systemActor } from '../access';
import { UnitOfWork } from '../database';
import { refuse } from '../errors';
import { PeopleService } from '../identity';
import { platformMigrations } from '../schema';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { PurgeIdempotencyKeys } from './idempotency.purge';

@Injectable()
class Things {
  made = 0;
  fail = false;
  wait: Promise<void> | undefined;
}

@Controller('things')
@AnyRole()
class ThingController {
  constructor(private readonly things: Things) {}

  @Post()
  async make(@Body() body: { name?: string }) {
    await this.things.wait;
    if (this.things.fail) throw refuse('CONFLICT');
    return { number: ++this.things.made, name: body.name };
  }

  @Post('none')
  @HttpCode(204)
  none(): void {
    this.things.made++;
  }

  @Post('accepted/:id')
  accepted(@Param('id') id: string, @Res({ passthrough: true }) response: Response, @CurrentActor() actor: Actor) {
    response.status(202);
    return { id, by: actor.name, number: ++this.things.made };
  }
}

const database = withDatabase(platformMigrations);
const password = 'quite a long password';
let served: TestApp;
let things: Things;
let anna: Person;
let bert: Person;

beforeAll(async () => {
  served = await serve(database, {
    controllers: [ThingController],
    providers: [Things, { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
  });
  things = served.app.get(Things);
  const organisation = { name: 'o', kind: 'enterprise' as const, creditCode: 'c1' };
  const person = (username: string) => ({ username, name: username, password, roles: [Role.Filer], organisation });
  await served.app.get(PeopleService).ensure([person('anna'), person('bert')]);
  anna = await Person.signIn(served.url, 'anna', password);
  bert = await Person.signIn(served.url, 'bert', password);
});
beforeEach(() => Object.assign(things, { made: 0, fail: false, wait: undefined }));

it('gives the same answer again, status and all', async () => {
  const first = await anna.post('/things', { name: 'a' }, 'key-same-1');
  const second = await anna.post('/things', { name: 'a' }, 'key-same-1');
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
  const twice = async (path: string, key: string) => {
    const a = await anna.post(path, {}, key);
    const b = await anna.post(path, {}, key);
    expect([b.status, b.body]).toEqual([a.status, a.body]);
    return a.status;
  };
  expect(await twice('/things/none', 'key-same-2')).toBe(204);
  expect(await twice('/things/accepted/x', 'key-same-3')).toBe(202);
  expect(things.made).toBe(3);
});

it('refuses the key for other content, and lets it be anew on another route or for another person', async () => {
  await anna.post('/things', { name: 'a' }, 'key-other');
  const other = await anna.post('/things', { name: 'b' }, 'key-other');
  expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect((await anna.post('/things/accepted/1', { name: 'b' }, 'key-other')).status).toBe(202);
  expect((await anna.post('/things/accepted/2', { name: 'b' }, 'key-other')).body).toMatchObject({ id: '2' });
  expect((await bert.post('/things', { name: 'b' }, 'key-other')).status).toBe(201);
});

it('refuses a key that is none', async () => {
  expect((await anna.post('/things', {}, 'short')).body.code).toBe('IDEMPOTENCY_KEY_INVALID');
  expect((await anna.post('/things', {}, 'x'.repeat(256))).body.code).toBe('IDEMPOTENCY_KEY_INVALID');
});

it('does it once where many ask at the same time', async () => {
  let go = () => {};
  things.wait = new Promise((resolve) => (go = resolve));
  let answered = 0;
  const asked = Array.from({ length: 6 }, () =>
    anna.post('/things', { name: 'a' }, 'key-at-once').finally(() => answered++),
  );
  await until(
    async () => answered,
    (n) => n === 5,
    'five refusals',
  );
  go();
  const answers = await Promise.all(asked);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('IDEMPOTENCY_KEY_BUSY');
  expect(things.made).toBe(1);
  expect((await anna.post('/things', { name: 'a' }, 'key-at-once')).body).toMatchObject({ number: 1 });
});

it('frees the key of what failed', async () => {
  things.fail = true;
  expect((await anna.post('/things', { name: 'a' }, 'key-failed')).status).toBe(409);
  things.fail = false;
  expect((await anna.post('/things', { name: 'a' }, 'key-failed')).status).toBe(201);
});

it('frees the key of a process that was lost, after its time', async () => {
  const before = await anna.post('/things', { name: 'a' }, 'key-lost');
  expect(before.status).toBe(201);
  const forget = (until: string) =>
    database.source.query(
      `UPDATE idempotency_key SET status = NULL, body = NULL, busy_until = now() + $1::interval WHERE key = 'key-lost'`,
      [until],
    );
  await forget('1 minute');
  expect((await anna.post('/things', { name: 'a' }, 'key-lost')).body.code).toBe('IDEMPOTENCY_KEY_BUSY');
  await forget('-1 second');
  expect((await anna.post('/things', { name: 'a' }, 'key-lost')).status).toBe(201);
  expect(things.made).toBe(2);
});

it('keeps keys for a day', async () => {
  await database.source.query(
    `UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE key = 'key-lost'`,
  );
  await new PurgeIdempotencyKeys(served.app.get(UnitOfWork)).handle();
  const left: { key: string }[] = await database.work.run(systemActor, (m) =>
    m.query('SELECT key FROM idempotency_key'),
  );
  expect(left.map(({ key }) => key)).not.toContain('key-lost');
  expect(left.map(({ key }) => key)).toContain('key-same-1');
});
