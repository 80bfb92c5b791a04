/** Rosters through HTTP and a worker: taken in whole or not at all, sealed, masked, faults named in the very file. */
import { Workbook } from 'exceljs';
import {
  type Bureau,
  migrations,
  openBureau,
  programmeBody,
  startBureauWorker,
  uploaded,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { madeHousehold, ROSTER_HEADER, rosterCsv, rosterLine } from '../../../../tests/support/rosters';
import { endLostRosters } from '../settle-lost';

const database = withDatabase(migrations);
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);

const drafted = async (more: object = {}): Promise<string> =>
  (await bureau.clerk.post<{ id: string }>('/compensation/programmes', programmeBody(more))).body.id;
const households = (n: number, banner = '152501', from = 0) =>
  Array.from({ length: n }, (_, i) => madeHousehold(from + i, banner));
const stored = async (programme: string): Promise<number> =>
  (
    await database.source.query('SELECT count(*)::int AS n FROM compensation_household WHERE programme_id = $1', [
      programme,
    ])
  )[0].n;

it('takes a roster in, sealed, and lists it masked', async () => {
  const programme = await drafted();
  const made = households(300);
  const roster = await uploaded(bureau, programme, made);
  expect(roster).toMatchObject({ status: 'accepted', households: 300, faultCount: null, faultFile: null });
  const { body } = await bureau.clerk.get<{ items: Record<string, string>[] }>(
    `/compensation/programmes/${programme}/households?banner=152501&limit=2`,
  );
  const [first] = made;
  expect(body.items[0]).toMatchObject({
    number: first!.household_id,
    name: `${first!.name[0]}${'*'.repeat(first!.name.length - 1)}`,
    identity: `152501********${first!.identity.slice(-4)}`,
    card: `**** ${first!.card.slice(-4)}`,
    quantities: { ban_mu: first!.ban_mu, balance_mu: first!.balance_mu },
  });
  const rows: { sealed: Buffer }[] = await database.source.query(
    `SELECT sealed, to_jsonb(h) - 'sealed' AS rest FROM compensation_household h WHERE programme_id = $1`,
    [programme],
  );
  const atRest = rows.map(({ sealed, ...rest }) => sealed.toString('latin1') + JSON.stringify(rest)).join('\n');
  for (const { name, identity, card } of made)
    for (const clear of [name, identity, card]) expect(atRest).not.toContain(clear);
  const search = (number: string) =>
    bureau.clerk.post<object[]>(`/compensation/programmes/${programme}/households/search`, { by: 'identity', number });
  expect((await search(made[7]!.identity)).body).toMatchObject([{ number: made[7]!.household_id, allotmentId: null }]);
  expect((await search(madeHousehold(9_999, '152501').identity)).body).toEqual([]);
  expect((await bureau.stranger.get(`/compensation/programmes/${programme}/households?banner=152501`)).status).toBe(
    404,
  );
});

