/** A picture of a result: from pale to dark green between the 2nd and the 98th of a hundred values; no data is clear. */
import { RESULT_NODATA } from '../run/plan';
import { png } from './png';

const PALE = [247, 252, 229];
const DARK = [0, 69, 41];

/** Ends of the scale of a picture, as decimals. */
export interface Legend {
  low: string;
  high: string;
}

export function quickLook(cells: Float32Array, width: number, height: number): { image: Buffer; legend: Legend } {
  const values = cells.filter((v) => v !== RESULT_NODATA).sort();
  const low = values[Math.floor(values.length * 0.02)] ?? 0;
  const high = values[Math.max(0, Math.ceil(values.length * 0.98) - 1)] ?? 1;
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] === RESULT_NODATA) continue;
    const t = high > low ? Math.min(1, Math.max(0, (cells[i]! - low) / (high - low))) : 0.5;
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = Math.round(PALE[c]! + t * (DARK[c]! - PALE[c]!));
    rgba[i * 4 + 3] = 255;
  }
  return { image: png(rgba, width, height), legend: { low: printed(low), high: printed(high) } };
}

/** Cells are floats of some seven digits. */
const printed = (value: number): string => String(Number(value.toPrecision(6)));
