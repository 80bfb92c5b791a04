/** A product of the catalogue on the market: shares stand on what is published, up to its quantity, and are dealt only while it is. */
import { Client } from 'pg';
import { Person } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let owner: Client;
let product: string;
const people: Record<string, Person> = {};
const ids: Record<string, string> = {};
const ASSET = 'ECO-XL-MUSHROOM';

beforeAll(async () => {
  service = await runningService();
  for (const name of [
    'ecology@xilingol',
    'filer@huolin',
    'trader@qingheng',
    'settler@qingheng',
    'registrar@qingheng',
  ]) {
    const person = await Person.signIn(service.url, name);
    people[name.split('@')[0]!] = person;
    const { body } = await person.get<{ user: { organisation: { id: string } } }>('/auth/me');
    ids[name.split('@')[0]!] = body.user.organisation.id;
  }
  owner = new Client({ connectionString: service.env.OWNER_DATABASE_URL });
  await owner.connect();
}, 180_000);
afterAll(async () => {
  await owner?.end();
  await service?.stop();
});

interface Matches {
  asset: string | null;
  supply: { number: string; price: string; remaining: string }[];
  demand: object[];
  deals: { quantity: string; price: string; amount: string }[];
}

const opened = (body: object) => people.registrar!.post('/registry/assets', body);
const move = (who: string, status: string) => people[who]!.post(`/ecoproduct/products/${product}/status`, { status });
const ask = (body: object) =>
  people.trader!.post<{ id: string }>('/registry/operations', {
    ...{ operation: 'register', asset: ASSET, holder: ids.ecology, document: 'catalogue XL-T1' },
    ...body,
  });
const approve = (who: string, { body }: { body: { id: string } }) =>
  people[who]!.post<{ status: string }>(`/registry/operations/${body.id}/approve`);
const offer = (who: string, body: object) =>
  people[who]!.post<{ id: string; behind: object }>('/market/listings', {
    ...{ side: 'supply', mode: 'listed', asset: ASSET, price: '80.00', quantity: '1' },
    ...body,
  });
const take = (listing: string, quantity: string) =>
  people.filer!.post(`/market/listings/${listing}/take`, { quantity });
const matches = async () => (await people.ecology!.get<Matches>(`/ecoproduct/products/${product}/matches`)).body;

it('opens an asset on a published product alone, one on each', async () => {
  const made = await people.ecology!.post<{ id: string }>('/ecoproduct/products', {
    ...{ code: 'XL-T1', name: '口蘑', service: 'forestry', owner: '某牧场', ownerKind: 'collective', region: '152523' },
    ...{ quantity: '250', unit: 'kg', from: '2026-01-01', to: '2026-12-31' },
  });
  expect([made.status, made.body.faults]).toEqual([201, undefined]);
  product = made.body.id;
  const wanted = { code: ASSET, kind: 'eco_product', product, share: '0.5' };
  expect((await opened({ ...wanted, product: undefined })).body.code).toBe('BEHIND_NEEDED');
  expect((await opened({ code: 'CEA26', kind: 'allowance', product })).body.code).toBe('BEHIND_NONE');
  expect((await opened({ ...wanted, product: ids.ecology })).body).toMatchObject({
    code: 'ASSET_PRODUCT_UNKNOWN',
    faults: [{ column: 'product' }],
  });
  expect((await opened(wanted)).body).toMatchObject({
    code: 'ASSET_PRODUCT_STATE',
    detail: expect.stringMatching(/XL-T1.* is draft/),
  });
  await move('ecology', 'submitted');
  expect((await opened(wanted)).body.code).toBe('ASSET_PRODUCT_STATE');
  await move('trader', 'published');
  expect((await matches()).asset).toBeNull();
  expect((await opened({ ...wanted, share: '0' })).body.faults).toMatchObject([{ column: 'share' }]);
  expect((await opened(wanted)).status).toBe(201);
  expect((await opened(wanted)).status).toBe(201);
  expect((await opened({ ...wanted, share: '1' })).body.code).toBe('ASSET_PRODUCT_TAKEN');
  expect((await opened({ ...wanted, code: 'ECO-OTHER' })).body.code).toBe('ASSET_PRODUCT_TAKEN');
  expect(await matches()).toEqual({ asset: ASSET, supply: [], demand: [], deals: [] });
});

