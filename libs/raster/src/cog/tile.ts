/** Tiles of a result: packed for the file, and halved for the overviews. */
import { deflateSync, inflateSync } from 'node:zlib';
import { joinPlanes } from '../tiff/decode';

const LEVEL = 4;

/** DEFLATE after predictor 3: floats of neighbours share their leading bytes. */
export function packTile(cells: Float32Array, tile: number, compress: boolean): Uint8Array {
  const bytes = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
  if (!compress) return bytes;
  const planes = new Uint8Array(bytes.length);
  const rowBytes = tile * 4;
  for (let y = 0; y < tile; y++) {
    const start = y * rowBytes;
    let before = 0;
    for (let plane = 0; plane < 4; plane++) {
      let to = start + plane * tile;
      for (let from = start + 3 - plane; from < start + rowBytes; from += 4) {
        const byte = bytes[from]!;
        planes[to++] = byte - before;
        before = byte;
      }
    }
  }
  return deflateSync(planes, { level: LEVEL });
}

export function unpackTile(packed: Uint8Array, tile: number, compress: boolean): Float32Array {
  const bytes = compress ? joinPlanes(inflateSync(packed), tile, tile, 4) : packed;
  return new Float32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, tile * tile);
}

/** Mean of the cells with data of each two by two, added in a fixed order. */
export function halve(cells: Float32Array, size: number, nodata: number): Float32Array {
  const half = size / 2;
  const out = new Float32Array(half * half);
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++) {
      const at = 2 * y * size + 2 * x;
      let sum = 0;
      let n = 0;
      for (const i of [at, at + 1, at + size, at + size + 1]) {
        const v = cells[i]!;
        if (v === nodata) continue;
        sum += v;
        n++;
      }
      out[y * half + x] = n ? sum / n : nodata;
    }
  return out;
}
