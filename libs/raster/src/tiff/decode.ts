/** From the bytes of a tile in the file to its cells. */
import { inflateSync } from 'node:zlib';
import { corrupted } from '../fault';
import type { Header } from './header';
import { unpackLzw } from './lzw';
import { CELL_ARRAYS, DEFLATE, LZW, OLD_DEFLATE, type Cells } from './tags';

/** `rows` × `width` cells, in the byte order of this machine. `packed` is not kept. */
export function decode(header: Header, index: number, packed: Uint8Array, width: number, rows: number): Cells {
  const size = CELL_ARRAYS[header.type].BYTES_PER_ELEMENT;
  const needed = width * rows * size;
  let bytes = unpack(header, index, packed, needed);
  if (bytes.length < needed) throw corrupted(header.name, `第 ${index} 块过短`, `tile ${index} is too short`);
  if (header.predictor === 3) bytes = joinPlanes(bytes, width, rows, size);
  const aligned = bytes.byteOffset % size === 0 ? bytes : Uint8Array.from(bytes);
  if (!header.littleEndian && header.predictor !== 3) swap(aligned.subarray(0, needed), size);
  if (header.predictor === 2) addUp(aligned, width, rows, size);
  return new CELL_ARRAYS[header.type](aligned.buffer as ArrayBuffer, aligned.byteOffset, width * rows);
}

function unpack({ compression, name }: Header, index: number, packed: Uint8Array, needed: number): Uint8Array {
  switch (compression) {
    case DEFLATE:
    case OLD_DEFLATE:
      try {
        return inflateSync(packed, { maxOutputLength: needed + 65_536, chunkSize: Math.max(64, needed) });
      } catch (error) {
        throw corrupted(
          name,
          `第 ${index} 块无法解压`,
          `tile ${index} cannot be inflated (${(error as Error).message})`,
        );
      }
    case LZW: {
      const out = new Uint8Array(needed);
      const got = unpackLzw(packed, out);
      if (got < needed) throw corrupted(name, `第 ${index} 块无法解压`, `tile ${index} cannot be unpacked`);
      return out;
    }
    default:
      return packed;
  }
}

export function swap(bytes: Uint8Array, size: number): void {
  if (size === 1) return;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (size === 2) buffer.swap16();
  else if (size === 4) buffer.swap32();
  else buffer.swap64();
}

/** Predictor 2: each cell is stored as its difference to the one on its left, as whole numbers of the cell's size. */
function addUp(bytes: Uint8Array, width: number, rows: number, size: number): void {
  const { buffer, byteOffset } = bytes;
  const count = width * rows;
  if (size === 8) {
    const cells = new BigUint64Array(buffer as ArrayBuffer, byteOffset, count);
    for (let y = 0; y < rows; y++)
      for (let i = y * width + 1; i < (y + 1) * width; i++) cells[i] = cells[i]! + cells[i - 1]!;
    return;
  }
  const Whole = size === 1 ? Uint8Array : size === 2 ? Uint16Array : Uint32Array;
  const cells = new Whole(buffer as ArrayBuffer, byteOffset, count);
  for (let y = 0; y < rows; y++) {
    let sum = 0;
    for (let i = y * width; i < (y + 1) * width; i++) {
      sum = (sum + cells[i]!) | 0;
      cells[i] = sum;
      sum = cells[i]!;
    }
  }
}

/** Predictor 3 (Adobe technical note 3): bytes of floats in planes, the most significant first, each a running sum. */
export function joinPlanes(bytes: Uint8Array, width: number, rows: number, size: number): Uint8Array {
  const out = new Uint8Array(width * rows * size);
  if (size === 4) {
    joinFour(bytes, width, rows, new Uint32Array(out.buffer));
    return out;
  }
  const rowBytes = width * size;
  for (let y = 0; y < rows; y++) {
    const start = y * rowBytes;
    let sum = 0;
    for (let plane = 0; plane < size; plane++) {
      let at = start + plane * width;
      for (let to = start + size - 1 - plane, end = start + rowBytes; to < end; to += size) {
        sum = (sum + bytes[at++]!) & 255;
        out[to] = sum;
      }
    }
  }
  return out;
}

/** The four running sums side by side: each plane goes on where the one before it ended. */
function joinFour(bytes: Uint8Array, width: number, rows: number, out: Uint32Array): void {
  for (let y = 0; y < rows; y++) {
    const [p0, p1, p2, p3] = [0, 1, 2, 3].map((plane) => (y * 4 + plane) * width) as [number, number, number, number];
    let [t0, t1, t2] = [0, 0, 0];
    for (let x = 0; x < width; x++) {
      t0 += bytes[p0 + x]!;
      t1 += bytes[p1 + x]!;
      t2 += bytes[p2 + x]!;
    }
    let [s0, s1, s2, s3] = [0, t0, t0 + t1, t0 + t1 + t2];
    for (let x = 0, to = y * width; x < width; x++) {
      s0 += bytes[p0 + x]!;
      s1 += bytes[p1 + x]!;
      s2 += bytes[p2 + x]!;
      s3 += bytes[p3 + x]!;
      out[to++] = (s0 << 24) | ((s1 & 255) << 16) | ((s2 & 255) << 8) | (s3 & 255);
    }
  }
}
