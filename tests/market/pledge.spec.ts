/** Pledges: valued with a source, lent on up to a limit, handed on, released as far as the rest covers; income rights and their term. */
import { Office } from './office';

interface Pledge {
  hold: string;
  lender: string;
  left: string;
  value: string;
  limit: string;
  loan: string | null;
  status: string;
}

const office = new Office();
const { organisations } = office;
const DAY = '2026-03-31';
const today = (offset = 0): string =>
  new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  await office.open();
  for (const asset of [
    { code: 'CEA25', kind: 'allowance', vintage: 2025 },
    { code: 'SINK-1', kind: 'sink_credit', vintage: 2025 },
  ])
    expect((await office.asset(asset)).status).toBe(201);
  await office.done('rita', 'rolf', {
    ...{ operation: 'allocate', asset: 'CEA25', amount: '10000', holder: organisations.smelter, document: 'list 1' },
  });
}, 60_000);

const pledge = (more: object = {}) => ({
  ...{ operation: 'pledge', asset: 'CEA25', amount: '1000', lender: '内蒙古银行', document: 'contract 1' },
  ...{ unitPrice: '70.00', priceSource: 'appraisal 7', priceDate: '2026-03-20', businessDate: DAY, loan: '49000.00' },
  ...more,
});
const pledges = async (who: string, query = ''): Promise<Pledge[]> =>
  (await office.people[who]!.get<{ items: Pledge[] }>(`/registry/pledges${query}`)).body.items;

it.each([
  ['more than the value less the haircut', { loan: '49000.01' }, 'PLEDGE_LOAN'],
  ['a haircut below the rule', { haircut: '0.2999' }, 'PLEDGE_HAIRCUT'],
  ['a stricter lender', { haircut: '0.50' }, 'PLEDGE_LOAN'],
  ['a price without a source', { priceSource: undefined }, 'PLEDGE_PRICE_SOURCE'],
  ['a price without a day', { priceDate: undefined }, 'PLEDGE_PRICE_SOURCE'],
  ['an old price', { priceDate: '2026-02-28' }, 'PLEDGE_PRICE_AGE'],
  ['a price of tomorrow', { priceDate: '2026-04-01' }, 'PLEDGE_PRICE_AGE'],
  ['a price above the published close', { unitPrice: '500.00', loan: '1.00' }, 'PLEDGE_PRICE_ABOVE'],
  ['no loan', { loan: undefined }, 'OPERATION_NEEDS'],
  ['no price and no close', { unitPrice: undefined, businessDate: '2030-01-01' }, 'PLEDGE_PRICE_MISSING'],
])('refuses %s', async (_, more, code) => {
  expect((await office.ask('anna', pledge(more))).body.code).toBe(code);
});

it('says by which figures a loan is too large', async () => {
  const { body } = await office.ask('anna', pledge({ loan: '60000.00' }));
  expect(body.detail).toBe(
    'A loan of 60000.00 yuan is over the limit of 49000.00: 1000 t CO2e at 70.00 yuan (appraisal 7, 2026-03-20) are worth 70000.00, less a haircut of 0.30',
  );
});

it('takes the last published close where no price is given', async () => {
  const made = await office.done('anna', 'rita', pledge({ amount: '10', unitPrice: undefined, loan: '1.00' }));
  // As published for 2026-03-30.
  expect(made.details).toMatchObject({
    ...{ priceSource: '收盘价 closing price', priceDate: '2026-03-30', unitPrice: '79.91', value: '799.10' },
    haircut: '0.30',
  });
  await office.done('tom', 'rita', {
    ...{ operation: 'unpledge', asset: 'CEA25', hold: made.transfer, holder: organisations.smelter, document: 'paid' },
  });
  expect(await pledges('anna')).toMatchObject([{ status: 'released', left: '0', loan: null }]);
});

it('is handed on as a whole, and released in part as far as the rest covers what is lent', async () => {
  const { transfer: hold } = await office.done('anna', 'rita', pledge());
  expect(await office.balances('anna')).toMatchObject({ 'CEA25 available': '9000', 'CEA25 pledge 内蒙古银行': '1000' });
  const handOn = {
    operation: 'transfer_pledge',
    asset: 'CEA25',
    holder: organisations.smelter,
    document: 'deed',
    hold,
  };
  expect((await office.ask('anna', { ...handOn, lender: '某资产公司' })).body.code).toBe('OPERATION_ROLE');
  expect((await office.ask('tom', { ...handOn, lender: '内蒙古银行' })).body.code).toBe('PLEDGE_SAME_LENDER');
  expect((await office.ask('tom', { ...handOn, lender: '某资产公司', amount: '10' })).body.code).toBe('PLEDGE_WHOLE');
  const next = await office.done('tom', 'rita', { ...handOn, lender: '某资产公司' });
  expect(await office.balances('anna')).toMatchObject({
    ...{ 'CEA25 pledge 内蒙古银行': '0', 'CEA25 pledge 某资产公司': '1000' },
  });
  expect((await pledges('anna')).map(({ lender, status, loan }) => [lender, status, loan])).toEqual([
    ['某资产公司', 'open', '49000.00'],
    ['内蒙古银行', 'handed_on', null],
    ['内蒙古银行', 'released', null],
  ]);
  const release = { operation: 'unpledge', asset: 'CEA25', hold: next.transfer, holder: organisations.smelter };
  const part = { ...release, document: 'part', amount: '400' };
  expect((await office.ask('tom', part)).body.code).toBe('PLEDGE_LOAN');
  await office.done('tom', 'rita', { ...part, loan: '29400.00' });
  expect((await pledges('anna', '?open=true'))[0]).toMatchObject({
    ...{ left: '600', value: '42000.00', limit: '29400.00', loan: '29400.00', status: 'open' },
  });
  // The old lender's pledge is over: its number releases nothing.
  const old = await office.ask('tom', { ...release, hold, document: 'old' });
  const { body } = await office.people.rita!.post<{ status: string; refusal: { code: string } }>(
    `/registry/operations/${old.body.id}/approve`,
  );
  expect(body).toMatchObject({ status: 'refused', refusal: { code: 'HOLD_EXCEEDED' } });
  expect(await pledges('carl')).toEqual([]);
  expect((await pledges('tom', '?open=true')).map(({ lender }) => lender)).toEqual(['某资产公司']);
});

