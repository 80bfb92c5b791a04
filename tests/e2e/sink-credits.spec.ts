/** From a monitored period to credits in the book: verified by another house, split by year, drawn back after a fire. */
import { Person, until } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';
import { filed, larchAndBirch, ok, period, registered, square } from '../support/sink';

let service: RunningService;
let farm: Person;
let other: Person;
let reviewer: Person;
let registrar: Person;
let regulator: Person;
beforeAll(async () => {
  service = await runningService();
  [farm, other, reviewer, registrar, regulator] = (await Promise.all(
    ['filer@linchang', 'filer@huolin', 'reviewer@qingheng', 'registrar@qingheng', 'regulator@qingheng'].map((name) =>
      Person.signIn(service.url, name),
    ),
  )) as [Person, Person, Person, Person, Person];
}, 120_000);
afterAll(() => service?.stop());

const terms = {
  tolerance: '0.10',
  materiality: '0.05',
  basis: '核查规程 5.3',
  bufferShare: '0.05',
  bufferBasis: '风险评级',
};

interface Verification extends Record<string, unknown> {
  id: string;
  status: string;
  sample: string[];
  candidates: { plot: string; value: string }[];
  findings: { number: number; status: string; kind: string; plot: string | null }[];
  error: string | null;
}
interface Credits extends Record<string, unknown> {
  blockedBy: string | null;
  issued: string;
  buffer: string;
  periods: {
    id: string;
    issuance: {
      tonnes: string;
      buffer: string;
      book: string;
      lots: { vintage: number; asset: string; tonnes: string; buffer: string }[];
    };
  }[];
  reversals: { id: string; owed: string; drawn: string; status: string }[];
}
const creditsOf = async (person: Person, project: { id: string }) =>
  ok(await person.get<Credits>(`/sink/projects/${project.id}/credits`));
const open = async (periodId: string, more: object = {}) =>
  ok(await reviewer.post<Verification>(`/sink/monitoring-periods/${periodId}/verifications`, { ...terms, ...more }));

/** Measures the drawn plots again, each off by the factor, and passes. */
async function verified(periodId: string, factor = 1.01, more: object = {}): Promise<Verification> {
  const { id, sample, candidates } = await open(periodId, more);
  const plots = sample.map((plot) => ({
    plot,
    value: (Number(candidates.find((one) => one.plot === plot)!.value) * factor).toFixed(4),
    measuredOn: '2026-03-01',
  }));
  ok(await reviewer.put(`/sink/verifications/${id}/plots`, { plots }));
  return ok(
    await reviewer.post<Verification>(`/sink/verifications/${id}/decision`, {
      conclusion: 'passed',
      statement: '属实。',
    }),
  );
}
async function issued(filing: string) {
  ok(await reviewer.post(`/filings/${filing}/review`, { decision: 'approve', remarks: '可。' }));
  return reviewer.post<{ number: string; credits: { tonnes: string; buffer: string; lots: unknown[] } }>(
    `/filings/${filing}/issue`,
  );
}
const FIVE: [string, string] = ['2021-01-01', '2025-12-31'];

it('issues nothing without a passed verification, and then lots by year with the buffer beside, in the book', async () => {
  const project = await registered(farm, 121);
  const one = await period(farm, project, ...FIVE);
  const { filing } = await filed(farm, project, one, FIVE);
  ok(await reviewer.post(`/filings/${filing}/review`, { decision: 'approve' }));
  expect((await reviewer.post(`/filings/${filing}/issue`)).body.code).toBe('NOT_VERIFIED');
  await verified(one);
  const { body } = await reviewer.post<{ number: string; credits: { tonnes: string; buffer: string } }>(
    `/filings/${filing}/issue`,
  );
  const total = BigInt(body.credits.tonnes);
  expect(BigInt(body.credits.buffer)).toBe((total + 19n) / 20n);
  const credits = await until(
    () => creditsOf(farm, project),
    ({ periods }) => periods[0]!.issuance.book === 'posted',
    'the book',
  );
  const { lots } = credits.periods[0]!.issuance;
  expect(lots.map(({ vintage }) => vintage)).toEqual([2021, 2022, 2023, 2024, 2025]);
  expect(lots.reduce((sum, { tonnes }) => sum + BigInt(tonnes), 0n)).toBe(total);
  expect(credits).toMatchObject({ issued: body.credits.tonnes, buffer: body.credits.buffer, blockedBy: null });
  const trial = ok(
    await regulator.get<{ asset: string; sum: string; purposes: Record<string, string> }[] & Record<string, unknown>>(
      '/ledger/trial-balance',
    ),
  );
  for (const { asset, tonnes, buffer } of lots) {
    const line = trial.find((row) => row.asset === asset)!;
    expect(line).toMatchObject({ sum: '0', purposes: { issuance: `-${tonnes}`, buffer } });
    expect(BigInt(line.purposes.available!)).toBe(BigInt(tonnes) - BigInt(buffer));
  }
  // The same removal is used up: nobody else counts it, and the period gives no second lot.
  expect((await reviewer.post(`/filings/${filing}/issue`)).status).toBe(409);
  expect((await other.get(`/sink/projects/${project.id}/credits`)).status).toBe(404);
}, 120_000);

