/** The registry over HTTP: two people, holds, surrender with its limits, what a tenant may not do. */
import { LedgerModule, ledgerMigrations } from '@qingheng/ledger';
import { marketMigrations, MarketModule } from '@qingheng/market';
import { pipelineMigrations } from '@qingheng/pipeline';
import { PeopleService, platformMigrations, ReportModule, Role } from '@qingheng/platform';
import { serve, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { Person } from '../support/person';

interface Operation {
  id: string;
  status: string;
  refusal: { code?: string; detail?: object } | null;
  transfer: string | null;
}

const database = withDatabase([
  ...[...platformMigrations, ...ledgerMigrations, ...pipelineMigrations, ...marketMigrations],
]);
const password = 'quite a long password';
let served: TestApp;
const people: Record<string, Person> = {};
const organisations: Record<string, string> = {};

beforeAll(async () => {
  served = await serve(database, { imports: [ReportModule, LedgerModule.serving(), MarketModule.serving()] });
  const smelter = { name: 'smelter', kind: 'enterprise' as const, creditCode: 'smelter' };
  const plant = { name: 'plant', kind: 'enterprise' as const, creditCode: 'plant' };
  const bureau = { name: 'bureau', kind: 'regulator' as const, creditCode: 'bureau' };
  const person = (username: string, roles: Role[], organisation: typeof smelter | typeof bureau) => ({
    username,
    name: username,
    password,
    roles,
    organisation,
  });
  await served.app
    .get(PeopleService)
    .ensure([
      person('anna', [Role.Filer], smelter),
      person('bert', [Role.Filer], smelter),
      person('carl', [Role.Filer], plant),
      person('rita', [Role.Regulator], bureau),
      person('rolf', [Role.Regulator], bureau),
    ]);
  for (const name of ['anna', 'bert', 'carl', 'rita', 'rolf'])
    people[name] = await Person.signIn(served.url, name, password);
  for (const { id, name } of await database.source.query('SELECT id, name FROM organisation')) organisations[name] = id;
  for (const [code, kind, vintage] of [
    ['CEA24', 'allowance', 2024],
    ['CEA25', 'allowance', 2025],
    ['CCER-24', 'ccer', 2024],
  ])
    expect((await people.rita!.post('/registry/assets', { code, kind, vintage })).status).toBe(201);
});

const ask = (who: string, body: object) => people[who]!.post<Operation>('/registry/operations', body);
async function done(maker: string, checker: string, body: object): Promise<Operation> {
  const asked = await ask(maker, body);
  expect([asked.status, asked.body.code]).toEqual([201, undefined]);
  const answer = await people[checker]!.post<Operation>(`/registry/operations/${asked.body.id}/approve`);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body;
}
const balances = async (who: string): Promise<Record<string, string>> => {
  const { body } = await people[who]!.get<{
    items: { asset: string; purpose: string; ref: string; balance: string }[];
  }>('/ledger/accounts');
  return Object.fromEntries(
    body.items.map(({ asset, purpose, ref, balance }) => [`${asset} ${purpose}${ref && ` ${ref}`}`, balance]),
  );
};
const allocate = (asset: string, amount: string, holder = 'smelter') => ({
  operation: asset.startsWith('CCER') ? 'issue' : 'allocate',
  asset,
  amount,
  holder: organisations[holder],
  document: 'list 1',
  businessDate: '2025-10-01',
});

it('allocates with two people, never with one, and only by those who may', async () => {
  expect((await ask('anna', allocate('CEA24', '1000'))).body.code).toBe('OPERATION_ROLE');
  const { body } = await ask('rita', allocate('CEA24', '1000'));
  expect(body.status).toBe('proposed');
  expect((await people.rita!.post(`/registry/operations/${body.id}/approve`)).body.code).toBe('SAME_PERSON');
  const approved = await people.rolf!.post<Operation>(`/registry/operations/${body.id}/approve`);
  expect(approved.body).toMatchObject({ status: 'posted', refusal: null });
  expect((await people.rolf!.post(`/registry/operations/${body.id}/approve`)).body.code).toBe('OPERATION_ENDED');
  expect(await balances('anna')).toEqual({ 'CEA24 available': '1000' });
});

it('holds and releases at once; units on hold cannot be sold', async () => {
  const { body: held } = await ask('anna', { operation: 'hold', asset: 'CEA24', amount: '900' });
  expect(held.status).toBe('posted');
  const sold = await done('anna', 'bert', {
    operation: 'transfer',
    asset: 'CEA24',
    amount: '200',
    counterparty: organisations.plant,
    document: 'contract',
  });
  expect(sold).toMatchObject({
    status: 'refused',
    refusal: { code: 'LIMIT', detail: { available: '100', asked: '200' } },
  });
  const { body: released } = await ask('anna', {
    operation: 'release',
    asset: 'CEA24',
    hold: held.transfer,
    amount: '300',
  });
  expect(released.status).toBe('posted');
  expect(await balances('anna')).toEqual({ 'CEA24 available': '400', 'CEA24 order_hold': '600' });
  expect((await ask('carl', { operation: 'release', asset: 'CEA24', hold: held.transfer })).body).toMatchObject({
    status: 'refused',
    refusal: { code: 'UNKNOWN_HOLD' },
  });
  await ask('anna', { operation: 'release', asset: 'CEA24', hold: held.transfer });
  expect(await balances('anna')).toMatchObject({ 'CEA24 available': '1000' });
});

it('surrenders what counts for the year, offsets up to five per cent, and not a tonne more than is due', async () => {
  const surrender = (asset: string, amount: string, operation = 'surrender') => ({
    operation,
    asset,
    amount,
    year: 2024,
    businessDate: '2025-12-30',
  });
  expect((await ask('anna', surrender('CEA24', '10'))).body.code).toBe('NO_OBLIGATION');
  const path = `/registry/obligations/${organisations.smelter}/2024`;
  const recorded = await people.rita!.put(path, { due: '999', basis: 'verified report 2024' });
  expect(recorded.body).toMatchObject({ due: '999', offsetLimit: '49', left: '999', holding: '1000', shortfall: '0' });
  await done('rita', 'rolf', allocate('CEA25', '50'));
  await done('rita', 'rolf', allocate('CCER-24', '100'));
  expect((await ask('anna', surrender('CEA25', '10'))).body.code).toBe('VINTAGE_NOT_ELIGIBLE');
  expect((await ask('anna', surrender('CCER-24', '50', 'offset'))).body.code).toBe('OFFSET_OVER_LIMIT');
  await done('anna', 'bert', surrender('CCER-24', '49', 'offset'));
  expect((await ask('anna', surrender('CCER-24', '1', 'offset'))).body.code).toBe('OFFSET_OVER_LIMIT');
  expect((await ask('anna', surrender('CEA24', '951'))).body.code).toBe('SURRENDER_OVER_DUE');
  expect((await done('anna', 'bert', surrender('CEA24', '950'))).status).toBe('posted');
  const { body } = await people.anna!.get<{ items: object[] }>('/registry/obligations');
  expect(body.items).toMatchObject([{ surrendered: '999', offset: '49', left: '0', shortfall: '0', holding: '50' }]);
  expect(await balances('anna')).toMatchObject({ 'CEA24 surrendered 2024': '950', 'CCER-24 surrendered 2024': '49' });
});

it('two surrenders at the same moment do not both fit into what is left', async () => {
  await people.rita!.put(`/registry/obligations/${organisations.plant}/2024`, { due: '100', basis: 'report' });
  await done('rita', 'rolf', allocate('CEA24', '300', 'plant'));
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ask('carl', { operation: 'surrender', asset: 'CEA24', amount: '60', year: 2024 })),
  );
  expect(answers.map(({ body }) => body.code ?? body.status).sort()).toEqual([
    'SURRENDER_OVER_DUE',
    'SURRENDER_OVER_DUE',
    'SURRENDER_OVER_DUE',
    'SURRENDER_OVER_DUE',
    'proposed',
  ]);
});

