/**
 * The same kernel for two cells at a time, as WebAssembly vectors. It knows only what goes well: cells in range, cells without
 * data, sums of ordinary size. Anything else makes it give up the strip, and the kernel of `compile` computes that strip again
 * and names what is wrong. Its operations are those of IEEE 754 that JavaScript has, so both give the same bits.
 */
import type { CellFormula } from '@qingheng/sheet';
import { CELL_ARRAYS, type CellType } from '../tiff/tags';
import { CARRY, insideTests, type Binding, type KernelShape } from './compile';
import { RECORD, type CellTypes, type StripLayout } from './strip-layout';
import { COMPARE, NotVector, VectorFormula, type Which } from './vector-formula';
import { Body, type Local } from './wasm/module';

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

const CODE_LOADS = {
  ...({ u8: 'i32Load8u', i8: 'i32Load8s', u16: 'i32Load16u', i16: 'i32Load16s' } as const),
  ...({ u32: 'i32Load', i32: 'i32Load' } as const),
};

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
  private readonly weight = this.body.v128();
  private readonly sum = this.body.v128();
  private readonly trouble = this.body.v128();
  private readonly inside = this.body.v128();
  private readonly scratch = this.body.v128();
  private readonly cells: Local[];
  private readonly formula: VectorFormula;
  private readonly rasters: (Binding & { kind: 'raster' })[];

  constructor(
    formula: CellFormula,
    private readonly shape: KernelShape,
    private readonly types: CellTypes,
    private readonly layout: StripLayout,
  ) {
    this.rasters = formula.inputs.flatMap(({ name }) => {
      const binding = shape.bindings[name]!;
      return binding.kind === 'raster' ? [binding] : [];
    });
    this.cells = types.rasters.map(() => this.body.v128());
    const { cells, inside, trouble } = this;
    this.formula = new VectorFormula(this.body, formula, shape, { cells, inside, trouble });
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

  private compute(which: Which): void {
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
    const result = this.formula.compute(which);
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
    this.formula.report(which);
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
}
