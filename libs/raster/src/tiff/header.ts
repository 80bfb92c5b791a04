/** What a raster is, checked before a single cell is read. */
import { corrupted, refused } from '../fault';
import { crsOf, pixelIsPoint, type Crs } from '../grid/crs';
import type { Grid } from '../grid/grid';
import { Directory, type OpenFile } from './directory';
import { CELL_ARRAYS, DEFLATE, LZW, NONE, OLD_DEFLATE, TAG, type CellType } from './tags';

export interface Header {
  name: string;
  grid: Grid;
  type: CellType;
  nodata: number;
  littleEndian: boolean;
  compression: number;
  predictor: number;
  /** Tiles, or strips as wide as the raster. */
  chunk: { width: number; height: number; across: number; down: number };
  tiled: boolean;
  offsets: Float64Array;
  counts: Float64Array;
}

/** All of China at 10 m is 6 × 10^5 wide; a header that says more is a bomb or a mistake. */
export const MOST_SIDE = 1_000_000;
export const MOST_CELLS = 1e11;
const MOST_CHUNK_BYTES = 128 * 1024 * 1024;

export function readHeader(file: OpenFile): Header {
  const { name } = file;
  const directory = Directory.read(file);
  const need = (tag: number, what: string): number => {
    const value = directory.number(tag);
    if (value === undefined || !Number.isFinite(value)) throw corrupted(name, `缺少 ${what}`, `${what} is missing`);
    return value;
  };
  const width = need(TAG.width, 'ImageWidth');
  const height = need(TAG.height, 'ImageLength');
  if (!(width >= 1 && height >= 1)) throw corrupted(name, '大小为零', 'it has no size');
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_CELLS)
    throw refused(
      'RASTER_TOO_LARGE',
      name,
      [`${width} × ${height} 个像元超过限度`, `${width} × ${height} cells exceed the limit`],
      ['检查文件头；确为这样大的区域时请分幅', 'check its header; split an area that really is so large'],
    );
  if ((directory.number(TAG.samples) ?? 1) !== 1)
    throw refused(
      'RASTER_BANDS',
      name,
      ['须为单波段', 'it must have one band'],
      ['每个因子单独导出一个波段', 'export one band for each factor'],
    );
  const type = cellType(name, directory);
  const compression = directory.number(TAG.compression) ?? NONE;
  if (![NONE, LZW, DEFLATE, OLD_DEFLATE].includes(compression))
    throw refused(
      'RASTER_COMPRESSION',
      name,
      [`不支持压缩方式 ${compression}`, `compression ${compression} is not supported`],
      ['改用 DEFLATE、LZW 或不压缩', 'use DEFLATE, LZW or none'],
    );
  const predictor = compression === NONE ? 1 : (directory.number(TAG.predictor) ?? 1);
  if (![1, 2, 3].includes(predictor) || (predictor === 3 && !type.startsWith('f')))
    throw corrupted(name, `预测器 ${predictor} 无效`, `predictor ${predictor} does not fit`);
  const layout = layoutOf(file, directory, width, height, CELL_ARRAYS[type].BYTES_PER_ELEMENT, compression);
  const crs = crsOf(name, geoKeys(directory));
  return {
    name,
    grid: { width, height, ...placeOf(name, directory, crs), crs },
    type,
    nodata: nodataOf(name, directory, type),
    littleEndian: directory.littleEndian,
    compression,
    predictor,
    ...layout,
  };
}

function cellType(name: string, directory: Directory): CellType {
  const bits = directory.number(TAG.bits) ?? 1;
  const format = 'uif'[(directory.number(TAG.sampleFormat) ?? 1) - 1] ?? '?';
  const type = `${format}${bits}`;
  if (!Object.hasOwn(CELL_ARRAYS, type))
    throw refused(
      'RASTER_CELL_TYPE',
      name,
      [`不支持 ${bits} 位像元`, `cells of ${bits} bits are not supported`],
      ['改用 8、16、32 位整数或 32、64 位浮点', 'use integers of 8, 16 or 32 bits, or floats of 32 or 64'],
    );
  return type as CellType;
}

function nodataOf(name: string, directory: Directory, type: CellType): number {
  const text = directory.text(TAG.nodata)?.trim();
  const value = text && /^[+-]?nan$/i.test(text) ? NaN : Number(text || undefined);
  if (!text || (Number.isNaN(value) && !/nan/i.test(text)))
    throw refused(
      'NODATA_MISSING',
      name,
      ['未声明无数据值', 'it declares no nodata value'],
      ['写入无数据值（GDAL_NODATA）', 'write a nodata value (GDAL_NODATA)'],
    );
  return type === 'f32' ? Math.fround(value) : value;
}

