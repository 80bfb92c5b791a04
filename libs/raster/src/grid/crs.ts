/** Coordinate systems as GeoTIFF keys tell them (OGC 19-008r4), as far as areas need to know. */
import { refused } from '../fault';

export interface Ellipsoid {
  /** Semi-major axis in metres. */
  a: number;
  inverseFlattening: number;
}

export interface Crs {
  kind: 'geographic' | 'projected';
  /** Of a geographic system. */
  ellipsoid?: Ellipsoid;
  /** Of a projected one: a cell's area on the map is its area on the ground. */
  equalArea: boolean;
  name: string;
  /** The keys as read, for comparison and for writing them again. */
  keys: ReadonlyMap<number, number | string | readonly number[]>;
}

export const GEO = {
  modelType: 1024,
  rasterType: 1025,
  citation: 1026,
  geographic: 2048,
  geographicCitation: 2049,
  angularUnits: 2054,
  semiMajor: 2057,
  inverseFlattening: 2059,
  projected: 3072,
  projectedCitation: 3073,
  transform: 3075,
  linearUnits: 3076,
} as const;

const GRS80: Ellipsoid = { a: 6_378_137, inverseFlattening: 298.257222101 };
const WGS84: Ellipsoid = { a: 6_378_137, inverseFlattening: 298.257223563 };
const KRASSOVSKY: Ellipsoid = { a: 6_378_245, inverseFlattening: 298.3 };

/** EPSG codes of geographic systems in use in China. */
const GEOGRAPHIC: Record<number, [name: string, ellipsoid: Ellipsoid]> = {
  4326: ['WGS 84', WGS84],
  4490: ['CGCS2000', GRS80],
  4214: ['Beijing 1954', KRASSOVSKY],
  4610: ['Xian 1980', { a: 6_378_140, inverseFlattening: 298.257 }],
};

/** EPSG and ESRI codes of equal-area projections: EASE-Grid 2.0, LAEA, Albers. */
const EQUAL_AREA = new Set([6931, 6932, 6933, 3035, 3571, 3572, 3573, 3574, 5070, 8857, 54034, 102025, 102028]);
/** GeoTIFF transformation codes: Lambert azimuthal equal area, Albers, cylindrical equal area, sinusoidal. */
const EQUAL_AREA_TRANSFORMS = new Set([10, 11, 28, 24]);
const USER_DEFINED = 32767;
const METRE = 9001;
const DEGREE = 9102;
const PIXEL_IS_POINT = 2;

export const pixelIsPoint = ({ keys }: Crs): boolean => keys.get(GEO.rasterType) === PIXEL_IS_POINT;

export function crsOf(raster: string, keys: Crs['keys']): Crs {
  const number = (key: number): number | undefined => {
    const value = keys.get(key);
    return typeof value === 'number' ? value : undefined;
  };
  const unknown = (what: string): never => {
    throw refused(
      'RASTER_PROJECTION_UNKNOWN',
      raster,
      [`坐标系无法识别（${what}）`, `its coordinate system is not understood (${what})`],
      ['写入 EPSG 代码，如 4490、4326 或等积投影', 'write an EPSG code such as 4490, 4326 or an equal-area projection'],
    );
  };
  switch (number(GEO.modelType)) {
    case 2: {
      if ((number(GEO.angularUnits) ?? DEGREE) !== DEGREE) return unknown('angular units are not degrees');
      const code = number(GEO.geographic) ?? USER_DEFINED;
      const known = GEOGRAPHIC[code];
      if (known) return { kind: 'geographic', ellipsoid: known[1], equalArea: false, name: known[0], keys };
      const a = number(GEO.semiMajor);
      const inverseFlattening = number(GEO.inverseFlattening);
      if (code !== USER_DEFINED || !(a! > 0) || !(inverseFlattening! > 1)) return unknown(`EPSG:${code}`);
      const ellipsoid = { a: a!, inverseFlattening: inverseFlattening! };
      return { kind: 'geographic', ellipsoid, equalArea: false, name: 'geographic, own ellipsoid', keys };
    }
    case 1: {
      if ((number(GEO.linearUnits) ?? METRE) !== METRE) return unknown('linear units are not metres');
      const code = number(GEO.projected) ?? USER_DEFINED;
      const transform = number(GEO.transform);
      const equalArea = EQUAL_AREA.has(code) || (transform !== undefined && EQUAL_AREA_TRANSFORMS.has(transform));
      const citation = keys.get(GEO.projectedCitation) ?? keys.get(GEO.citation) ?? 'projected';
      const name = code === USER_DEFINED ? String(citation).replace(/\|$/, '') : `EPSG:${code}`;
      return { kind: 'projected', equalArea, name, keys };
    }
    default:
      return unknown('no model type');
  }
}

/** Names and citations differ between writers; codes and parameters must not. */
export function sameCrs(a: Crs, b: Crs): boolean {
  return essence(a) === essence(b);
}

const UNITS: ReadonlySet<number> = new Set([GEO.rasterType, GEO.angularUnits, GEO.linearUnits]);

function essence({ keys, kind }: Crs): string {
  const code = keys.get(kind === 'projected' ? GEO.projected : GEO.geographic);
  if (typeof code === 'number' && code !== USER_DEFINED) return `${kind} ${code}`;
  const parts = [...keys].filter(([key, value]) => typeof value !== 'string' && !UNITS.has(key));
  return JSON.stringify([kind, parts.sort(([x], [y]) => x - y)]);
}