it('carries an old vintage over one for one, and freezes by order of a court', async () => {
  const carried = await done('rita', 'rolf', {
    operation: 'carry_over',
    asset: 'CEA24',
    into: 'CEA25',
    amount: '20',
    holder: organisations.smelter,
    document: 'application 7',
    businessDate: '2026-06-20',
  });
  expect(carried.status).toBe('posted');
  expect(await balances('anna')).toMatchObject({
    'CEA24 available': '30',
    'CEA24 carried_over': '20',
    'CEA25 available': '70',
  });
  const court = { asset: 'CEA24', holder: organisations.smelter, document: 'order 3', reason: 'claim' };
  const frozen = await done('rita', 'rolf', { ...court, operation: 'freeze', amount: '30' });
  const seized = await done('rita', 'rolf', {
    ...court,
    operation: 'seize',
    hold: frozen.transfer,
    amount: '10',
    counterparty: organisations.plant,
  });
  expect(seized.status).toBe('posted');
  expect(await balances('anna')).toMatchObject({ 'CEA24 available': '0', 'CEA24 judicial': '20' });
});

it('shows a holder its own statement and nobody else’s; those who oversee see that all adds up', async () => {
  const { body: accounts } = await people.anna!.get<{ items: { id: string; asset: string; purpose: string }[] }>(
    '/ledger/accounts',
  );
  const { id } = accounts.items.find(({ asset, purpose }) => asset === 'CEA24' && purpose === 'available')!;
  const { body } = await people.anna!.get<{
    items: { kind: string; amount: string; balance: string }[];
    nextCursor: string;
  }>(`/ledger/accounts/${id}/entries?limit=2`);
  expect(body.items.map(({ kind, amount, balance }) => [kind, amount, balance])).toEqual([
    ['freeze', '-30', '0'],
    ['carry_over', '-20', '30'],
  ]);
  const more = await people.anna!.get<{ items: { kind: string }[] }>(
    `/ledger/accounts/${id}/entries?limit=2&cursor=${body.nextCursor}`,
  );
  expect(more.body.items[0]!.kind).toBe('surrender');
  expect((await people.carl!.get(`/ledger/accounts/${id}/entries`)).status).toBe(404);
  expect((await people.carl!.get('/ledger/trial-balance')).status).toBe(403);
  const trial = await people.rita!.get<{ asset: string; sum: string }[]>('/ledger/trial-balance');
  expect(trial.body.map(({ asset, sum }) => [asset, sum])).toEqual([
    ['CCER-24', '0'],
    ['CEA24', '0'],
    ['CEA25', '0'],
  ]);
  const state = await people.rita!.get<{ faults: unknown[]; transfers: number }>('/ledger/verification');
  expect(state.body.faults).toEqual([]);
});

