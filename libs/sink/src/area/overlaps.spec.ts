/** One suite for both ways to compare areas: by the service on the embedded Postgres, by PostGIS where one is installed. */
import { ledgerMigrations } from '@qingheng/ledger';
import { pipelineMigrations } from '@qingheng/pipeline';
import { platformMigrations } from '@qingheng/platform';
import fc from 'fast-check';
import { type TestDatabase, withDatabase } from '../../../../tests/support/database';
import { describePostgis } from '../../../../tests/support/postgis';
import { unionOf } from '../geometry/clipping';
import { sizeOf } from '../geometry/measure';
import { beyondSlivers, overlapOf, SLIVER_METRES } from '../geometry/overlap';
import { readArea } from '../geometry/read-area';
import { boundsOf, type MultiPolygon, type Position, type Ring } from '../geometry/shapes';
import { sinkMigrations } from '../index';
import { landSearch } from './choose-search';
import type { LandSearch } from './land-search';
import { overlapsOf } from './overlaps';

const migrations = [...platformMigrations, ...pipelineMigrations, ...ledgerMigrations, ...sinkMigrations];
const RUNS = Number(process.env.QH_PROPERTY_RUNS ?? 60);
const METRE_EAST = 1 / 71_700; // about 50° N

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const read = (...polygons: Ring[][]): MultiPolygon => {
  const { area, faults } = readArea({ type: 'MultiPolygon', coordinates: polygons });
  expect(faults).toEqual([]);
  return area;
};
const home = read([box(120, 50, 120.01, 50.01)]);
const east = (metres: number) => read([box(120.01 - metres * METRE_EAST, 50, 120.02, 50.01)]);
const ringed = read([box(120, 50, 120.1, 50.1), box(120.02, 50.02, 120.06, 50.06)]);
const size = (...ring: [number, number, number, number]) => sizeOf([[box(...ring)]]).squareMetres;

const cases: [name: string, area: MultiPolygon, other: MultiPolygon, squareMetres: number][] = [
  ['a shared border', home, east(0), 0],
  ['a corner', home, read([box(120.01, 50.01, 120.02, 50.02)]), 0],
  ['a border with other positions upon it', home, read([box(120.01, 50.003, 120.02, 50.007)]), 0],
  ['a slanted border of which the other has a part', ...slanted(), 0],
  ['land far away', home, read([box(121, 50, 121.01, 50.01)]), 0],
  ['a sliver', home, east(SLIVER_METRES * 0.95), 0],
  ['more than a sliver', home, east(3), size(120.01 - 3 * METRE_EAST, 50, 120.01, 50.01)],
  ['a narrow claim all within', home, read([box(120.004, 50.001, 120.004 + 0.8 * METRE_EAST, 50.009)]), 0],
  ['a claim all within', home, read([box(120.004, 50.004, 120.006, 50.006)]), size(120.004, 50.004, 120.006, 50.006)],
  ['a claim all around', read([box(120.004, 50.004, 120.006, 50.006)]), home, size(120.004, 50.004, 120.006, 50.006)],
  ['the same land', home, home, size(120, 50, 120.01, 50.01)],
  ['a claim in a hole', ringed, read([box(120.03, 50.03, 120.05, 50.05)]), 0],
  ['a claim that fills a hole', ringed, read([box(120.02, 50.02, 120.06, 50.06)]), 0],
  ['a hole around the area', read([box(120.03, 50.03, 120.05, 50.05)]), ringed, 0],
  ['a claim across a hole', ringed, read([box(120.05, 50.03, 120.07, 50.05)]), size(120.06, 50.03, 120.07, 50.05)],
  [
    'an island in a hole',
    read([box(120, 50, 120.1, 50.1), box(120.02, 50.02, 120.06, 50.06)], [box(120.03, 50.03, 120.04, 50.04)]),
    read([box(120.035, 50.03, 120.05, 50.04)]),
    size(120.035, 50.03, 120.04, 50.04),
  ],
  [
    'one part of several',
    home,
    read([box(119, 50, 119.1, 50.1)], [box(120.005, 50.005, 120.02, 50.02)]),
    size(120.005, 50.005, 120.01, 50.01),
  ],
  ['a sliver and more that meet in one position', ...lobes()],
  [
    'two pieces of which one is a sliver',
    home,
    read([box(119.99, 50, 120 + 0.9 * METRE_EAST, 50.01)], [box(120.009, 50, 120.02, 50.01)]),
    size(120.009, 50, 120.01, 50.01),
  ],
];

/** On the grid, no position of a slanted line lies exactly upon it: what the rounding makes is a sliver. */
function slanted(): [MultiPolygon, MultiPolygon] {
  const [a, b]: Position[] = [
    [120, 50],
    [120.0137, 50.0071],
  ];
  const on = (share: number): Position => [a![0] + share * (b![0] - a![0]), a![1] + share * (b![1] - a![1])];
  return [read([[a!, b!, [120, 50.02], a!]]), read([[on(0.2), [120.02, 49.99], on(0.9), on(0.5), on(0.2)]])];
}

