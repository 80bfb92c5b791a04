/**
 * A cell formula as JavaScript over the tiles of its rasters. The source is put together from numbers and from names made
 * here; no word of a sheet gets into it.
 */
import type { CellFormula, CellNode } from '@qingheng/sheet';

/** What a name of the formula is bound to. */
export type Binding =
  | { kind: 'raster'; index: number; nodata: number; min?: number; max?: number; above?: number; below?: number }
  | { kind: 'number'; value: number };

export interface KernelPlan {
  source: string;
  /** Rows of look-up tables by class code; NaN where there is none. */
  lookups: Float64Array[];
}

/** Why a tile was given up. */
export const FAIL = { notFinite: 1, range: 2, noParameter: 3, zone: 4, class: 5, tooLarge: 6 } as const;

/** Sums are kept as hi × 2^32 + lo in whole units of the last decimal: exact, so their order does not matter. */
export const CARRY = 4_294_967_296;
const MOST = 2 ** 60;
/** Added to a number below 2^51 and taken away again it leaves the nearest whole number (ties to even). */
const TO_WHOLE = 6_755_399_441_055_744;

export interface KernelInput {
  width: number;
  height: number;
  stride: number;
  /** Row of the grid of the first row. */
  row: number;
  rasters: ArrayLike<number>[];
  zones: ArrayLike<number>;
  classes: ArrayLike<number>;
  zoneIndex: Int32Array;
  classIndex: Int32Array;
  lookups: Float64Array[];
  /** Per row of the grid: what a cell's value is multiplied by to give whole units of the sum. */
  weights: Float64Array;
  /** Per row of the grid: a cell's area in whole units of AREA_UNIT, lo + hi × 2^32. */
  areaLo: Float64Array;
  areaHi: Float64Array;
  out: Float32Array;
  sums: KernelSums;
  fail: { cell: number; what: number; value: number };
}

export interface KernelSums {
  lo: Float64Array;
  hi: Float64Array;
  areaLo: Float64Array;
  areaHi: Float64Array;
  cells: Float64Array;
  missing: Float64Array;
}

export type Kernel = (input: KernelInput) => number;

export interface KernelShape {
  bindings: Record<string, Binding>;
  /** Nodata of the zone raster; absent: one zone. */
  zones?: { nodata: number };
  classes?: { nodata: number };
  /** How many classes there are, and one for cells without a class. */
  classCount: number;
  /** Rows differ in area. */
  areas: boolean;
  result: boolean;
  resultNodata: number;
}

export function compile(formula: CellFormula, shape: KernelShape): KernelPlan {
  const writer = new Writer(formula, shape, Object.keys(formula.lookups));
  return { source: writer.source(), lookups: lookupTables(formula) };
}

/** Rows by class code; NaN where there is none. */
export function lookupTables(formula: CellFormula): Float64Array[] {
  return Object.values(formula.lookups).map((all) => {
    const rows = Object.entries(all).filter(([code]) => /^\d{1,5}$/.test(code));
    const most = Math.max(-1, ...rows.map(([code]) => Number(code)));
    const table = new Float64Array(most + 1).fill(NaN);
    for (const [code, value] of rows) table[Number(code)] = value;
    return table;
  });
}

type Test = [op: '>=' | '>' | '<=' | '<' | '===' | '!==', value: number | 'itself'];

/** True only of a value that is there and in range; a comparison with NaN is false by itself. */
export function insideTests({ nodata, min, max, above, below }: Binding & { kind: 'raster' }): Test[] {
  const tests: Test[] = [];
  if (min !== undefined) tests.push(['>=', min]);
  if (above !== undefined) tests.push(['>', above]);
  if (max !== undefined) tests.push(['<=', max]);
  if (below !== undefined) tests.push(['<', below]);
  if (!tests.length) tests.push(['===', 'itself']);
  const excluded =
    nodata < (min ?? -Infinity) ||
    nodata <= (above ?? -Infinity) ||
    nodata > (max ?? Infinity) ||
    nodata >= (below ?? Infinity);
  if (!excluded && !Number.isNaN(nodata)) tests.push(['!==', nodata]);
  return tests;
}

// The only place that makes code: of the source above, in the thread that runs it.
export const makeKernel = (source: string): Kernel => new Function('t', source) as Kernel;

const number = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value));

class Writer {
  private readonly rasters: [name: string, binding: Binding & { kind: 'raster' }][];
  private readonly steps: Map<string, string>;

