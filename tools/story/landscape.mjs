// GEP from rasters: a landscape made by formulas, soil and water retained in each cell by the workers, summed by banner and by
// ecosystem, valued by reference to the run, and SEEA tables of it. Neither its land nor its borders are those of a real league.
import { Person, until } from '../client.mjs';
import { grouped, table } from '../table.mjs';
import { geoTiff } from './geotiff.mjs';
import { throughThePath } from './path.mjs';

const MADE_UP = '（演示：生成的景观，非实测）';
const SIDE = 600;
/** Degrees: 600 cells of a hundredth. */
const grid = { width: SIDE, height: SIDE, x: 112, y: 47, size: 0.01, nodata: -9999 };
const LEAGUE = 152500;
const BANNERS = [
  [152501, 152523, 152525, 152526],
  [152524, 152522, 152502, 152530],
  [152528, 152529, 152527, 152531],
];
/** Codes of the method's classes, and what SEEA calls them. */
const CLASSES = [
  [1, '落叶阔叶林', 'ET_forest'],
  [5, '草甸', 'ET_grassland'],
  [6, '草原', 'ET_grassland'],
  [7, '稀疏草地', 'ET_desert_bare'],
  [8, '湿地', 'ET_wetland'],
];
/** Prices of the Garzé account of 2010, in yuan. */
const SOIL = {
  ...{ silt_share: '0.24', density_t_m3: '0.93', dredging_price: '15.58', n_content: '0.0037' },
  ...{ n_price: '875', p_content: '0.00108', p_price: '2800' },
};
const WATER_PRICE = '7.06';

/** Heights between 0 and 1: hills, and a roughness that is the same every time. */
const hills = (x, y) =>
  0.5 +
  0.22 * Math.sin(x / 83) * Math.cos(y / 61) +
  0.16 * Math.sin((x + 2 * y) / 140) +
  0.08 * Math.cos((3 * x - y) / 47);
const rough = (x, y) => ((x * 7919 + y * 104_729) % 997) / 997;
/** An oval within the square: beyond it there is no data. */
const inside = (x, y) => ((x - 300) / 285) ** 2 + ((y - 300) / 250) ** 2 < 1;
const rain = (x, y) => 180 + 260 * (x / SIDE) + 60 * hills(y, x);
function cover(x, y) {
  const height = hills(x, y);
  if (height < 0.14) return 8;
  if (rain(x, y) > 370 && height > 0.6) return 1;
  if (rain(x, y) > 340) return 5;
  return rain(x, y) > 250 ? 6 : 7;
}
const GROWTH = { 1: 0.85, 5: 0.75, 6: 0.5, 7: 0.18, 8: 0.9 };
const growth = (x, y) => Math.min(0.95, GROWTH[cover(x, y)] + 0.1 * rough(x, y));

const rasters = {
  r: ['降雨侵蚀力 R', 'factor', 'MJ·mm/(hm²·h·a)', (x, y) => 3.2 * (rain(x, y) - 100)],
  k: ['土壤可蚀性 K', 'factor', 't·hm²·h/(hm²·MJ·mm)', (x, y) => 0.018 + 0.02 * rough(y, x)],
  ls: ['坡长坡度 LS', 'factor', '1', (x, y) => 0.2 + 9 * Math.abs(hills(x + 1, y) - hills(x - 1, y)) * 12],
  c: ['植被覆盖 C', 'factor', '1', (x, y) => Math.max(0, 0.65 - 0.68 * growth(x, y))],
  rain: ['降水量', 'factor', 'mm', rain],
  et: ['蒸散发量', 'factor', 'mm', (x, y) => rain(x, y) * (0.72 + 0.2 * growth(x, y))],
  cover: ['地类', 'classes', undefined, cover],
};

