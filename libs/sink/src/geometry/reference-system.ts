/**
 * From the coordinates of a file to degrees of CGCS2000. Geodetic degrees of CGCS2000 and WGS84 differ by centimetres and
 * are taken as they are; Gauss–Krüger grids of CGCS2000 are projected back. Older datums need local parameters that no
 * service may guess: they are refused with the remedy.
 */
import proj4 from 'proj4';
import type { Position } from './shapes';

export type Transform = (position: Position) => Position;

export interface ReferenceSystem {
  /** As people know it. */
  name: string;
  toDegrees: Transform;
}

const DEGREES: ReferenceSystem = { name: 'CGCS2000', toDegrees: (position) => position };
const grids = new Map<string, ReferenceSystem>();

/** A transformer is made once for a zone. */
function grid(centralMeridian: number, falseEasting: number): ReferenceSystem {
  const key = `${centralMeridian}/${falseEasting}`;
  const known = grids.get(key);
  if (known) return known;
  const { inverse } = proj4('+proj=longlat +ellps=GRS80 +no_defs', definition(centralMeridian, falseEasting));
  const made: ReferenceSystem = {
    name: `CGCS2000 / Gauss–Krüger CM ${centralMeridian}E`,
    toDegrees: ([x, y]) => inverse([x, y]) as Position,
  };
  grids.set(key, made);
  return made;
}

const definition = (centralMeridian: number, falseEasting: number): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;

/** EPSG codes of CGCS2000: 4490 degrees, 4491–4501 and 4502–4512 six-degree zones, 4513–4533 and 4534–4554 three-degree zones. */
export function systemOfCode(code: number): ReferenceSystem | undefined {
  if (code === 4490 || code === 4326) return DEGREES;
  if (code >= 4491 && code <= 4501) return grid(75 + 6 * (code - 4491), (13 + code - 4491) * 1e6 + 500_000);
  if (code >= 4502 && code <= 4512) return grid(75 + 6 * (code - 4502), 500_000);
  if (code >= 4513 && code <= 4533) return grid(75 + 3 * (code - 4513), (25 + code - 4513) * 1e6 + 500_000);
  if (code >= 4534 && code <= 4554) return grid(75 + 3 * (code - 4534), 500_000);
  return undefined;
}

/** What a name in GeoJSON (`urn:ogc:def:crs:EPSG::4490`) or the text of a .prj file says; undefined where it is not known. */
export function systemOfText(text: string): ReferenceSystem | undefined {
  if (isShifted(text)) return undefined;
  const code = /EPSG[:/"',\s]*:*"?(\d{4,5})/i.exec(text);
  if (/^\s*(PROJ|GEOG)(CS|CRS)\[/i.test(text)) return systemOfWkt(text);
  if (code) return systemOfCode(Number(code[1]));
  return /CRS84|CGCS ?2000|WGS ?(19)?84/i.test(text) ? DEGREES : undefined;
}

/** The datum decides, whatever the system is called. */
function systemOfWkt(text: string): ReferenceSystem | undefined {
  const datum = /DATUM\["([^"]+)"/i.exec(text)?.[1] ?? '';
  const ours = /China_?2000|China_?Geodetic|CGCS_?2000/i.test(datum.replaceAll(' ', '_'));
  if (/^\s*GEOG/i.test(text)) return ours || /WGS_?(19)?84/i.test(datum.replaceAll(' ', '_')) ? DEGREES : undefined;
  if (!ours || !/Gauss[_ ]?Kruger|Transverse[_ ]?Mercator/i.test(text)) return undefined;
  const parameter = (name: string): number | undefined => {
    const found = new RegExp(`PARAMETER\\["${name}",\\s*([-\\d.]+)`, 'i').exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [meridian, easting] = [parameter('Central_Meridian'), parameter('False_Easting')];
  const [scale = 1, northing = 0, origin = 0] = ['Scale_Factor', 'False_Northing', 'Latitude_Of_Origin'].map(parameter);
  if (meridian === undefined || easting === undefined || scale !== 1 || northing !== 0 || origin !== 0)
    return undefined;
  return grid(meridian, easting);
}

export const isShifted = (text: string): boolean => /gcj|bd-?09|火星|高德|百度|\bmars\b/i.test(text);

/**
 * A grid without a name that still says its zone: an easting of eight digits begins with it. Zones 13–23 have six degrees,
 * 25–45 three; Inner Mongolia has both 16–21 and 33–42.
 */
export function systemOfEasting(x: number): ReferenceSystem | undefined {
  const zone = Math.floor(x / 1e6);
  if (zone >= 13 && zone <= 23) return grid(6 * zone - 3, zone * 1e6 + 500_000);
  if (zone >= 25 && zone <= 45) return grid(3 * zone, zone * 1e6 + 500_000);
  return undefined;
}
