/** A boundary as people have it: GeoJSON, KML, or a Shapefile in a zip. All become rings of degrees; nothing is judged here. */
import { readXml, UnreadableWorkbook, ZipFile } from '@qingheng/pipeline';
import { refuse } from '../sink.messages';
import { isShifted, type ReferenceSystem, systemOfEasting, systemOfText } from './reference-system';
import type { Position } from './shapes';
import { readShapes } from './shapefile';

export interface BoundaryFile {
  format: 'geojson' | 'kml' | 'shapefile';
  /** Reference system of the file, as it was understood. */
  system: string;
  geometry: { type: 'MultiPolygon'; coordinates: Position[][][] };
}

const MOST_PLACEMARKS = 5_000;

export async function readBoundaryFile(bytes: Buffer): Promise<BoundaryFile> {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return readZip(bytes);
  const text = decode(bytes);
  const head = text.slice(0, 2_000).trimStart();
  if (head.startsWith('<')) return readKml(text);
  if (head.startsWith('{')) return readGeoJson(text);
  throw refuse('BOUNDARY_FORMAT');
}

/** Text in UTF-8, or in GB18030 as older Chinese programs write it. */
export function decode(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  throw refuse('BOUNDARY_FORMAT');
}

async function readZip(bytes: Buffer): Promise<BoundaryFile> {
  try {
    const zip = ZipFile.open(bytes);
    const kml = zip.names.find((name) => name.toLowerCase().endsWith('.kml'));
    if (kml) return await readKml(decode(await zip.bytesOf(kml)));
    const shapes = zip.names.filter((name) => /\.shp$/i.test(name) && !name.startsWith('__MACOSX'));
    if (shapes.length !== 1) throw refuse(shapes.length ? 'SHAPEFILE_SEVERAL' : 'SHAPEFILE_MISSING');
    const base = shapes[0]!.slice(0, -4).toLowerCase();
    const prj = zip.names.find((name) => name.toLowerCase() === `${base}.prj`);
    const text = prj ? decode(await zip.bytesOf(prj)) : undefined;
    const coordinates = readShapes(await zip.bytesOf(shapes[0]!));
    return finish('shapefile', coordinates, text);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw refuse('BOUNDARY_FORMAT');
    throw error;
  }
}

function readGeoJson(text: string): BoundaryFile {
  let source: unknown;
  try {
    source = JSON.parse(text);
  } catch {
    throw refuse('BOUNDARY_FORMAT');
  }
  const coordinates: unknown[] = [];
  const collect = (node: unknown, depth: number): void => {
    const { type, coordinates: own, geometry, features } = (node ?? {}) as Record<string, unknown>;
    if (type === 'FeatureCollection' && Array.isArray(features) && depth === 0)
      for (const feature of features) collect(feature, 1);
    else if (type === 'Feature' && depth < 2) collect(geometry, 2);
    else if (type === 'Polygon' && Array.isArray(own)) coordinates.push(own);
    else if (type === 'MultiPolygon' && Array.isArray(own)) coordinates.push(...(own as unknown[]));
    else throw refuse('NOT_A_POLYGON');
  };
  collect(source, 0);
  const { crs } = source as { crs?: { properties?: { name?: unknown } } };
  const name = crs?.properties?.name;
  return finish('geojson', positionsOf(coordinates), name === undefined ? undefined : String(name));
}

/** Deep arrays of numbers, or a refusal. */
function positionsOf(coordinates: unknown[]): Position[][][] {
  const sound = coordinates.every(
    (polygon) =>
      Array.isArray(polygon) &&
      polygon.every(
        (ring) =>
          Array.isArray(ring) && ring.every((p) => Array.isArray(p) && Number.isFinite(p[0]) && Number.isFinite(p[1])),
      ),
  );
  if (!sound) throw refuse('NOT_A_POSITION');
  return (coordinates as Position[][][]).map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
}

/** KML is WGS84 by definition (OGC 07-147r2); what a program for web maps exports is shifted all the same, and says so or not. */
async function readKml(text: string): Promise<BoundaryFile> {
  if (/<!DOCTYPE/i.test(text)) throw refuse('BOUNDARY_FORMAT');
  const polygons: Position[][][] = [];
  let rings: Position[][] | undefined;
  let coordinates: string | undefined;
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += 1 << 16) yield text.slice(at, at + (1 << 16));
  };
  try {
    await readXml(pieces(), {
      open: (name) => {
        if (name === 'Polygon') rings = [];
        else if (name === 'coordinates' && rings) coordinates = '';
      },
      text: (piece) => {
        if (coordinates !== undefined) coordinates += piece;
      },
      close: (name) => {
        if (name === 'coordinates' && coordinates !== undefined) {
          const ring = coordinates
            .trim()
            .split(/\s+/)
            .map((tuple) => tuple.split(',').slice(0, 2).map(Number) as Position);
          if (ring.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))) throw refuse('NOT_A_POSITION');
          rings!.push(ring);
          coordinates = undefined;
        } else if (name === 'Polygon' && rings) {
          if (polygons.length >= MOST_PLACEMARKS) throw refuse('TOO_MANY_VERTICES', { most: MOST_PLACEMARKS });
          if (rings.length) polygons.push(rings);
          rings = undefined;
        }
      },
    });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw refuse('BOUNDARY_FORMAT');
    throw error;
  }
  if (!polygons.length) throw refuse('NOT_A_POLYGON');
  return finish('kml', polygons, isShifted(text.slice(0, 4_000)) ? 'GCJ-02' : 'WGS84');
}

function finish(format: BoundaryFile['format'], coordinates: Position[][][], text: string | undefined): BoundaryFile {
  if (!coordinates.length) throw refuse('EMPTY_AREA');
  if (text !== undefined && isShifted(text)) throw refuse('GCJ02_COORDINATES');
  const first = coordinates[0]?.[0]?.[0];
  const system = text === undefined ? guess(first) : systemOfText(text);
  if (!system) {
    if (text === undefined) throw refuse('DATUM_MISSING');
    const name = /"([^"]{1,80})"/.exec(text)?.[1] ?? text.trim().slice(0, 80);
    throw refuse('UNKNOWN_DATUM', { name });
  }
  const { toDegrees, name } = system;
  const geometry = coordinates.map((polygon) => polygon.map((ring) => ring.map(toDegrees)));
  return { format, system: name, geometry: { type: 'MultiPolygon', coordinates: geometry } };
}

/** Without a word on the datum: degrees are taken as such, an easting that names its zone is that of the zone. */
function guess(first: Position | undefined): ReferenceSystem | undefined {
  if (!first) return undefined;
  if (Math.abs(first[0]) <= 180 && Math.abs(first[1]) <= 180) return systemOfText('CGCS2000');
  return systemOfEasting(first[0]);
}