export async function landscape(url, password) {
  const [filer, reviewer] = await Promise.all(
    ['ecology@xilingol', 'reviewer@qingheng'].map((name) => Person.signIn(url, name, password)),
  );
  const ids = await uploaded(filer);
  const [soil, water] = await Promise.all([
    computed(filer, ids, {
      ...{ title: `土壤保持 RUSLE${MADE_UP}`, method: 'gep/soil-retention-rusle', column: 'retention' },
      factors: { r: ids.r, k: ids.k, ls: ids.ls, c: ids.c, p: '0.6' },
      total: { unit: 't/a', decimals: 3, per: 'area' },
    }),
    computed(filer, ids, {
      ...{ title: `水源涵养 水量平衡${MADE_UP}`, method: 'gep/water-retention-cell', column: 'kept' },
      factors: { rain: ids.rain, evapotranspiration: ids.et, cover: ids.cover },
      total: { unit: 'm³', decimals: 2, per: 'area' },
    }),
  ]);
  const byBanner = ({ result }, code) => result.zones.find(({ zone }) => zone === code);
  table(
    `A landscape from rasters 栅格景观${MADE_UP}`,
    ['banner 旗县', 'soil kept 土壤保持 t/a', 'water kept 水源涵养 m³', 'cells 像元'],
    [LEAGUE, ...BANNERS.flat()].map((code) => {
      const [first, second] = [byBanner(soil, code), byBanner(water, code)];
      return [first.name, grouped(first.total), grouped(second.total), grouped(String(first.cells))];
    }),
  );
  const picture = await filer.bytes(soil.picture.replace(url, ''));
  const raster = await filer.bytes(soil.raster.replace(url, ''));
  console.log(
    `  computed in ${soil.parts + water.parts} parts 分段计算, worker processes 工作进程 ${soil.workers}; quick-look 快视图 ${grouped(String(picture.length))} bytes, GeoTIFF ${grouped(String(raster.length))} bytes`,
  );
  const value = await throughThePath(filer, reviewer, valued(soil), '合计与栅格核算一致。');
  const seea = await accounted(filer, reviewer, { soil, water, value });
  return {
    ...{ soil: soil.total, water: water.total, parts: soil.parts + water.parts, picture: picture.length },
    ...{ resultHash: soil.resultHash, value: value.run.result.outputs.value, ...seea },
  };
}

async function uploaded(filer) {
  const ids = {};
  for (const [key, [name, kind, unit, value]] of Object.entries(rasters)) {
    const whole = kind === 'classes';
    const file = geoTiff({ ...grid, ...(whole && { type: 'u8', nodata: 255 }) }, (x, y) =>
      inside(x, y) ? value(x, y) : whole ? 255 : -9999,
    );
    const query = new URLSearchParams({ name: `${name}${MADE_UP}`, kind, ...(unit && { unit }) });
    ids[key] = (await filer.send(`/api/v1/ecoproduct/rasters?${query}`, file, 'image/tiff')).id;
  }
  const box = (row, column) => {
    const [west, east] = [0, 1].map((i) => grid.x + ((column + i) * SIDE * grid.size) / 4);
    const [north, south] = [0, 1].map((i) => grid.y - ((row + i) * SIDE * grid.size) / 3);
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]; // prettier-ignore
  };
  const { items: regions } = await filer.get('/api/v1/regions');
  const nameOf = (code) => regions.find((one) => one.code === String(code)).nameZh;
  const zones = await filer.post('/api/v1/ecoproduct/rasters/zones', {
    ...{ name: `分区${MADE_UP}`, like: ids.r },
    zones: {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { code: LEAGUE, name: nameOf(LEAGUE) }, geometry: null },
        ...BANNERS.flatMap((line, row) =>
          line.map((code, column) => ({
            type: 'Feature',
            properties: { code, name: nameOf(code), parent: LEAGUE },
            geometry: { type: 'Polygon', coordinates: box(row, column) },
          })),
        ),
      ],
    },
  });
  return { ...ids, zones: zones.id };
}

async function computed(filer, ids, { factors, ...asked }) {
  const { id } = await filer.post('/api/v1/ecoproduct/raster-runs', {
    ...{ table: 'cell', asOf: '2020-12-31', region: String(LEAGUE), ...asked },
    factors: Object.fromEntries(
      Object.entries(factors).map(([name, one]) => [name, one.length > 10 ? { raster: one } : { value: one }]),
    ),
    zones: { raster: ids.zones },
    classes: { raster: ids.cover, codes: CLASSES.map(([code]) => code) },
  });
  const run = await until(
    () => filer.get(`/api/v1/ecoproduct/raster-runs/${id}`),
    ({ status }) => ['succeeded', 'failed', 'cancelled'].includes(status),
    'the raster run',
  );
  if (run.status !== 'succeeded') throw new Error(`the raster run ${run.status}: ${JSON.stringify(run.faults)}`);
  const children = run.result.zones.filter(({ parent }) => parent === LEAGUE);
  const sum = children.reduce((all, { total }) => all + BigInt(total.replace('.', '')), 0n);
  if (sum !== BigInt(run.total.replace('.', ''))) throw new Error('the banners do not add up to the league');
  return run;
}

