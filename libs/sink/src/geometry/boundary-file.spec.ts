import { deflateRawSync } from 'node:zlib';
import { Refusal } from '@qingheng/platform';
import { readBoundaryFile } from './boundary-file';
import { EdgeIndex } from './edge-index';
import { shifted, unshifted } from './gcj02';
import { distance, sizeOf } from './measure';
import { readArea } from './read-area';
import { repairArea } from './repair';
import type { Position, Ring } from './shapes';

const ring: Ring = [
  [120, 50],
  [120.01, 50],
  [120.01, 50.01],
  [120, 50.01],
  [120, 50],
];
const geojson = (coordinates: unknown, name?: string) =>
  Buffer.from(
    JSON.stringify({ type: 'Polygon', coordinates, ...(name && { crs: { type: 'name', properties: { name } } }) }),
  );
const code = async (bytes: Buffer): Promise<string | undefined> =>
  readBoundaryFile(bytes).then(
    () => undefined,
    (error: Refusal) => error.code,
  );

/** A zip with deflated parts, as programs write it. */
function zip(parts: Record<string, Buffer | string>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(plain.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(plain.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** One polygon record of the rings given; outer rings turn with the clock, holes against it. */
function shp(rings: Position[][], type = 5): Buffer {
  const points = rings.flat();
  const content = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
  content.writeInt32LE(type, 0);
  content.writeInt32LE(rings.length, 36);
  content.writeInt32LE(points.length, 40);
  let first = 0;
  rings.forEach((one, i) => {
    content.writeInt32LE(first, 44 + 4 * i);
    first += one.length;
  });
  points.forEach(([x, y], i) => {
    content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * i);
    content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * i);
  });
  const head = Buffer.alloc(108);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE(1, 100);
  head.writeInt32BE(content.length / 2, 104);
  return Buffer.concat([head, content]);
}

const CGCS_3_DEGREE_40 = `PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const GEO_CGCS = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
const clockwise = [...ring].reverse();
/** Length of the meridian from the equator to 50° on the ellipsoid of CGCS2000, metres. */
const MERIDIAN_50 = 5_540_847.042;

describe('a boundary file', () => {
  it('is GeoJSON in degrees, with or without a datum', async () => {
    for (const name of [undefined, 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4490', 'urn:ogc:def:crs:EPSG::4326']) {
      const file = await readBoundaryFile(geojson([ring], name));
      expect([file.format, file.system, file.geometry.coordinates]).toEqual(['geojson', 'CGCS2000', [[ring]]]);
    }
  });

  it('is projected back from Gauss and Krüger, by name, by .prj and by the zone in the easting', async () => {
    const grid = (easting: number): Position[] => [
      [easting, MERIDIAN_50],
      [easting + 700, MERIDIAN_50],
      [easting + 700, MERIDIAN_50 + 700],
      [easting, MERIDIAN_50],
    ];
    const files = [
      geojson([grid(500_000)], 'EPSG:4549'),
      geojson([grid(40_500_000)], 'EPSG:4528'),
      geojson([grid(40_500_000)]),
      zip({ 'a.shp': shp([grid(40_500_000).reverse()]), 'a.prj': CGCS_3_DEGREE_40 }),
    ];
    for (const bytes of files) {
      const { geometry } = await readBoundaryFile(bytes);
      const corner = geometry.coordinates[0]![0]!.find(([x, y]) => Math.abs(x - 120) < 1e-6 && Math.abs(y - 50) < 1e-6);
      expect(corner).toBeDefined();
      expect(distance(corner!, [120, 50])).toBeLessThan(0.01);
    }
    const { geometry } = await readBoundaryFile(files[0]!);
    // A line straight on the grid is not quite straight in degrees: over 700 m that is a hundredth of a metre.
    const area = sizeOf(geometry.coordinates as Position[][][]).squareMetres;
    expect(area / (700 * 700 * 0.5)).toBeCloseTo(1, 4);
  });

  it('is KML, in a file or a KMZ, with holes and several placemarks', async () => {
    const text = (positions: Ring) => positions.map(([x, y]) => `${x},${y},0`).join(' ');
    const hole: Ring = ring.map(([x, y]) => [120.004 + (x - 120) / 5, 50.004 + (y - 50) / 5]);
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
      <Placemark><Point><coordinates>1,2</coordinates></Point></Placemark>
      <Placemark><name>一号地</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${text(ring)}</coordinates></LinearRing></outerBoundaryIs>
      <innerBoundaryIs><LinearRing><coordinates>${text(hole)}</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
      </Document></kml>`;
    for (const bytes of [Buffer.from(kml), zip({ 'doc.kml': kml })]) {
      const { geometry, format } = await readBoundaryFile(bytes);
      expect([format, geometry.coordinates.length, geometry.coordinates[0]!.length]).toEqual(['kml', 1, 2]);
      expect(repairArea(geometry)).toMatchObject({ faults: [], done: [] });
    }
    expect(await code(Buffer.from(kml.replace('<?xml version="1.0"?>', '<!DOCTYPE kml [<!ENTITY a "b">]>')))).toBe(
      'BOUNDARY_FORMAT',
    );
  });

  it('is a Shapefile with its holes', async () => {
    const hole: Ring = ring.map(([x, y]) => [120.004 + (x - 120) / 5, 50.004 + (y - 50) / 5]);
    const { geometry } = await readBoundaryFile(
      zip({ '地块/林班1.SHP': shp([clockwise, hole]), '地块/林班1.prj': GEO_CGCS }),
    );
    expect(geometry.coordinates).toHaveLength(1);
    expect(geometry.coordinates[0]).toHaveLength(2);
    expect(readArea(geometry).faults).toEqual([]);
  });

  it('is refused where its datum cannot be known or is a shifted one, and where it is no boundary', async () => {
    const beijing = CGCS_3_DEGREE_40.replaceAll('China_2000', 'Beijing_1954').replace(
      /China_Geodetic[^"]*/,
      'Beijing_1954',
    );
    expect(await code(zip({ 'a.shp': shp([clockwise]), 'a.prj': beijing }))).toBe('UNKNOWN_DATUM');
    expect(await code(geojson([ring.map(([x, y]) => [x * 5_000, y * 1e5])]))).toBe('DATUM_MISSING');
    expect(await code(geojson([ring], 'GCJ-02'))).toBe('GCJ02_COORDINATES');
    expect(await code(zip({ 'a.txt': 'x' }))).toBe('SHAPEFILE_MISSING');
    expect(await code(zip({ 'a.shp': shp([clockwise]), 'b.shp': shp([clockwise]) }))).toBe('SHAPEFILE_SEVERAL');
    expect(await code(zip({ 'a.shp': shp([clockwise], 3) }))).toBe('NOT_A_POLYGON');
    expect(await code(zip({ 'a.shp': shp([clockwise]).subarray(0, 150) }))).toBe('BOUNDARY_FORMAT');
    expect(await code(Buffer.from('hello'))).toBe('BOUNDARY_FORMAT');
    expect(await code(geojson([[[1, 'x']]]))).toBe('NOT_A_POSITION');
    expect(await code(Buffer.from('{"type":"LineString","coordinates":[]}'))).toBe('NOT_A_POLYGON');
  });

  it('with latitude first says so', async () => {
    const { geometry } = await readBoundaryFile(geojson([ring.map(([x, y]) => [y, x])]));
    expect(repairArea(geometry).faults.map(({ code: of }) => of)).toEqual(['COORDINATES_SWAPPED']);
  });
});

