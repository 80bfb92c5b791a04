/** Zip files of parts held in memory: written so that the same parts give the same bytes, read with limits. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export interface ZipPart {
  /** With `/` between folders. */
  name: string;
  bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names in UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the day zip counts from: an archive does not differ by the moment it was made. */
const DATE = 0x0021;

export function zip(parts: readonly ZipPart[]): Buffer {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(FLAGS, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    out.push(number(LOCAL), common, title, packed);
    directory.push(number(CENTRAL), Buffer.from([20, 0]), common, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...out, index, end]);
}

/** The parts of a zip file in their order; undefined where it is none, is damaged or unpacks to more than `most` bytes. */
export function unzip(file: Buffer, most = 256 * 1024 * 1024): ZipPart[] | undefined {
  try {
    const end = file.lastIndexOf(number(END));
    if (end < 0) return undefined;
    const parts: ZipPart[] = [];
    let left = most;
    let at = file.readUInt32LE(end + 16);
    for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
      if (file.readUInt32LE(at) !== CENTRAL) return undefined;
      const [method, crc] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 16)];
      const [packed, size, length] = [
        file.readUInt32LE(at + 20),
        file.readUInt32LE(at + 24),
        file.readUInt16LE(at + 28),
      ];
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      left -= size;
      if (left < 0 || start + packed > file.length || file.readUInt32LE(local) !== LOCAL) return undefined;
      const body = file.subarray(start, start + packed);
      const bytes = method === 8 ? inflateRawSync(body, { maxOutputLength: Math.max(size, 1) }) : body;
      if ((method !== 0 && method !== 8) || bytes.length !== size || crc32(bytes) !== crc) return undefined;
      parts.push({ name: file.toString('utf8', at + 46, at + 46 + length), bytes: Buffer.from(bytes) });
      at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    return parts;
  } catch {
    return undefined; // a place outside of the file, or bytes that do not inflate
  }
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** zlib.crc32 is not in every Node 20. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
