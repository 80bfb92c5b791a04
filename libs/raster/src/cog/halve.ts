/** A tile at half its size, for overviews, by WebAssembly vectors: the mean of the cells with data of each two by two. */
import { Body } from '../kernel/wasm/module';

const PAGE = 65_536;

/** Works in place: cells at `from` of the memory, half of them at `to`. */
export class Halver {
  readonly cells: Float32Array;
  readonly half: Float32Array;
  private readonly halved: (from: number, to: number, size: number) => number;

  constructor(
    private readonly size: number,
    nodata: number,
    memory?: WebAssembly.Memory,
    private readonly from = 0,
    private readonly to = size * size * 4,
  ) {
    const own = memory ?? new WebAssembly.Memory({ initial: Math.ceil((size * size * 5) / PAGE) });
    this.cells = new Float32Array(own.buffer, from, size * size);
    this.half = new Float32Array(own.buffer, to, (size * size) / 4);
    const module = new WebAssembly.Module(halving(nodata));
    this.halved = new WebAssembly.Instance(module, { m: { m: own } }).exports.f as typeof this.halved;
  }

  /** `cells` to `half`; the latter holds until the next call. */
  halve(): Float32Array {
    this.halved(this.from, this.to, this.size);
    return this.half;
  }
}

/** Two cells of the half at a time; added in a fixed order, as doubles. */
function halving(nodata: number): Uint8Array<ArrayBuffer> {
  const body = new Body(3);
  const [from, to, size] = [0, 1, 2];
  const [y, x, bottom] = [body.i32(), body.i32(), body.i32()];
  const [four, value, there, sum, count] = [body.v128(), body.v128(), body.v128(), body.v128(), body.v128()];
  const EVEN = [0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11];
  const ODD = EVEN.map((byte) => byte + 4);
  const addUp = (lanes: number[]): void => {
    body
      .get(four)
      .get(four)
      .shuffle(...lanes)
      .op('promote')
      .tee(value);
    body.both(nodata).op('ne').set(there);
    body.get(sum).get(value).get(there).op('and', 'add').set(sum);
    body.get(count).both(1).get(there).op('and', 'add').set(count);
  };
  body.loop(() => {
    body.get(y).get(size).op('i32GeU').brIf(1);
    body.constant(0).set(x);
    body.loop(() => {
      body.get(x).get(size).op('i32GeU').brIf(1);
      body.both(0).set(sum);
      body.both(0).set(count);
      body.get(from).memory('v128Load').set(four);
      addUp(EVEN);
      addUp(ODD);
      body.get(from).get(size).constant(4).op('i32Mul', 'i32Add').tee(bottom).memory('v128Load').set(four);
      addUp(EVEN);
      addUp(ODD);
      body.get(to).both(nodata).get(sum).get(count).op('div').get(count).both(0).op('eq', 'bitSelect', 'demote');
      body.memory('store64Lane', 0, 0);
      body.get(from).constant(16).op('i32Add').set(from);
      body.get(to).constant(8).op('i32Add').set(to);
      body.get(x).constant(4).op('i32Add').set(x).br(0);
    });
    // Over the second row.
    body.get(bottom).constant(16).op('i32Add').set(from);
    body.get(y).constant(2).op('i32Add').set(y).br(0);
  });
  return body.constant(0).module();
}
