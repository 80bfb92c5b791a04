/** The carbon of a pasture from the herd to the label, and what else it might be claimed for: it is taken once, under any name. */
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';
import { filed, ok, period, registered } from '../support/sink';

let service: RunningService;
const people: Record<string, Person> = {};
beforeAll(async () => {
  service = await runningService();
  for (const name of [
    ...['filer@ordos', 'filer@linchang', 'reviewer@qingheng', 'regulator@qingheng'],
    ...['ecology@xilingol', 'clerk@xilingol', 'approver@xilingol'],
  ])
    people[name] = await Person.signIn(service.url, name);
}, 180_000);
afterAll(() => service?.stop());

const YEAR = { periodStart: '2025-01-01', periodEnd: '2025-12-31' };

/** Filed, calculated and approved; what is left is to issue it. */
async function approved(who: string, filing: object): Promise<{ id: string; outputs: Record<string, string> }> {
  const { id } = ok(await people[who]!.post<{ id: string }>('/filings', filing));
  const { runId } = ok(await people[who]!.post<{ runId: string }>(`/filings/${id}/submit`));
  const run = await until(
    async () =>
      (
        await people[who]!.get<{ status: string; faults?: object; result?: { outputs: Record<string, string> } }>(
          `/runs/${runId}`,
        )
      ).body,
    ({ status }) => !['queued', 'running'].includes(status),
    'the run',
  );
  expect([run.status, run.faults]).toEqual(['succeeded', undefined]);
  ok(await people['reviewer@qingheng']!.post(`/filings/${id}/review`, { decision: 'approve', remarks: '可。' }));
  return { id, outputs: run.result!.outputs };
}
const issue = (id: string) =>
  people['reviewer@qingheng']!.post<{ number: string; value: string; detail: string }>(`/filings/${id}/issue`);

/** Raw cashmere of a herd, whose pasture is said to bind 12.5 t. */
const cashmere = (product: string, land?: string) =>
  approved('filer@ordos', {
    ...{ method: 'footprint/cashmere', title: product, product, region: '152523', ...YEAR },
    input: {
      parameters: { allocation: 'economic' },
      tables: {
        product: [{ product_id: product, declared_unit: 'kg', mass_per_unit: '1', boundary: 'cradle_to_gate' }],
        herd: [
          {
            ...{ product_id: product, herd_id: 'a', goats: '1000', body_mass: '30', enteric_source: 'ipcc-2006' },
            ...{ climate: 'cool', excreta_edition: '2019', cashmere_kg: '440', cashmere_price: '300' },
            ...{ cashmere_protein: '0.8', meat_kg: '10000', meat_price: '26', meat_protein: '0.16' },
          },
        ],
        ...(land && { removal: [{ product_id: product, land, removed: '12.5', evidence: '监测报告 1' }] }),
      },
    },
  });
const claims = async (query: string) =>
  (
    await people['regulator@qingheng']!.get<{ items: { use: string; document: string; standing: boolean }[] }>(
      `/ledger/claims?${query}`,
    )
  ).body.items;

let gep: string;
const bought = (more: object) =>
  people['clerk@xilingol']!.post<{ id: string }>('/ecoproduct/uses', {
    ...{ kind: 'purchase', filing: gep, services: ['carbon'], share: '0.1', instalments: ['1'] },
    ...{ counterparty: '某苏木', document: `GOV-${Math.random()}`, ...more },
  });

beforeAll(async () => {
  const item = { item_id: 'c', service: '固碳', class: 'regulating', ecosystem: 'grassland', unit_price: '2' };
  const account = await approved('ecology@xilingol', {
    ...{ method: 'gep/account', title: '锡林郭勒 2025 年', region: '152523', ...YEAR },
    input: { tables: { item: [{ ...item, quantity: '1000000' }] } },
  });
  gep = account.id;
  ok(await issue(gep));
}, 60_000);

