// What if GEP and the red line counted? Three schemes over 103 banners side by side. The pool is the published one of 2020
// (财预〔2020〕49号, 30.24 亿元); the factors of the banners are made up, since nobody publishes them, and say so.
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';

const POOL = 302_400_000_000n; // fen
const KEPT = 302_000_000_000n; // fen: what the banners got the year before, made up
const yuan = (fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
const made = (i, salt, from, to) => from + (((i * 7919 + salt * 104_729) % 10_007) % (to - from));

export async function scenarios(url, password) {
  const clerk = await Person.signIn(url, 'clerk@finance', password);
  const { items } = await clerk.get('/api/v1/regions');
  const banners = items.filter(({ level, code }) => level === 'banner' && code.startsWith('15'));
  const weights = banners.map((_, i) => BigInt(made(i, 1, 40, 900)));
  const sum = weights.reduce((a, b) => a + b, 0n);
  const last = weights.map((weight) => (KEPT * weight) / sum);
  const factors = banners.map(({ code, parent }, i) => {
    const area = made(i, 2, 900, 40_000);
    return {
      ...{ banner: code, league: parent, factor_year: '2024', last_year: yuan(last[i]) },
      ...{ gap: String(made(i, 3, 2_000, 60_000)), coefficient: `0.${made(i, 4, 30, 99)}` },
      ...{ area: String(area), red_line: String(Math.floor((area * made(i, 5, 5, 80)) / 100)) },
      ...{ gep: `${made(i, 6, 20, 900)}.5`, population: String(made(i, 7, 15_000, 400_000)) },
    };
  });
  const schemes = [
    { scheme_id: '仅缺口', keep_share: '0.8', w_gap: '1', w_red_line: '0', w_gep: '0' },
    {
      scheme_id: '缺口50红线30总值20',
      keep_share: '0.8',
      w_gap: '0.5',
      w_red_line: '0.3',
      w_gep: '0.2',
      gep_variant: 'total',
    },
    {
      scheme_id: '单位面积GEP',
      keep_share: '0.8',
      w_gap: '0.5',
      w_red_line: '0.3',
      w_gep: '0.2',
      gep_variant: 'per_area',
    },
  ].map((scheme) => ({ ...scheme, key_pool: yuan(POOL) }));
  const filing = await clerk.post('/api/v1/filings', {
    ...{ method: 'compensation/key-ecological-zone', title: '重点生态功能区转移支付测算方案（旗县因素为构造值）' },
    ...{ periodStart: '2025-01-01', periodEnd: '2025-12-31', region: '150000' },
    input: {
      parameters: { year: '2025' },
      tables: {
        scheme: schemes,
        banner: schemes.flatMap(({ scheme_id }) => factors.map((factor) => ({ scheme_id, ...factor }))),
      },
    },
  });
  const { runId } = await clerk.post(`/api/v1/filings/${filing.id}/submit`);
  const run = await until(
    () => clerk.get(`/api/v1/runs/${runId}`),
    ({ status }) => !['queued', 'running'].includes(status),
    'the scenarios',
  );
  if (run.status !== 'succeeded') throw new Error(`the scenarios ${run.status}: ${JSON.stringify(run.faults)}`);
  if (run.result.issuable) throw new Error('a scenario must not be issuable');
  const rows = run.result.tables.scheme;
  for (const { scheme_id, key_allotted } of rows)
    if (key_allotted !== yuan(POOL)) throw new Error(`${scheme_id} does not add up to the pool`);
  table(
    'Schemes for the key zones, made-up factors 测算方案（构造因素，非正式分配）',
    ['scheme 方案', 'total 元', 'gain 增', 'lose 减', 'largest gain 元', 'largest loss 元'],
    rows.map((row) => [
      ...[row.scheme_id, grouped(row.amount), row.winners, row.losers],
      ...[grouped(row.largest_gain), grouped(row.largest_loss)],
    ]),
  );
  return { filing: filing.id, schemes: rows.length, total: rows[0].amount };
}
