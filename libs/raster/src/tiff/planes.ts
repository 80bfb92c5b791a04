/**
 * Predictor 3 (Adobe technical note 3): bytes of floats in planes, the most significant first, each a running sum along the row.
 * Rows of 32-bit floats of whole vectors go through WebAssembly, 16 bytes at a time; others through a plain loop.
 */
import { Body } from '../kernel/wasm/module';

const PAGE = 65_536;
const LANES = 16;
/** Beyond a tile of 1024 × 1024 the copy into the memory of the vectors would hold more than it saves. */
const MOST_BYTES = 4 * 1024 * 1024;

export function joinPlanes(bytes: Uint8Array, width: number, rows: number, size: number): Uint8Array {
  const length = width * rows * size;
  if (size === 4 && width % LANES === 0 && length <= MOST_BYTES) return vectors().join(bytes, width, rows);
  return plainly(bytes, width, rows, size);
}

/** Cell by cell: for any size of a cell and any width. */
export function plainly(bytes: Uint8Array, width: number, rows: number, size: number): Uint8Array {
  const out = new Uint8Array(width * rows * size);
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

let known: Vectors | undefined;
const vectors = (): Vectors => (known ??= new Vectors());

class Vectors {
  private readonly memory = new WebAssembly.Memory({ initial: Math.ceil((2 * MOST_BYTES) / PAGE) });
  private readonly joined: (width: number, rows: number) => number;

  constructor() {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(joining()), { m: { m: this.memory } });
    this.joined = instance.exports.f as typeof this.joined;
  }

  join(bytes: Uint8Array, width: number, rows: number): Uint8Array {
    const length = width * rows * 4;
    const all = new Uint8Array(this.memory.buffer);
    all.set(bytes.length > length ? bytes.subarray(0, length) : bytes);
    this.joined(width, rows);
    return all.slice(MOST_BYTES, MOST_BYTES + length);
  }
}

/** Rows at 0, floats from MOST_BYTES on. The sums take the place of the bytes, then the planes are laid side by side. */
function joining(): Uint8Array<ArrayBuffer> {
  const body = new Body(2);
  const [width, rows] = [0, 1];
  const [row, at, end, to] = [body.i32(), body.i32(), body.i32(), body.i32()];
  const [sum, carry] = [body.v128(), body.v128()];
  const [low, high, low2, high2] = [body.v128(), body.v128(), body.v128(), body.v128()];
  // Lanes 0 to 15 are those of the first operand, 16 to 31 of the second.
  const up = (by: number): number[] => Array.from({ length: LANES }, (_, i) => (i < by ? i : LANES + i - by));
  const pairs = (from: number): number[] =>
    Array.from({ length: LANES }, (_, i) => from + (i >> 1) + (i % 2 ? LANES : 0));
  const fours = (from: number): number[] =>
    Array.from({ length: LANES }, (_, i) => from + 2 * (i >> 2) + (i % 2) + (i % 4 > 1 ? LANES : 0));
  body.loop(() => {
    body.get(row).get(rows).op('i32GeU').brIf(1);
    // Running sums over the row: the sums of ever more neighbours, and what the vectors before add up to.
    body.get(at).get(width).constant(4).op('i32Mul', 'i32Add').set(end);
    body.both(0).set(carry);
    body.loop(() => {
      body.get(at).get(end).op('i32GeU').brIf(1);
      body.get(at).memory('v128Load').set(sum);
      for (const by of [1, 2, 4, 8])
        body
          .get(sum)
          .both(0)
          .get(sum)
          .shuffle(...up(by))
          .op('i8Add')
          .set(sum);
      body.get(at).get(sum).get(carry).op('i8Add').tee(carry).memory('v128Store');
      body
        .get(carry)
        .get(carry)
        .shuffle(...Array<number>(LANES).fill(LANES - 1))
        .set(carry);
      body.get(at).constant(LANES).op('i32Add').set(at).br(0);
    });
    // Back to the beginning of the row, whose last plane holds the lowest bytes.
    body.get(end).get(width).constant(4).op('i32Mul', 'i32Sub').set(at);
    const plane = (n: number): Body => {
      body.get(at);
      for (let i = 0; i < n; i++) body.get(width).op('i32Add');
      return body.memory('v128Load');
    };
    body.get(at).get(width).op('i32Add').set(end);
    body.loop(() => {
      body.get(at).get(end).op('i32GeU').brIf(1);
      for (const [into, first, second, from] of [
        [low, 3, 2, 0],
        [high, 3, 2, 8],
        [low2, 1, 0, 0],
        [high2, 1, 0, 8],
      ] as const) {
        plane(first);
        plane(second);
        body.shuffle(...pairs(from)).set(into);
      }
      for (const [i, [lower, upper, from]] of (
        [
          [low, low2, 0],
          [low, low2, 8],
          [high, high2, 0],
          [high, high2, 8],
        ] as const
      ).entries()) {
        body
          .get(to)
          .get(lower)
          .get(upper)
          .shuffle(...fours(from));
        body.memory('v128Store', MOST_BYTES + i * LANES);
      }
      body
        .get(to)
        .constant(4 * LANES)
        .op('i32Add')
        .set(to);
      body.get(at).constant(LANES).op('i32Add').set(at).br(0);
    });
    body.get(end).get(width).constant(3).op('i32Mul', 'i32Add').set(at);
    body.get(row).constant(1).op('i32Add').set(row).br(0);
  });
  return body.constant(0).module();
}
