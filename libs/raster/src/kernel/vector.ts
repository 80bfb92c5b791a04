/**
 * The same kernel for two cells at a time, as WebAssembly vectors. It knows only what goes well: cells in range, cells without
 * data, sums of ordinary size. Anything else makes it give up the strip, and the kernel of `compile` computes that strip again
 * and names what is wrong. Its operations are those of IEEE 754 that JavaScript has, so both give the same bits.
 */
import type { CellFormula, CellNode } from '@qingheng/sheet';
import { CELL_ARRAYS, type CellType } from '../tiff/tags';
import { CARRY, insideTests, lookupTables, type Binding, type KernelShape } from './compile';
import { Body, type Local } from './wasm/module';

export const PAGE = 65_536;
/** Bytes of a record: first cell, number of cells, cells without data, nothing, sum. */
export const RECORD = 24;

export interface StripLayout {
  /** Cells from one row to the next, and rows of a strip. */
  stride: number;
  rows: number;
  /** Where things lie in memory. */
  rasters: number[];
  zones: number;
  classes: number;
  /** A whole tile of the result, and the same at half its size. */
  out: number;
  half: number;
  weights: number;
  records: number;
  bytes: number;
}

export interface CellTypes {
  rasters: CellType[];
  zones?: CellType;
  classes?: CellType;
}

/** Cells of a strip should lie in the second-level cache together. */
const STRIP_BYTES = 320 * 1024;

export function layoutOf(tile: number, types: CellTypes, result: boolean, tables = 0): StripLayout {
  const size = (type: CellType): number => CELL_ARRAYS[type].BYTES_PER_ELEMENT;
  const all = [...types.rasters, ...(types.zones ? [types.zones] : []), ...(types.classes ? [types.classes] : [])];
  const perRow = tile * all.reduce((sum, type) => sum + size(type), 0);
  let rows = tile;
  while (rows > 8 && rows * perRow > STRIP_BYTES) rows /= 2;
  let at = 0;
  // Loads may reach a vector beyond the last cell.
  const place = (bytes: number): number => {
    const here = at;
    at += Math.ceil((bytes + 16) / 64) * 64;
    return here;
  };
  place(tables);
  const cells = (type: CellType): number => place(rows * tile * size(type));
  const places = {
    ...{ stride: tile, rows },
    rasters: types.rasters.map(cells),
    zones: types.zones ? cells(types.zones) : 0,
    classes: types.classes ? cells(types.classes) : 0,
    out: result ? place(tile * tile * 4) : 0,
    half: result ? place(tile * tile) : 0,
    weights: place(rows * 8),
    records: place(rows * tile * RECORD),
  };
  return { ...places, bytes: at };
}

/** Undefined where the formula asks for what vectors do not have: exp, ln, powers, rounding. */
export function compileVector(
  formula: CellFormula,
  shape: KernelShape,
  types: CellTypes,
  layout: StripLayout,
): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new VectorWriter(formula, shape, types, layout).module();
  } catch (error) {
    if (error instanceof NotVector) return undefined;
    throw error;
  }
}

class NotVector extends Error {}

/** Look-up tables lie at the beginning of memory, each with NaN behind its last row. */
export function tableBytes(formula: CellFormula): { at: number[]; bytes: number } {
  let bytes = 0;
  const at = lookupTables(formula).map(({ length }) => {
    const here = bytes;
    bytes += (length + 1) * 8;
    return here;
  });
  return { at, bytes };
}

const CODE_LOADS = {
  ...({ u8: 'i32Load8u', i8: 'i32Load8s', u16: 'i32Load16u', i16: 'i32Load16s' } as const),
  ...({ u32: 'i32Load', i32: 'i32Load' } as const),
};
const COMPARE = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
const ARITHMETIC = { '+': 'add', '-': 'sub', '*': 'mul' } as const;

class VectorWriter {
  private readonly body = new Body(3);
  private readonly rows: Local = 0;
  private readonly width: Local = 1;
  private readonly out: Local = 2;
  private readonly cell = this.body.i32();
  private readonly end = this.body.i32();
  private readonly rowEnd = this.body.i32();
  private readonly start = this.body.i32();
  private readonly row = this.body.i32();
  private readonly record = this.body.i32();
  private readonly lost = this.body.i32();
  private readonly zone = this.body.i32();
  private readonly cls = this.body.i32();
  private readonly index = this.body.i32();
  private readonly weight = this.body.v128();
  private readonly sum = this.body.v128();
  private readonly trouble = this.body.v128();
  private readonly inside = this.body.v128();
  private readonly found = this.body.v128();
  private readonly scratch = this.body.v128();
  private readonly cells: Local[];
  private readonly steps: Map<string, Local>;
  private readonly rasters: (Binding & { kind: 'raster' })[];
  private readonly tables: Float64Array[];
  private readonly lookupNames: string[];

