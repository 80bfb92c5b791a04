/** Tiles of a result: packed for the file and unpacked again. */
import { deflateSync, inflateSync } from 'node:zlib';
import { joinPlanes } from '../tiff/planes';

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