function layoutOf(
  file: OpenFile,
  directory: Directory,
  width: number,
  height: number,
  cellBytes: number,
  compression: number,
): Pick<Header, 'chunk' | 'tiled' | 'offsets' | 'counts'> {
  const { name } = file;
  const tiled = directory.has(TAG.tileOffsets);
  const w = tiled ? (directory.number(TAG.tileWidth) ?? 0) : width;
  const h = tiled
    ? (directory.number(TAG.tileHeight) ?? 0)
    : Math.min(directory.number(TAG.rowsPerStrip) ?? height, height);
  if (!(w >= 1 && h >= 1) || !Number.isInteger(w) || !Number.isInteger(h))
    throw corrupted(name, '分块大小无效', 'the size of its tiles is not valid');
  // Rows of an uncompressed strip are read singly; anything packed has to fit into memory as a whole.
  if ((tiled || compression !== NONE) && w * h * cellBytes > MOST_CHUNK_BYTES)
    throw refused(
      'RASTER_TILE_TOO_LARGE',
      name,
      [`一块有 ${w} × ${h} 个像元`, `one of its tiles has ${w} × ${h} cells`],
      ['导出为 256 或 512 的分块', 'export it with tiles of 256 or 512'],
    );
  const chunk = { width: w, height: h, across: Math.ceil(width / w), down: Math.ceil(height / h) };
  const expected = chunk.across * chunk.down;
  const [offsetTag, countTag] = tiled ? [TAG.tileOffsets, TAG.tileCounts] : [TAG.stripOffsets, TAG.stripCounts];
  if (directory.count(offsetTag) !== expected || directory.count(countTag) !== expected)
    throw corrupted(
      name,
      `应有 ${expected} 块，目录列出 ${directory.count(offsetTag)} 块`,
      `${expected} tiles are due, its directory lists ${directory.count(offsetTag)}`,
    );
  const offsets = directory.numbers(offsetTag)!;
  const counts = directory.numbers(countTag)!;
  for (let i = 0; i < expected; i++) {
    const [at, length] = [offsets[i]!, counts[i]!];
    if (at + length > file.size) throw corrupted(name, `第 ${i} 块在文件之外`, `tile ${i} lies outside the file`);
    if (compression !== NONE || length === 0) continue;
    const rows = tiled ? h : Math.min(h, height - i * h);
    if (length < w * rows * cellBytes) throw corrupted(name, `第 ${i} 块过短`, `tile ${i} is too short`);
  }
  return { chunk, tiled, offsets, counts };
}

function geoKeys(directory: Directory): Crs['keys'] {
  const keys = new Map<number, number | string | readonly number[]>();
  const entries = directory.numbers(TAG.geoKeys) ?? new Float64Array();
  const doubles = directory.numbers(TAG.geoDoubles) ?? new Float64Array();
  const text = directory.text(TAG.geoText) ?? '';
  for (let i = 4; i + 3 < entries.length; i += 4) {
    const [key, where, count, value] = entries.subarray(i, i + 4) as unknown as [number, number, number, number];
    if (where === 0) keys.set(key, value);
    else if (where === TAG.geoText) keys.set(key, text.slice(value, value + count).replace(/\|$/, ''));
    else if (where === TAG.geoDoubles)
      keys.set(key, count === 1 ? doubles[value]! : Array.from(doubles.subarray(value, value + count)));
  }
  return keys;
}

function placeOf(name: string, directory: Directory, crs: Crs): Pick<Grid, 'x' | 'y' | 'dx' | 'dy'> {
  const scale = directory.numbers(TAG.pixelScale);
  const tie = directory.numbers(TAG.tiepoint);
  const matrix = directory.numbers(TAG.transformation);
  let place: { x: number; y: number; dx: number; dy: number };
  if (scale && scale.length >= 2 && tie && tie.length >= 6) {
    const [dx, dy] = [scale[0]!, scale[1]!];
    place = { x: tie[3]! - tie[0]! * dx, y: tie[4]! + tie[1]! * dy, dx, dy };
  } else if (matrix && matrix.length === 16 && matrix[1] === 0 && matrix[4] === 0) {
    place = { x: matrix[3]!, y: matrix[7]!, dx: matrix[0]!, dy: -matrix[5]! };
  } else
    throw refused(
      'RASTER_NOT_PLACED',
      name,
      ['没有（或有旋转的）地理定位', 'it has no place on the map, or is rotated'],
      ['导出为北向上的 GeoTIFF', 'export it as a north-up GeoTIFF'],
    );
  if (!(place.dx > 0 && place.dy > 0) || !Number.isFinite(place.x + place.y + place.dx + place.dy))
    throw corrupted(name, '像元大小无效', 'the size of its cells is not valid');
  if (pixelIsPoint(crs)) return { ...place, x: place.x - place.dx / 2, y: place.y + place.dy / 2 };
  return place;
}