it('gives a holder its positions by vintage and its statement as a workbook, and proves that all that was issued is somewhere', async () => {
  const { body: positions } =
    await people.anna!.get<{ asset: string; tradable: string; held: string; surrendered: string }[]>(
      '/ledger/positions',
    );
  expect(positions.map(({ asset }) => asset)).toEqual(['CEA24', 'CEA25', 'CCER-24']);
  expect(positions[0]).toMatchObject({ tradable: '0', held: '20' });
  const { body: proof } = await people.rita!.get<{ asset: string; issued: string; agrees: boolean }[]>('/ledger/proof');
  expect(proof.map(({ agrees }) => agrees)).toEqual([true, true, true]);
  expect((await people.anna!.get('/ledger/proof')).status).toBe(403);
  const { body: accounts } = await people.anna!.get<{ items: { id: string; asset: string; purpose: string }[] }>(
    '/ledger/accounts',
  );
  const { id } = accounts.items.find(({ asset, purpose }) => asset === 'CEA24' && purpose === 'available')!;
  const { Workbook } = await import('exceljs');
  const book = new Workbook();
  await book.xlsx.load((await people.anna!.bytes(`/registry/accounts/${id}/statement`)) as never);
  const rows = book.worksheets[0]!.getSheetValues() as unknown as string[][];
  expect(rows.slice(5, 7).map((row) => row.slice(2, 5))).toEqual([
    ['freeze', '-30', '0'],
    ['carry_over', '-20', '30'],
  ]);
  expect((await people.carl!.get(`/registry/accounts/${id}/statement`)).status).toBe(404);
});
