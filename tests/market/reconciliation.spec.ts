/** A trading day over HTTP: books handed in, matched, differences settled by two people, the day closed and signed. */
import { LedgerModule, ledgerMigrations } from '@qingheng/ledger';
import { marketMigrations, MarketModule } from '@qingheng/market';
import { PeopleService, platformMigrations, Role } from '@qingheng/platform';
import { serve, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { Person } from '../support/person';

interface Day {
  status: string;
  open: number;
  explained: number;
  resolved: number;
  totals: Record<string, string | number> | null;
  jws: string | null;
  files: { book: string; lines: number; total: string }[];
}
interface Break {
  id: string;
  kind: string;
  dealId: string | null;
  difference: string | null;
  status: string;
}

const database = withDatabase([...platformMigrations, ...ledgerMigrations, ...marketMigrations]);
const password = 'quite a long password';
let served: TestApp;
let tom: Person;
let tia: Person;
let stranger: Person;

beforeAll(async () => {
  served = await serve(database, { imports: [LedgerModule.serving(), MarketModule.serving()] });
  const centre = { name: 'centre', kind: 'operator' as const, creditCode: 'centre' };
  const other = { name: 'other', kind: 'operator' as const, creditCode: 'other' };
  const person = (username: string, organisation: typeof centre) => ({
    username,
    name: username,
    password,
    roles: [Role.Trader],
    organisation,
  });
  await served.app.get(PeopleService).ensure([person('tom', centre), person('tia', centre), person('olga', other)]);
  tom = await Person.signIn(served.url, 'tom', password);
  tia = await Person.signIn(served.url, 'tia', password);
  stranger = await Person.signIn(served.url, 'olga', password);
});

const DATE = '2024-12-24';
const DEALS = `deal_id,trade_date,account,product,side,quantity,price,amount
D1,${DATE},A1,CEA24,buy,100,97.50,9750.00
D2,${DATE},A2,CEA24,sell,20,97.50,1950.00
`;
const REGISTRY = `line_id,date,account,product,quantity,reference
R1,${DATE},A1,CEA24,100,D1
R2,${DATE},A2,CEA24,20,D2
`;
const bank = (second: string, extra = '') => `流水号,日期,账号,金额,用途
B1,2024/12/24,A1,"９，７５０．００",D1
B2,20241224,A2,${second},D2
${extra}`;
const MAPPING = { line_id: '流水号', value_date: '日期', account: '账号', amount: '金额', reference: '用途' };

function upload(who: Person, book: string, content: string | Buffer, more: Record<string, string> = {}, date = DATE) {
  const form = new FormData();
  form.set('file', new Blob([content as BlobPart]), `${book}.csv`);
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return who.call<Day>('POST', `/reconciliation/days/${date}/books/${book}`, form);
}
const match = () => tom.post<Day>(`/reconciliation/days/${DATE}/match`);
const breaks = async (): Promise<Break[]> =>
  (await tom.get<{ items: Break[] }>(`/reconciliation/days/${DATE}/breaks`)).body.items;

it('takes each book once, with its control totals, and refuses what does not agree', async () => {
  expect((await upload(tom, 'deals', DEALS, { lines: '3' })).body.code).toBe('CONTROL_TOTAL');
  expect((await upload(tom, 'deals', DEALS, { lines: '2', total: '11,701.00' })).body.code).toBe('CONTROL_TOTAL');
  expect((await upload(tom, 'deals', 'deal_id,amount\n', {})).body.code).toBe('STATEMENT_COLUMNS');
  const taken = await upload(tom, 'deals', DEALS, { lines: '2', total: '11,700.00' });
  expect([taken.status, taken.body.files]).toEqual([
    200,
    [expect.objectContaining({ book: 'deals', lines: 2, total: '11700' })],
  ]);
  expect((await upload(tia, 'deals', DEALS, {}, '2024-12-25')).body.code).toBe('STATEMENT_TWICE');
  expect((await match()).body.code).toBe('BOOKS_MISSING');
  await upload(tom, 'registry', REGISTRY);
});

it('reads a bank’s own columns, full-width digits and dates, and remembers the columns', async () => {
  expect((await upload(tom, 'bank', bank('1949.00'))).body.code).toBe('STATEMENT_COLUMNS');
  const taken = await upload(tom, 'bank', bank('1949.00'), { mapping: JSON.stringify(MAPPING), total: '11699' });
  expect([taken.status, taken.body.code]).toEqual([200, undefined]);
  const { body } = await match();
  expect(body).toMatchObject({ open: 1, totals: { deals: 2, matched: 1, amount_differs: 1 } });
  expect(await breaks()).toMatchObject([{ kind: 'amount_differs', dealId: 'D2', difference: '-1', status: 'open' }]);
});

it('keeps an explanation over a new matching, opens it again where the difference is another one', async () => {
  const [found] = await breaks();
  const explain = (id: string) =>
    tom.post(`/reconciliation/breaks/${id}/explain`, { resolution: 'source_error', note: 'the bank corrects it' });
  expect((await explain(found!.id)).status).toBe(204);
  await match();
  expect(await breaks()).toMatchObject([{ id: found!.id, status: 'explained' }]);
  expect((await upload(tom, 'bank', bank('1948.00'))).status).toBe(200);
  expect((await tom.post(`/reconciliation/days/${DATE}/close`)).body.code).toBe('DAY_NOT_MATCHED');
  await match();
  expect(await breaks()).toMatchObject([{ id: found!.id, status: 'open', difference: '-2' }]);
});

it('closes only when a second person has settled every difference; a closed day stays', async () => {
  const [found] = await breaks();
  const close = () => tom.post<Day>(`/reconciliation/days/${DATE}/close`);
  expect((await close()).body.code).toBe('DAY_HAS_BREAKS');
  expect((await tom.post(`/reconciliation/breaks/${found!.id}/settle`)).body.code).toBe('BREAK_ENDED');
  await tom.post(`/reconciliation/breaks/${found!.id}/explain`, { resolution: 'write_off', note: 'two yuan of fee' });
  expect((await tom.post(`/reconciliation/breaks/${found!.id}/settle`)).body.code).toBe('SAME_PERSON');
  expect((await stranger.post(`/reconciliation/breaks/${found!.id}/settle`)).status).toBe(404);
  expect((await tia.post(`/reconciliation/breaks/${found!.id}/settle`)).status).toBe(204);
  const { body } = await close();
  expect(body).toMatchObject({ status: 'closed', open: 0, explained: 0, resolved: 1 });
  const [, payload] = body.jws!.split('.');
  expect(JSON.parse(Buffer.from(payload!, 'base64url').toString())).toMatchObject({ date: DATE, resolved: 1 });
  expect((await match()).body.code).toBe('DAY_CLOSED');
  expect((await upload(tom, 'bank', bank('1950.00'))).body.code).toBe('DAY_CLOSED');
  await expect(database.source.query(`UPDATE recon_break SET note = 'x'`)).rejects.toThrow('the day is closed');
  await expect(database.source.query(`UPDATE recon_day SET totals = '{}'`)).rejects.toThrow('the day is closed');
});

it('names the row and the field of a bad cell', async () => {
  await upload(tom, 'deals', DEALS.replaceAll(DATE, '2024-12-26'), {}, '2024-12-26');
  await upload(tom, 'registry', REGISTRY.replaceAll(DATE, '2024-12-26'), {}, '2024-12-26');
  await upload(tom, 'bank', bank('19x0.00', ' '), {}, '2024-12-26');
  const { status, body } = await tom.post<Day>('/reconciliation/days/2024-12-26/match');
  expect([status, body.code]).toEqual([422, 'INVALID_INPUT']);
  expect(body.faults).toEqual([expect.objectContaining({ table: 'bank', column: 'amount', code: 'NOT_A_NUMBER' })]);
});
