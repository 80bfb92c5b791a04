/** From the bytes of a tile in the file to its cells. */
import { inflateSync } from 'node:zlib';
import { corrupted } from '../fault';
import type { Header } from './header';
import { unpackLzw } from './lzw';
import { joinPlanes } from './planes';
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
