/** What is late is seen by those whose programme it is, and no longer once it was done. */
import {
  approved,
  bankLines,
  answeredBy,
  answerOf,
  type Bureau,
  migrations,
  openBureau,
  startBureauWorker,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { madeHousehold } from '../../../../tests/support/rosters';
import { DeadlineHandler } from './deadline.handler';
import { DeadlineRules, type DeadlineRule, readRules } from './deadline.rules';

const database = withDatabase(migrations);
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);

interface Late {
  items: { code: string; subject: string; began: string; due: string; daysLate: number; rule: DeadlineRule }[];
}

it('finds what is late, counts from the day it began, and forgets what was done', async () => {
  const rules = new DeadlineRules(database.config);
  const handler = new DeadlineHandler(database.work, rules);
  const codes = async () => {
    await handler.handle();
    return (await bureau.clerk.get<Late>('/compensation/deadlines')).body.items;
  };
  const household = madeHousehold(1, '152501', { ban_mu: '10.00' });
  const { path } = await approved(bureau, database, [household]);
  const [late, ...more] = await codes();
  expect([late!.code, late!.began, late!.due, more]).toEqual(['funds_unpaid', '2024-01-01', '2024-01-31', []]);
  expect(late!.daysLate).toBeGreaterThan(300);
  expect(late!.rule.confidence).toBe('provisional');
  expect((await bureau.stranger.get<Late>('/compensation/deadlines')).body.items).toEqual([]);
  await bureau.clerk.post(`${path}/decisions`, {
    ...{ household: household.household_id, kind: 'hold', reason: '核查', document: { title: '核查通知' } },
  });
  await database.source.query(`UPDATE compensation_decision SET proposed_at = now() - interval '11 days'`);
  expect((await codes()).map(({ code }) => code)).toEqual(['funds_unpaid', 'decision_waiting']);
  const [{ id }] = await database.source.query('SELECT id FROM compensation_decision');
  await bureau.approver.post(`/compensation/decisions/${id}/reject`, { remarks: '无需' });
  const { body: batch } = await bureau.clerk.post<{ id: string; number: string }>(`${path}/batches`, {
    template: 'plain-txt-gbk',
  });
  await database.source.query(`UPDATE compensation_batch SET created_at = now() - interval '6 days'`);
  expect((await codes()).map(({ code, subject }) => [code, subject])).toEqual([
    ['funds_unpaid', ''],
    ['answer_missing', batch.number],
  ]);
  const [, line] = await bankLines(bureau, batch.id);
  await answeredBy(bureau, batch.id, answerOf(line!, '00'));
  expect(await codes()).toEqual([]);
});

it('does not start with deadlines that are not all there', () => {
  expect(() => readRules([])).toThrow('deadlines.yaml is not usable: funds_unpaid');
});