it('takes a filing only of the same method, place and time, and only of the owner', async () => {
  const project = await registered(farm, 122);
  const one = await period(farm, project, ...FIVE);
  const filing = ok(
    await farm.post<{ id: string }>('/filings', {
      method: 'sink/ar-tool14-stratified',
      title: 'x',
      region: '150785',
      periodStart: '2021-01-01',
      periodEnd: '2024-12-31',
      input: larchAndBirch,
    }),
  ).id;
  const link = (person: Person) =>
    person.put(`/sink/projects/${project.id}/monitoring-periods/${one}/filing`, { filing });
  expect((await link(farm)).body.code).toBe('PERIOD_FILING_MISMATCH');
  expect((await link(other)).status).toBe(404);
  expect((await reviewer.post(`/sink/monitoring-periods/${one}/verifications`, terms)).body.code).toBe(
    'NO_PERIOD_FILING',
  );
}, 60_000);

it('raises a finding for a plot beyond tolerance, and passes only when it is answered and closed', async () => {
  const project = await registered(farm, 123);
  const one = await period(farm, project, ...FIVE);
  await filed(farm, project, one, FIVE);
  expect((await farm.post(`/sink/monitoring-periods/${one}/verifications`, terms)).status).toBe(403);
  const { id, sample, candidates } = await open(one, { materiality: '0.2', sample: 0.5 });
  expect(sample.length).toBe(5); // half of five and of four, rounded up
  expect((await reviewer.post(`/sink/monitoring-periods/${one}/verifications`, terms)).body.code).toBe(
    'VERIFICATION_OPEN',
  );
  const decide = () =>
    reviewer.post(`/sink/verifications/${id}/decision`, { conclusion: 'passed', statement: '属实。' });
  expect((await decide()).body.code).toBe('NOT_ENOUGH_PLOTS');
  const value = (plot: string) => Number(candidates.find((c) => c.plot === plot)!.value);
  const plots = sample.map((plot, i) => ({
    plot,
    value: (value(plot) * (i ? 1 : 0.8)).toFixed(4),
    measuredOn: '2026-03-01',
  }));
  expect(
    (await reviewer.put(`/sink/verifications/${id}/plots`, { plots: [{ ...plots[0], plot: 'nowhere' }] })).body.code,
  ).toBe('UNKNOWN_PLOT');
  const measured = ok(await reviewer.put<Verification>(`/sink/verifications/${id}/plots`, { plots }));
  expect(measured.findings).toMatchObject([{ number: 1, kind: 'corrective', status: 'open', plot: sample[0] }]);
  expect((await decide()).body.code).toBe('FINDINGS_OPEN');
  const finding = `/sink/verifications/${id}/findings/1`;
  expect((await reviewer.post(`${finding}/conclusion`, { close: true, conclusion: '好' })).body.code).toBe(
    'FINDING_STATE',
  );
  ok(await farm.post(`${finding}/answer`, { answer: '该样地一株枯死，已更正。' }));
  ok(await reviewer.post(`${finding}/conclusion`, { close: true, conclusion: '核实。' }));
  expect(ok(await decide()).status).toBe('passed');
  expect((await decide()).body.code).toBe('VERIFICATION_DECIDED');
}, 60_000);

