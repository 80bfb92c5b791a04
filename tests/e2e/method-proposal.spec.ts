/** A sheet over HTTP: proposed, checked, tried, published by another person, and what its filings then are calculated with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReference, PeopleService, Role } from '@qingheng/platform';
import { createApp } from '../../apps/api/create-app';
import { migrations } from '../../apps/api/schema';
import { withDatabase } from '../support/database';
import { Person } from '../support/person';
import type {
  MethodCheckDto,
  MethodProposalDto,
  MethodProposalSummaryDto,
  SheetChangeDto,
} from '../../libs/pipeline/src/methods/proposal/method-proposal.dto';

const database = withDatabase(migrations);
const password = 'a long enough password';
const people = {} as Record<'admin' | 'second' | 'filer' | 'stranger', Person>;
const RELEASED = readFileSync(join(__dirname, '../../config/methods/footprint/primary-aluminium.yaml'), 'utf8');

/** The released sheet with another version, which begins later, and a stricter limit for a single exclusion. */
const BEGINS: Record<string, string> = { '1.1.0': '2025-06-01', '1.2.0': '2025-07-01' };
const sheet = (version: string, ...edits: [string, string][]): string =>
  [
    ['version: 1.0.0', `version: ${version}`],
    ['valid: { from: 2025-05-01 }', `valid: { from: ${BEGINS[version] ?? '2025-08-01'} }`],
    ['excluded_kgco2e <= 0.05 *', 'excluded_kgco2e <= 0.03 *'],
    ...edits,
  ].reduce((text, [a, b]) => {
    if (!text.includes(a!)) throw new Error(`the sheet has no ${a}`);
    return text.replace(a!, b!);
  }, RELEASED);
const plant = {
  ...{ plant_id: 'P1', aluminium_t: '1', anode_net_t: '0.411', anode_sulphur: '0.02', anode_ash: '0.004' },
  ...{ cf4_kg: '0.034', c2f6_kg: '0.0034' },
};
const line = { plant_id: 'P1', item: 'alumina', amount: '1.92', unit: 't', factor_kgco2e: '811.19' };
const input = { parameters: { gwp: 'AR5' }, tables: { plant: [plant], input: [line] } };
const PATH = '/methods/footprint/primary-aluminium';

beforeAll(async () => {
  await loadReference(database.source, database.config.configDir);
  const app = await createApp(database.config);
  app.useLogger(false);
  database.onDrop(() => app.close());
  await app.listen(0, '127.0.0.1');
  const operator = { name: '中心', kind: 'operator', creditCode: 'operator', region: '15' } as const;
  const mill = { name: '企业', kind: 'enterprise', creditCode: 'mill', region: '150500' } as const;
  const person = (username: string, organisation: typeof operator | typeof mill, ...roles: Role[]) => ({
    ...{ username, name: username, password, roles, organisation },
  });
  await app
    .get(PeopleService)
    .ensure([
      person('admin', operator, Role.MethodAdmin),
      person('second', operator, Role.Regulator),
      person('filer', mill, Role.Filer),
    ]);
  const url = await app.getUrl();
  for (const name of ['admin', 'second', 'filer'] as const) people[name] = await Person.signIn(url, name, password);
}, 120_000);

const propose = (yaml: string, by = people.admin) =>
  by.post<MethodProposalSummaryDto & Record<string, unknown>>('/method-proposals', { yaml, reason: '收紧单项舍弃' });
const decide = (id: string, decision: string, by = people.second, remarks?: string) =>
  by.post<MethodProposalSummaryDto & Record<string, unknown>>(`/method-proposals/${id}/decision`, {
    decision,
    remarks,
  });
const newFiling = async (): Promise<{ id: string; methodVersion: string }> =>
  (
    await people.filer.post<{ id: string; methodVersion: string }>('/filings', {
      ...{ method: 'footprint/primary-aluminium', title: '铝锭', region: '150581', input },
      ...{ periodStart: '2025-05-01', periodEnd: '2026-04-30' },
    })
  ).body;

