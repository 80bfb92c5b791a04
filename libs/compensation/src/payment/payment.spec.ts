/** Approved to closed: files in the bank's layout, its answers, what failed issued again, nothing paid twice. */
import {
  answeredBy,
  answerOf,
  approved as approvedBy,
  bankLines,
  booked as bookedBy,
  type Bureau,
  migrations,
  openBureau,
  programmeBody,
  startBureauWorker,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { madeHousehold, type MadeHousehold } from '../../../../tests/support/rosters';
import { readFen, yuan } from '../money/fen';
import { readTemplate } from './template/bank-template';
import { encoderOf } from './template/encode';

const database = withDatabase(migrations);
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);

let from = 0;
async function approved(count: number, change: (made: MadeHousehold[]) => void = () => {}) {
  const made = Array.from({ length: count }, () =>
    madeHousehold(++from, '152501', { ban_mu: `${(from % 90) + 1}.00` }),
  );
  change(made);
  return { ...(await approvedBy(bureau, database, made)), made };
}
/** What the book says; it has to say what the payments say. */
async function booked(path: string) {
  const { agrees, ...total } = await bookedBy(bureau, path);
  expect(agrees).toBe(true);
  return total;
}
interface Made {
  id: string;
  number: string;
  payments: number;
  total: string;
}
const pay = (path: string, body: object = { template: 'plain-txt-gbk' }) =>
  bureau.clerk.post<Made>(`${path}/batches`, body);
const lines = (batch: string, encoding?: string) => bankLines(bureau, batch, encoding);
const answered = (batch: string, text: string) => answeredBy(bureau, batch, text);

it('goes from approved to closed: paid, answered, failed, issued again, paid', async () => {
  const { path, made, total } = await approved(5);
  const left = yuan(9_000_000_000n - readFen(total)!);
  expect(await booked(path)).toEqual({ pool: left, allotted: total, inPayment: '0.00', paid: '0.00' });
  const { status, body: batch } = await pay(path);
  expect([status, batch.payments, batch.total]).toEqual([201, 5, total]);
  expect((await pay(path)).body.code).toBe('NOTHING_TO_PAY');
  expect(await booked(path)).toEqual({ pool: left, allotted: '0.00', inPayment: total, paid: '0.00' });
  const [control, ...payments] = await lines(batch.id);
  expect(control).toBe(`${batch.number}|5|${total}`);
  expect(payments.map((line) => line.split('|').slice(0, 3).join('|'))).toEqual(
    made.map(({ card, name }, i) => `${i + 1}|${card}|${name}`),
  );
  expect(yuan(payments.reduce((sum, line) => sum + readFen(line.split('|')[3]!)!, 0n))).toBe(total);
  const report = async () =>
    (await bureau.approver.get<{ total: Record<string, string>; daysSinceReceipt: number }>(`${path}/arrears`)).body;
  expect((await report()).total).toMatchObject({ due: total, paid: '0.00', pending: total, unissued: '0.00' });
  expect((await report()).daysSinceReceipt).toBeGreaterThan(365);
  const codes = ['00', '00', '51', '00', '09'];
  const first = payments.map((line, i) => answerOf(line, codes[i]!, codes[i] === '51' ? '账户已销户' : ''));
  expect((await answered(batch.id, first.join('\n'))).body).toEqual({ success: 3, failed: 1, pending: 1, paid: false });
  const again = await answered(batch.id, [first[0], answerOf(payments[4]!, '00')].join('\n'));
  expect(again.body).toMatchObject({ success: 2, paid: false });
  const due = payments[2]!.split('|')[3]!;
  const arrived = yuan(readFen(total)! - readFen(due)!);
  expect(await booked(path)).toEqual({ pool: left, allotted: due, inPayment: '0.00', paid: arrived });
  const { body: failed } = await bureau.clerk.get<{ items: { id: string; cause: string; card: string }[] }>(
    `${path}/failed-payments`,
  );
  expect(failed.items).toMatchObject([{ cause: '账户已销户', card: `**** ${made[2]!.card.slice(-4)}` }]);
  const card = madeHousehold(777_777, '152501').card;
  const reissue = (corrections: object[]) =>
    bureau.clerk.post<Made>(`${path}/reissues`, { template: 'plain-csv-utf8', corrections });
  expect(
    (await reissue([{ paymentId: failed.items[0]!.id, card: card.replace(/.$/, (c) => String((Number(c) + 1) % 10)) }]))
      .body.code,
  ).toBe('CARD_WRONG');
  const { body: second } = await reissue([{ paymentId: failed.items[0]!.id, card }]);
  expect(second.payments).toBe(1);
  expect((await reissue([])).body.code).toBe('NOTHING_TO_REISSUE');
  const csv = await lines(second.id, 'utf-8');
  expect(csv[1]).toMatch(new RegExp(`^1,${card},${made[2]!.name},`));
  expect(csv.at(-1)).toBe(`${second.number},1,${second.total}`);
  const [old] = await database.source.query('SELECT reissue_of AS of FROM compensation_payment WHERE batch_id = $1', [
    second.id,
  ]);
  expect(old.of).toBe(failed.items[0]!.id);
  expect((await bureau.approver.post(`${path}/close`)).body.code).toBe('PROGRAMME_STAGE');
  expect((await answered(second.id, `serial,amount,code,cause\n1,${second.total},00,`)).body).toMatchObject({
    paid: true,
  });
  expect((await report()).total).toMatchObject({ due: total, paid: total, failed: '0.00', pending: '0.00' });
  expect((await bureau.clerk2.post(`${path}/close`)).status).toBe(403);
  expect(await booked(path)).toEqual({ pool: left, allotted: '0.00', inPayment: '0.00', paid: total });
  expect((await bureau.approver.post<{ stage: string }>(`${path}/close`)).body.stage).toBe('closed');
  expect(await booked(path)).toEqual({ pool: '0.00', allotted: '0.00', inPayment: '0.00', paid: total });
});