  constructor(
    private readonly formula: CellFormula,
    private readonly shape: KernelShape,
    private readonly types: CellTypes,
    private readonly layout: StripLayout,
  ) {
    this.rasters = formula.inputs.flatMap(({ name }) => {
      const binding = shape.bindings[name]!;
      return binding.kind === 'raster' ? [binding] : [];
    });
    this.cells = types.rasters.map(() => this.body.v128());
    this.steps = new Map(formula.steps.map(({ name }) => [name, this.body.v128()]));
    this.tables = lookupTables(formula);
    this.lookupNames = Object.keys(formula.lookups);
  }

  module(): Uint8Array<ArrayBuffer> {
    const { body, layout } = this;
    body.constant(layout.records).set(this.record);
    body.loop(() => {
      body.get(this.row).get(this.rows).op('i32GeU').brIf(1);
      body.get(this.row).constant(8).op('i32Mul').memory('loadSplat64', layout.weights).set(this.weight);
      body.get(this.row).constant(layout.stride).op('i32Mul').tee(this.start).get(this.width).op('i32Add');
      body.set(this.rowEnd);
      body.loop(() => {
        body.get(this.start).get(this.rowEnd).op('i32GeU').brIf(1);
        this.stretch();
        this.record24();
        body.get(this.end).set(this.start).br(0);
      });
      body.get(this.row).constant(1).op('i32Add').set(this.row).br(0);
    });
    body.get(this.trouble).op('anyTrue').if().constant(-1).op('return', 'end');
    body.get(this.record).constant(layout.records).op('i32Sub');
    return body.module();
  }

  /** Cells from `start` on that lie in one zone and class: sets `end`, adds them up. */
  private stretch(): void {
    const { body, types } = this;
    if (types.zones || types.classes) {
      if (types.zones) this.code1(types.zones, this.layout.zones, this.start).set(this.zone);
      if (types.classes) this.code1(types.classes, this.layout.classes, this.start).set(this.cls);
      body.get(this.start).constant(1).op('i32Add').set(this.end);
      if (!types.classes) this.skipAlike(types.zones!, this.layout.zones, this.zone);
      body.loop(() => {
        body.get(this.end).get(this.rowEnd).op('i32GeU').brIf(1);
        if (types.zones) this.code1(types.zones, this.layout.zones, this.end).get(this.zone).op('i32Ne').brIf(1);
        if (types.classes) this.code1(types.classes, this.layout.classes, this.end).get(this.cls).op('i32Ne').brIf(1);
        body.get(this.end).constant(1).op('i32Add').set(this.end).br(0);
      });
    } else body.get(this.rowEnd).set(this.end);
    body.constant(0).set(this.lost);
    body.both(0).set(this.sum);
    body.get(this.start).set(this.cell);
    // Where nothing is written, cells outside all zones are not looked at.
    const outside = this.shape.zones && !this.shape.result && this.shape.zones.nodata;
    if (Number.isInteger(outside) && Math.abs(outside as number) < 2 ** 31)
      body
        .get(this.zone)
        .constant(outside as number)
        .op('i32Eq')
        .if()
        .get(this.end)
        .set(this.cell)
        .op('end');
    body.loop(() => {
      // Another pair: cell + 2 <= end.
      body.get(this.cell).constant(2).op('i32Add').get(this.end).op('i32LeU', 'i32Eqz').brIf(1);
      this.load();
      body.get(this.inside).op('i64AllTrue').if();
      this.compute('all');
      body.op('else');
      this.compute('some');
      body.op('end');
      body.get(this.cell).constant(2).op('i32Add').set(this.cell).br(0);
    });
    body.get(this.cell).get(this.end).op('i32LtU').if();
    this.load();
    this.compute('first');
    body.op('end');
  }

  /** Whole vectors of the same code. */
  private skipAlike(type: CellType, at: number, code: Local): void {
    const { body } = this;
    const size = CELL_ARRAYS[type].BYTES_PER_ELEMENT;
    const lanes = 16 / size;
    const [splat, equal, all] =
      size === 1
        ? (['i8Splat', 'i8Eq', 'i8AllTrue'] as const)
        : size === 2
          ? (['i16Splat', 'i16Eq', 'i16AllTrue'] as const)
          : (['i32Splat', 'i32x4Eq', 'i32AllTrue'] as const);
    body.get(code).op(splat).set(this.scratch);
    body.loop(() => {
      body.get(this.end).constant(lanes).op('i32Add').get(this.rowEnd).op('i32LeU', 'i32Eqz').brIf(1);
      body.get(this.end).constant(size).op('i32Mul').memory('v128Load', at);
      body.get(this.scratch).op(equal, all, 'i32Eqz').brIf(1);
      body.get(this.end).constant(lanes).op('i32Add').set(this.end).br(0);
    });
  }

