/** Who administers a service that nobody administers yet. */
import { serve, type TestApp } from '../../../../../tests/support/app';
import { withDatabase } from '../../../../../tests/support/database';
import { Person } from '../../../../../tests/support/person';
import { platformMigrations } from '../../schema';
import { PeopleService } from './people.service';

const database = withDatabase(platformMigrations);
let served: TestApp;
beforeAll(async () => {
  served = await serve(database);
});

it('makes the first administrator once, with a password worth the name', async () => {
  const people = served.app.get(PeopleService);
  await expect(people.ensureAdministrator({ username: 'admin', password: 'short' })).rejects.toMatchObject({
    code: 'WEAK_PASSWORD',
  });
  const first = { username: 'admin', password: 'correct horse battery' };
  await Promise.all([people.ensureAdministrator(first), people.ensureAdministrator(first)]);
  const { body } = await new Person(served.url).post<{ user: { roles: string[] } }>('/auth/login', first);
  expect(body.user.roles).toEqual(['method_admin']);
  // Later the environment's password opens nothing new.
  await people.ensureAdministrator({ username: 'second', password: 'another long password' });
  const second = { username: 'second', password: 'another long password' };
  expect((await new Person(served.url).post('/auth/login', second)).status).toBe(401);
});