describe('trying a sheet', () => {
  it('calculates and explains rows that are nowhere filed', async () => {
    const before = await database.source.query('SELECT count(*)::int AS n FROM run');
    const { status, body } = await people.filer.post<{
      result: { outputs: Record<string, string>; version: string };
      explanation: { value: string; filled: string; children: object[] };
    }>(`${PATH}/try`, { input, explain: 'plant/P1/pfc_kgco2e' });
    expect(status).toBe(200);
    expect(body.result).toMatchObject({ version: '1.0.0', outputs: { footprint_kgco2e_per_t: '3291.4768' } });
    expect(body.explanation).toMatchObject({ value: '263.16', filled: expect.stringContaining('0.034') as string });
    expect(await database.source.query('SELECT count(*)::int AS n FROM run')).toEqual(before);
  });

  it('names every fault by row and field, and what it does not do', async () => {
    const wrong = { parameters: {}, tables: { plant: [{ ...plant, aluminium_t: '0', cf4_kg: 'much' }], input: [] } };
    const { status, body } = await people.filer.post(`${PATH}/try`, { input: wrong });
    expect(status).toBe(422);
    expect(body.faults!.map(({ row, column }) => `${row}/${column}`)).toEqual(
      expect.arrayContaining(['P1/aluminium_t', 'P1/cf4_kg']),
    );
    const many = { tables: { plant: [plant], input: Array.from({ length: 2001 }, () => line) } };
    expect((await people.filer.post(`${PATH}/try`, { input: many })).body.code).toBe('TRIAL_TOO_LARGE');
    const taken = { ...input, references: { input: { filing: crypto.randomUUID(), table: 'x' } } };
    expect((await people.filer.post(`${PATH}/try`, { input: taken })).body.code).toBe('TRIAL_REFERENCES');
    expect((await people.filer.post(`${PATH}/try`, { input: { tables: [] } })).body.code).toBe('INVALID_INPUT');
    const nowhere = await people.filer.post(`${PATH}/try`, { input, explain: 'plant/P1/none' });
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'INVALID_INPUT']);
  });

  it('shows the examples with every figure, and tells fields by clause and example', async () => {
    const { body } = await people.filer.get<{ ok: boolean; refused: boolean; figures: { ok: boolean }[] }[]>(
      `${PATH}/examples`,
    );
    const examples = body as unknown as { ok: boolean; refused: boolean; figures: { ok: boolean; got: string }[] }[];
    expect(examples.every(({ ok }) => ok)).toBe(true);
    expect(examples.some(({ refused }) => refused)).toBe(true);
    expect(examples.flatMap(({ figures }) => figures).map(({ got }) => got)).toContain('11851.2628');
    const method = await people.filer.get<{
      tables: { name: string; columns: { name: string; clause?: string; example?: string }[] }[];
    }>(PATH);
    const columns = method.body.tables.find(({ name }) => name === 'plant')!.columns;
    expect(columns.find(({ name }) => name === 'cf4_kg')).toMatchObject({ example: '0.034' });
    expect(columns.find(({ name }) => name === 'cf4_kg')!.clause).toContain('CF4');
  });
});

