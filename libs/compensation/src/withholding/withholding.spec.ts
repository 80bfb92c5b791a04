/** Held, reduced, stopped, restored, recovered: each by two people and a document, and to the fen in the book. */
import {
  answeredBy,
  answerOf,
  approved,
  bankLines,
  booked,
  type Bureau,
  migrations,
  openBureau,
  startBureauWorker,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { madeHousehold } from '../../../../tests/support/rosters';
import { readFen, yuan } from '../money/fen';

const database = withDatabase(migrations);
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);

let from = 0;
const households = (count: number) =>
  Array.from({ length: count }, () => madeHousehold(++from, '152501', { ban_mu: '100.00', balance_mu: '0.00' }));
const EACH = '750.00'; // 100 亩 × 7.5
const minus = (a: string, ...rest: string[]) => yuan(rest.reduce((sum, b) => sum - readFen(b)!, readFen(a)!));
const document = { title: '草畜平衡核查处理决定', number: '锡林草监〔2024〕12号', date: '2024-03-01' };

interface Decision {
  id: string;
  status: string;
  amount: string | null;
  outstanding: string | null;
  code: string;
  faults?: { column: string; code: string }[];
}
const propose = (path: string, household: string, kind: string, more: object = {}) =>
  bureau.clerk.post<Decision>(`${path}/decisions`, { household, kind, reason: '超载', document, ...more });
const confirm = (id: string) => bureau.approver.post<Decision>(`/compensation/decisions/${id}/confirm`);
async function decided(path: string, household: string, kind: string, more: object = {}): Promise<string> {
  const { body } = await propose(path, household, kind, more);
  expect([kind, body.code ?? body.status]).toEqual([kind, 'proposed']);
  expect((await confirm(body.id)).body.status).toBe('confirmed');
  return body.id;
}
const codeOf = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code;
const pay = (path: string) =>
  bureau.clerk.post<{ id: string; payments: number; total: string }>(`${path}/batches`, { template: 'plain-txt-gbk' });
async function allArrived(batch: string) {
  const [, ...lines] = await bankLines(bureau, batch);
  return (await answeredBy(bureau, batch, lines.map((line) => answerOf(line, '00')).join('\n'))).body;
}
interface Arrears {
  total: Record<string, string>;
}

it('keeps held and stopped money back, reduces, and closes to the fen', async () => {
  const made = households(5);
  const { path, total } = await approved(bureau, database, made);
  const [held, reduced, stopped, wrongly] = made.map(({ household_id }) => household_id) as [
    string,
    string,
    string,
    string,
  ];
  await decided(path, held, 'hold');
  await decided(path, reduced, 'reduce', { amount: '100.01' });
  await decided(path, stopped, 'stop');
  const mistaken = await decided(path, wrongly, 'stop');
  await decided(path, wrongly, 'restore', { settles: mistaken });
  expect(await codeOf(propose(path, wrongly, 'restore', { settles: mistaken }))).toBe('NOTHING_TO_RESTORE');
  expect(await booked(bureau, path)).toMatchObject({ agrees: true, allotted: minus(total, '100.01', EACH) });
  const { body: listed } = await bureau.clerk.get<{ items: { id: string; number: string }[] }>(
    `${path}/allotments?banner=152501`,
  );
  const allotment = listed.items.find(({ number }) => number === reduced)!.id;
  const { body: why } = await bureau.reviewer.get<{ amount: string; due: string; decisions: object[] }>(
    `/compensation/allotments/${allotment}/explanation`,
  );
  expect(why).toMatchObject({
    amount: EACH,
    due: '649.99',
    decisions: [{ kind: 'reduce', amount: '100.01', document }],
  });
  const { body: first } = await pay(path);
  expect([first.payments, first.total]).toEqual([3, minus(total, '100.01', EACH, EACH)]); // without the held, the stopped
  const arrears = async () => (await bureau.approver.get<Arrears>(`${path}/arrears`)).body.total;
  expect(await arrears()).toMatchObject({ held: EACH, withheld: minus('850.01'), unissued: '0.00' });
  expect(await allArrived(first.id)).toMatchObject({ success: 3, paid: false });
  expect(await codeOf(pay(path) as never)).toBe('NOTHING_TO_PAY');
  expect(await codeOf(propose(path, reduced, 'stop'))).toBe('DECISION_TOO_LATE');
  await decided(path, held, 'release');
  const { body: second } = await pay(path);
  expect([second.payments, second.total]).toEqual([1, EACH]);
  expect(await allArrived(second.id)).toMatchObject({ paid: true });
  expect(await arrears()).toMatchObject({ due: minus(total, '850.01'), paid: minus(total, '850.01'), held: '0.00' });
  await booked(bureau, path);
  expect((await bureau.approver.post<{ stage: string }>(`${path}/close`)).body.stage).toBe('closed');
  expect(await booked(bureau, path)).toMatchObject({ agrees: true, pool: '0.00', paid: minus(total, '850.01') });
});

it('is paid once the last household that was open is stopped', async () => {
  const made = households(2);
  const { path } = await approved(bureau, database, made);
  await decided(path, made[1]!.household_id, 'hold');
  expect(await allArrived((await pay(path)).body.id)).toMatchObject({ paid: false });
  await decided(path, made[1]!.household_id, 'stop');
  expect((await bureau.clerk.get<{ stage: string }>(path)).body.stage).toBe('paid');
});

