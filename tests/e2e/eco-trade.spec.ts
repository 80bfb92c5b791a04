/** A product of the catalogue on the market: its shares registered, offered, taken; the product shows who offers and what was dealt. */
import { Person } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
const people: Record<string, Person> = {};
beforeAll(async () => {
  service = await runningService();
  for (const name of ['ecology@xilingol', 'filer@huolin', 'trader@qingheng', 'settler@qingheng', 'registrar@qingheng'])
    people[name] = await Person.signIn(service.url, name);
}, 180_000);
afterAll(() => service?.stop());

interface Matches {
  asset: string | null;
  supply: { number: string; price: string; remaining: string }[];
  demand: object[];
  deals: { quantity: string; price: string; amount: string }[];
}

it('meets its listings and its deals by its asset', async () => {
  const [ecology, smelter, trader, settler, registrar] = Object.values(people) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const me = async (person: Person) =>
    (await person.get<{ user: { organisation: { id: string } } }>('/auth/me')).body.user.organisation.id;
  const done = async (body: object, [maker, checker]: [Person, Person]) => {
    const asked = await maker.post<{ id: string }>('/registry/operations', body);
    expect([asked.status, asked.body.code]).toEqual([201, undefined]);
    const answer = await checker.post<{ status: string }>(`/registry/operations/${asked.body.id}/approve`);
    expect([answer.body.code, answer.body.status]).toEqual([undefined, 'posted']);
  };
  expect((await registrar.post('/registry/assets', { code: 'ECO-XL-MUSHROOM', kind: 'eco_product' })).status).toBe(201);
  expect((await registrar.post('/registry/assets', { code: 'CNY', kind: 'money' })).status).toBe(201);
  const product = await ecology.post<{ id: string }>('/ecoproduct/products', {
    ...{ code: 'XL-T1', name: '口蘑', service: 'forestry', owner: '某牧场', ownerKind: 'collective', region: '152523' },
    ...{ quantity: '500', unit: 'kg', from: '2026-01-01', to: '2026-12-31', asset: 'ECO-XL-MUSHROOM' },
  });
  expect([product.status, product.body.faults]).toEqual([201, undefined]);
  const matches = async () => (await ecology.get<Matches>(`/ecoproduct/products/${product.body.id}/matches`)).body;
  expect(await matches()).toEqual({ asset: 'ECO-XL-MUSHROOM', supply: [], demand: [], deals: [] });
  const shares = { asset: 'ECO-XL-MUSHROOM', amount: '500', holder: await me(ecology), document: 'catalogue XL-T1' };
  await done({ operation: 'register', ...shares }, [trader, registrar]);
  const slip = { asset: 'CNY', amount: '20000.00', holder: await me(smelter), document: 'slip' };
  await done({ operation: 'deposit', ...slip }, [trader, settler]);
  const offer = { side: 'supply', mode: 'listed', asset: 'ECO-XL-MUSHROOM', price: '80.00', quantity: '300' };
  const listing = await ecology.post<{ id: string }>('/market/listings', offer);
  expect([listing.status, listing.body.code]).toEqual([201, undefined]);
  expect((await smelter.post(`/market/listings/${listing.body.id}/take`, { quantity: '120' })).status).toBe(201);
  expect(await matches()).toMatchObject({
    supply: [{ price: '80.00', remaining: '180' }],
    deals: [{ quantity: '120', price: '80.00', amount: '9600.00', mode: 'listed' }],
  });
  expect(JSON.stringify((await matches()).deals)).not.toMatch(/seller|buyer|organisation/);
});
