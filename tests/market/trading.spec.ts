/** The market over HTTP: what is offered is held, what is taken is settled, both sides or neither. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerModule, ledgerMigrations } from '@qingheng/ledger';
import { marketMigrations, MarketModule } from '@qingheng/market';
import { PeopleService, platformMigrations, ReportModule, Role } from '@qingheng/platform';
import { serve, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { Person } from '../support/person';

const database = withDatabase([...platformMigrations, ...ledgerMigrations, ...marketMigrations]);
const password = 'quite a long password';
const folder = mkdtempSync(join(tmpdir(), 'qingheng-market-'));
let served: TestApp;
const people: Record<string, Person> = {};
const organisations: Record<string, string> = {};

beforeAll(async () => {
  cpSync(database.config.configDir, folder, { recursive: true });
  // A market with a fee, which the published rules do not name: it is for the operator to enter.
  const rule = (mode: string, more: object) => ({
    kind: 'allowance',
    mode,
    from: '2021-07-16',
    fee: '0.0007',
    source: '测试',
    confidence: 'provisional',
    ...more,
  });
  const rules = [
    rule('listed', { least: '1', most: '99999', band: '0.10' }),
    rule('block', { least: '100000', band: '0.30', fee: '0' }),
    { ...rule('listed', { least: '1' }), kind: 'ccer', fee: '0' },
    rule('auction', { least: '1' }),
  ];
  writeFileSync(join(folder, 'market/rules.yaml'), JSON.stringify(rules));
  Object.assign(database.config, { configDir: folder });
  served = await serve(database, { imports: [ReportModule, LedgerModule.serving(), MarketModule.serving()] });
  const firm = (name: string) => ({ name, kind: 'enterprise' as const, creditCode: name });
  const bureau = { name: 'bureau', kind: 'regulator' as const, creditCode: 'bureau' };
  const person = (username: string, roles: Role[], organisation: ReturnType<typeof firm> | typeof bureau) => ({
    ...{ username, name: username, password, roles, organisation },
  });
  await served.app
    .get(PeopleService)
    .ensure([
      person('sam', [Role.Filer], firm('seller')),
      person('bea', [Role.Filer], firm('buyer')),
      person('ned', [Role.Filer], firm('third')),
      person('tom', [Role.Trader], bureau),
      person('tim', [Role.Trader], bureau),
      person('rita', [Role.Regulator], bureau),
      person('rolf', [Role.Regulator], bureau),
    ]);
  for (const name of ['sam', 'bea', 'ned', 'tom', 'tim', 'rita', 'rolf'])
    people[name] = await Person.signIn(served.url, name, password);
  for (const { id, name } of await database.source.query('SELECT id, name FROM organisation')) organisations[name] = id;
  for (const [code, kind, vintage] of [
    ['CEA24', 'allowance', 2024],
    ['CEA99', 'allowance', 2099],
    ['CCER-24', 'ccer', 2024],
    ['CNY', 'money', undefined],
  ])
    expect((await people.rita!.post('/registry/assets', { code, kind, vintage })).status).toBe(201);
  const given = async (maker: string, checker: string, body: object) => {
    const { body: asked } = await people[maker]!.post<{ id: string }>('/registry/operations', {
      document: 'list',
      ...body,
    });
    expect((await people[checker]!.post(`/registry/operations/${asked.id}/approve`)).body.status).toBe('posted');
  };
  for (const holder of ['seller', 'third'])
    for (const asset of ['CEA24', 'CEA99'])
      await given('rita', 'rolf', { operation: 'allocate', asset, amount: '1000000', holder: organisations[holder] });
  for (const holder of ['buyer', 'third'])
    await given('tom', 'tim', {
      operation: 'deposit',
      asset: 'CNY',
      amount: '20000000.00',
      holder: organisations[holder],
    });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Listing {
  id: string;
  remaining: string;
  status: string;
  organisation: string | null;
  code?: string;
  detail?: string;
}
interface Deal {
  number: string;
  deal: string;
  amount: string;
  code?: string;
}
const offer = (who: string, more: object = {}) =>
  people[who]!.post<Listing>('/market/listings', {
    ...{ side: 'supply', mode: 'listed', asset: 'CEA99', price: '80.00', quantity: '1000', ...more },
  });
const take = (who: string, id: string, quantity: string) =>
  people[who]!.post<Deal>(`/market/listings/${id}/take`, { quantity });
const balance = async (who: string, asset: string, purpose = 'available'): Promise<string> => {
  const { body } = await people[who]!.get<{ items: { asset: string; purpose: string; balance: string }[] }>(
    '/ledger/accounts',
  );
  return body.items.find((row) => row.asset === asset && row.purpose === purpose)?.balance ?? '0';
};
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

it('takes in money for a holder by two people of the trading centre, and for nobody by others', async () => {
  const deposit = { operation: 'deposit', asset: 'CNY', amount: '1.00', document: 'slip', holder: organisations.third };
  const { body: asked } = await people.tom!.post<{ id: string; organisation: string }>('/registry/operations', deposit);
  expect(asked.organisation).toBe('third');
  expect((await people.tom!.post(`/registry/operations/${asked.id}/approve`)).body.code).toBe('SAME_PERSON');
  expect((await people.bea!.post(`/registry/operations/${asked.id}/reject`, { reason: 'x' })).status).toBe(404);
  expect((await people.tim!.post(`/registry/operations/${asked.id}/reject`, { reason: 'no slip' })).body.status).toBe(
    'rejected',
  );
  const sold = { operation: 'hold', asset: 'CEA99', amount: '1', holder: organisations.third };
  expect((await people.sam!.post('/registry/operations', sold)).body.code).toBe('HOLDER_NOT_YOURS');
});

it('holds what is offered, settles what is taken with its fee, and gives back the rest', async () => {
  const { body: listing } = await offer('sam');
  expect([await balance('sam', 'CEA99'), await balance('sam', 'CEA99', 'order_hold')]).toEqual(['999000', '1000']);
  const { status, body: deal } = await take('bea', listing.id, '400');
  expect([status, deal.amount]).toEqual([201, '32000.00']);
  // 0.07 % of 32,000 yuan is 22.40, on each side
  expect([await balance('bea', 'CEA99'), await balance('bea', 'CNY')]).toEqual(['400', '19967977.60']);
  expect([await balance('sam', 'CNY'), await balance('sam', 'CEA99', 'order_hold')]).toEqual(['31977.60', '600']);
  expect((await take('bea', listing.id, '601')).body.code).toBe('LISTING_LESS');
  const { body: cancelled } = await people.sam!.post<Listing>(`/market/listings/${listing.id}/cancel`);
  expect([cancelled.status, cancelled.remaining]).toEqual(['cancelled', '600']);
  expect([await balance('sam', 'CEA99'), await balance('sam', 'CEA99', 'order_hold')]).toEqual(['999600', '0']);
  expect((await take('bea', listing.id, '1')).body.code).toBe('LISTING_ENDED');
});

it('holds the money of a buyer who offers, fee and all, and gives back what rounding left', async () => {
  const before = await balance('bea', 'CNY');
  const { body: listing } = await offer('bea', { side: 'demand', price: '79.99', quantity: '7' });
  expect(await balance('bea', 'CNY', 'order_hold')).toBe('560.32'); // 559.93 and a fee of 0.39
  for (const part of ['3', '4']) expect((await take('sam', listing.id, part)).status).toBe(201);
  // Fees of the parts: 0.17 and 0.22
  expect([await balance('bea', 'CNY', 'order_hold'), await balance('bea', 'CEA99')]).toEqual(['0.00', '407']);
  const spent = Number(before) - Number(await balance('bea', 'CNY'));
  expect(spent.toFixed(2)).toBe('560.32');
  const { body } = await people.bea!.get<{ items: { status: string }[] }>('/market/listings?mine=true');
  expect(body.items[0]).toMatchObject({ status: 'filled', remaining: '0' });
});

it('sells nothing twice: of two who take the same at once, one gets it', async () => {
  const { body: listing } = await offer('sam', { quantity: '10' });
  const answers = await Promise.all(['bea', 'ned', 'bea', 'ned'].map((who) => take(who, listing.id, '10')));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  const [{ n }] = await database.source.query('SELECT count(*)::int AS n FROM market_deal WHERE listing_id = $1', [
    listing.id,
  ]);
  expect(n).toBe(1);
});

it('keeps to sizes, bands, balances and parties', async () => {
  const refused = async (who: string, more: object) => (await offer(who, more)).body.code;
  expect(await refused('sam', { quantity: '100000' })).toBe('ORDER_SIZE');
  expect(await refused('sam', { quantity: '0' })).toBe('ORDER_SIZE');
  expect(await refused('sam', { quantity: '1.5' })).toBe('LEDGER_AMOUNT');
  expect(await refused('sam', { price: '0.00' })).toBe('PRICE_INVALID');
  expect(await refused('sam', { price: '80.001' })).toBe('PRICE_INVALID');
  expect(await refused('sam', { mode: 'block', quantity: '99999', counterparty: organisations.buyer })).toBe(
    'ORDER_SIZE',
  );
  expect(await refused('sam', { mode: 'block', quantity: '100000' })).toBe('COUNTERPARTY_NEEDED');
  expect(await refused('sam', { asset: 'CNY' })).toBe('NOT_TRADED');
  expect(await refused('sam', { asset: 'CEA00' })).toBe('LEDGER_UNKNOWN_ASSET');
  expect(await refused('bea', { asset: 'CEA24' })).toBe('NOT_ENOUGH');
  expect(await refused('sam', { side: 'demand', quantity: '99999', price: '9000.00' })).toBe('NOT_ENOUGH');
  // The last published close of the vintage is what the band of 10 % is measured from.
  const band = await offer('sam', { asset: 'CEA24', price: '1.00' });
  expect([band.body.code, band.body.detail]).toEqual(['PRICE_BAND', expect.stringMatching(/2026-\d\d-\d\d/)]);
  const { body: own } = await offer('sam', { quantity: '5' });
  expect((await take('sam', own.id, '5')).body.code).toBe('OWN_LISTING');
  expect((await people.bea!.post(`/market/listings/${own.id}/cancel`)).status).toBe(404);
  await people.sam!.post(`/market/listings/${own.id}/cancel`);
});

it('shows a block to its two parties alone, and an open offer to all without a name', async () => {
  const { body: block } = await offer('sam', {
    mode: 'block',
    quantity: '100000',
    price: '50.00',
    counterparty: organisations.buyer,
  });
  const { body: listed } = await offer('sam', { quantity: '20' });
  const seen = async (who: string) =>
    (await people[who]!.get<{ items: Listing[] }>('/market/listings')).body.items.map(({ id, organisation }) => [
      id,
      organisation,
    ]);
  expect(await seen('ned')).toEqual([[listed.id, null]]);
  expect((await seen('bea')).map(([id]) => id).sort()).toEqual([block.id, listed.id].sort());
  expect((await take('ned', block.id, '100000')).status).toBe(404);
  expect((await take('bea', block.id, '40000')).body.code).toBe('ORDER_SIZE');
  const { body: deal } = await take('bea', block.id, '100000');
  expect(deal.amount).toBe('5000000.00');
  const deals = async (who: string) =>
    (await people[who]!.get<{ items: { number: string; buyer: string }[] }>('/market/deals')).body.items;
  expect((await deals('ned')).some(({ number }) => number === deal.number)).toBe(false);
  expect((await deals('bea'))[0]).toMatchObject({ number: deal.number, seller: 'seller', buyer: 'buyer' });
  expect((await deals('tom')).length).toBeGreaterThan((await deals('ned')).length);
  expect((await people.ned!.get(`/market/deals/${deal.deal}/contract`)).status).toBe(404);
  const { body: contract } = await people.bea!.get<{ text: string }>(`/market/deals/${deal.deal}/contract`);
  expect(contract.text).toContain('5000000.00 元');
});

it('adds the deals of the day up to the bulletin, which anybody may read', async () => {
  const answer = await fetch(`${served.url}/api/v1/market/bulletin?date=${today}`);
  const { items } = (await answer.json()) as { items: Record<string, string | number>[] };
  const [sums] = await database.source.query(
    `SELECT sum(quantity) FILTER (WHERE mode = 'listed')::text AS listed, sum(quantity) FILTER (WHERE mode = 'block')::text AS block,
       count(*)::int AS deals FROM market_deal WHERE asset = 'CEA99'`,
  );
  expect(items).toMatchObject([{ asset: 'CEA99', ...sums, high: '80.00', low: '79.99', blockAmount: '5000000.00' }]);
  expect(Number(items[0]!.close)).toBeGreaterThanOrEqual(79.99);
  const { body } = await people.rita!.get<{ faults: object[] }>('/ledger/verification');
  expect(body.faults).toEqual([]);
});

it('lets no deal stand without its settlement', async () => {
  const bare = database.source.query(
    `INSERT INTO market_deal (listing_id, mode, asset, seller_id, buyer_id, quantity, price_fen, amount_fen, buyer_fee_fen,
       seller_fee_fen, trade_date, request_id, taken_by)
     SELECT listing_id, mode, asset, seller_id, buyer_id, quantity + 1, price_fen, amount_fen, 0, 0, trade_date, 999999, '{}'
     FROM market_deal LIMIT 1`,
  );
  await expect(bare).rejects.toThrow('the deal is not settled');
});

it('serves the published history, and says whose it is', async () => {
  const answer = await fetch(`${served.url}/api/v1/market/history?product=CEA-ALL&from=2024-12-24&to=2024-12-24`);
  const body = (await answer.json()) as { source: string; items: object[] };
  expect(body.source).toContain('上海环境能源交易所');
  expect(body.items).toHaveLength(1);
  expect((await fetch(`${served.url}/api/v1/market/history?product=GOLD`)).status).toBe(422);
});

it('sells by one-way auction: sealed bids, best prices first, each at its own, the rest goes back', async () => {
  const seconds = (n: number) => new Date(Date.now() + n * 1000).toISOString();
  const before = {
    units: await balance('sam', 'CEA24'),
    buyer: await balance('bea', 'CNY'),
    third: await balance('ned', 'CNY'),
  };
  const wish = { asset: 'CEA24', quantity: '1000', floor: '90.00', opensAt: seconds(-1), closesAt: seconds(-0.5) };
  expect((await people.sam!.post('/market/auctions', wish)).body.code).toBe('AUCTION_TIMES');
  const { status, body: auction } = await people.sam!.post<{ id: string; phase: string }>('/market/auctions', {
    ...wish,
    closesAt: seconds(60),
  });
  expect([status, auction.phase]).toEqual([201, 'open']);
  const bid = (who: string, price: string, quantity: string) =>
    people[who]!.post<{ id: string; held: string }>(`/market/auctions/${auction.id}/bids`, { price, quantity });
  expect((await bid('bea', '89.99', '100')).body.code).toBe('BELOW_FLOOR');
  expect((await bid('bea', '95.00', '1001')).body.code).toBe('ORDER_SIZE');
  expect((await bid('sam', '95.00', '10')).body.code).toBe('OWN_LISTING');
  expect((await bid('bea', '95.00', '700')).body.held).toBe('66546.55'); // 66,500.00 and a fee of 46.55
  await bid('ned', '96.00', '600');
  const low = await bid('bea', '91.00', '100');
  const gone = await bid('ned', '99.00', '1000');
  expect((await people.bea!.post(`/market/bids/${gone.body.id}/withdraw`)).status).toBe(404);
  expect((await people.ned!.post(`/market/bids/${gone.body.id}/withdraw`)).status).toBe(204);
  const seen = async (who: string) =>
    (
      await people[who]!.get<{ items: { id: string; bids: { price: string; status: string; won: string }[] }[] }>(
        '/market/auctions',
      )
    ).body.items.find(({ id }) => id === auction.id)!.bids;
  expect((await seen('bea')).map(({ price }) => price)).toEqual(['95.00', '91.00']);
  expect(await seen('sam')).toEqual([]);
  expect((await people.tom!.post(`/market/auctions/${auction.id}/settle`)).body.code).toBe('AUCTION_NOT_OVER');
  // The clock of the database decides; here it is moved by moving the end.
  await database.source.query(`UPDATE market_auction SET closes_at = clock_timestamp() WHERE id = $1`, [auction.id]);
  expect((await bid('bea', '97.00', '10')).body.code).toBe('AUCTION_NOT_OPEN');
  await expect(
    database.source.query(
      `INSERT INTO market_bid (auction_id, organisation_id, price_fen, quantity, hold, created_by)
      SELECT auction_id, organisation_id, price_fen, quantity, hold, created_by FROM market_bid WHERE id = $1`,
      [low.body.id],
    ),
  ).rejects.toThrow('the auction is not open');
  const settle = () => people.tom!.post<{ status: string; sold: string }>(`/market/auctions/${auction.id}/settle`);
  const [first, second] = await Promise.all([settle(), settle()]);
  expect([first.body, second.body].map(({ status: state, sold }) => [state, sold])).toEqual(
    Array(2).fill(['settled', '1000']),
  );
  expect((await seen('bea')).map(({ status: state, won }) => [state, won])).toEqual([
    ['won', '400'],
    ['lost', '0'],
  ]);
  // 600 at 96.00 and 400 at 95.00, each side 0.0007 of it; nothing stays on hold.
  const money = (text: string) => BigInt(text.replace('.', ''));
  expect(money(before.third) - money(await balance('ned', 'CNY'))).toBe(5_764_032n);
  expect(money(before.buyer) - money(await balance('bea', 'CNY'))).toBe(3_802_660n);
  expect(BigInt(before.units) - BigInt(await balance('sam', 'CEA24'))).toBe(1_000n);
  expect([await balance('bea', 'CNY', 'order_hold'), await balance('ned', 'CNY', 'order_hold')]).toEqual([
    '0.00',
    '0.00',
  ]);
  const bulletin = await people.sam!.get<{ items: { asset: string; auction: string; auctionAmount: string }[] }>(
    `/market/bulletin?date=${today}`,
  );
  expect(bulletin.body.items.find(({ asset }) => asset === 'CEA24')).toMatchObject({
    auction: '1000',
    auctionAmount: '95600.00',
  });
});