/** Found by the property below: one lobe is 0.3 m wide, the other 8 m. */
function lobes(): [MultiPolygon, MultiPolygon, number] {
  const meeting: Position = [120.012, 50.011];
  const area: Ring = [
    meeting,
    [120.010464102, 50.013],
    [120.007, 50.013],
    [120.007, 50.009],
    [120.019124356, 50.004],
    meeting,
  ];
  const claim: Ring = [
    [120.015, 50.019],
    [120.013, 50.021],
    [120.004, 50.019],
    [120.013, 50.01],
    [120.015, 50.019],
  ];
  const lobe: Ring = [
    [120.010464102, 50.013],
    meeting,
    [120.010045517, 50.012954483],
    [120.01, 50.013],
    [120.010464102, 50.013],
  ];
  return [read([area]), read([claim]), sizeOf([[lobe]]).squareMetres];
}

const star = fc
  .record({
    x: fc.integer({ min: 0, max: 20 }),
    y: fc.integer({ min: 0, max: 20 }),
    radii: fc.array(fc.integer({ min: 2, max: 15 }), { minLength: 3, maxLength: 24 }),
    hole: fc.boolean(),
  })
  .map(({ x, y, radii, hole }): MultiPolygon => {
    const ring = (scale: number) => {
      const positions = radii.map((r, i): Position => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [120 + (x + scale * r * Math.cos(angle)) / 1000, 50 + (y + scale * r * Math.sin(angle)) / 1000];
      });
      return [...positions, positions[0]!];
    };
    return readArea({ type: 'Polygon', coordinates: hole ? [ring(1), ring(0.5)] : [ring(1)] }).area;
  });
/** With holes, in parts, with borders on the lines of a coarse grid: what touches and runs along is no rare case. */
const land = fc
  .oneof(
    star,
    fc.tuple(star, star).map(([a, b]) => unionOf(a, b)),
    fc
      .tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .map(([x, y, w, h]) => [[box(120 + x / 1000, 50 + y / 1000, 120 + (x + w) / 1000, 50 + (y + h) / 1000)]]),
  )
  .map((area) => readArea({ type: 'MultiPolygon', coordinates: area }))
  .filter(({ area, faults }) => !faults.length && area.length > 0)
  .map(({ area }) => area);

function suite(wanted: 'service' | 'postgis', database: TestDatabase) {
  let search: LandSearch;
  let project: string;
  beforeAll(async () => {
    search = await landSearch(database.source, wanted);
    const [{ id }] = await database.source.query(
      `INSERT INTO organisation (name, kind) VALUES ('林场', 'enterprise') RETURNING id`,
    );
    [{ id: project }] = await database.source.query(
      `INSERT INTO sink_project (organisation_id, number, name, region, method, method_version, sheet_hash, pools, crediting, status, created_by)
       VALUES ($1, 'S-1', '造林', '150785', 'm', '1', 'h', '{tree}', daterange('2021-01-01', '2041-01-01'), 'draft', $1) RETURNING id`,
      [id],
    );
  });
  const claimed = async (others: MultiPolygon[]) => {
    await database.source.query('DELETE FROM sink_outside_claim');
    for (const [i, shape] of others.entries())
      await database.source.query(
        `INSERT INTO sink_outside_claim (scheme, number, holder, pools, during, shape, bounds, square_metres, source, recorded_by)
         VALUES ('CCER', $1, '某', '{tree}', daterange('2020-01-01', '2030-01-01'), $2, box(point($3, $4), point($5, $6)), 1, 's', '{}')`,
        [String(i), JSON.stringify(shape), ...boundsOf(shape)],
      );
  };

  it('is the one that was asked for', () => {
    expect(search.name.toLowerCase()).toContain(wanted);
  });

  it.each(cases)('%s', async (_name, area, other, squareMetres) => {
    await claimed([other]);
    const faults = await overlapsOf(search, database.source.manager, area, null, project);
    const found = faults.map(({ message }) => Number(/by ([\d.]+) m²/.exec(message.en)![1]));
    expect(found).toHaveLength(squareMetres ? 1 : 0);
    for (const value of found) expect(Math.abs(value - squareMetres)).toBeLessThanOrEqual(0.1);
  });

  it('leaves alone what counts at another time, in another pool, or no longer', async () => {
    await claimed([home, home, home]);
    await database.source.query(
      `UPDATE sink_outside_claim SET pools = CASE number WHEN '0' THEN '{grass}' ELSE pools END,
         during = CASE number WHEN '1' THEN daterange('2041-01-01', '2050-01-01') ELSE during END,
         ended_at = CASE number WHEN '2' THEN now() END`,
    );
    expect(await overlapsOf(search, database.source.manager, home, null, project)).toEqual([]);
  });

  it(
    'finds for any areas what the shapes themselves have in common',
    async () => {
      await fc.assert(
        fc.asyncProperty(land, fc.array(land, { minLength: 1, maxLength: 6 }), async (area, others) => {
          await claimed(others);
          const found = await search.find(database.source.manager, area, null, project);
          const of = new Map(found.map((claim) => [claim.area, beyondSlivers(claim.land)]));
          others.forEach((other, i) => {
            const expected = overlapOf(area, other);
            const difference = Math.abs((of.get(String(i)) ?? 0) - expected);
            expect([i, expected, difference < TOLERANCE]).toEqual([i, expected, true]);
          });
        }),
        { numRuns: RUNS },
      );
    },
    60_000 + 500 * RUNS,
  );
}

/** Square metres by which two ways to cut on one grid may part: where borders cross, each rounds by itself. */
const TOLERANCE = 1;

describe('compared by the service', () => suite('service', withDatabase(migrations)));
describePostgis('compared by PostGIS', () => suite('postgis', withDatabase(migrations, { postgis: true })));
