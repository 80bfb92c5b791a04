import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { differenceOf, intersectionOf } from './clipping';
import { sizeOf } from './measure';
import { overlapOf, SLIVER_METRES } from './overlap';
import { piecesOf } from './pinched';
import { readArea } from './read-area';
import type { MultiPolygon, Position, Ring } from './shapes';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const codes = (source: unknown): string[] => readArea(source).faults.map(({ code }) => code);
/** Degrees of longitude and latitude of a metre about 50° N. */
const METRE_EAST = 1 / 71_700;
const METRE_NORTH = 1 / 111_230;

describe('reading', () => {
  const sound = box(120, 50, 120.1, 50.1);

  it.each<[string, unknown, string[]]>([
    ['a sound polygon', polygon(sound), []],
    [
      'a feature collection',
      { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon(sound) }] },
      [],
    ],
    [
      'a figure of eight',
      polygon([
        [120, 50],
        [120.1, 50.1],
        [120.1, 50],
        [120, 50.1],
        [120, 50],
      ]),
      ['SELF_CROSSING'],
    ],
    [
      'a border walked back upon',
      polygon([
        [120, 50],
        [120.2, 50],
        [120.1, 50],
        [120.1, 50.1],
        [120, 50],
      ]),
      ['SELF_CROSSING'],
    ],
    ['latitude first', polygon(sound.map(([x, y]) => [y, x])), ['COORDINATES_SWAPPED']],
    ['metres', polygon(sound.map(([x, y]) => [x * 1e5, y * 1e5])), ['OUTSIDE_COUNTRY']],
    ['an open ring', polygon(sound.slice(0, -1)), ['UNCLOSED_RING']],
    [
      'two positions',
      polygon([
        [120, 50],
        [120.1, 50],
        [120, 50],
      ]),
      ['TOO_FEW_POSITIONS'],
    ],
    ['no coordinates', polygon(), ['EMPTY_AREA']],
    ['an empty ring', polygon([]), ['EMPTY_AREA']],
    ['a line', { type: 'LineString', coordinates: sound }, ['NOT_A_POLYGON']],
    ['nothing', null, ['NOT_A_POLYGON']],
    ['text for a number', polygon([[120, '50'], ...sound.slice(1)]), ['NOT_A_POSITION']],
    ['shifted coordinates', { ...polygon(sound), crs: { properties: { name: 'GCJ-02' } } }, ['GCJ02_COORDINATES']],
    ['another datum', { ...polygon(sound), crs: { properties: { name: 'EPSG:2414' } } }, ['UNKNOWN_DATUM']],
    ['a hole', polygon(sound, box(120.02, 50.02, 120.04, 50.04)), []],
    ['a hole elsewhere', polygon(sound, box(121, 50.02, 121.1, 50.04)), ['HOLE_OUTSIDE']],
    ['a hole across the border', polygon(sound, box(120.05, 50.02, 120.15, 50.04)), ['SELF_CROSSING']],
    [
      'parts upon each other',
      { type: 'MultiPolygon', coordinates: [[sound], [box(120.02, 50.02, 120.04, 50.04)]] },
      ['PARTS_OVERLAP'],
    ],
    [
      'an island in a hole',
      {
        type: 'MultiPolygon',
        coordinates: [[sound, box(120.02, 50.02, 120.06, 50.06)], [box(120.03, 50.03, 120.04, 50.04)]],
      },
      [],
    ],
  ])('%s', (_name, source, expected) => expect(codes(source)).toEqual(expected));

  it('names the place of every fault', () => {
    const { faults } = readArea({ type: 'MultiPolygon', coordinates: [[sound], [sound.slice(0, -1)], [[[50, 120]]]] });
    expect(faults.map(({ code, row }) => [code, row])).toEqual([
      ['UNCLOSED_RING', '2.1'],
      ['COORDINATES_SWAPPED', '3.1.1'],
    ]);
  });
});