it('keeps the uploaded file sealed, too, and removes it once it is taken in', async () => {
  const programme = await drafted();
  const made = households(20, '152501', 500);
  const bad = await uploaded(bureau, programme, [...made, { ...made[0]!, household_id: 'x' }]);
  const { readdirSync, readFileSync } = await import('node:fs');
  const files = (
    readdirSync(database.config.dataDir, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1'));
  expect(bad.status).toBe('refused');
  expect(files.length).toBeGreaterThan(0);
  for (const content of files) expect(content).not.toContain(made[3]!.identity);
  const good = await uploaded(bureau, programme, made);
  const [{ file }] = await database.source.query('SELECT file FROM compensation_roster WHERE id = $1', [good.id]);
  expect(file).toBeNull();
});

it('names every fault, takes in nothing, and gives the file back with its bad cells coloured', async () => {
  const programme = await drafted();
  const made = households(12, '152501', 1_000);
  made[0]!.ban_mu = '-5';
  made[1]!.ban_mu = '1.234';
  made[2]!.balance_mu = '';
  made[3]!.identity = made[3]!.identity.replace(/.$/, (c) => (c === '1' ? '2' : '1'));
  made[4]!.card = made[4]!.card.replace(/.$/, (c) => String((Number(c) + 1) % 10));
  made[5]!.banner = '150725';
  made[6]!.year = '2022';
  made[7]!.household_id = made[8]!.household_id;
  made[9]!.identity = made[10]!.identity;
  made[9]!.card = made[10]!.card;
  made[10]!.banner = '152502';
  made[11]!.ban_mu = 'ten';
  const roster = await uploaded(bureau, programme, made);
  expect(roster).toMatchObject({ status: 'refused', households: null, faultCount: 14 });
  expect(roster.faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
    '2 ban_mu NEGATIVE_QUANTITY',
    '3 ban_mu TOO_MANY_DECIMALS',
    '4 balance_mu REQUIRED',
    '5 identity IDENTITY_NUMBER_WRONG',
    '6 card CARD_NUMBER_WRONG',
    '7 banner UNKNOWN_BANNER',
    '8 year OTHER_YEAR',
    '9 household_id HOUSEHOLD_TWICE',
    '10 household_id HOUSEHOLD_TWICE',
    '11 card CARD_TWICE',
    '11 identity IDENTITY_TWICE',
    '12 card CARD_TWICE',
    '12 identity IDENTITY_TWICE',
    '13 ban_mu NOT_A_NUMBER',
  ]);
  expect(await stored(programme)).toBe(0);
  const book = new Workbook();
  await book.xlsx.load((await bureau.clerk.bytes(`/compensation/rosters/${roster.id}/faults`)) as never);
  const sheet = book.worksheets[0]!;
  expect(sheet.rowCount).toBe(13);
  const filled = (row: number, column: number) =>
    sheet.getRow(row).getCell(column).fill as { pattern?: string } | undefined;
  const solid = (row: number, column: number) => filled(row, column)?.pattern === 'solid';
  expect([solid(2, 7), solid(2, 8), solid(5, 5), solid(5, 6), solid(12, 6)]).toEqual([true, false, true, false, true]);
  expect(sheet.getRow(12).getCell(5).value).toBe(made[10]!.identity); // all 18 digits, as text
  expect(sheet.getRow(12).getCell(9).value).toContain('152501');
});

it('gives a large file back as CSV with a column of reasons', async () => {
  const programme = await drafted();
  const made = households(5_001, '152501', 10_000);
  made[4_999]!.balance_mu = '-1.00';
  made[17]!.name = '="a","b"';
  const text = rosterCsv(made).replace(/="a","b"/, '"=""a"",""b"""');
  const roster = await uploaded(bureau, programme, text);
  expect(roster).toMatchObject({ status: 'refused', faultCount: 2 });
  expect(roster.faults).toMatchObject([
    { row: '19', column: 'name', code: 'NAME_CHARACTER' },
    { row: '5001', column: 'balance_mu', code: 'NEGATIVE_QUANTITY' },
  ]);
  const lines = (await bureau.clerk.bytes(`/compensation/rosters/${roster.id}/faults`)).toString('utf8').split('\r\n');
  expect(lines[0]).toBe(`\uFEFF${ROSTER_HEADER},错误 Faults`);
  expect(lines[5_000]).toBe(`${rosterLine(made[4_999]!)},balance_mu：不能为负 / This cannot be negative`);
  expect(lines[18]).toContain('"=""a"",""b"""');
  expect(lines).toHaveLength(5_003);
});

it('finds a household that another roster of the programme holds, in whatever banner', async () => {
  const programme = await drafted();
  const made = households(3, '152501', 2_000);
  expect((await uploaded(bureau, programme, made)).status).toBe('accepted');
  const again = { ...madeHousehold(2_100, '152502'), identity: made[1]!.identity };
  const roster = await uploaded(bureau, programme, [again]);
  expect(roster.faults).toMatchObject([{ row: '2', column: 'identity', code: 'IDENTITY_KNOWN' }]);
  expect(await stored(programme)).toBe(3);
});

it('reads Chinese headings in GB18030', async () => {
  const programme = await drafted();
  const header = '户编号,旗县代码,年度,户主姓名,身份证号,银行卡号,禁牧面积,草畜平衡面积';
  const made = madeHousehold(3_000, '152501', { name: 'X' });
  const line = rosterLine(made).replace(',X,', ',其其格,');
  const { encodeGbk } = await import('../../../../tests/support/gbk');
  const roster = await uploaded(bureau, programme, encodeGbk(`${header}\n${line}\n`));
  expect(roster).toMatchObject({ status: 'accepted', households: 1 });
  const { body } = await bureau.clerk.get<{ items: { name: string }[] }>(
    `/compensation/programmes/${programme}/households?banner=152501`,
  );
  expect(body.items[0]!.name).toBe('其**');
});

it.each([
  ['a heading that nobody knows', `${ROSTER_HEADER},shoe_size\n`, ['ROSTER_HEADER_UNKNOWN']],
  [
    'headings that are missing',
    'household_id,banner,year,name,identity\n',
    ['ROSTER_HEADER_MISSING', 'ROSTER_HEADER_MISSING', 'ROSTER_HEADER_MISSING'],
  ],
  ['no row', `${ROSTER_HEADER}\n`, ['ROSTER_EMPTY']],
  ['an empty file', ' ', ['ROSTER_HEADER_UNKNOWN', ...Array.from({ length: 8 }, () => 'ROSTER_HEADER_MISSING')]],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0xff, 0xff]), ['NOT_CSV_TEXT']],
])('refuses %s', async (_, content, codes) => {
  const roster = await uploaded(bureau, await drafted(), content);
  expect([roster.status, roster.faults.map(({ code }) => code)]).toEqual(['refused', codes]);
});

it('takes a roster out again as long as the programme is a draft, and takes none in later', async () => {
  const programme = await drafted();
  const roster = await uploaded(bureau, programme, households(5, '152501', 4_000));
  expect((await bureau.clerk.post(`/compensation/rosters/${roster.id}/withdraw`)).status).toBe(204);
  expect(await stored(programme)).toBe(0);
  const [{ n }] = await database.source.query(
    `SELECT count(*)::int AS n FROM audit_entry WHERE subject_id = $1 AND action = 'roster.withdrawn'`,
    [roster.id],
  );
  expect(n).toBe(1);
  await database.source.query('DROP TRIGGER compensation_calculated ON compensation_programme');
  await database.source.query(`UPDATE compensation_programme SET stage = 'calculated', run_id = id WHERE id = $1`, [
    programme,
  ]);
  await expect(uploaded(bureau, programme, households(5, '152501', 4_000))).rejects.toThrow('PROGRAMME_STAGE');
});

it('says so when an import was given up', async () => {
  const programme = await drafted();
  const roster = await uploaded(bureau, programme, households(1, '152501', 5_000));
  await database.source.query(`UPDATE compensation_roster SET status = 'importing', households = NULL WHERE id = $1`, [
    roster.id,
  ]);
  await database.source.query(
    `UPDATE job SET status = 'dead' WHERE id = (SELECT job_id FROM compensation_roster WHERE id = $1)`,
    [roster.id],
  );
  expect(await database.source.transaction(endLostRosters)).toBe(1);
  const { body } = await bureau.clerk.get(`/compensation/rosters/${roster.id}`);
  expect(body).toMatchObject({ status: 'refused', faults: [{ code: 'ROSTER_IMPORT_LOST' }] });
});