it('lets no step stand without its transfers, and closes nothing that the book does not show', async () => {
  const { id } = await approved(1);
  const unbooked = (sql: string) => database.source.query(sql, [id]);
  const batch = `INSERT INTO compensation_batch (organisation_id, programme_id, kind, template, payments, total_fen, created_by)
    SELECT p.organisation_id, p.id, 'allotment', '{}', 1, a.amount_fen, '{}' FROM compensation_programme p
    JOIN compensation_allotment a ON a.run_id = p.run_id WHERE p.id = $1 RETURNING id`;
  const whole = database.source.transaction(async (manager) => {
    const [{ id: made }] = await manager.query(batch, [id]);
    await manager.query(
      `INSERT INTO compensation_payment (organisation_id, programme_id, batch_id, serial, household_id, amount_fen, sealed)
       SELECT p.organisation_id, p.id, $2, 1, a.household_id, a.amount_fen, '' FROM compensation_programme p
       JOIN compensation_allotment a ON a.run_id = p.run_id WHERE p.id = $1`,
      [id, made],
    );
  });
  await expect(whole).rejects.toThrow('the batch is not booked');
  await expect(unbooked(`UPDATE compensation_programme SET stage = 'closed' WHERE id = $1`)).rejects.toThrow();
});

it('takes no line of a return file in which one line is wrong', async () => {
  const { path } = await approved(4);
  const { body: batch } = await pay(path);
  const [, ...payments] = await lines(batch.id);
  const good = payments.map((line) => answerOf(line, '00'));
  const codes = async (text: string) =>
    (await answered(batch.id, text)).body.faults?.map(({ row, code }) => `${row} ${code}`);
  expect(await codes([good[0], '99|1.00|00|'].join('\n'))).toEqual(['2 RETURN_UNKNOWN']);
  expect(await codes([good[0], good[0]].join('\n'))).toEqual(['1 RETURN_TWICE', '2 RETURN_TWICE']);
  expect(await codes('1|0.01|00|')).toEqual(['1 RETURN_AMOUNT']);
  expect(await codes('1|x')).toContain('1 RETURN_CELLS');
  expect(await codes(good[0]!.replace('|00|', '||'))).toEqual(['1 REQUIRED']);
  const [{ n }] = await database.source.query(
    'SELECT count(*)::int AS n FROM compensation_payment_result r JOIN compensation_payment p ON p.id = r.payment_id WHERE p.batch_id = $1',
    [batch.id],
  );
  expect(n).toBe(0);
  await answered(batch.id, good[0]!);
  expect(await codes(answerOf(payments[0]!, '51'))).toEqual(['1 RETURN_FINAL']);
});

it('writes no name that the encoding lacks, and says whose it is before a byte leaves', async () => {
  const { path, made } = await approved(2, (households) => (households[1]!.name = '\u182A\u1820'));
  const { body: batch } = await pay(path);
  const answer = await bureau.clerk.get(`/compensation/batches/${batch.id}/file`);
  expect([answer.status, answer.body.code]).toEqual([422, 'NOT_IN_ENCODING']);
  expect(JSON.stringify(answer.body)).toContain(made[1]!.household_id);
  expect((await bureau.stranger.get(`/compensation/batches/${batch.id}/file`)).status).toBe(404);
});

it('keeps payments, batches and answers as they were made', async () => {
  const { path, id } = await approved(2);
  const { body: batch } = await pay(path);
  const denied = (text: string) =>
    database.source.transaction(async (manager) => {
      await manager.query(`SELECT set_config('role', 'qh_app', true), set_config('qh.scope', 'all', true)`);
      await manager.query(text, [batch.id]);
    });
  await expect(denied('UPDATE compensation_payment SET amount_fen = 1 WHERE batch_id = $1')).rejects.toThrow(
    'permission denied',
  );
  await expect(denied('DELETE FROM compensation_payment WHERE batch_id = $1')).rejects.toThrow('permission denied');
  const paid = database.source.query(`UPDATE compensation_programme SET stage = 'paid' WHERE id = $1`, [id]);
  await expect(paid).rejects.toThrow('not everything is paid');
  const batchOfMore = database.source.query(
    `INSERT INTO compensation_batch (organisation_id, programme_id, kind, template, payments, total_fen, created_by)
     SELECT organisation_id, programme_id, kind, template, 1, 100, created_by FROM compensation_batch WHERE id = $1`,
    [batch.id],
  );
  await expect(batchOfMore).rejects.toThrow('the payments do not add up to their batch');
});

it('pays nothing before it is approved', async () => {
  const { body } = await bureau.clerk.post<{ id: string }>('/compensation/programmes', programmeBody());
  expect((await pay(`/compensation/programmes/${body.id}`)).body.code).toBe('PROGRAMME_STAGE');
});

it('encodes GBK as the platform reads it, and refuses a layout that names unknown fields', () => {
  const text = '其其格 ABC 乌兰 苏和 草原补奖，合计：１２３ 元 鄂尔多斯';
  const encoded = encoderOf('gbk')(text)!;
  expect(new TextDecoder('gbk').decode(encoded)).toBe(text);
  expect(encoderOf('gbk')('\u182A')).toBeUndefined();
  expect(() => readTemplate('x.yaml', { id: 'x', fields: ['shoe'] } as never)).toThrow(
    'config/payments/x.yaml is not usable',
  );
});