it('recovers what was paid, by receipts and by a deduction of the next year, also after closing', async () => {
  const made = households(2);
  const { path, total } = await approved(bureau, database, made);
  const claimed = made[0]!.household_id;
  expect(await codeOf(propose(path, claimed, 'recover', { amount: '1.00' }))).toBe('DECISION_AMOUNT'); // not paid yet
  await allArrived((await pay(path)).body.id);
  await booked(bureau, path);
  await bureau.approver.post(`${path}/close`);
  expect(await codeOf(propose(path, claimed, 'recover', { amount: '750.01' }))).toBe('DECISION_AMOUNT');
  const claim = await decided(path, claimed, 'recover', { amount: '500.00' });
  expect(await codeOf(propose(path, claimed, 'recover', { amount: '250.01' }))).toBe('DECISION_AMOUNT'); // 500 of 750 is claimed
  const receipt = { amount: '200.00', reference: 'BANK-1', on: '2024-06-01' };
  const receive = (body: object) => bureau.clerk.post<Decision>(`/compensation/decisions/${claim}/receipts`, body);
  expect((await receive(receipt)).body.outstanding).toBe('300.00');
  expect(await codeOf(receive(receipt))).toBe('RECEIPT_TWICE');
  expect(await codeOf(receive({ ...receipt, reference: 'BANK-2', amount: '300.01' }))).toBe('DECISION_AMOUNT');
  expect(await booked(bureau, path)).toMatchObject({ agrees: true, pool: '0.00', paid: minus(total, '200.00') });
  const next = households(1);
  const { path: nextPath } = await approved(bureau, database, next);
  const household = next[0]!.household_id;
  expect(await codeOf(propose(nextPath, household, 'reduce', { amount: '300.01', settles: claim }))).toBe(
    'NO_SUCH_CLAIM',
  );
  await decided(nextPath, household, 'reduce', { amount: '300.00', settles: claim });
  const { body } = await bureau.clerk.get<{ items: Decision[] }>(`${path}/decisions`);
  expect(body.items).toMatchObject([{ id: claim, outstanding: '0.00' }]);
  expect((await pay(nextPath)).body.total).toBe('450.00');
});

it('takes two people, a document, and amounts that can be', async () => {
  const made = households(2);
  const { path } = await approved(bureau, database, made);
  const one = made[0]!.household_id;
  const { body } = await propose(path, one, 'reduce', { amount: '1.00' });
  expect((await bureau.clerk.post(`/compensation/decisions/${body.id}/confirm`)).status).toBe(403);
  expect((await bureau.stranger.post(`/compensation/decisions/${body.id}/confirm`)).status).toBe(404);
  expect(await codeOf(propose(path, one, 'hold'))).toBe('DECISION_OPEN');
  const rejected = await bureau.approver.post<Decision>(`/compensation/decisions/${body.id}/reject`, {
    remarks: '证据不足',
  });
  expect(rejected.body.status).toBe('rejected');
  expect(await codeOf(confirm(body.id))).toBe('DECISION_ENDED');
  for (const [kind, more, code] of [
    ['reduce', {}, 'DECISION_AMOUNT_NEEDED'],
    ['reduce', { amount: '1.001' }, 'DECISION_AMOUNT'],
    ['reduce', { amount: '-1.00' }, 'DECISION_AMOUNT'],
    ['reduce', { amount: '0.00' }, 'DECISION_AMOUNT'],
    ['reduce', { amount: EACH }, 'DECISION_AMOUNT'],
    ['stop', { amount: '1.00' }, 'DECISION_NO_AMOUNT'],
    ['release', {}, 'NOTHING_TO_RELEASE'],
  ] as const)
    expect([kind, more, await codeOf(propose(path, one, kind, more))]).toEqual([kind, more, code]);
  expect(await codeOf(propose(path, 'nobody', 'hold'))).toBe('UNKNOWN_HOUSEHOLD');
  const undocumented = await bureau.clerk.post(`${path}/decisions`, { household: one, kind: 'hold', reason: 'x' });
  expect([undocumented.status, JSON.stringify(undocumented.body.faults)]).toEqual([
    422,
    expect.stringContaining('document'),
  ]);
});

it('leaves lines and decisions as they were made', async () => {
  const made = households(1);
  const { path } = await approved(bureau, database, made);
  const id = await decided(path, made[0]!.household_id, 'reduce', { amount: '10.00' });
  const tried = (text: string) =>
    database.source.transaction(async (manager) => {
      await manager.query(`SELECT set_config('role', 'qh_app', true), set_config('qh.scope', 'all', true)`);
      await manager.query(text, [id]);
    });
  await expect(tried('UPDATE compensation_line SET amount_fen = -1 WHERE decision_id = $1')).rejects.toThrow('denied');
  await expect(tried('DELETE FROM compensation_line WHERE decision_id = $1')).rejects.toThrow('denied');
  await expect(tried('UPDATE compensation_decision SET amount_fen = 1 WHERE id = $1')).rejects.toThrow('denied');
  const more = `INSERT INTO compensation_line (organisation_id, programme_id, household_id, decision_id, kind, amount_fen, reference, by)
    SELECT organisation_id, programme_id, household_id, decision_id, 'withheld', -74001, 'again', by FROM compensation_line
    WHERE decision_id = $1`;
  await expect(tried(more)).rejects.toThrow('more is withheld than was allotted');
});
