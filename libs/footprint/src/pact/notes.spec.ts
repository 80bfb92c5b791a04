/** What was kept in English becomes codes, and is worded in both languages. */
import { withDatabase } from '../../../../tests/support/database';
import { worded, type Note } from './notes';
import { CODED } from './notes.migration';

const database = withDatabase([]);

it.each([
  ['1 received', '收到 1 个', '1 received'],
  ['3 received, 1 not usable', '收到 3 个；1 个不可用', '3 received; 1 not usable'],
  ['0 received; not given: a 404', '收到 0 个；对方未提供：a 404', '0 received; not given: a 404'],
  ['fulfilled: 2', '已答复 2 个', '2 given in answer'],
  ['rejected: NotFound', '已拒绝：NotFound', 'rejected: NotFound'],
  ['rejected', '对方拒绝了请求', 'the request was rejected'],
  ['answered 503: Down for now', '对方答复 503: Down for now', 'the partner answered 503: Down for now'],
  ['http://a: connect ECONNREFUSED', 'http://a: connect ECONNREFUSED', 'http://a: connect ECONNREFUSED'],
])('%s', async (before, zh, en) => {
  const runner = database.source.createQueryRunner();
  await runner.query(CODED);
  const [{ notes }] = (await runner.query('SELECT pg_temp.coded($1) AS notes', [before])) as [{ notes: Note[] }];
  await runner.query('DROP FUNCTION pg_temp.coded');
  await runner.release();
  expect(worded(notes)).toEqual({ zh, en });
});

it('says nothing of nothing', () => expect(worded(null)).toBeNull());
