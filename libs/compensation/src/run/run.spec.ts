/** Calculation through HTTP and a worker, against whole-number arithmetic of its own. */
import { AuditService } from '@qingheng/platform';
import fc from 'fast-check';
import {
  type Bureau,
  calculated,
  migrations,
  openBureau,
  programmeBody,
  startBureauWorker,
  uploaded,
} from '../../../../tests/support/compensation';
import { withDatabase } from '../../../../tests/support/database';
import { type MadeHousehold, madeHousehold } from '../../../../tests/support/rosters';
import { readFen, yuan } from '../money/fen';
import { endLostRuns } from '../settle-lost';

const database = withDatabase(migrations);
let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau(database);
  await startBureauWorker(database);
}, 90_000);

const drafted = async (more: object = {}): Promise<string> =>
  (await bureau.clerk.post<{ id: string }>('/compensation/programmes', programmeBody(more))).body.id;

/** Hundredths of a mu × rate × coefficient, half-up to the fen, on whole numbers alone. */
function dueFen({ ban_mu, balance_mu }: MadeHousehold, coefficientMillionths = 1_000_000n): bigint {
  const line = (mu: string, rateTenths: bigint) => {
    const scaled = readFen(mu)! * rateTenths * coefficientMillionths; // 1e-2 · 1e-1 · 1e-6 yuan
    return (scaled * 2n + 10_000_000n) / 20_000_000n;
  };
  return line(ban_mu, 75n) + line(balance_mu, 25n);
}
const sum = (numbers: bigint[]) => numbers.reduce((a, b) => a + b, 0n);

interface Allotted {
  items: { id: string; number: string; amount: string; name: string }[];
}
const allotments = async (programme: string, banner: string) =>
  (await bureau.clerk.get<Allotted>(`/compensation/programmes/${programme}/allotments?banner=${banner}&limit=200`)).body
    .items;