it('sets the chambers of a wetland again: methane beyond tolerance is a finding, within it credits are issued', async () => {
  const method = 'sink/wetland';
  const project = await registered(farm, 119, 50, { method, pools: ['wetland'] });
  const one = await period(farm, project, ...FIVE);
  const site = {
    ...{
      area_ha: '60',
      co2_flux: '-3.5',
      baseline_co2: '2.2',
      baseline_ch4: '15',
      measured_by: 'chamber',
      months: '7',
    },
  };
  const input = {
    parameters: { years: '5', project_emissions_t: '3', leakage_t: '0' },
    tables: {
      site: [
        { ...site, site_id: 'marsh', ch4_flux: '110' },
        { ...site, site_id: 'sedge', ch4_flux: '80' },
      ],
    },
  };
  const { filing } = await filed(farm, project, one, FIVE, input, method);
  const { id, sample, candidates } = await open(one);
  expect([sample.sort(), candidates]).toEqual([
    ['marsh', 'sedge'],
    [
      { plot: 'marsh', stratum: 'marsh', value: '110' },
      { plot: 'sedge', stratum: 'sedge', value: '80' },
    ],
  ]);
  const measured = (sedge: string) =>
    reviewer.put<Verification>(`/sink/verifications/${id}/plots`, {
      plots: [
        { plot: 'marsh', value: '112.5', measuredOn: '2026-07-01' },
        { plot: 'sedge', value: sedge, measuredOn: '2026-07-01' },
      ],
    });
  const decide = () =>
    reviewer.post<Verification>(`/sink/verifications/${id}/decision`, { conclusion: 'passed', statement: '属实。' });
  // Twice the methane of a site is told, and stops the verification.
  expect(ok(await measured('160')).findings).toMatchObject([{ kind: 'corrective', plot: 'sedge', status: 'open' }]);
  expect((await decide()).body.code).toBe('FINDINGS_OPEN');
  ok(await measured('82'));
  ok(await farm.post(`/sink/verifications/${id}/findings/1/answer`, { answer: '静态箱漏气，已复测。' }));
  ok(await reviewer.post(`/sink/verifications/${id}/findings/1/conclusion`, { close: true, conclusion: '核实。' }));
  expect(ok(await decide()).status).toBe('passed');
  ok(await issued(filing));
}, 90_000);

it('fails a material error whatever the single plots say', async () => {
  const project = await registered(farm, 124);
  const one = await period(farm, project, ...FIVE);
  await filed(farm, project, one, FIVE);
  const { id, sample, candidates } = await open(one, { tolerance: '0.5', sample: 1 });
  const plots = sample.map((plot) => ({
    plot,
    value: (Number(candidates.find((c) => c.plot === plot)!.value) * 0.9).toFixed(4),
    measuredOn: '2026-03-01',
  }));
  ok(await reviewer.put(`/sink/verifications/${id}/plots`, { plots }));
  const { body } = await reviewer.post(`/sink/verifications/${id}/decision`, { conclusion: 'passed', statement: 'x' });
  expect(body.code).toBe('MATERIAL_ERROR');
  expect(
    ok(await reviewer.post(`/sink/verifications/${id}/decision`, { conclusion: 'failed', statement: 'x' })).status,
  ).toBe('failed');
}, 60_000);