/** What the soil kept is worth, banner by banner: the quantities come from the run, with its hash. */
const valued = ({ id }) => ({
  ...{ method: 'gep/soil-retention', title: `土壤保持价值${MADE_UP}`, region: String(LEAGUE) },
  ...{ periodStart: '2020-01-01', periodEnd: '2020-12-31' },
  input: {
    tables: {},
    references: {
      unit: {
        ...{ source: { kind: 'raster-run', id }, table: 'zone', fixed: SOIL },
        columns: { unit_id: 'zone', retained_t: 'total' },
      },
    },
  },
});

/** An account by ecosystem from the sums by class, and its SEEA tables with the extent that the cells have. */
async function accounted(filer, reviewer, { soil, water, value }) {
  const ofLeague = ({ result }) => result.classes.filter(({ zone }) => zone === LEAGUE);
  const item = (service, unit, unit_price) => (sum) => ({
    ...{ item_id: `${service} ${nameOf(sum.class)}`, service, class: 'regulating', ecosystem: nameOf(sum.class) },
    ...{ quantity: sum.total, unit, unit_price, valuation_method: 'replacement_cost' },
  });
  // Yuan for each tonne of soil, from the issued value by reference.
  const price = perTonne(value.run.result.outputs.value, soil.total);
  const { filing, run, issued } = await throughThePath(
    filer,
    reviewer,
    {
      ...{ method: 'gep/account', title: `由栅格核算的 GEP${MADE_UP}`, region: String(LEAGUE) },
      ...{ periodStart: '2020-01-01', periodEnd: '2020-12-31' },
      input: {
        tables: {
          item: [
            ...ofLeague(soil).map(item('土壤保持', 't', price)),
            ...ofLeague(water).map(item('水源涵养', 'm³', WATER_PRICE)),
          ],
        },
      },
    },
    '演示',
  );
  const { id, number } = await filer.post('/api/v1/ecoproduct/seea', {
    filing,
    ecosystems: Object.fromEntries(CLASSES.map(([, name, type]) => [name, type])),
    use: [
      { service: '土壤保持', unit: 'agri_forestry_fishery', share: '1' },
      { service: '水源涵养', unit: 'utilities', share: '0.4' },
      { service: '水源涵养', unit: 'households', share: '0.6' },
    ],
  });
  const form = new FormData();
  form.append('file', new Blob([extentOf(ofLeague(soil))]), 'extent.csv');
  const taken = await filer.call('POST', `/api/v1/ecoproduct/seea/${id}/tables?table=extent`, form);
  if (taken.faults.length) throw new Error(`the SEEA account does not balance: ${JSON.stringify(taken.faults)}`);
  await reviewer.post(`/api/v1/ecoproduct/seea/${id}/close`);
  const workbook = await filer.bytes(`/api/v1/ecoproduct/seea/${id}/tables.xlsx`);
  console.log(
    `  GEP ${grouped(run.result.outputs.gep)} 元 (${issued.number}); SEEA ${number} balances 平衡, workbook ${grouped(String(workbook.length))} bytes`,
  );
  return { gep: run.result.outputs.gep, statement: issued.number, seea: number, workbook: workbook.length };
}

const nameOf = (code) => CLASSES.find(([one]) => one === code)[1];

/** Four decimals, rounded down: a unit price that does not overstate. */
function perTonne(yuan, tonnes) {
  const [value, quantity] = [yuan, tonnes].map((text) => {
    const [whole, fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(3, '0'));
  });
  const scaled = String((value * 10_000n) / quantity).padStart(5, '0');
  return `${scaled.slice(0, -4)}.${scaled.slice(-4)}`;
}

/** In hectares as the cells have them: what is there now, and nothing that came or went. */
function extentOf(classes) {
  const types = [...new Set(CLASSES.map(([, , type]) => type))];
  // areaM2 has four decimals; a hectare is 10^8 of its last digits.
  const units = (type) =>
    classes
      .filter((sum) => CLASSES.find(([code]) => code === sum.class)[2] === type)
      .reduce((all, { areaM2 }) => all + BigInt(areaM2.replace('.', '')), 0n);
  const hectares = (count) => String(count / 100_000_000n);
  const areas = types.map((type) => hectares(units(type)));
  const total = areas.reduce((all, area) => all + BigInt(area), 0n);
  const line = (code) => [code, ...areas, total].join(',');
  return [['code', ...types, 'TOTAL'].join(','), line('opening'), line('closing')].join('\n');
}