  constructor(
    private readonly formula: CellFormula,
    private readonly shape: KernelShape,
    private readonly lookupNames: string[],
  ) {
    this.rasters = formula.inputs.flatMap(({ name }) => {
      const binding = shape.bindings[name]!;
      return binding.kind === 'raster' ? [[name, binding] as [string, typeof binding]] : [];
    });
    this.steps = new Map(formula.steps.map(({ name }, i) => [name, `s${i}`]));
  }

  source(): string {
    const { shape, rasters } = this;
    const body = this.formula.steps.map(({ node }, i) => `const s${i} = ${this.code(node)};`).join('\n    ');
    const result = `s${this.formula.steps.length - 1}`;
    const inside = rasters.map(([, b]) => this.isInside(b)).join(' && ');
    const missing = rasters.map(([, b]) => this.isMissing(`x${b.index}`, b.nodata)).join(' || ');
    const flagged = /\b[DFP]\(/.test(body);
    return `'use strict';
const { width, height, stride, row, zones, classes, zoneIndex, classIndex, weights, out, fail } = t;
const { lo, hi, areaLo, areaHi, cells, missing } = t.sums;
${rasters.map(([, b]) => `const r${b.index} = t.rasters[${b.index}];`).join('\n')}
${this.lookupNames.map((_, i) => `const l${i} = t.lookups[${i}];`).join('\n')}
let bad = false, lack = -1, lacking = NaN;
const D = (a, b) => b === 0 ? (bad = true, NaN) : a / b;
const F = (a) => a - a === 0 ? a : (bad = true, NaN);
const R = (a, p) => a < 0 ? -Math.floor(0.5 - a * p) / p : Math.floor(a * p + 0.5) / p;
const P = (table, code, what) => {
  const v = table[code];
  if (v - v === 0) return v;
  lack = what; lacking = code; bad = true;
  return NaN;
};
const stop = (code, cell, what, value) => { fail.cell = cell; fail.what = what; fail.value = value; return code; };
const failed = (cell) => lacking === lacking ? stop(${FAIL.noParameter}, cell, lack, lacking) : stop(${FAIL.notFinite}, cell, -1, NaN);
let g = ${shape.zones || shape.classes ? -1 : 0}, c = 0, zone = -1, cls = -1, sum = 0, n = 0, lost = 0;
for (let y = 0; y < height; y++) {
  const weight = weights[row + y];
  for (let i = y * stride, end = i + width; i < end; i++) {
    ${this.group()}
    ${shape.result ? '' : 'if (g < 0) continue;'}
    ${rasters.map(([, b]) => `const x${b.index} = r${b.index}[i];`).join('\n    ')}
    if (!(${inside || 'true'})) {
      if (${missing || 'false'}) { ${shape.result ? `out[i] = ${number(shape.resultNodata)};` : ''} lost++; continue; }
      ${rasters.map(([, b]) => this.outside(b)).join('\n      ')}
    }
    ${body}
    ${flagged ? 'if (bad) return failed(i);' : ''}
    ${shape.result ? `out[i] = ${result};` : ''}
    ${shape.result && shape.zones ? `if (g < 0) { if (${result} - ${result} !== 0) return failed(i); continue; }` : ''}
    ${shape.classes ? `if (c === ${shape.classCount}) { lost++; continue; }` : ''}
    const f = ${result} * weight;
    n++;
    if (f < ${CARRY} && f > -${CARRY}) sum += (f + ${TO_WHOLE}) - ${TO_WHOLE};
    else {
      if (f - f !== 0) return failed(i);
      if (!(f < ${MOST} && f > -${MOST})) return stop(${FAIL.tooLarge}, i, -1, ${result});
      const q = Math.round(f), carry = Math.trunc(q / ${CARRY});
      hi[g] += carry;
      sum += q - carry * ${CARRY};
    }
  }
  ${this.flush()}
}
return 0;`;
  }

  /** Neighbours mostly lie in one zone: sums of a stretch are kept at hand and entered when it ends. */
  private flush(): string {
    const area = this.shape.areas ? 'areaLo[g] += t.areaLo[row + y] * n; areaHi[g] += t.areaHi[row + y] * n;' : '';
    return `if (g >= 0) { lo[g] += sum; cells[g] += n; missing[g] += lost; ${area} } sum = 0; n = 0; lost = 0;`;
  }

  /** Where a stretch ends: sets g, the place of the new zone and class among the sums; -1 outside all zones. */
  private group(): string {
    const { zones, classes, classCount } = this.shape;
    if (!zones && !classes) return '';
    const changed = [zones && 'zones[i] !== zone', classes && 'classes[i] !== cls'].filter(Boolean).join(' || ');
    const lines = [`if (${changed}) {`, this.flush(), 'g = 0;'];
    if (zones)
      lines.push(
        'zone = zones[i];',
        `if (${this.isMissing('zone', zones.nodata)}) g = -1;`,
        `else { g = zoneIndex[zone]; if (!(g >= 0)) return stop(${FAIL.zone}, i, -1, zone); }`,
      );
    if (classes)
      lines.push(
        `c = ${classCount};`,
        'cls = classes[i];',
        `if (!(${this.isMissing('cls', classes.nodata)})) { c = classIndex[cls]; if (!(c >= 0)) return stop(${FAIL.class}, i, -1, cls); }`,
        `if (g >= 0) g = g * ${classCount + 1} + c;`,
      );
    return [...lines, '}'].join('\n    ');
  }

  private isMissing(name: string, nodata: number): string {
    return Number.isNaN(nodata) ? `${name} !== ${name}` : `${name} === ${number(nodata)} || ${name} !== ${name}`;
  }

  private isInside(b: Binding & { kind: 'raster' }): string {
    const x = `x${b.index}`;
    return insideTests(b)
      .map(([op, value]) => `${x} ${op} ${value === 'itself' ? x : number(value)}`)
      .join(' && ');
  }

  private outside(b: Binding & { kind: 'raster' }): string {
    return `if (!(${this.isInside(b)})) return stop(${FAIL.range}, i, ${b.index}, x${b.index});`;
  }

  private code(node: CellNode): string {
    switch (node.kind) {
      case 'number':
        return number(node.value);
      case 'text':
        // Classes are numbers in a raster; a name is no class of it.
        return /^\d{1,15}$/.test(node.value) ? node.value : 'NaN';
      case 'boolean':
        return String(node.value);
      case 'input': {
        const binding = this.shape.bindings[node.name]!;
        return binding.kind === 'number' ? number(binding.value) : `x${binding.index}`;
      }
      case 'step':
        return this.steps.get(node.name)!;
      case 'unary':
        return node.op === '-' ? `(-${this.code(node.operand)})` : `(!${this.code(node.operand)})`;
      case 'binary':
        return this.binary(node);
      case 'lookup':
        return this.lookup(node);
      case 'call':
        return this.call(node);
    }
  }

  private binary({ op, left, right }: CellNode & { kind: 'binary' }): string {
    const [a, b] = [this.code(left), this.code(right)];
    switch (op) {
      case '/':
        return right.kind === 'number' && right.value !== 0 ? `(${a} / ${b})` : `D(${a}, ${b})`;
      case '^':
        return right.kind === 'number' && right.value === 2 && left.kind !== 'call'
          ? `(${a} * ${a})`
          : `F(Math.pow(${a}, ${b}))`;
      case '=':
        return `(${a} === ${b})`;
      case '!=':
        return `(${a} !== ${b})`;
      case 'and':
        return `(${a} && ${b})`;
      case 'or':
        return `(${a} || ${b})`;
      default:
        return `(${a} ${op} ${b})`;
    }
  }

  private call({ name, args }: CellNode & { kind: 'call' }): string {
    const [a, b, c] = args.map((arg) => this.code(arg));
    switch (name) {
      case 'if':
        return `(${a} ? ${b} : ${c})`;
      case 'min':
      case 'max':
        return `Math.${name}(${args.map((arg) => this.code(arg)).join(', ')})`;
      case 'abs':
      case 'floor':
      case 'ceil':
        return `Math.${name}(${a})`;
      case 'exp':
        return `F(Math.exp(${a}))`;
      case 'ln':
        return `F(Math.log(${a}))`;
      case 'sqrt':
        return `F(Math.sqrt(${a}))`;
      case 'pow':
        return `F(Math.pow(${a}, ${b}))`;
      case 'round':
        return `R(${a}, Math.pow(10, ${b}))`;
    }
  }

  private lookup({ table, input }: CellNode & { kind: 'lookup' }): string {
    const binding = this.shape.bindings[input]!;
    const at = this.lookupNames.indexOf(table);
    if (binding.kind === 'number') return `P(l${at}, ${number(binding.value)}, -1)`;
    return `P(l${at}, x${binding.index}, ${binding.index})`;
  }
}
