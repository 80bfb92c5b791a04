/** Those who rest on a factor: a supplier's new version moves its taker's footprint; a withdrawn one takes part in nothing new. */
import { makeLabel, submit } from '../support/labels';
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let mill: Person;
let smelter: Person;
let reviewer: Person;
let admin: Person;

beforeAll(async () => {
  service = await runningService();
  [mill, smelter, reviewer, admin] = (await Promise.all(
    ['filer@ordos', 'filer@huolin', 'reviewer@qingheng', 'admin@qingheng'].map((name) =>
      Person.signIn(service.url, name),
    ),
  )) as [Person, Person, Person, Person];
}, 180_000);
afterAll(() => service?.stop());

const wool = (value: string) => ({
  ...{ id: 'wool-downstream', category: 'livestock-cashmere', name_zh: '原绒（下游）', name_en: 'Wool (downstream)' },
  ...{ value, unit: 'kg CO2e/kg', region: '15', source_title: '演示来源', confidence: 'secondary' },
});
async function published(value: string): Promise<string> {
  const { body } = await mill.post<{ id: string }>('/factor-proposals', {
    title: '原绒',
    rows: [{ cells: wool(value) }],
  });
  const decided = await reviewer.post<{ shadowId: string }>(`/factor-proposals/${body.id}/decision`, {
    decision: 'publish',
  });
  expect([decided.status, decided.body.code]).toEqual([200, undefined]);
  return decided.body.shadowId;
}

const line = (item: string, amount: string, factor: string) => ({
  ...{ process_id: 'p', item, stage: 'raw_material', amount, unit: 'kg', factor_kgco2e: factor },
});
async function draft(who: Person, product: string, lines: object[]): Promise<string> {
  const product_row = { process_id: 'p', product_id: product, declared_unit: 'kg', output: '1', allocation_share: '1' };
  const { body, status } = await who.post<{ id: string }>('/filings', {
    ...{ method: 'footprint/product-generic', title: product, product, region: '150600' },
    ...{ periodStart: '2025-05-01', periodEnd: '2026-04-30' },
    input: {
      tables: {
        process: [{ process_id: 'p' }],
        product: [{ ...product_row, boundary: 'cradle_to_gate' }],
        line: lines,
      },
    },
  });
  expect(status).toBe(201);
  return body.id;
}

interface Impact {
  filingId: string;
  status: string;
  uses: { id: string; version: number }[];
  figures: { place: string; from: string; to: string }[];
}
async function impacts(shadow: string, who: Person): Promise<Impact[]> {
  await until(
    async () => (await mill.get<{ status: string }>(`/factor-shadows/${shadow}`)).body,
    ({ status }) => status === 'done',
    'the shadow run',
  );
  return (await who.get<{ items: Impact[] }>(`/factor-impacts?shadow=${shadow}`)).body.items;
}

it('moves the footprint of who takes the supplier’s by a live link, and leaves a pinned one alone', async () => {
  await published('30');
  const yarn = await makeLabel(mill, reviewer, '下游纱', {
    output: '100',
    lines: [line('原绒', '120', 'factor:wool-downstream')],
  });
  expect(Number(yarn.value)).toBe(36);
  const { body: link } = await smelter.post<{ id: string }>('/supplier-links', {
    label: yarn.number,
    product: '下游衫',
  });
  await mill.post(`/supplier-links/${link.id}/consent`, { disclosure: 'aggregate', joint: false });
  const live = await draft(smelter, '下游衫', [line('纱', '0.5', `supplier:${link.id}`), line('染料', '0.1', '2')]);
  await submit(smelter, live);
  const pinned = await draft(smelter, '下游帽', [line('纱', '0.5', `label:${yarn.number}`)]);
  await submit(smelter, pinned);

  const shadow = await published('20');
  const own = await impacts(shadow, mill);
  expect(own).toMatchObject([{ filingId: yarn.filing, status: 'open', uses: [{ id: 'wool-downstream', version: 1 }] }]);
  const taken = await impacts(shadow, smelter);
  expect(taken.map(({ filingId, status, uses }) => [filingId, status, uses])).toEqual([[live, 'open', []]]);
  const figure = taken[0]!.figures.find(({ place }) => place.endsWith('footprint_per_unit'))!;
  // 0.5 kg of yarn at 36 and then at 24 kg CO2e/kg, and the dye as it was.
  expect([Number(figure.from), Number(figure.to)]).toEqual([18.2, 12.2]);
});

it('withdraws a version by two people who see what rests on it; results stay, new runs are refused', async () => {
  interface Withdrawal {
    id: string;
    status: string;
    uses: number;
  }
  const ask = (who: Person, version: number, reason = '来源有误') =>
    who.post<Withdrawal>('/factor-withdrawals', { factor: 'wool-downstream', version, reason });
  expect((await ask(mill, 2)).status).toBe(403);
  expect((await ask(reviewer, 9)).status).toBe(404);
  const rest = await draft(mill, '下游线', [line('原绒', '2', 'factor:wool-downstream')]);
  const before = await submit(mill, rest);
  const asked = await ask(reviewer, 2);
  expect([asked.status, asked.body.status, asked.body.uses]).toEqual([201, 'proposed', 1]);
  expect((await ask(admin, 2)).body.code).toBe('WITHDRAWAL_THERE');
  const path = `/factor-withdrawals/${asked.body.id}`;
  const uses = await admin.get<{ items: { id: string }[] }>(`${path}/filings`);
  expect(uses.body.items.map(({ id }) => id)).toEqual([rest]);
  const pass = (who: Person) => who.post<Withdrawal>(`${path}/decision`, { decision: 'pass' });
  expect((await pass(reviewer)).body.code).toBe('SAME_PERSON');
  expect((await admin.post(`${path}/decision`, { decision: 'return' })).body.code).toBe('PROPOSAL_REMARKS');
  // Nothing happens before the second person has passed it.
  expect(
    (await submit(mill, await draft(mill, '下游线 2', [line('原绒', '2', 'factor:wool-downstream')]))).status,
  ).toBe('succeeded');
  expect((await pass(admin)).body).toMatchObject({ status: 'passed', uses: 2 });
  expect((await pass(admin)).body.code).toBe('PROPOSAL_NOT_OPEN');

  const late = await draft(mill, '下游线 3', [line('原绒', '2', 'factor:wool-downstream')]);
  const refused = await mill.post(`/filings/${late}/submit`);
  expect([refused.status, refused.body.faults!.map(({ code }) => code)]).toEqual([422, ['FACTOR_WITHDRAWN']]);
  const versions = (
    await mill.get<{ items: { version: number; withdrawnAt: string | null }[] }>('/factors/wool-downstream')
  ).body.items;
  expect(versions.map(({ version, withdrawnAt }) => [version, withdrawnAt !== null])).toEqual([
    [2, true],
    [1, false],
  ]);
  const kept = (await mill.get<{ runId: string }>(`/filings/${rest}`)).body;
  const run = (await mill.get<{ resultHash: string; factors: object[] }>(`/runs/${kept.runId}`)).body;
  expect(run.resultHash).toBe(before.resultHash);
  expect(run.factors).toMatchObject([{ factor: { id: 'wool-downstream', version: 2 } }]);
  // A new version opens the way again.
  await published('21');
  expect((await submit(mill, late)).status).toBe('succeeded');
  expect((await ask(reviewer, 2)).body.code).toBe('FACTOR_WITHDRAWN_BEFORE');
});
