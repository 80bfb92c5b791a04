/** A trading day over HTTP: books handed in, matched, differences settled by two people, the day closed and signed. */
import { LedgerModule, ledgerMigrations } from '@qingheng/ledger';
import { marketMigrations, MarketModule } from '@qingheng/market';
import { PeopleService, platformMigrations, ReportModule, Role } from '@qingheng/platform';
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
  tradeDate: string;
  stake: string | null;
  owner: string | null;
  age: number;
  overdue: boolean;
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
  served = await serve(database, { imports: [ReportModule, LedgerModule.serving(), MarketModule.serving()] });
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

describe('differences that people end', () => {
  const NEXT = '2024-12-27';
  const deals = `deal_id,trade_date,account,product,side,quantity,price,amount
E1,${NEXT},A1,CEA24,buy,10,90.00,900.00
E2,${NEXT},A1,CEA24,buy,20,90.00,1800.00
E3,${NEXT},A2,CEA24,buy,5,90.00,450.00
E4,${NEXT},A3,CEA24,buy,5,90.00,450.00
`;
  const registry = `line_id,date,account,product,quantity,reference
S1,${NEXT},A1,CEA24,10,E1
S2,${NEXT},A1,CEA24,20,E2
S3,${NEXT},A2,CEA24,5,E3
S4,${NEXT},A3,CEA24,5,E4
`;
  // E1 and E2 are paid in one sum from another account; E3 is short of 25 yuan, E4 of three.
  const money = `line_id,value_date,account,amount,reference,memo
M1,${NEXT},A9,2700.00,,
M3,${NEXT},A2,425.00,E3,
M4,${NEXT},A3,447.00,E4,
`;
  const day = `/reconciliation/days/${NEXT}`;
  const plain = Object.fromEntries(Object.keys(MAPPING).map((name) => [name, name]));
  const found = async () =>
    new Map(
      (await tom.get<{ items: Break[] }>(`${day}/breaks`)).body.items.map((one) => [one.dealId ?? one.kind, one]),
    );
  const explain = (id: string, body: object) =>
    tom.post(`/reconciliation/breaks/${id}/explain`, { note: 'seen', ...body });
  const settle = (...ids: string[]) => tia.post('/reconciliation/breaks/settle', { ids });

  beforeAll(async () => {
    await upload(tom, 'deals', deals, {}, NEXT);
    await upload(tom, 'registry', registry, {}, NEXT);
    await upload(tom, 'bank', money, { mapping: JSON.stringify(plain) }, NEXT);
    const { body } = await tom.post<Day>(`${day}/match`);
    expect(body).toMatchObject({
      open: 5,
      totals: { deals: 4, amount_differs: 2, missing_in_bank: 2, not_in_deals: 1 },
    });
  });

  it('says what each is about, how old it is in trading days, and who sees to it', async () => {
    const breaks = await found();
    expect([...breaks].map(([name, { stake }]) => [name, stake]).sort()).toEqual([
      ['E1', '900.00'],
      ['E2', '1800.00'],
      ['E3', '25.00'],
      ['E4', '3.00'],
      ['not_in_deals', '2700.00'],
    ]);
    expect(breaks.get('E3')).toMatchObject({ overdue: true, owner: null, tradeDate: NEXT });
    expect(breaks.get('E3')!.age).toBeGreaterThan(390);
    await tom.post('/reconciliation/breaks/assign', { ids: [breaks.get('E3')!.id], mine: true });
    const { body } = await tom.get<{ items: Break[] }>('/reconciliation/breaks?owner=me');
    expect(body.items.map(({ dealId, owner }) => [dealId, owner])).toEqual([['E3', 'tom']]);
    const counts = await tom.get<{ kind: string; bucket: string; count: number }[] & { code?: string }>(
      '/reconciliation/breaks/counts',
    );
    expect(counts.body.find(({ kind }) => kind === 'amount_differs')).toMatchObject({ bucket: '>30', count: 2 });
    expect((await stranger.get<{ items: Break[] }>('/reconciliation/breaks')).body.items).toEqual([]);
  });

  it('shows what could belong to a difference, and lets two people match it by hand, once', async () => {
    const breaks = await found();
    const line = breaks.get('not_in_deals')!;
    const { body } = await tom.get<
      { about: { lineId: string }[]; candidates: { lineId: string }[] } & { code?: string }
    >(`/reconciliation/breaks/${breaks.get('E1')!.id}/candidates`);
    expect(body.about.map(({ lineId }) => lineId)).toEqual(['E1', 'S1']);
    expect((await explain(line.id, { resolution: 'rematch' })).body.code).toBe('REMATCH_LINES');
    await explain(line.id, { resolution: 'rematch', links: { deals: ['E1'] } });
    expect((await settle(line.id)).body.code).toBe('REMATCH_DIFFERS');
    await explain(line.id, { resolution: 'rematch', links: { deals: ['E1', 'E2'] } });
    expect((await settle(line.id)).status).toBe(204);
    const after = await found();
    expect(['E1', 'E2', 'not_in_deals'].map((name) => after.get(name)!.status)).toEqual(Array(3).fill('resolved'));
    // A new matching finds the same, and leaves what people did.
    await tom.post(`${day}/match`);
    expect((await found()).get('E2')!.status).toBe('resolved');
    const [{ group }] = await database.source.query(
      `SELECT match_group AS group FROM recon_line WHERE line_id = 'M1' AND book = 'bank'`,
    );
    expect(group).toBe('E1');
  });

  it('writes off up to the limit, adjusts beyond it, and posts both in the book with two names', async () => {
    const breaks = await found();
    const [three, twentyFive] = [breaks.get('E4')!.id, breaks.get('E3')!.id];
    const both = { ids: [three, twentyFive], resolution: 'write_off', note: 'small' };
    expect((await tom.post('/reconciliation/breaks/explain', both)).status).toBe(204);
    // All or none: the smaller one stays as well.
    expect((await settle(three, twentyFive)).body.code).toBe('WRITE_OFF_LIMIT');
    expect((await found()).get('E4')!.status).toBe('explained');
    const [{ id: holder }] = await database.source.query(`SELECT id FROM organisation WHERE name = 'other'`);
    const adjustment = { holder, asset: 'CNY', amount: '25.00', direction: 'in' };
    expect((await settle(three)).status).toBe(204);
    expect((await explain(twentyFive, { resolution: 'adjustment' })).body.code).toBe('ADJUSTMENT_NEEDED');
    await explain(twentyFive, { resolution: 'adjustment', adjustment: { ...adjustment, direction: 'out' } });
    expect((await settle(twentyFive)).body.code).toBe('ENTRY_REFUSED');
    await explain(twentyFive, { resolution: 'adjustment', adjustment });
    expect((await settle(twentyFive)).status).toBe(204);
    const entries = await database.source.query(
      `SELECT t.kind, t.amount, a.purpose || ' ' || a.ref AS "from", q.payload->>'checker' IS NOT NULL AS checked
       FROM ledger_transfer t JOIN ledger_account a ON a.id = t.from_account JOIN ledger_request q ON q.id = t.request_id
       WHERE t.business_date = $1 ORDER BY t.id`,
      [NEXT],
    );
    expect(entries).toEqual([
      { kind: 'write_off', amount: '300', from: 'external write_off', checked: true },
      { kind: 'adjustment', amount: '2500', from: 'external ', checked: true },
    ]);
    expect((await tom.post<Day>(`${day}/close`)).body).toMatchObject({ status: 'closed', resolved: 5 });
    const page = (await tom.bytes(`${day}/report`)).toString();
    for (const said of ['2700.00', 'E3', 'tia']) expect(page).toContain(said);
    const { Workbook } = await import('exceljs');
    const book = new Workbook();
    await book.xlsx.load((await tom.bytes(`${day}/report?format=xlsx`)) as never);
    expect(book.worksheets.map(({ rowCount }) => rowCount)).toEqual([expect.any(Number), 6]);
    expect((await stranger.get(`${day}/report`)).status).toBe(404);
  });
});

