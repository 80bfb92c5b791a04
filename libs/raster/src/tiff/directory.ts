/** The first image directory of a TIFF or BigTIFF file: its fields, read where they lie, never more than the file holds. */
import { fstatSync, readSync } from 'node:fs';
import { corrupted, refused } from '../fault';
import { TYPE_SIZE } from './tags';

const MOST_FIELDS = 1000;
/** Bytes of one field: the offsets of the tiles of the largest raster accepted. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Field {
  type: number;
  count: number;
  /** Where its values lie. */
  at: number;
}

export class Directory {
  private constructor(
    private readonly file: OpenFile,
    private readonly fields: ReadonlyMap<number, Field>,
    readonly littleEndian: boolean,
  ) {}

  static read(file: OpenFile): Directory {
    const head = file.bytes(0, Math.min(16, file.size));
    const order = head.toString('latin1', 0, 2);
    if (head.length < 8 || (order !== 'II' && order !== 'MM')) throw notTiff(file.name);
    const le = order === 'II';
    const magic = le ? head.readUInt16LE(2) : head.readUInt16BE(2);
    if (magic !== 42 && (magic !== 43 || head.length < 16)) throw notTiff(file.name);
    const big = magic === 43;
    const first = big ? number64(file, head, 8, le) : le ? head.readUInt32LE(4) : head.readUInt32BE(4);
    const countSize = big ? 8 : 2;
    const countBytes = file.bytes(first, countSize);
    const count = big
      ? number64(file, countBytes, 0, le)
      : le
        ? countBytes.readUInt16LE(0)
        : countBytes.readUInt16BE(0);
    if (count === 0 || count > MOST_FIELDS)
      throw corrupted(file.name, `目录有 ${count} 个字段`, `its directory has ${count} fields`);
    const step = big ? 20 : 12;
    const entries = file.bytes(first + countSize, count * step);
    const fields = new Map<number, Field>();
    for (let i = 0; i < count; i++) {
      const at = i * step;
      const u16 = (o: number): number => (le ? entries.readUInt16LE(o) : entries.readUInt16BE(o));
      const u32 = (o: number): number => (le ? entries.readUInt32LE(o) : entries.readUInt32BE(o));
      const type = u16(at + 2);
      const values = big ? number64(file, entries, at + 4, le) : u32(at + 4);
      const size = (TYPE_SIZE[type] ?? 0) * values;
      const inline = at + (big ? 12 : 8);
      const pointed = (): number => (big ? number64(file, entries, inline, le) : u32(inline));
      const lies = size <= (big ? 8 : 4) ? first + countSize + inline : pointed();
      fields.set(u16(at), { type, count: values, at: lies });
    }
    return new Directory(file, fields, le);
  }

  has = (tag: number): boolean => this.fields.has(tag);
  count = (tag: number): number => this.fields.get(tag)?.count ?? 0;

  numbers(tag: number): Float64Array | undefined {
    const field = this.fields.get(tag);
    if (!field) return undefined;
    const { type, count } = field;
    const size = TYPE_SIZE[type];
    if (!size || size * count > MOST_BYTES)
      throw corrupted(this.file.name, `字段 ${tag} 无法读取`, `field ${tag} cannot be read`);
    const bytes = this.file.bytes(field.at, size * count);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const le = this.littleEndian;
    return Float64Array.from({ length: count }, (_, i) => {
      switch (type) {
        case 3:
          return view.getUint16(i * 2, le);
        case 8:
          return view.getInt16(i * 2, le);
        case 4:
        case 13:
          return view.getUint32(i * 4, le);
        case 9:
          return view.getInt32(i * 4, le);
        case 11:
          return view.getFloat32(i * 4, le);
        case 12:
          return view.getFloat64(i * 8, le);
        case 5:
          return view.getUint32(i * 8, le) / view.getUint32(i * 8 + 4, le);
        case 16:
        case 18:
          return number64(this.file, bytes, i * 8, le);
        default:
          return view.getUint8(i);
      }
    });
  }

  number(tag: number): number | undefined {
    return this.numbers(tag)?.[0];
  }

  text(tag: number): string | undefined {
    const field = this.fields.get(tag);
    if (!field || field.type !== 2 || field.count > 65_536) return undefined;
    return this.file.bytes(field.at, field.count).toString('latin1').replace(/\0+$/, '');
  }
}

const notTiff = (name: string) =>
  refused(
    'NOT_A_GEOTIFF',
    name,
    ['不是 GeoTIFF 文件', 'it is not a GeoTIFF file'],
    ['导出为 GeoTIFF（.tif）', 'export it as GeoTIFF (.tif)'],
  );

/** Offsets have 64 bits; what lies beyond 2^53 lies beyond any file. */
function number64(file: OpenFile, bytes: Buffer, at: number, le: boolean): number {
  const value = le ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    throw corrupted(file.name, '偏移量超出文件', 'an offset points out of the file');
  return Number(value);
}

/** A file that knows its name and size, so that every read is checked against them. */
export class OpenFile {
  readonly size: number;

  constructor(
    readonly name: string,
    readonly fd: number,
  ) {
    this.size = fstatSync(fd).size;
  }

  bytes(at: number, length: number): Buffer {
    const into = Buffer.alloc(this.holds(at, length) ? length : 0);
    this.readInto(into, at);
    return into;
  }

  readInto(into: Uint8Array, at: number): void {
    for (let done = 0; done < into.length;) {
      const read = readSync(this.fd, into, done, into.length - done, at + done);
      if (read === 0) throw corrupted(this.name, '文件提前结束', 'it ends early');
      done += read;
    }
  }

  private holds(at: number, length: number): true {
    if (at < 0 || length < 0 || at + length > this.size)
      throw corrupted(this.name, '偏移量超出文件', 'an offset points out of the file');
    return true;
  }
}