it('registers to the holder of the product, and never more shares than it has, whoever decides at once', async () => {
  expect((await ask({ amount: '10', holder: ids.filer })).body.code).toBe('ASSET_PRODUCT_HOLDER');
  expect((await ask({ amount: '501' })).body).toMatchObject({
    code: 'ASSET_PRODUCT_OVER',
    detail: expect.stringMatching(/250 kg, 0\.5 kg a share: 500 shares at most; 0 are registered and 501 more/),
    faults: [{ column: 'amount' }],
  });
  const both = [await ask({ amount: '300' }), await ask({ amount: '300' })];
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  const decided = await Promise.all(both.map((asked) => approve('registrar', asked)));
  expect(decided.map(({ body }) => body.code ?? body.status).sort()).toEqual(['ASSET_PRODUCT_OVER', 'posted']);
  const rest = await ask({ amount: '200' });
  expect((await approve('registrar', rest)).body.status).toBe('posted');
  expect((await ask({ amount: '1' })).body.code).toBe('ASSET_PRODUCT_OVER');
});

it('is offered and taken, the product beside it; its page knows what was dealt and names nobody', async () => {
  expect((await opened({ code: 'CNY', kind: 'money' })).status).toBe(201);
  const slip = { operation: 'deposit', asset: 'CNY', amount: '20000.00', holder: ids.filer, document: 'slip' };
  expect((await approve('settler', await ask(slip))).body.status).toBe('posted');
  const listing = await offer('ecology', { quantity: '300' });
  expect([listing.status, listing.body.code]).toEqual([201, undefined]);
  const behind = { id: product, code: 'XL-T1', name: '口蘑', stands: true, open: true };
  expect(listing.body.behind).toEqual(behind);
  const seen = await people.filer!.get<{ items: { behind: object }[] }>('/market/listings');
  expect(seen.body.items).toMatchObject([{ asset: ASSET, behind }]);
  expect((await take(listing.body.id, '120')).status).toBe(201);
  expect(await matches()).toMatchObject({
    supply: [{ price: '80.00', remaining: '180' }],
    deals: [{ quantity: '120', price: '80.00', amount: '9600.00', mode: 'listed' }],
  });
  expect(JSON.stringify((await matches()).deals)).not.toMatch(/seller|buyer|organisation/);
});

it('is neither registered, offered nor taken once the product is suspended; what was offered can be withdrawn', async () => {
  const [listing] = (await people.ecology!.get<{ items: { id: string }[] }>('/market/listings?mine=true')).body.items;
  await move('trader', 'suspended');
  const { body } = await people.filer!.get<{ items: { behind: object }[] }>('/market/listings');
  expect(body.items).toMatchObject([{ behind: { code: 'XL-T1', stands: false, open: false } }]);
  expect((await take(listing!.id, '10')).body).toMatchObject({
    code: 'ASSET_PRODUCT_STATE',
    detail: expect.stringMatching(/XL-T1.* is suspended/),
  });
  expect((await offer('ecology', {})).body.code).toBe('ASSET_PRODUCT_STATE');
  expect((await offer('filer', { side: 'demand' })).body.code).toBe('ASSET_PRODUCT_STATE');
  expect((await ask({ amount: '1' })).body.code).toBe('ASSET_PRODUCT_STATE');
  expect((await people.ecology!.post(`/market/listings/${listing!.id}/cancel`)).body).toMatchObject({
    status: 'cancelled',
  });
  await move('trader', 'published');
});

it('waits for a step of the product that is being taken, and is refused by what comes of it', async () => {
  const { body: listing } = await offer('ecology', { quantity: '5' });
  await owner.query('BEGIN');
  await owner.query(`UPDATE ecoproduct_product SET status = 'suspended' WHERE id = $1`, [product]);
  const taken = take(listing.id, '5');
  await waiting();
  await owner.query('COMMIT');
  expect((await taken).body.code).toBe('ASSET_PRODUCT_STATE');
  const { rows } = await owner.query(`SELECT sum(quantity)::int AS dealt FROM market_deal WHERE asset = $1`, [ASSET]);
  expect(rows).toEqual([{ dealt: 120 }]);
  await move('trader', 'published');
});

it('is kept by the database too, whatever the service forgets', async () => {
  const [{ id }] = (
    await owner.query(`SELECT id FROM registry_operation WHERE operation = 'register' AND status = 'proposed'`)
  ).rows;
  const decide = `UPDATE registry_operation SET status = 'approved' WHERE id = $1`;
  await expect(owner.query(decide, [id])).rejects.toThrow('more of ECO-XL-MUSHROOM than its product has');
  await move('ecology', 'retired');
  await expect(owner.query(decide, [id])).rejects.toThrow('no published product');
  const again = `INSERT INTO market_listing (organisation_id, side, mode, asset, price_fen, quantity, remaining, hold, rule, created_by)
    SELECT organisation_id, side, mode, asset, price_fen, quantity, quantity, hold, rule, created_by FROM market_listing LIMIT 1`;
  await expect(owner.query(again)).rejects.toThrow('no published product stands behind ECO-XL-MUSHROOM');
});

/** Until somebody waits for a lock that this spec holds. */
async function waiting(): Promise<void> {
  for (;;) {
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'`,
    );
    if (rows[0].n > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