it('reads a workbook, dates that lost their format and long numbers as they were typed', async () => {
  const { Workbook } = await import('exceljs');
  const book = new Workbook();
  const sheet = book.addWorksheet('流水');
  sheet.addRow(['line_id', 'value_date', 'account', 'amount', 'reference', 'memo']);
  sheet.addRow(['B1', new Date('2024-12-30T00:00:00Z'), 'A1', 9750, 'D1', '']);
  sheet.addRow(['B2', 45656, 'A2', 1950.1, 'D2', '']);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const mapping = JSON.stringify(Object.fromEntries(Object.keys(MAPPING).map((name) => [name, name])));
  const { status, body } = await upload(tom, 'bank', bytes, { mapping, total: '11700.10' }, '2024-12-30');
  expect([status, body.files?.[0]]).toEqual([200, expect.objectContaining({ lines: 2, total: '11700.1' })]);
  await upload(tom, 'deals', DEALS.replaceAll(DATE, '2024-12-30'), {}, '2024-12-30');
  await upload(tom, 'registry', REGISTRY.replaceAll(DATE, '2024-12-30'), {}, '2024-12-30');
  const matched = await tom.post<Day>('/reconciliation/days/2024-12-30/match');
  expect(matched.body).toMatchObject({ open: 1, totals: { matched: 1, amount_differs: 1 } });
  const broken = await upload(tom, 'bank', Buffer.from('PK\x03\x04nothing'), {}, '2024-12-31');
  expect([broken.status, broken.body.faults?.[0]?.code]).toEqual([422, 'NOT_A_WORKBOOK']);
});