it('stands in the statement of the account', async () => {
  const { body } = await office.people.anna!.get<{ items: { id: string; ref: string }[] }>('/ledger/accounts');
  const { id } = body.items.find(({ ref }) => ref === '某资产公司')!;
  const { Workbook } = await import('exceljs');
  const book = new Workbook();
  await book.xlsx.load((await office.people.anna!.bytes(`/registry/accounts/${id}/statement`)) as never);
  const rows = book.getWorksheet('质押 Pledges')!.getSheetValues() as unknown as string[][];
  expect(rows[2]!.slice(3, 12)).toEqual([
    ...['某资产公司', '1000', '600', '70.00', 'appraisal 7，2026-03-20', '42000.00', '0.30', '29400.00', '29400.00'],
  ]);
});

it('keeps income rights for their term: registered by those who may, pledged by appraisal, written off at the end', async () => {
  const right = {
    code: 'INC-SINK-1',
    kind: 'income_right',
    validFrom: '2026-01-01',
    basis: 'income of sink project 1',
  };
  expect((await office.asset(right)).body.code).toBe('TERM_NEEDED');
  expect((await office.asset({ ...right, validTo: '2025-12-31' })).body.code).toBe('TERM_ORDER');
  expect((await office.asset({ ...right, validTo: '2035-12-31', basis: undefined })).body.code).toBe('TERM_NEEDED');
  expect((await office.asset({ code: 'CEA26', kind: 'allowance', validTo: '2030-01-01' })).body.code).toBe('TERM_NONE');
  expect((await office.asset({ ...right, validTo: '2035-12-31' })).status).toBe(201);
  expect((await office.asset({ ...right, code: 'INC-OLD', validFrom: '2020-01-01', validTo: today(-1) })).status).toBe(
    201,
  );
  const register = { operation: 'register', amount: '100', holder: organisations.plant, document: 'contract' };
  expect((await office.ask('carl', { ...register, asset: 'INC-SINK-1' })).body.code).toBe('OPERATION_ROLE');
  expect((await office.ask('tom', { ...register, asset: 'CEA25' })).body.code).toBe('OPERATION_NOT_ALLOWED');
  expect((await office.ask('tom', { ...register, asset: 'INC-OLD' })).body.code).toBe('TERM_ENDED');
  await office.done('tom', 'rita', { ...register, asset: 'INC-SINK-1' });
  await office.done('tom', 'rita', { ...register, asset: 'INC-OLD', businessDate: '2020-06-01' });
  const security = { operation: 'pledge', asset: 'INC-SINK-1', amount: '100', lender: 'bank', document: 'c' };
  expect((await office.ask('carl', { ...security, loan: '1' })).body.code).toBe('PLEDGE_PRICE_MISSING');
  const priced = { unitPrice: '25000', priceSource: 'appraisal', priceDate: today() };
  expect((await office.ask('carl', { ...security, ...priced, loan: '1250000.01' })).body.code).toBe('PLEDGE_LOAN');
  await office.done('carl', 'rita', { ...security, ...priced, loan: '1250000' });
  expect(await office.balances('carl')).toMatchObject({ 'INC-SINK-1 available': '0', 'INC-SINK-1 pledge bank': '100' });
  expect((await office.ask('carl', { ...security, ...priced, asset: 'INC-OLD', loan: '1' })).body.code).toBe(
    'TERM_ENDED',
  );
  const end = { operation: 'expire', amount: '100', holder: organisations.plant, document: 'end' };
  expect((await office.ask('tom', { ...end, asset: 'INC-SINK-1' })).body.code).toBe('TERM_RUNS');
  await office.done('tom', 'rita', { ...end, asset: 'INC-OLD' });
  expect(await office.balances('carl')).toMatchObject({ 'INC-OLD available': '0', 'INC-OLD retired': '100' });
});