it('goes from the pasture into one label, is stated apart and never deducted', async () => {
  const bare = await cashmere('原绒（无固碳）');
  const plain = ok(await issue(bare.id));
  const with_ = await cashmere('原绒 A', '152523-0007');
  expect(Number(with_.outputs.removed_kgco2e)).toBe(12_500);
  const label = ok(await issue(with_.id));
  expect(label.value).toBe(plain.value);
  expect(await claims('subject=parcel:152523-0007')).toMatchObject([
    { use: 'footprint', document: label.number, standing: true },
  ]);
  // A second product of the same pasture, written differently, in the same year.
  const second = await cashmere('原绒 B', ' 152523–0007 ');
  const refused = await issue(second.id);
  expect([refused.status, refused.body.code]).toEqual([409, 'ALREADY_USED']);
  expect(refused.body.detail).toContain(label.number);
  expect(refused.body.faults).toMatchObject([
    { table: 'removal', row: expect.stringContaining('原绒 B'), column: 'land', code: 'ALREADY_USED' },
  ]);
  // The banner's account may not sell it either, neither as the parcel nor as the whole.
  for (const more of [{ parcel: '152523-0007' }, {}]) expect((await bought(more)).body.code).toBe('ALREADY_USED');
  expect((await bought({ parcel: '152523-0008' })).status).toBe(201);
  // Withdrawn, the label frees it: whoever comes first then has it.
  ok(await people['reviewer@qingheng']!.post(`/labels/${label.number}/withdraw`, { reason: '监测报告有误' }));
  expect((await bought({ parcel: '152523-0007' })).status).toBe(201);
  expect((await issue(second.id)).body.code).toBe('ALREADY_USED');
}, 180_000);

it('is the same land as the area of a sink project that lies on it', async () => {
  const [farm, reviewer] = [people['filer@linchang']!, people['reviewer@qingheng']!];
  const project = await registered(farm, 118.5);
  const lies = (parcels: string[], who = farm) =>
    who.post<{ parcels: string[] }>(`/sink/projects/${project.id}/areas/a/parcels`, {
      parcels,
      document: '承包合同 1',
    });
  expect((await lies(['152523-0100'], people['filer@ordos']!)).status).toBe(404);
  expect((await lies(['zero'])).status).toBe(422);
  expect(ok(await lies(['152523-0100'])).parcels).toEqual(['parcel:152523-0100']);
  const FIVE: [string, string] = ['2021-01-01', '2025-12-31'];
  const one = await period(farm, project, ...FIVE);
  const { filing } = await filed(farm, project, one, FIVE);
  ok(await reviewer.post(`/filings/${filing}/review`, { decision: 'approve', remarks: '可。' }));
  // Verified by measuring the drawn plots again.
  const terms = { tolerance: '0.10', materiality: '0.05', basis: '核查规程', bufferShare: '0.05', bufferBasis: '评级' };
  const { id, sample, candidates } = ok(
    await reviewer.post<{ id: string; sample: string[]; candidates: { plot: string; value: string }[] }>(
      `/sink/monitoring-periods/${one}/verifications`,
      terms,
    ),
  );
  const plots = sample.map((plot) => ({
    ...{ plot, measuredOn: '2026-03-01' },
    value: Number(candidates.find((row) => row.plot === plot)!.value).toFixed(4),
  }));
  ok(await reviewer.put(`/sink/verifications/${id}/plots`, { plots }));
  ok(await reviewer.post(`/sink/verifications/${id}/decision`, { conclusion: 'passed', statement: '属实。' }));
  const taken = await cashmere('原绒 C', '152523-0100');
  const early = await cashmere('原绒 D', '152523-0101');
  ok(await issue(early.id));
  ok(await issue(filing));
  const refused = await issue(taken.id);
  expect([refused.status, refused.body.code]).toEqual([409, 'ALREADY_USED']);
  expect(refused.body.detail).toContain('issued credits');
  expect((await bought({ parcel: '152523-0100' })).body.code).toBe('ALREADY_USED');
  // Nor can the project say afterwards that it lies on land whose carbon a label has.
  expect((await lies(['152523-0101'])).body.code).toBe('ALREADY_USED');
}, 240_000);