  /** The code of one cell as a 32-bit integer. */
  private code1(type: CellType, at: number, cell: Local): Body {
    const size = CELL_ARRAYS[type].BYTES_PER_ELEMENT;
    if (type === 'f32' || type === 'f64') throw new NotVector();
    const name = CODE_LOADS[type];
    return this.body.get(cell).constant(size).op('i32Mul').memory(name, at);
  }

  private record24(): void {
    const { body } = this;
    body.get(this.record).get(this.start).memory('i32Store', 0);
    body.get(this.record).get(this.end).get(this.start).op('i32Sub').memory('i32Store', 4);
    body.get(this.record).get(this.lost).memory('i32Store', 8);
    body.get(this.record).get(this.sum).f64Lane(0).get(this.sum).f64Lane(1).op('f64Add').memory('f64Store', 16);
    body.get(this.record).constant(RECORD).op('i32Add').set(this.record);
  }

  /** Two cells of each raster as doubles, and which of them are there and in range. */
  private load(): void {
    const { body, types, layout } = this;
    types.rasters.forEach((type, i) => {
      const size = CELL_ARRAYS[type].BYTES_PER_ELEMENT;
      const at = layout.rasters[i]!;
      body.get(this.cell).constant(size).op('i32Mul');
      switch (type) {
        case 'f32':
          body.memory('load64Zero', at).op('promote');
          break;
        case 'f64':
          body.memory('v128Load', at);
          break;
        case 'i32':
        case 'u32':
          body.memory('load64Zero', at).op(type === 'i32' ? 'convertS' : 'convertU');
          break;
        case 'i16':
        case 'u16':
          body.memory('load32Zero', at).op(type === 'i16' ? 'extend16s' : 'extend16u', 'convertS');
          break;
        default:
          body.memory('i32Load16u', at).op('i32Splat');
          body.op(...(type === 'i8' ? (['extend8s', 'extend16s'] as const) : (['extend8u', 'extend16u'] as const)));
          body.op('convertS');
      }
      body.set(this.cells[i]!);
    });
    let first = true;
    for (const binding of this.rasters)
      for (const [op, value] of insideTests(binding)) {
        body.get(this.cells[binding.index]!);
        if (value === 'itself') body.get(this.cells[binding.index]!);
        else body.both(value);
        body.op(op === '===' ? 'eq' : op === '!==' ? 'ne' : COMPARE[op]);
        if (!first) body.op('and');
        first = false;
      }
    body.set(this.inside);
  }

  private compute(which: 'all' | 'some' | 'first'): void {
    const { body } = this;
    const live = (): Body => body.mask(true, which === 'some');
    if (which !== 'all') {
      if (which === 'first') body.get(this.inside).mask(true, false).op('and').set(this.inside);
      // What is neither in range nor without data is for the other kernel.
      live().get(this.inside).op('andNot').tee(this.scratch);
      this.missing();
      body.op('andNot').get(this.trouble).op('or').set(this.trouble);
      body.get(this.scratch).op('i64Bitmask', 'i32Popcnt').get(this.lost).op('i32Add').set(this.lost);
    }
    for (const { name, node } of this.formula.steps) {
      this.node(node, which);
      body.set(this.steps.get(name)!);
    }
    const result = this.steps.get(this.formula.steps.at(-1)!.name)!;
    if (this.shape.result) {
      body.get(this.out).get(this.cell).constant(4).op('i32Mul', 'i32Add');
      body.get(result).op('demote');
      if (which !== 'all') {
        body.lanesF32(this.shape.resultNodata);
        // The masks of two doubles become those of two floats.
        body.get(this.inside).get(this.inside).shuffle(0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11);
        body.op('bitSelect');
      }
      if (which === 'first') body.memory('store32Lane', 0, 0);
      else body.memory('store64Lane', 0, 0);
    }
    body.get(result).get(this.weight).op('mul').tee(this.scratch);
    body.op('abs').both(CARRY).op('lt', 'not');
    this.report(which);
    body.get(this.scratch).op('nearest');
    if (which !== 'all') body.get(this.inside).op('and');
    body.get(this.sum).op('add').set(this.sum);
  }

  private missing(): void {
    const { body } = this;
    let first = true;
    for (const { index, nodata } of this.rasters) {
      const x = this.cells[index]!;
      body.get(x).get(x).op('ne');
      if (!Number.isNaN(nodata)) body.get(x).both(nodata).op('eq', 'or');
      if (!first) body.op('or');
      first = false;
    }
  }

