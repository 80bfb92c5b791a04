/** As much of the WebAssembly binary format (core specification 2.0, with 128-bit vectors) as one function needs. */

export const I32 = 0x7f;
const F64 = 0x7c;
const V128 = 0x7b;
const VOID = 0x40;

export type Local = number & { readonly local?: unique symbol };

/** Instructions on the stack. */
export const OP = {
  else: [0x05],
  end: [0x0b],
  return: [0x0f],
  select: [0x1b],
  i32Eqz: [0x45],
  i32Eq: [0x46],
  i32Ne: [0x47],
  i32LtU: [0x49],
  i32LeU: [0x4d],
  i32GeU: [0x4f],
  i32Popcnt: [0x69],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  i32Mul: [0x6c],
  i32And: [0x71],
  f64Add: [0xa0],
  i8Splat: vector(0x0f),
  i16Splat: vector(0x10),
  i32Splat: vector(0x11),
  f64Splat: vector(0x14),
  i8Eq: vector(0x23),
  i16Eq: vector(0x2d),
  i32x4Eq: vector(0x37),
  eq: vector(0x47),
  ne: vector(0x48),
  lt: vector(0x49),
  gt: vector(0x4a),
  le: vector(0x4b),
  ge: vector(0x4c),
  not: vector(0x4d),
  and: vector(0x4e),
  andNot: vector(0x4f),
  or: vector(0x50),
  bitSelect: vector(0x52),
  anyTrue: vector(0x53),
  demote: vector(0x5e),
  promote: vector(0x5f),
  i8AllTrue: vector(0x63),
  i8Add: vector(0x6e),
  ceil: vector(0x74),
  floor: vector(0x75),
  i16AllTrue: vector(0x83),
  extend8s: vector(0x87),
  extend8u: vector(0x89),
  nearest: vector(0x94),
  i32AllTrue: vector(0xa3),
  extend16s: vector(0xa7),
  extend16u: vector(0xa9),
  i64AllTrue: vector(0xc3),
  i64Bitmask: vector(0xc4),
  abs: vector(0xec),
  neg: vector(0xed),
  sqrt: vector(0xef),
  add: vector(0xf0),
  sub: vector(0xf1),
  mul: vector(0xf2),
  div: vector(0xf3),
  min: vector(0xf4),
  max: vector(0xf5),
  truncS: vector(0xfc),
  convertS: vector(0xfe),
  convertU: vector(0xff),
} as const;

/** Instructions that reach into memory: opcode and alignment. */
export const MEMORY = {
  i32Load: [[0x28], 2],
  f64Load: [[0x2b], 3],
  i32Load8s: [[0x2c], 0],
  i32Load8u: [[0x2d], 0],
  i32Load16s: [[0x2e], 1],
  i32Load16u: [[0x2f], 1],
  i32Store: [[0x36], 2],
  f64Store: [[0x39], 3],
  v128Load: [vector(0x00), 0],
  v128Store: [vector(0x0b), 0],
  loadSplat64: [vector(0x0a), 0],
  load32Zero: [vector(0x5c), 0],
  load64Zero: [vector(0x5d), 0],
  store32Lane: [vector(0x5a), 0],
  store64Lane: [vector(0x5b), 0],
} as const;

function vector(op: number): number[] {
  return [0xfd, ...unsigned(op)];
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push((value % 128) | (rest ? 128 : 0));
    value = rest;
  } while (value);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

const f64Bytes = (value: number): Uint8Array => new Uint8Array(Float64Array.of(value).buffer);

/** The body of the one function; its parameters are 32-bit integers and come first among the locals. */
export class Body {
  private readonly code: number[] = [];
  private readonly locals: number[] = [];

  constructor(private readonly parameters: number) {}

  i32 = (): Local => this.local(I32);
  f64 = (): Local => this.local(F64);
  v128 = (): Local => this.local(V128);

  private local(type: number): Local {
    return this.parameters + this.locals.push(type) - 1;
  }

  op(...names: (keyof typeof OP)[]): this {
    for (const name of names) this.code.push(...OP[name]);
    return this;
  }
  get(local: Local): this {
    this.code.push(0x20, ...unsigned(local));
    return this;
  }
  set(local: Local): this {
    this.code.push(0x21, ...unsigned(local));
    return this;
  }
  tee(local: Local): this {
    this.code.push(0x22, ...unsigned(local));
    return this;
  }
  constant(value: number): this {
    this.code.push(0x41, ...signed(value));
    return this;
  }
  f64Constant(value: number): this {
    this.code.push(0x44, ...f64Bytes(value));
    return this;
  }
  /** Both lanes hold the value. */
  both(value: number): this {
    return this.lanes(f64Bytes(value), f64Bytes(value));
  }
  /** Masks: all bits of a lane or none. */
  mask(low: boolean, high: boolean): this {
    const lane = (set: boolean): Uint8Array => new Uint8Array(8).fill(set ? 255 : 0);
    return this.lanes(lane(low), lane(high));
  }
  private lanes(low: Uint8Array, high: Uint8Array): this {
    this.code.push(...vector(0x0c), ...low, ...high);
    return this;
  }
  /** All four floats hold the value. */
  lanesF32(value: number): this {
    const two = new Uint8Array(Float32Array.of(value, value).buffer);
    return this.lanes(two, two);
  }
  shuffle(...lanes: number[]): this {
    this.code.push(...vector(0x0d), ...lanes);
    return this;
  }
  memory(name: keyof typeof MEMORY, offset = 0, lane?: number): this {
    const [op, align] = MEMORY[name];
    this.code.push(...op, align, ...unsigned(offset), ...(lane === undefined ? [] : [lane]));
    return this;
  }
  i32Lane(lane: number): this {
    this.code.push(...vector(0x1b), lane);
    return this;
  }
  f64Lane(lane: number): this {
    this.code.push(...vector(0x21), lane);
    return this;
  }
  replaceF64Lane(lane: number): this {
    this.code.push(...vector(0x22), lane);
    return this;
  }
  if(): this {
    this.code.push(0x04, VOID);
    return this;
  }
  /** A block that `br(1)` inside the loop leaves, and a loop that `br(0)` begins again. */
  loop(body: () => void): this {
    this.code.push(0x02, VOID, 0x03, VOID);
    body();
    this.code.push(0x0b, 0x0b);
    return this;
  }
  br(depth: number): this {
    this.code.push(0x0c, depth);
    return this;
  }
  brIf(depth: number): this {
    this.code.push(0x0d, depth);
    return this;
  }

  /** A module that imports its memory as `m.m` and exports the function as `f`. */
  module(): Uint8Array<ArrayBuffer> {
    const body = [
      ...unsigned(this.locals.length),
      ...this.locals.flatMap((type) => [1, type]),
      ...this.code,
      ...OP.end,
    ];
    const section = (id: number, bytes: number[]): number[] => [id, ...unsigned(bytes.length), ...bytes];
    const type = [1, 0x60, ...unsigned(this.parameters), ...Array<number>(this.parameters).fill(I32), 1, I32];
    return Uint8Array.from([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, type),
      ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
      ...section(3, [1, 0]),
      ...section(7, [1, 1, 0x66, 0, 0]),
      ...section(10, [1, ...unsigned(body.length), ...body]),
    ]);
  }
}
