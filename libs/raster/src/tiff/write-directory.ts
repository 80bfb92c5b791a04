/** Image directories as bytes. BigTIFF throughout: one form for rasters of any size. */
import type { Grid } from '../grid/grid';
import { GEO } from '../grid/crs';
import { TAG } from './tags';

/** A field: type and values; numbers of 64 bits for offsets. */
type Values = { type: 2; text: string } | { type: 3 | 4 | 12 | 16; values: ArrayLike<number> };
export type Fields = Map<number, Values>;

const SIZE = { 2: 1, 3: 2, 4: 4, 12: 8, 16: 8 } as const;
const HEADER = 16;

const bytesOf = (field: Values): number =>
  field.type === 2 ? Buffer.byteLength(field.text) + 1 : SIZE[field.type] * field.values.length;

const blockSize = (fields: Fields): number => {
  let size = 8 + fields.size * 20 + 8;
  for (const field of fields.values()) if (bytesOf(field) > 8) size += align(bytesOf(field));
  return align(size);
};

const align = (n: number): number => (n + 7) & ~7;

/** Where image data may begin. */
export const headerSize = (directories: readonly Fields[]): number =>
  HEADER + directories.reduce((sum, fields) => sum + blockSize(fields), 0);

export function writeHeader(directories: readonly Fields[]): Buffer {
  const out = Buffer.alloc(headerSize(directories));
  out.write('II', 0, 'latin1');
  out.writeUInt16LE(43, 2);
  out.writeUInt16LE(8, 4);
  out.writeBigUInt64LE(16n, 8);
  let at = HEADER;
  directories.forEach((fields, i) => {
    const end = at + blockSize(fields);
    out.writeBigUInt64LE(BigInt(fields.size), at);
    let entry = at + 8;
    let free = align(entry + fields.size * 20 + 8);
    for (const [tag, field] of [...fields].sort(([a], [b]) => a - b)) {
      const size = bytesOf(field);
      out.writeUInt16LE(tag, entry);
      out.writeUInt16LE(field.type, entry + 2);
      out.writeBigUInt64LE(BigInt(field.type === 2 ? size : field.values.length), entry + 4);
      let place = entry + 12;
      if (size > 8) {
        out.writeBigUInt64LE(BigInt(free), place);
        place = free;
        free += align(size);
      }
      put(out, place, field);
      entry += 20;
    }
    out.writeBigUInt64LE(BigInt(i + 1 < directories.length ? end : 0), entry);
    at = end;
  });
  return out;
}

function put(out: Buffer, at: number, field: Values): void {
  if (field.type === 2) {
    out.write(field.text, at);
    return;
  }
  const { type, values } = field;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (type === 3) out.writeUInt16LE(value, at + i * 2);
    else if (type === 4) out.writeUInt32LE(value, at + i * 4);
    else if (type === 12) out.writeDoubleLE(value, at + i * 8);
    else out.writeBigUInt64LE(BigInt(value), at + i * 8);
  }
}

/** Place and projection of a grid, as fields. */
export function placeFields({ x, y, dx, dy, crs }: Grid): Fields {
  const fields: Fields = new Map();
  fields.set(TAG.pixelScale, { type: 12, values: [dx, dy, 0] });
  fields.set(TAG.tiepoint, { type: 12, values: [0, 0, 0, x, y, 0] });
  const entries: number[] = [];
  const doubles: number[] = [];
  let text = '';
  const keys = new Map(crs.keys).set(GEO.rasterType, 1); // the place above is of corners
  for (const [key, value] of [...keys].sort(([a], [b]) => a - b)) {
    if (typeof value === 'string') {
      entries.push(key, TAG.geoText, value.length + 1, text.length);
      text += `${value}|`;
    } else if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 65_536 && !DOUBLES(key)) {
      entries.push(key, 0, 1, value);
    } else {
      const list = typeof value === 'number' ? [value] : value;
      entries.push(key, TAG.geoDoubles, list.length, doubles.length);
      doubles.push(...list);
    }
  }
  fields.set(TAG.geoKeys, { type: 3, values: [1, 1, 0, entries.length / 4, ...entries] });
  if (doubles.length) fields.set(TAG.geoDoubles, { type: 12, values: doubles });
  if (text) fields.set(TAG.geoText, { type: 2, text });
  return fields;
}

/** Keys whose values are doubles, whatever number they hold. */
const DOUBLES = (key: number): boolean => (key >= 2057 && key <= 2061) || (key >= 3078 && key <= 3095);