  /** A mask on the stack joins the trouble, of cells that count. */
  private report(which: 'all' | 'some' | 'first'): void {
    const { body } = this;
    if (which !== 'all') body.get(this.inside).op('and');
    body.get(this.trouble).op('or').set(this.trouble);
  }

  private node(node: CellNode, which: 'all' | 'some' | 'first'): void {
    const { body } = this;
    const push = (n: CellNode): void => this.node(n, which);
    switch (node.kind) {
      case 'number':
        return void body.both(node.value);
      case 'text':
        return void body.both(/^\d{1,15}$/.test(node.value) ? Number(node.value) : NaN);
      case 'boolean':
        return void body.mask(node.value, node.value);
      case 'input': {
        const binding = this.shape.bindings[node.name]!;
        return void (binding.kind === 'number' ? body.both(binding.value) : body.get(this.cells[binding.index]!));
      }
      case 'step':
        return void body.get(this.steps.get(node.name)!);
      case 'unary':
        push(node.operand);
        return void body.op(node.op === '-' ? 'neg' : 'not');
      case 'binary':
        return this.binary(node, which);
      case 'lookup':
        return this.lookup(node, which);
      case 'call':
        return this.call(node, which);
    }
  }

  private binary({ op, left, right }: CellNode & { kind: 'binary' }, which: 'all' | 'some' | 'first'): void {
    const { body } = this;
    if (op === '^') {
      if (right.kind !== 'number' || right.value !== 2 || left.kind === 'call') throw new NotVector();
      this.node(left, which);
      this.node(left, which);
      return void body.op('mul');
    }
    if ((op === '=' || op === '!=') && (this.isMask(left) || this.isMask(right))) throw new NotVector();
    this.node(left, which);
    this.node(right, which);
    switch (op) {
      case '/':
        if (right.kind !== 'number' || right.value === 0) {
          const divisor = body.v128();
          body.tee(divisor).get(divisor).both(0).op('eq');
          this.report(which);
        }
        return void body.op('div');
      case 'and':
      case 'or':
        return void body.op(op);
      case '+':
      case '-':
      case '*':
        return void body.op(ARITHMETIC[op]);
      default:
        return void body.op(COMPARE[op]);
    }
  }

  /** Truth values are masks here: compared as numbers they would be NaN. */
  private isMask(node: CellNode): boolean {
    switch (node.kind) {
      case 'boolean':
        return true;
      case 'unary':
        return node.op === 'not';
      case 'binary':
        return !['+', '-', '*', '/', '^'].includes(node.op);
      case 'call':
        return node.name === 'if' && this.isMask(node.args[1]!);
      case 'step':
        return this.isMask(this.formula.steps.find(({ name }) => name === node.name)!.node);
      default:
        return false;
    }
  }

  private call({ name, args }: CellNode & { kind: 'call' }, which: 'all' | 'some' | 'first'): void {
    const { body } = this;
    const push = (n: CellNode): void => this.node(n, which);
    switch (name) {
      case 'if':
        push(args[1]!);
        push(args[2]!);
        push(args[0]!);
        return void body.op('bitSelect');
      case 'min':
      case 'max':
        push(args[0]!);
        for (const arg of args.slice(1)) {
          push(arg);
          body.op(name);
        }
        return;
      case 'abs':
      case 'floor':
      case 'ceil':
        push(args[0]!);
        return void body.op(name);
      case 'sqrt': {
        push(args[0]!);
        const root = body.v128();
        body.op('sqrt').tee(root);
        body.get(root).get(root).op('sub').both(0).op('ne');
        this.report(which);
        return;
      }
      default:
        throw new NotVector();
    }
  }

  /** Classes are whole numbers; behind the last row, and instead of a row that is not there, stands NaN. */
  private lookup({ table, input }: CellNode & { kind: 'lookup' }, which: 'all' | 'some' | 'first'): void {
    const { body } = this;
    const at = this.lookupNames.indexOf(table);
    const rows = this.tables[at]!;
    const binding = this.shape.bindings[input]!;
    if (binding.kind === 'number') {
      const value = rows[binding.value];
      if (value === undefined || Number.isNaN(value)) throw new NotVector();
      return void body.both(value);
    }
    const offset = tableBytes(this.formula).at[at]!;
    const code = body.v128();
    body.get(this.cells[binding.index]!).op('truncS').set(code);
    body.both(0);
    for (const lane of [0, 1]) {
      body.get(code).i32Lane(lane).tee(this.index).constant(rows.length);
      body.get(this.index).constant(rows.length).op('i32LtU', 'select').constant(8).op('i32Mul');
      body.memory('f64Load', offset).replaceF64Lane(lane);
    }
    body.tee(this.found).get(this.found).get(this.found).op('ne');
    this.report(which);
  }
}