it('agrees with whole-number arithmetic for any areas and any coefficient of a banner', async () => {
  const mu = fc
    .tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`);
  const cases = fc.record({
    areas: fc.array(fc.tuple(mu, mu, fc.constantFrom('152501', '152502', '152524')), { minLength: 1, maxLength: 40 }),
    coefficient: fc.integer({ min: 1, max: 3_000_000 }),
  });
  let salt = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ areas, coefficient }) => {
      const made = areas.map(([ban_mu, balance_mu, banner], i) =>
        madeHousehold(++salt * 50 + i, banner, { ban_mu, balance_mu }),
      );
      const programme = await drafted({ pool: '9000000000.00' });
      const value = `${Math.floor(coefficient / 1_000_000)}.${String(coefficient % 1_000_000).padStart(6, '0')}`;
      await bureau.clerk.post(`/compensation/programmes/${programme}/parameters`, {
        ...{ name: 'coefficient', region: '152502', value, validFrom: '2023-01-01', source: '测试文件' },
        confidence: 'official',
      });
      expect((await uploaded(bureau, programme, made)).status).toBe('accepted');
      const run = await calculated(bureau, programme);
      expect([run.status, run.faults]).toEqual(['succeeded', []]);
      const due = (h: MadeHousehold) => dueFen(h, h.banner === '152502' ? BigInt(coefficient) : undefined);
      for (const banner of new Set(made.map((h) => h.banner))) {
        const own = made.filter((h) => h.banner === banner);
        const got = new Map((await allotments(programme, banner)).map(({ number, amount }) => [number, amount]));
        for (const h of own) expect(got.get(h.household_id)).toBe(yuan(due(h)));
        expect(run.results.find(({ code }) => code === banner)!.amount).toBe(yuan(sum(own.map(due))));
      }
      expect(run.total).toBe(yuan(sum(made.map(due))));
      expect(readFen(run.total!)! + readFen(run.unallotted!)!).toBe(900_000_000_000n);
    }),
    { numRuns: 12 },
  );
}, 120_000);

it('leads from the pool down to a household and explains its figure in both languages', async () => {
  const programme = await drafted();
  const made = madeHousehold(90_001, '152501', { ban_mu: '1234.56', balance_mu: '333.33' });
  await uploaded(bureau, programme, [made, madeHousehold(90_002, '152502')]);
  const run = await calculated(bureau, programme);
  expect(run).toMatchObject({ status: 'succeeded', blocked: [], households: 2 });
  const [one] = await allotments(programme, '152501');
  // 1234.56 × 7.5 = 9259.20; 333.33 × 2.5 = 833.325 → 833.33
  expect(one!.amount).toBe('10092.53');
  const sought = await bureau.clerk.post<{ allotmentId: string; amount: string; name: string }[]>(
    `/compensation/programmes/${programme}/households/search`,
    { by: 'number', number: made.household_id },
  );
  expect(sought.body).toMatchObject([{ allotmentId: one!.id, amount: '10092.53' }]);
  const { body } = await bureau.reviewer.get<{
    sentences: { zh: string; en: string }[];
    above: { code: string; amount: string }[];
    pool: { unallotted: string };
    household: { name: string };
  }>(`/compensation/allotments/${one!.id}/explanation`);
  const zh = body.sentences.map((s) => s.zh).join('\n');
  expect(zh).toMatch(/草畜平衡奖励：.*333\.33.*2\.5.* = 833\.33 元，四舍五入到分（依据：草畜平衡奖励）/);
  expect(zh).toContain('来源：自治区人民政府 2023-02-09 政策解读');
  expect(body.sentences.map((s) => s.en).join('\n')).toMatch(/Balance reward: .* = 833\.33 元, rounded half up/);
  expect(body.above).toMatchObject([
    { code: '152501', amount: '10092.53' },
    { code: '152500', amount: run.total },
  ]);
  expect(body.household.name).toBe(`${made.name[0]}${'*'.repeat(made.name.length - 1)}`);
  expect((await bureau.stranger.get(`/compensation/allotments/${one!.id}/explanation`)).status).toBe(404);
});

it('answers a run started twice once, and calculates nobody twice', async () => {
  const programme = await drafted();
  await uploaded(bureau, programme, [madeHousehold(91_001, '152501')]);
  const start = () => bureau.clerk.post<{ runId: string }>(`/compensation/programmes/${programme}/calculate`);
  const [first, second] = await Promise.all([start(), start()]);
  const ids = [first, second].filter(({ status }) => status === 202).map(({ body }) => body.runId);
  expect(new Set(ids).size).toBe(1);
  const [{ n }] = await database.source.query(
    'SELECT count(*)::int AS n FROM compensation_run WHERE programme_id = $1',
    [programme],
  );
  expect(n).toBe(1);
});

it('cuts nobody where the pool is too small: the run fails and leaves no figure', async () => {
  const programme = await drafted({ pool: '100.00' });
  await uploaded(bureau, programme, [madeHousehold(92_001, '152501', { ban_mu: '100.00' })]);
  const run = await calculated(bureau, programme);
  expect(run).toMatchObject({ status: 'failed', total: null, faults: [{ code: 'POOL_EXCEEDED' }] });
  expect(await allotments(programme, '152501')).toEqual([]);
  const { body } = await bureau.clerk.get<{ stage: string }>(`/compensation/programmes/${programme}`);
  expect(body.stage).toBe('draft');
});

it('names the parameter that is not in force, and says what bars an approval', async () => {
  const late = await drafted({ year: 2026, periodStart: '2026-01-01', periodEnd: '2026-12-31' });
  await uploaded(bureau, late, [madeHousehold(93_001, '152501', { year: '2026' })]);
  const run = await calculated(bureau, late);
  expect(run).toMatchObject({ status: 'failed' });
  expect(run.faults.map(({ code, column }) => `${code} ${column}`)).toContain('PARAMETER_NOT_VALID ban_rate');
  const early = await drafted({ year: 2014, periodStart: '2014-01-01', periodEnd: '2014-12-31' });
  await uploaded(bureau, early, [madeHousehold(93_002, '152501', { year: '2014' })]);
  const provisional = await calculated(bureau, early);
  expect(provisional.status).toBe('succeeded');
  expect(provisional.blocked.map(({ code }) => code)).toContain('PARAMETER_PROVISIONAL');
});

it('refuses to calculate without households', async () => {
  const { body } = await bureau.clerk.post(`/compensation/programmes/${await drafted()}/calculate`);
  expect(body.code).toBe('NO_HOUSEHOLDS');
});

it('ends a calculation whose job was given up, so that it can be started again', async () => {
  const programme = await drafted();
  await uploaded(bureau, programme, [madeHousehold(95_001, '152501')]);
  await calculated(bureau, programme);
  const [{ run_id: run }] = await database.source.query('SELECT run_id FROM compensation_programme WHERE id = $1', [
    programme,
  ]);
  await database.source.transaction(async (manager) => {
    await manager.query('ALTER TABLE compensation_programme DISABLE TRIGGER USER');
    await manager.query('ALTER TABLE compensation_run DISABLE TRIGGER USER');
    await manager.query(`UPDATE compensation_programme SET stage = 'draft' WHERE id = $1`, [programme]);
    await manager.query(`UPDATE compensation_run SET status = 'running' WHERE id = $1`, [run]);
    await manager.query('ALTER TABLE compensation_run ENABLE TRIGGER USER');
    await manager.query('ALTER TABLE compensation_programme ENABLE TRIGGER USER');
    await manager.query(`UPDATE job SET status = 'dead' WHERE name = 'compensation/close-run' AND key = $1`, [run]);
  });
  expect(await database.source.transaction((manager) => endLostRuns(manager, new AuditService()))).toBe(1);
  const path = `/compensation/programmes/${programme}/runs/${run}`;
  const { body } = await bureau.clerk.get(path);
  expect(body).toMatchObject({ status: 'failed', faults: [{ code: 'CALCULATION_LOST' }] });
  expect((await calculated(bureau, programme)).status).toBe('succeeded');
});

describe('the database itself', () => {
  const openRun = async () => {
    const programme = await drafted();
    await uploaded(bureau, programme, [madeHousehold(94_000 + Math.floor(Math.random() * 1e6), '152501')]);
    await calculated(bureau, programme);
    const [{ run }] = await database.source.query('SELECT run_id AS run FROM compensation_programme WHERE id = $1', [
      programme,
    ]);
    return { programme, run: run as string };
  };
  const failing = (text: string, values: unknown[]) =>
    database.source.query(text, values).then(
      () => 'done',
      (error: Error) => error.message,
    );

  it('changes no figure of a run that is over', async () => {
    const { run } = await openRun();
    const over = 'figures of a run that is over do not change';
    expect(await failing('UPDATE compensation_allotment SET amount_fen = 1 WHERE run_id = $1', [run])).toBe(over);
    expect(await failing('DELETE FROM compensation_allotment WHERE run_id = $1', [run])).toBe(over);
    expect(await failing('UPDATE compensation_result SET amount_fen = 1 WHERE run_id = $1', [run])).toBe(over);
    expect(await failing('UPDATE compensation_run SET total_fen = 1 WHERE id = $1', [run])).toBe(
      'a run that is over does not change',
    );
  });

  it.each([
    ['a household', 'UPDATE compensation_allotment SET amount_fen = amount_fen + 1 WHERE run_id = $1', '152501'],
    [
      'a banner',
      `UPDATE compensation_result SET amount_fen = amount_fen + 1 WHERE run_id = $1 AND level = 'banner'`,
      '152500, 152501',
    ],
    [
      'a league',
      `UPDATE compensation_result SET amount_fen = amount_fen + 1 WHERE run_id = $1 AND level = 'league'`,
      '152500, total',
    ],
    [
      'a count',
      `UPDATE compensation_result SET households = 9 WHERE run_id = $1 AND level = 'league'`,
      '152500, total',
    ],
  ])('ends no run in which %s differs by the least', async (_, change, places) => {
    const { run } = await openRun();
    const message = await database.source
      .transaction(async (manager) => {
        await manager.query('ALTER TABLE compensation_run DISABLE TRIGGER compensation_run_guard');
        await manager.query(`UPDATE compensation_run SET status = 'running' WHERE id = $1`, [run]);
        await manager.query('ALTER TABLE compensation_run ENABLE TRIGGER compensation_run_guard');
        await manager.query(change, [run]);
        await manager.query(`UPDATE compensation_run SET status = 'succeeded' WHERE id = $1`, [run]);
      })
      .catch((error: Error) => error.message);
    expect(message).toBe(`sums do not agree: ${places}`);
  });
});

it('shows who changes against the calculation before, also where a roster was taken out in between', async () => {
  const programme = await drafted({ pool: '9000000.00' });
  const path = `/compensation/programmes/${programme}`;
  const made = ['100.00', '200.00', '300.00'].map((ban_mu, i) =>
    madeHousehold(800_000 + i, '152501', { ban_mu, balance_mu: '0.00' }),
  );
  const other = madeHousehold(800_010, '152502', { ban_mu: '10.00', balance_mu: '0.00' });
  const first = await uploaded(bureau, programme, made);
  expect((await uploaded(bureau, programme, [other])).status).toBe('accepted');
  const { id: one } = (await calculated(bureau, programme)) as unknown as { id: string };
  expect((await bureau.clerk.get(`${path}/runs/${one}/changes`)).body).toMatchObject({ before: null, banners: [] });
  await bureau.reviewer.post(`${path}/review`, { decision: 'return', remarks: '面积有误' });
  expect((await bureau.clerk.post(`/compensation/rosters/${first.id}/withdraw`)).status).toBe(204);
  // One is corrected upwards, one downwards, one is gone and another came.
  const corrected = [
    { ...made[0]!, ban_mu: '120.00' },
    { ...made[1]!, ban_mu: '100.00' },
    madeHousehold(800_020, '152501', { ban_mu: '4.00', balance_mu: '0.00' }),
  ];
  expect((await uploaded(bureau, programme, corrected)).status).toBe('accepted');
  const { id: two } = (await calculated(bureau, programme)) as unknown as { id: string };
  const { body } = await bureau.clerk.get<{ before: string; banners: object[] }>(`${path}/runs/${two}/changes`);
  expect(body).toEqual({
    before: one,
    banners: [
      {
        ...{ banner: '152501', before: '4500.00', after: '1680.00', change: '-2820.00' },
        ...{ joined: 1, left: 1, raised: 1, lowered: 1, same: 0 },
      },
      {
        ...{ banner: '152502', before: '75.00', after: '75.00', change: '0.00' },
        ...{ joined: 0, left: 0, raised: 0, lowered: 0, same: 1 },
      },
    ],
  });
  const { body: most } = await bureau.reviewer.get<{ items: object[] }>(
    `${path}/runs/${two}/changed-households?banner=152501`,
  );
  expect(most.items).toEqual([
    { number: made[2]!.household_id, before: '2250.00', after: null, change: '-2250.00' },
    { number: made[1]!.household_id, before: '1500.00', after: '750.00', change: '-750.00' },
    { number: made[0]!.household_id, before: '750.00', after: '900.00', change: '150.00' },
    { number: corrected[2]!.household_id, before: null, after: '30.00', change: '30.00' },
  ]);
  expect((await bureau.stranger.get(`${path}/runs/${two}/changes`)).status).toBe(404);
});