describe('repair', () => {
  const of = (...rings: Position[][]) => repairArea({ type: 'MultiPolygon', coordinates: [rings] });
  const codes = (repair: ReturnType<typeof repairArea>) => repair.done.map(({ code: one }) => one);

  it('leaves a sound boundary as it is', () => {
    const repair = of(ring);
    expect([repair.done, repair.faults, repair.removed, repair.added]).toEqual([[], [], [], []]);
    expect(repair.squareMetres).toBe(repair.squareMetresBefore);
  });

  it('closes a ring', () => {
    const repair = of(ring.slice(0, -1));
    expect(codes(repair)).toEqual(['REPAIRED_UNCLOSED_RING']);
    expect(repair.squareMetres).toBeCloseTo(sizeOf([[ring]]).squareMetres, 3);
  });

  it('parts a figure of eight and shows both sizes', () => {
    const eight: Ring = [
      [120, 50],
      [120.01, 50.01],
      [120.01, 50],
      [120, 50.01],
      [120, 50],
    ];
    const repair = of(eight);
    expect(codes(repair)).toEqual(['REPAIRED_SELF_CROSSING']);
    expect(readArea({ type: 'MultiPolygon', coordinates: repair.area }).faults).toEqual([]);
    expect(repair.area).toHaveLength(2);
    // Its rings cancel out by the formula; the land does not.
    expect(repair.squareMetresBefore).toBeLessThan(repair.squareMetres / 100);
    expect(repair.squareMetres / (sizeOf([[ring]]).squareMetres / 2)).toBeCloseTo(1, 3);
  });

  it('leaves out a hole elsewhere and joins parts upon each other', () => {
    const away: Ring = ring.map(([x, y]) => [x + 1, y]);
    expect(codes(of(ring, away))).toContain('REPAIRED_HOLE_OUTSIDE');
    const repair = repairArea({
      type: 'MultiPolygon',
      coordinates: [[ring], [ring.map(([x, y]) => [120.002 + (x - 120) / 2, 50.002 + (y - 50) / 2])]],
    });
    expect(codes(repair)).toEqual(['REPAIRED_PARTS_OVERLAP']);
    expect(repair.squareMetres).toBeCloseTo(sizeOf([[ring]]).squareMetres, 0);
  });

  it('gives up where nothing is left', () => {
    const line: Ring = [
      [120, 50],
      [120.1, 50],
      [120, 50],
    ];
    expect(of(line).area).toEqual([]);
    expect(of(line).faults.length).toBeGreaterThan(0);
  });
});