describe('publishing', () => {
  it('names the faults of the compiler by place, before and instead of a proposal', async () => {
    const broken = sheet('1.1.0', ['cf4_kg * lookup(gwp_cf4, gwp)', 'cf4_kg * lookup(gwp_cf4, gpw)']);
    const checked = (
      await people.admin.post<MethodCheckDto & Record<string, unknown>>('/method-proposals/check', { yaml: broken })
    ).body;
    expect(checked).toMatchObject({ sound: false });
    expect(checked.faults![0]).toMatchObject({ params: { place: expect.stringContaining('pfc_kgco2e') as string } });
    const { status, body } = await propose(broken);
    expect([status, body.code]).toEqual([422, 'INVALID_INPUT']);
    expect((await propose('id: [')).body.faults![0]!.code).toBe('SHEET_YAML');
    expect((await propose(RELEASED)).body.faults![0]!.code).toBe('METHOD_VERSION_TAKEN');
  });

  it('is for method admins and regulators, and never for the proposer', async () => {
    expect((await propose(sheet('1.0.1'), people.filer)).status).toBe(403);
    const { body } = await propose(sheet('1.0.1'));
    expect((await decide(body.id, 'publish', people.admin)).status).toBe(403);
    expect((await decide(body.id, 'return')).body.code).toBe('REMARKS_MISSING');
    expect((await decide(body.id, 'return', people.second, '依据不足')).body).toMatchObject({
      status: 'returned',
      reviewer: 'second',
      remarks: '依据不足',
    });
    expect((await decide(body.id, 'publish')).body.code).toBe('METHOD_PROPOSAL_NOT_OPEN');
    await expect(
      database.source.query(`UPDATE method_proposal SET remarks = 'x' WHERE id = $1`, [body.id]),
    ).rejects.toThrow(/does not change/);
  });

  it('waits for examples that are reproduced', async () => {
    const wrong = sheet('1.0.2', ["pfc_kgco2e: '263.16'", "pfc_kgco2e: '263.17'"]);
    const { body } = await propose(wrong);
    const refused = await decide(body.id, 'publish');
    expect(refused.body.code).toBe('METHOD_EXAMPLES_FAIL');
    expect(refused.body.faults).toHaveLength(1);
    expect((await people.admin.post(`/method-proposals/${body.id}/withdraw`)).status).toBe(204);
  });

  it('counts from then on, for filings to come; those before keep theirs', async () => {
    const early = await newFiling();
    expect(early.methodVersion).toBe('1.0.0');
    const { body } = await propose(sheet('1.1.0'));
    const { body: seen } = await people.second.get<MethodProposalDto & Record<string, unknown>>(
      `/method-proposals/${body.id}`,
    );
    expect(seen.check).toMatchObject({ sound: true, base: '1.0.0' });
    expect(seen.check.changes.map(({ place }) => place)).toEqual(['sheet', 'table/plant/check/1']);
    const tried = await people.second.post<{ result: { version: string } }>(`/method-proposals/${body.id}/try`, {
      input,
    });
    expect(tried.body.result.version).toBe('1.1.0');
    expect((await people.filer.get(`${PATH}?version=1.1.0`)).status).toBe(422);
    expect((await decide(body.id, 'publish')).body).toMatchObject({ status: 'published', reviewer: 'second' });
    expect((await newFiling()).methodVersion).toBe('1.1.0');
    expect((await people.filer.get<{ methodVersion: string }>(`/filings/${early.id}`)).body.methodVersion).toBe(
      '1.0.0',
    );
    expect((await people.filer.get<{ version: string }>(`${PATH}?version=1.0.0`)).body.version).toBe('1.0.0');
    const { body: changes } = await people.filer.get<SheetChangeDto[] & Record<string, unknown>>(
      `${PATH}/compare?from=1.0.0&to=1.1.0`,
    );
    expect(changes).toMatchObject([
      { part: 'sheet', kind: 'changed', fields: [{ field: 'from', before: '2025-05-01', after: '2025-06-01' }] },
      {
        part: 'check',
        kind: 'changed',
        fields: [{ field: 'formula', after: expect.stringContaining('0.03') as string }],
      },
    ]);
    expect((await propose(sheet('1.1.0'))).body.faults![0]!.code).toBe('METHOD_VERSION_TAKEN');
    const log = await database.source.query(
      `SELECT action, actor_name FROM audit_entry WHERE subject_id = $1 ORDER BY seq`,
      [body.id],
    );
    expect(log).toEqual([
      { action: 'method_proposal.proposed', actor_name: 'admin' },
      { action: 'method_proposal.published', actor_name: 'second' },
    ]);
  });

  it('keeps two publications of one version apart, even at the same moment', async () => {
    const [a, b] = [await propose(sheet('1.2.0')), await propose(sheet('1.2.0'))];
    const answers = await Promise.all([decide(a.body.id, 'publish'), decide(b.body.id, 'publish')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    const [{ n }] = await database.source.query(
      `SELECT count(*)::int AS n FROM method_proposal WHERE version = '1.2.0' AND status = 'published'`,
    );
    expect(n).toBe(1);
  });

  it('is refused where two versions would be in force, unless one succeeds or is for a smaller area', async () => {
    const begins = (day: string, to = '', regions = '') => [
      `valid: { from: 2025-08-01 }`,
      `valid: { from: ${day}${to && `, to: ${to}`} }${regions && `\nregions: ${regions}`}`,
    ];
    const proposed = async (version: string, ...valid: Parameters<typeof begins>) => {
      const yaml = sheet(version, begins(...valid) as [string, string]);
      const checked = await people.admin.post<MethodCheckDto & Record<string, unknown>>('/method-proposals/check', {
        yaml,
      });
      return { check: checked.body, id: (await propose(yaml)).body.id };
    };
    const published = async (version: string, ...valid: Parameters<typeof begins>) => {
      const { check, id } = await proposed(version, ...valid);
      const { status, body } = await decide(id, 'publish');
      expect([status, check.sound]).toEqual([200, true]);
      return body;
    };
    const refused = async (version: string, other: string, ...valid: Parameters<typeof begins>) => {
      const { check, id } = await proposed(version, ...valid);
      expect(check).toMatchObject({ sound: false, version });
      expect(check.examples.length).toBeGreaterThan(0);
      const { status, body } = await decide(id, 'publish');
      expect([status, body.code]).toEqual([409, 'METHOD_PERIODS_CLASH']);
      expect(check.faults!.map(({ code }) => code)).toEqual(body.faults!.map(({ code }) => code));
      const [fault] = body.faults as unknown as { column: string; message: object; remedy: object; params?: object }[];
      expect(fault).toMatchObject({
        column: 'valid',
        message: { zh: expect.stringContaining(other) as string, en: expect.stringContaining(other) as string },
        remedy: { zh: expect.stringContaining('valid') as string, en: expect.stringContaining('valid') as string },
      });
    };
    // The same day for the same area: everywhere, as the release; then a year with an end, and one within it.
    await refused('2.0.0', '1.0.0', '2025-05-01');
    await published('2.1.0', '2027-01-01', '2027-12-31');
    await refused('2.2.0', '2.1.0', '2027-12-31');
    await published('2.3.0', '2028-01-01');
    // Before one that is published already, but not up to its first day.
    await refused('2.4.0', '2.1.0', '2026-06-01', '2027-01-01');
    await published('2.5.0', '2026-06-01', '2026-12-31');
    // A league's own beside everybody's; a second one of the league on the same days is not.
    await published('2.6.0', '2027-01-01', '2027-12-31', "['1505']");
    await refused('2.7.0', '2.6.0', '2027-03-01', '', "['1504', '1505']");
    // Two at the same moment, of different versions.
    const [a, b] = [await proposed('3.0.0', '2030-01-01'), await proposed('3.1.0', '2030-01-01')];
    const codes = (await Promise.all([decide(a.id, 'publish'), decide(b.id, 'publish')])).map(({ status }) => status);
    expect(codes.sort()).toEqual([200, 409]);
  });
});
