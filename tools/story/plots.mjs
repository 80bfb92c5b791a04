// Field work of a larch and birch forest: two strata on its land, six permanent plots in each, two visits with every tree, a
// stock that opens down to the tree. The trees are made up and grow alike; the equations are published ones.
import { until } from '../client.mjs';
import { grouped, table } from '../table.mjs';

const DAYS = { 1: '2021-08-10', 2: '2025-08-14' };
/** Shares of the land from west to east. */
const STRATA = [
  { code: 'L', species: '兴安落叶松', ageClass: '幼龄林', from: 0, to: 0.7 },
  { code: 'B', species: '白桦', ageClass: '幼龄林', from: 0.7, to: 1 },
];
const PLOTS = STRATA.flatMap(({ code, from, to }) =>
  Array.from({ length: 6 }, (_, i) => ({
    plot: `${code}${i + 1}`,
    stratum: code,
    i,
    east: from + (to - from) * (0.2 + 0.12 * i),
    north: 0.1 + 0.15 * i,
  })),
);

/** A strip of the land, as the survey draws it. */
const strip = ([west, south, wide, high], from, to) => {
  const [left, right] = [from, to].map((share) => Number((west + wide * share).toFixed(6)));
  const top = Number((south + high).toFixed(6));
  return {
    type: 'Polygon',
    coordinates: [
      [
        [left, south],
        [right, south],
        [right, top],
        [left, top],
        [left, south],
      ],
    ],
  };
};

const visits = ([west, south, wide, high]) =>
  [
    '样地号,监测次,调查日期,样地类型,碳层,样地形状,样地面积,量距方式,坡度,经度,纬度,定位精度,郁闭度',
    ...[1, 2].flatMap((round) =>
      PLOTS.map(({ plot, stratum, east, north, i }) =>
        [
          ...[plot, round, DAYS[round], '固定', stratum, '正方形', 600, i % 2 ? '斜距' : '水平距', 4 + i],
          ...[(west + wide * east).toFixed(7), (south + high * north).toFixed(7), '1.5', 40 + 10 * round],
        ].join(','),
      ),
    ),
  ].join('\r\n');

const trees = [
  '样地号,监测次,样木号,树种,胸径,树高,立木状态',
  ...[1, 2].flatMap((round) =>
    PLOTS.flatMap(({ plot, stratum, i }) =>
      Array.from({ length: 60 }, (_, t) => {
        const d = 6.2 + (t % 9) * 0.55 + (i % 3) * 0.1 + (round - 1) * 2.1;
        const species = stratum === 'L' ? '落叶松' : '白桦';
        return [plot, round, t + 1, species, d.toFixed(1), (d * 0.85).toFixed(1), ''].join(',');
      }),
    ),
  ),
].join('\r\n');

/** From the forms to the stock that the filing refers to. */
export async function fieldWork(filer, path, land, { number, hectares }) {
  await filer.call('PUT', `${path}/strata`, {
    version: 0,
    validFrom: '2021-01-01',
    strata: STRATA.map(({ from, to, ...stratum }) => ({ ...stratum, geometry: strip(land, from, to) })),
  });
  const taken = {};
  for (const [form, content] of [
    ['plot', visits(land)],
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
        number,
        hectares,
        grouped(String(taken.plot)),
        grouped(String(taken.tree)),
        stock.totals.rounds.map(({ aboveTonnesPerHa }) => aboveTonnesPerHa).join(' → '),
        `${items[0].formula} = ${items[0].kg} kg`,
      ],
    ],
  );
  return { id: started.id, ...taken, stock: stock.totals.rounds, hash: stock.resultHash };
}
