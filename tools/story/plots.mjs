// Field work of a larch and birch project: strata, permanent plots, two visits with every tree, a stock that opens down to
// the tree. The trees are made up and grow alike; the equations are published ones.
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';

const WEST = 121.45;
const SOUTH = 50.72;
const half = (from, to) => ({
  type: 'Polygon',
  coordinates: [
    [
      [WEST + from, SOUTH],
      [WEST + to, SOUTH],
      [WEST + to, SOUTH + 0.012],
      [WEST + from, SOUTH + 0.012],
      [WEST + from, SOUTH],
    ],
  ],
});
const strata = [
  { code: 'L', species: '兴安落叶松', ageClass: '幼龄林', geometry: half(0, 0.012), at: 0.006 },
  { code: 'B', species: '白桦', ageClass: '幼龄林', geometry: half(0.012, 0.02), at: 0.016 },
];
const plots = strata.flatMap(({ code, at }) =>
  Array.from({ length: 6 }, (_, i) => ({ plot: `${code}${i + 1}`, stratum: code, at, i })),
);
const days = { 1: '2021-08-10', 2: '2025-08-14' };

const visits = [
  '样地号,监测次,调查日期,样地类型,碳层,样地形状,样地面积,量距方式,坡度,经度,纬度,定位精度,郁闭度',
  ...[1, 2].flatMap((round) =>
    plots.map(({ plot, stratum, at, i }) =>
      [
        ...[plot, round, days[round], '固定', stratum, '正方形', 600, i % 2 ? '斜距' : '水平距', 4 + i],
        ...[
          (WEST + at + (i - 2.5) * 0.0004).toFixed(7),
          (SOUTH + 0.002 + i * 0.0016).toFixed(7),
          '1.5',
          40 + 10 * round,
        ],
      ].join(','),
    ),
  ),
].join('\r\n');
const trees = [
  '样地号,监测次,样木号,树种,胸径,树高,立木状态',
  ...[1, 2].flatMap((round) =>
    plots.flatMap(({ plot, stratum, i }) =>
      Array.from({ length: 60 }, (_, t) => {
        const d = 6.2 + (t % 9) * 0.55 + (i % 3) * 0.2 + (round - 1) * 2.1;
        return [plot, round, t + 1, stratum === 'L' ? '落叶松' : '白桦', d.toFixed(1), (d * 0.85).toFixed(1), ''].join(
          ',',
        );
      }),
    ),
  ),
].join('\r\n');

export async function fieldWork(url, password) {
  const filer = await Person.signIn(url, 'filer@linchang', password);
  const project = await filer.post('/api/v1/sink/projects', {
    name: '兴安落叶松、白桦造林碳汇（外业示例）',
    region: '150785',
    method: 'sink/ar-tool14-stratified',
    pools: ['tree'],
    creditingStart: '2021-01-01',
    creditingEnd: '2040-12-31',
  });
  const path = `/api/v1/sink/projects/${project.id}`;
  const area = await filer.call('PUT', `${path}/areas/A1`, { geometry: half(0, 0.02), validFrom: '2021-01-01' });
  await filer.call('PUT', `${path}/strata`, {
    version: 0,
    validFrom: '2021-01-01',
    strata: strata.map(({ at: _, ...stratum }) => stratum),
  });
  const taken = {};
  for (const [form, content] of [
    ['plot', visits],
    ['tree', trees],
  ]) {
    const sent = await filer.send(`${path}/imports?form=${form}&name=${form}.csv`, content, 'text/csv');
    const done = await until(
      () => filer.get(`/api/v1/sink/imports/${sent.id}`),
      ({ status }) => !['waiting', 'importing'].includes(status),
      'the import',
    );
    if (done.status !== 'accepted') throw new Error(`the forms were ${done.status}: ${JSON.stringify(done.faults)}`);
    Object.assign(taken, done.rows);
  }
  const started = await filer.post(`${path}/stocks`, { rounds: [1, 2] });
  const stock = await until(
    () => filer.get(`/api/v1/sink/stocks/${started.id}`),
    ({ status }) => status !== 'computing',
    'the stock',
  );
  if (stock.status !== 'done') throw new Error(`the stock ${stock.status}: ${JSON.stringify(stock.faults)}`);
  const { items } = await filer.get(`/api/v1/sink/stocks/${started.id}/trees?round=2&plot=L1&limit=1`);
  table(
    'Field work of a sink project 外业与储量',
    ['project', 'ha', 'plots × rounds', 'trees', 'above ground 2021 → 2025, t/ha', 'the first tree'],
    [
      [
        project.number,
        area.hectares,
        grouped(String(taken.plot)),
        grouped(String(taken.tree)),
        stock.totals.rounds.map(({ aboveTonnesPerHa }) => aboveTonnesPerHa).join(' → '),
        `${items[0].formula} = ${items[0].kg} kg`,
      ],
    ],
  );
  return {
    project: project.number,
    hectares: area.hectares,
    ...taken,
    stock: stock.totals.rounds,
    hash: stock.resultHash,
  };
}