describe('GCJ-02', () => {
  it('shifts by hundreds of metres and back to the millimetre', () => {
    for (const place of [
      [120, 50],
      [111.67, 40.81],
      [126, 47.5],
      [97.2, 42.5],
    ] as Position[]) {
      const metres = distance(place, shifted(place));
      expect(metres).toBeGreaterThan(100);
      expect(metres).toBeLessThan(1_000);
      expect(distance(unshifted(shifted(place)), place)).toBeLessThan(0.01);
    }
  });

  it('agrees with the published example of the shift', () => {
    // Tiananmen, as the openly known conversion gives it.
    const [x, y] = shifted([116.391_26, 39.907_38]);
    expect(distance([x, y], [116.397_503, 39.908_782])).toBeLessThan(2);
  });
});

describe('edges by cells', () => {
  const comb: Ring = [[120, 50]];
  for (let i = 0; i < 500; i++) comb.push([120 + i / 5_000, 50.01 + (i % 2) * 0.01]);
  comb.push([120.1, 50], [120, 50]);
  const index = new EdgeIndex([[comb]]);

  it('find what an extent meets and what it contains, as a walk along all edges would', () => {
    const reference = (x: number, y: number): boolean => {
      let inside = false;
      for (let i = 1; i < comb.length; i++) {
        const [a, b] = [comb[i - 1]!, comb[i]!];
        if (a[0] > x !== b[0] > x && a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1]) > y) inside = !inside;
      }
      return inside;
    };
    for (let i = 0; i < 2_000; i++) {
      const x = 120 + ((i * 37) % 1_009) / 10_000;
      const y = 50 + ((i * 53) % 997) / 40_000;
      expect([x, y, index.contains([x, y])]).toEqual([x, y, reference(x, y)]);
    }
    expect(index.meets([120.02, 50.001, 120.03, 50.005])).toBe(false);
    expect(index.contains([120.025, 50.003])).toBe(true);
    expect(index.meets([120.02, 50.005, 120.03, 50.015])).toBe(true);
    expect(index.meets([121, 50, 122, 51])).toBe(false);
  });
});