it('draws the buffer after a fire, stops issuance, and opens it once the stock stands again', async () => {
  const project = await registered(farm, 125);
  const first = await period(farm, project, ...FIVE);
  const burn = {
    geometry: square(125.002, 50.002, 0.002),
    happenedOn: '2026-05-02',
    cause: 'fire',
    loss: '350.5',
    note: '雷击火',
  };
  const report = (person = farm, more: object = {}) =>
    person.post<{ id: string; hectares: string; estimate: string }>(`/sink/projects/${project.id}/reversals`, {
      ...burn,
      ...more,
    });
  expect((await report()).body.code).toBe('NOTHING_VERIFIED');
  const { filing } = await filed(farm, project, first, FIVE);
  await verified(first);
  ok(await issued(filing));
  const before = await until(
    () => creditsOf(farm, project),
    ({ periods }) => periods[0]!.issuance.book === 'posted',
    'the book',
  );
  expect((await report(farm, { geometry: square(10.5, 50) })).status).toBe(422);
  expect((await report(farm, { geometry: square(126, 51) })).body.code).toBe('OUTSIDE_AREA');
  expect((await report(farm, { loss: '999999999' })).body.code).toBe('LOSS_ABOVE_STOCK');
  expect((await report(farm, { happenedOn: '2099-01-01' })).body.code).toBe('HAPPENED_IN_FUTURE');
  expect((await report(other)).status).toBe(404);
  const reversal = ok(await report());
  // A 25th of the land.
  expect(Number(reversal.hectares)).toBeCloseTo(Number(3.19), 1);
  expect((await creditsOf(farm, project)).blockedBy).not.toBeNull();
  const decided = ok(
    await registrar.post<Credits['reversals'][0] & Record<string, unknown>>(`/sink/reversals/${reversal.id}/decision`, {
      decision: 'confirm',
      reason: '遥感与现场一致',
    }),
  );
  const buffer = BigInt(before.buffer);
  expect(decided.owed).toBe('351');
  expect(BigInt(decided.drawn)).toBe(buffer < 351n ? buffer : 351n);
  await until(
    () => creditsOf(farm, project),
    (now) => BigInt(now.buffer) === buffer - BigInt(decided.drawn),
    'the draw',
  );
  // The next period is verified, and waits: first what was there must stand again.
  const later: [string, string] = ['2026-01-01', '2030-12-31'];
  const second = await period(farm, project, ...later);
  const grown = structuredClone(larchAndBirch);
  for (const plot of grown.tables.plot) if (plot.visit === 't2') plot.agb_t = String(Number(plot.agb_t) + 3);
  const next = await filed(farm, project, second, later, grown);
  const { id: verification } = await verified(second);
  ok(await reviewer.post(`/filings/${next.filing}/review`, { decision: 'approve' }));
  expect((await reviewer.post(`/filings/${next.filing}/issue`)).body.code).toBe('REVERSAL_OPEN');
  expect((await registrar.post(`/sink/reversals/${reversal.id}/restoration`, { verification: first })).status).toBe(
    404,
  );
  ok(await registrar.post(`/sink/reversals/${reversal.id}/restoration`, { verification }));
  ok(await reviewer.post(`/filings/${next.filing}/issue`));
  expect((await creditsOf(farm, project)).blockedBy).toBeNull();
}, 180_000);

it('shows the same plots under every scheme and repeats a drawing to the byte', async () => {
  const project = await registered(farm, 127);
  const one = await period(farm, project, ...FIVE);
  const { runId } = await filed(farm, project, one, FIVE);
  const draw = (seed?: number) =>
    farm.post<{ sha256: string }>(`/sink/runs/${runId}/simulations`, { seed, draws: 2000 });
  const [a, b, c] = [ok(await draw(7)), ok(await draw(7)), ok(await draw(8))];
  expect(b.sha256).toBe(a.sha256);
  expect(c.sha256).not.toBe(a.sha256);
  const told = ok(
    await farm.get<{
      schemes: { code: string; state: string; credited: number | null }[];
      independent: { total: number; relative: number };
      paired: { relative: number; pairs: number };
      simulations: unknown[];
    }>(`/sink/runs/${runId}/uncertainty`),
  );
  expect(told.simulations).toHaveLength(3);
  expect(told.paired.pairs).toBe(9);
  expect(told.paired.relative).toBeLessThan(told.independent.relative);
  expect(told.schemes.find(({ code }) => code === 'CCER-14-001')).toMatchObject({ state: 'unknown', credited: null });
  for (const { credited } of told.schemes) expect(credited ?? 0).toBeLessThanOrEqual(told.independent.total);
  expect((await other.get(`/sink/runs/${runId}/uncertainty`)).status).toBe(404);
}, 60_000);