describe('size', () => {
  it('is that of the ellipsoid', () => {
    // The closed formula of zones between parallels on the ellipsoid.
    const e2 = (2 - 1 / 298.257222101) / 298.257222101;
    const e = Math.sqrt(e2);
    const b2 = 6_378_137 ** 2 * (1 - e2);
    const zone = (degrees: number): number => {
      const s = Math.sin((degrees * Math.PI) / 180);
      return (b2 / 2) * (s / (1 - e2 * s * s) + Math.atanh(e * s) / e);
    };
    const expected = (Math.PI / 180) * (zone(51) - zone(50));
    expect(sizeOf([[box(120, 50, 121, 51)]]).squareMetres / expected).toBeCloseTo(1, 12);
  });

  it('is what geodesics give (Karney 2013) along a border of many positions', () => {
    const ellipsoid = new geodesic.Geodesic.Geodesic(6_378_137, 1 / 298.257222101);
    const corners: Ring = [
      [119.2, 48.1],
      [121.7, 48.9],
      [121.1, 50.3],
      [119.9, 49.4],
      [119.2, 48.1],
    ];
    const polygon = ellipsoid.Polygon(false);
    for (const [i, b] of corners.entries()) {
      const a = corners[i - 1];
      if (!a) continue;
      for (let k = 0; k < 2_000; k++)
        polygon.AddPoint(a[1] + (k / 2_000) * (b[1] - a[1]), a[0] + (k / 2_000) * (b[0] - a[0]));
    }
    const { area, perimeter } = polygon.Compute(false, true);
    const size = sizeOf([[corners]]);
    expect(size.squareMetres / Math.abs(area!)).toBeCloseTo(1, 8);
    expect(size.perimeter / perimeter).toBeCloseTo(1, 3);
    const parcel = box(120, 50, 120.01, 50.01);
    const lines = parcel.slice(1).map(([x, y], i) => ellipsoid.Inverse(parcel[i]![1], parcel[i]![0], y, x).s12!);
    expect(sizeOf([[parcel]]).perimeter / lines.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
  });

  it('does not change with a position upon a border, and parts add up to the whole', () => {
    const whole = sizeOf([[box(120, 50, 120.1, 50.1)]]).squareMetres;
    const parts = [box(120, 50, 120.03, 50.1), box(120.03, 50, 120.1, 50.1)].map((r) => sizeOf([[r]]).squareMetres);
    expect(Math.abs(parts[0]! + parts[1]! - whole)).toBeLessThan(1e-4);
    const more = box(120, 50, 120.1, 50.1);
    more.splice(1, 0, [120.05, 50]);
    expect(Math.abs(sizeOf([[more]]).squareMetres - whole)).toBeLessThan(1e-4);
  });

  it('leaves out holes', () => {
    const outer = box(120, 50, 120.1, 50.1);
    const hole = box(120.02, 50.02, 120.04, 50.04);
    expect(sizeOf([[outer, hole]]).squareMetres).toBeCloseTo(
      sizeOf([[outer]]).squareMetres - sizeOf([[hole]]).squareMetres,
      3,
    );
  });
});

describe('pieces', () => {
  const sizes = (...rings: Ring[]) => piecesOf(rings).map((piece) => Math.round(sizeOf([piece]).squareMetres));
  const whole = (...rings: Ring[]) => Math.round(sizeOf([rings]).squareMetres);

  it('are apart where they share one position, each with its hole', () => {
    const two: Ring = [
      ...box(120, 50, 120.01, 50.01).slice(0, 3),
      [120.02, 50.01],
      [120.02, 50.02],
      [120.01, 50.02],
      [120.01, 50.01],
      [120, 50.01],
      [120, 50],
    ];
    const [first, second] = [box(120, 50, 120.01, 50.01), box(120.01, 50.01, 120.02, 50.02)];
    expect(sizes(two).sort()).toEqual([whole(first), whole(second)].sort());
    const hole = box(120.012, 50.012, 120.014, 50.014);
    expect(sizes(two, hole).sort()).toEqual([whole(first), whole(second, hole)].sort());
    expect(sizes([...two].reverse(), hole)).toHaveLength(2);
  });

  it('are two where a hole touches the border twice, and one where it does so once', () => {
    const outer: Ring = [
      [120, 50],
      [120.01, 50],
      [120.02, 50],
      [120.02, 50.02],
      [120.01, 50.02],
      [120, 50.02],
      [120, 50],
    ];
    const across: Ring = [
      [120.01, 50],
      [120.012, 50.01],
      [120.01, 50.02],
      [120.008, 50.01],
      [120.01, 50],
    ];
    const [west, east] = sizes(outer, across);
    expect(west).toBe(east);
    expect(Math.abs(west! + east! - whole(outer, across))).toBeLessThanOrEqual(1);
    const once: Ring = [
      [120.01, 50],
      [120.012, 50.01],
      [120.01, 50.019],
      [120.008, 50.01],
      [120.01, 50],
    ];
    expect(sizes(outer, once)).toEqual([whole(outer, once)]);
  });
});

describe('overlap', () => {
  const a: MultiPolygon = [[box(120, 50, 120.01, 50.01)]];
  const shifted = (metres: number): MultiPolygon => [[box(120.01 - metres * METRE_EAST, 50, 120.02, 50.01)]];

  it('allows borders that touch, along a line or in a corner', () => {
    expect(overlapOf(a, shifted(0))).toBe(0);
    expect(overlapOf(a, [[box(120.01, 50.01, 120.02, 50.02)]])).toBe(0);
    expect(overlapOf(a, [[box(121, 50, 121.01, 50.01)]])).toBe(0);
  });

  it('takes a strip for a sliver up to the stated width and not beyond', () => {
    expect(overlapOf(a, shifted(SLIVER_METRES * 0.95))).toBe(0);
    expect(overlapOf(a, shifted(SLIVER_METRES * 1.1))).toBeGreaterThan(0.01 / METRE_NORTH);
  });

  it('counts what is in a hole as free', () => {
    const ringed: MultiPolygon = [[box(120, 50, 120.1, 50.1), box(120.02, 50.02, 120.06, 50.06)]];
    expect(overlapOf(ringed, [[box(120.03, 50.03, 120.05, 50.05)]])).toBe(0);
    const across: MultiPolygon = [[box(120.05, 50.03, 120.07, 50.05)]];
    expect(overlapOf(ringed, across)).toBeCloseTo(sizeOf([[box(120.06, 50.03, 120.07, 50.05)]]).squareMetres, 0);
  });

  it('finds the part of a multipolygon that overlaps', () => {
    const parts: MultiPolygon = [[box(119, 50, 119.1, 50.1)], [box(120.005, 50.005, 120.02, 50.02)]];
    expect(overlapOf(a, parts)).toBeCloseTo(sizeOf([[box(120.005, 50.005, 120.01, 50.01)]]).squareMetres, 0);
  });

  // Two areas with borders on one line, once shared and once with a position between: seed -465824851 of the property below.
  const wide: MultiPolygon = [
    [
      [
        [120.002, 50],
        [120.002, 50.003464102],
        [119.999, 50.001732051],
        [119.996, 50],
        [119.999, 49.998267949],
        [120.001, 49.998267949],
        [120.002, 50],
      ],
    ],
  ];
  const arrow: MultiPolygon = [
    [
      [
        [120.002, 50],
        [119.999, 50.001732051],
        [119.999, 49.998267949],
        [120.002, 50],
      ],
    ],
  ];

  it('is exact where borders lie on one line', () => {
    expect(Math.abs(overlapOf(wide, wide) - sizeOf(wide).squareMetres)).toBeLessThan(0.1);
    expect(Math.abs(overlapOf(wide, arrow) - overlapOf(arrow, wide))).toBeLessThan(0.1);
    expect(Math.abs(overlapOf(wide, arrow) - sizeOf(arrow).squareMetres)).toBeLessThan(0.1);
  });

  const runs = Number(process.env.QH_PROPERTY_RUNS ?? 1000);
  const star = fc
    .record({
      x: fc.integer({ min: 0, max: 20 }),
      y: fc.integer({ min: 0, max: 20 }),
      radii: fc.array(fc.integer({ min: 2, max: 15 }), { minLength: 3, maxLength: 24 }),
    })
    .map(({ x, y, radii }): MultiPolygon => {
      const ring = radii.map((r, i): Position => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [120 + (x + r * Math.cos(angle)) / 1000, 50 + (y + r * Math.sin(angle)) / 1000];
      });
      return readArea(polygon([...ring, ring[0]!])).area;
    });

  it('is the same both ways, never more than either, all of itself, for stars of any shape', () => {
    fc.assert(
      fc.property(star, star, (p, q) => {
        const both = overlapOf(p, q);
        const least = Math.min(sizeOf(p).squareMetres, sizeOf(q).squareMetres);
        return (
          Math.abs(both - overlapOf(q, p)) < 1 &&
          both <= least + 1 &&
          Math.abs(overlapOf(p, p) - sizeOf(p).squareMetres) < 1
        );
      }),
      { numRuns: runs },
    );
  });

  it('and what is not in common make up the area', () => {
    fc.assert(
      fc.property(star, star, (p, q) => {
        const parts = sizeOf(intersectionOf(p, q)).squareMetres + sizeOf(differenceOf(p, q)).squareMetres;
        return Math.abs(parts - sizeOf(p).squareMetres) < 1;
      }),
      { numRuns: runs },
    );
  });
});