it('plans a reserve whose groups add up to the whole', async () => {
  const prospect = (name: string, more: object = {}) =>
    farm.post<{ id: string; revision: number }>('/sink/reserve/prospects', {
      name,
      region: '150785',
      owner: '甲林场',
      curve: 'larch-planted',
      hectares: '1200.5',
      startYear: 2027,
      years: 20,
      stage: 'idea',
      plantingCost: '9000',
      yearlyCost: '120',
      ...more,
    });
  ok(await prospect('北坡'));
  ok(await prospect('南坡', { owner: '乙林场', region: '150781' }));
  const dropped = ok(await prospect('河滩', { stage: 'dropped' }));
  expect((await prospect('北坡')).status).toBe(409);
  expect((await prospect('x', { curve: 'palm' })).body.code).toBe('UNKNOWN_CURVE');
  const { prospects, total, owners, leagues, years } = ok(
    await farm.get<{
      prospects: unknown[];
      total: { tonnes: string; npv: string };
      owners: { tonnes: string; npv: string }[];
      leagues: { key: string; npv: string }[];
      years: { tonnes: string }[];
    }>('/sink/reserve?price=80&baseYear=2026&lastYear=2050'),
  );
  expect([prospects.length, owners.length, leagues.map(({ key }) => key)]).toEqual([3, 2, ['150700']]);
  const sum = (texts: string[]) => texts.reduce((n, text) => n + Math.round(Number(text) * 100), 0);
  expect(sum(owners.map(({ npv }) => npv))).toBe(sum([total.npv]));
  expect(sum(years.map(({ tonnes }) => tonnes))).toBe(sum([total.tonnes]));
  const change = {
    name: '河滩',
    region: '150785',
    owner: '甲林场',
    curve: 'birch-natural',
    hectares: '10',
    startYear: 2027,
    years: 20,
    stage: 'idea',
    plantingCost: '0',
    yearlyCost: '0',
    revision: 1,
  };
  expect((await farm.put(`/sink/reserve/prospects/${dropped.id}`, change)).status).toBe(200);
  expect((await farm.put(`/sink/reserve/prospects/${dropped.id}`, change)).status).toBe(409);
  expect((await other.put(`/sink/reserve/prospects/${dropped.id}`, change)).status).toBe(404);
}, 60_000);

it('plans a prospect by the stand model: its pools year by year are what the scenario counts, and say what they rest on', async () => {
  const stand = {
    species: 'larix-gmelinii',
    temperature: '-2.5',
    ages: [
      { age: 0, hectares: '300' },
      { age: 20, hectares: '100' },
    ],
    counted: ['above', 'below', 'deadWood'],
    fires: 120,
  };
  const body = {
    ...{ name: '林分', region: '150785', owner: '丙林场', hectares: '400', startYear: 2027, years: 20, stage: 'idea' },
    ...{ plantingCost: '0', yearlyCost: '0', stand },
  };
  const post = (more: object) =>
    farm.post<{ id: string; curve: string }>('/sink/reserve/prospects', { ...body, ...more });
  const wrong = await post({
    stand: {
      ...stand,
      ages: [{ age: 0, hectares: '1' }],
      soil: '50',
      volumes: [
        { age: 5, volume: '1' },
        { age: 6, volume: '2' },
      ],
    },
  });
  expect(wrong.body.faults?.map(({ column, code }) => `${column} ${code}`)).toEqual([
    ...['ages STAND_AREA', 'soil STAND_START', 'volumes STAND_VOLUMES', 'volumesSource STAND_SOURCE'],
  ]);
  expect((await post({ stand: { ...stand, species: 'palm' } })).body.code).toBe('UNKNOWN_STAND');
  expect((await post({ stand: { ...stand, counted: ['gold'] } })).body.faults).toMatchObject([
    { column: expect.any(String) },
  ]);
  const made = ok(await post({}));
  expect(made.curve).toBe('larch-planted');
  type Course = { years: Record<string, string>[]; sources: { part: string; confidence: string; source: string }[] };
  const path = `/sink/reserve/prospects/${made.id}/course`;
  const { years, sources } = ok(await farm.get<Course>(path));
  expect(years.map(({ year }) => Number(year))).toEqual(Array.from({ length: 21 }, (_, i) => 2026 + i));
  for (const { above, below, deadWood, stock } of years)
    expect(Number(above) + Number(below) + Number(deadWood)).toBeCloseTo(Number(stock), 0);
  expect(sources.map(({ part }) => part)).toEqual([
    'yield',
    'shares',
    'species',
    'roots',
    'carbon',
    'dynamics',
    'fire',
  ]);
  expect(sources.find(({ part }) => part === 'dynamics')!.confidence).toBe('provisional');
  const { outlook } = ok(
    await farm.get<{ outlook: { id: string; tonnes: string }[] }>(
      '/sink/reserve?heldBack=0&baseYear=2027&lastYear=2046',
    ),
  );
  const gained = years.reduce((sum, year) => sum + Number(year.gained), 0);
  expect(Math.abs(Number(outlook.find(({ id }) => id === made.id)!.tonnes) - gained)).toBeLessThan(2);
  expect((await other.get(path)).status).toBe(404);
  const [plain] = ok(
    await farm.get<{ prospects: { id: string; stand: object | null }[] }>('/sink/reserve'),
  ).prospects.filter((one) => !one.stand);
  expect((await farm.get(`/sink/reserve/prospects/${plain!.id}/course`)).body.code).toBe('STAND_NONE');
}, 60_000);
