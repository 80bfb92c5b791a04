/** Random method sheets with random rows: tables at three levels, every construct of the formula language. */
import fc from 'fast-check';

type Gen = fc.GeneratorValue;
type Kind = 'number' | 'truth';

interface Names {
  /** Numbers readable as they stand. */
  numbers: string[];
  /** Optional numbers: only inside coalesce and given. */
  optional: string[];
  texts: string[];
  truths: string[];
  /** Tables to aggregate, with what stands in them. */
  below: { table: string; numbers: string[]; optional: string[]; texts: string[] }[];
}

export interface RandomCase {
  yaml: string;
  input: { parameters: Record<string, string>; tables: Record<string, Record<string, string | boolean>[]> };
}

const KINDS = ['coal', 'wind', 'grid'];

export function randomCase(g: Gen): RandomCase {
  const random = new Random(g);
  const line: Names = { numbers: ['x', 'y', 'rate', 'share'], optional: ['z'], texts: ['kind'], truths: [], below: [] };
  const lineColumns = random.columns('l', line, random.int(1, 3));
  const plant: Names = {
    numbers: ['a', 'b', 'rate', 'share'],
    optional: ['c'],
    texts: ['zone'],
    truths: ['old'],
    below: [
      {
        table: 'line',
        numbers: line.numbers.filter((n) => n !== 'rate' && n !== 'share'),
        optional: line.optional,
        texts: line.texts,
      },
    ],
  };
  const plantColumns = random.columns('p', plant, random.int(1, 4));
  const ownPlant = plant.numbers.filter((n) => n !== 'rate' && n !== 'share');
  const zone: Names = {
    numbers: ['rate'],
    optional: [],
    texts: [],
    truths: [],
    below: [{ table: 'plant', numbers: ownPlant, optional: plant.optional, texts: plant.texts }],
  };
  const zoneColumns = random.columns('z', zone, random.int(1, 2));
  const whole: Names = {
    numbers: ['share'],
    optional: [],
    texts: [],
    truths: [],
    below: [
      ...plant.below,
      ...zone.below,
      { table: 'zone', numbers: zone.numbers.filter((n) => n !== 'rate'), optional: [], texts: [] },
    ],
  };
  const outputs = Array.from({ length: random.int(1, 2) }, (_, i) => random.column(`o${i}`, whole, false));
  return { yaml: yaml([lineColumns, plantColumns, zoneColumns, outputs], random), input: random.input() };
}

function yaml([line, plant, zone, outputs]: string[][], random: Random): string {
  const check = random.chance(4) ? `\n    checks: [{ formula: "a > -1e9 or old", message: checked }]` : '';
  return `id: test/random
version: 1.0.0
title: Random
source: { title: none, confidence: official }
valid: { from: 2000-01-01 }
parameters:
  rate: { title: Rate, values: [] }
  share: { title: Share, values: [{ value: 0.37, source: s, confidence: official }] }
lookups:
  factor:
    title: Factor
    keys: [kind]
    rows:
${KINDS.map((kind, i) => `      - { keys: [${kind}], value: ${random.decimal(0, 3)}, source: s${i}, confidence: official }`).join('\n')}
tables:
  plant:
    title: Plant
    key: plant_id
    inputs:
      plant_id: { type: text }
      zone: { type: text }
      old: { type: boolean }
      a: { decimals: ${random.int(2, 4)} }
      b: {}
      c: { decimals: 3, required: false }
    columns:
${plant!.join('\n')}${check}
  line:
    title: Line
    key: [plant_id, item]
    parent: { table: plant, on: plant_id }
    optional: true
    inputs:
      plant_id: { type: text }
      item: { type: text }
      kind: { type: text }
      x: { decimals: 3 }
      y: {}
      z: { required: false }
    columns:
${line!.join('\n')}
  zone:
    title: Zone
    group: { table: plant, by: zone }
    columns:
${zone!.join('\n')}
outputs:
${outputs!.map((o) => o.slice(4)).join('\n')}
`;
}

class Random {
  constructor(private readonly g: Gen) {}

  int = (min: number, max: number): number => this.g(fc.integer, { min, max });
  chance = (one: number): boolean => this.int(1, one) === 1;
  pick = <T>(from: readonly T[]): T => from[this.int(0, from.length - 1)]!;

  decimal(least: number, decimals: number): string {
    const size = this.pick([1, 2, 3, 3, 6, this.chance(6) ? 14 : 4]);
    const digits = this.int(0, decimals);
    const whole = this.int(0, Math.min(10 ** size, 2 ** 31) - 1);
    const value = digits ? `${whole}.${String(this.int(0, 10 ** digits - 1)).padStart(digits, '0')}` : `${whole}`;
    const scaled = size > 10 ? `${whole}${value}` : value;
    return least < 0 && this.chance(3) ? `-${scaled}` : scaled;
  }

  /** Columns named after a letter; each may read those before it. */
  columns(letter: string, names: Names, count: number): string[] {
    return Array.from({ length: count }, (_, i) => {
      const column = this.column(`${letter}${i}`, names, true);
      names.numbers.push(`${letter}${i}`);
      return column;
    });
  }

  column(name: string, names: Names, mayBeExact: boolean): string {
    const formula = this.formula('number', names, this.int(1, 3));
    const held = this.pick([
      'decimals: 2',
      'decimals: 0',
      'decimals: 4',
      'decimals: 6',
      '',
      mayBeExact ? 'exact: true' : 'decimals: 1',
    ]);
    return `      ${name}: { title: ${name}, formula: "${formula}"${held && `, ${held}`} }`;
  }

  formula(kind: Kind, names: Names, depth: number): string {
    return kind === 'number' ? this.number(names, depth) : this.truth(names, depth);
  }

  private number(names: Names, depth: number): string {
    const n = (d = depth - 1): string => this.number(names, d);
    if (depth <= 0) return this.leaf(names);
    if (names.below.length && this.chance(names.numbers.length > 2 ? 4 : 2)) return this.aggregate(names);
    switch (this.int(0, 15)) {
      case 0:
      case 1:
        return `(${n()} + ${n()})`;
      case 2:
        return `(${n()} - ${n()})`;
      case 3:
      case 4:
      case 5:
        return `${n(depth - 1)} * ${this.leaf(names)}`;
      case 6:
        return `${n()} / ${this.pick(['3', '7', '0.25', '1000', '12'])}`;
      case 7:
        return `${n()} / (1 + abs(${n(0)}))`;
      case 8:
        return `if(${this.truth(names, depth - 1)}, ${n()}, ${n()})`;
      case 9:
        return `min(${n()}, ${n()})`;
      case 10:
        return `max(0, ${n()})`;
      case 11:
        return `round(${n()}, ${this.int(0, 3)})`;
      case 12:
        return this.pick([`floor(${n()})`, `ceil(${n()})`, `abs(${n()})`, `-${n(0)}`]);
      case 13:
        return names.texts.includes('kind') ? `${n(0)} * lookup(factor, kind)` : `(${n(0)} ^ 2)`;
      case 14:
        return this.pick([
          `exp(min(3, ${n(0)}) / 100)`,
          `ln(1 + abs(${n(0)}))`,
          `sqrt(abs(${n(0)}))`,
          `pow(1 + abs(${n(0)}), 0.3)`,
        ]);
      default:
        return names.optional.length ? `coalesce(${this.pick(names.optional)}, ${n(0)})` : `${n(0)} / ${n(0)}`;
    }
  }

  private leaf(names: Names): string {
    return this.chance(5) ? this.decimal(0, 3) : this.pick(names.numbers);
  }

  private truth(names: Names, depth: number): string {
    const of = this.int(0, 6);
    if (of === 0 && names.optional.length) return `given(${this.pick(names.optional)})`;
    if (of === 1 && names.truths.length) return this.pick(names.truths);
    if (of === 2 && depth > 0)
      return `(${this.truth(names, depth - 1)} ${this.pick(['and', 'or'])} not ${this.truth(names, depth - 1)})`;
    if (of === 3 && names.texts.includes('kind')) return `kind ${this.pick(['=', '!='])} '${this.pick(KINDS)}'`;
    return `(${this.number(names, depth - 1)} ${this.pick(['<', '<=', '>', '>=', '=', '!='])} ${this.number(names, depth - 1)})`;
  }

  private aggregate(names: Names): string {
    const { table, numbers, optional, texts } = this.pick(names.below);
    if (!numbers.length || this.chance(5)) return `count(${table})`;
    const member = `${table}.${this.pick(numbers)}`;
    const value = this.pick([
      member,
      `${member} * ${table}.${this.pick(numbers)}`,
      `${member} * ${this.pick(names.numbers)}`,
      optional.length ? `${table}.${optional[0]}` : member,
    ]);
    const where = this.chance(3)
      ? ` where ${texts.includes('kind') ? `${table}.kind = '${this.pick(KINDS)}'` : `${member} > 1`}`
      : '';
    const name = this.pick(['sum', 'sum', 'sum', 'mean', 'max_of', 'min_of']);
    // A group may be empty: only a sum is defined then.
    return name === 'sum' || !this.chance(3) ? `sum(${value}${where})` : `${name}(${value}${where})`;
  }

  input(): RandomCase['input'] {
    const plants = Array.from({ length: this.int(1, 6) }, (_, i) => ({
      plant_id: `p${i}`,
      zone: this.pick(['north', 'south', '东']),
      old: this.chance(2),
      a: this.decimal(-1, 2),
      b: this.decimal(-1, this.pick([0, 4])),
      ...(this.chance(2) && { c: this.decimal(-1, 3) }),
    }));
    const lines = plants.flatMap(({ plant_id }) =>
      Array.from({ length: this.int(0, 3) }, (_, i) => ({
        plant_id,
        item: `i${i}`,
        kind: this.pick(KINDS),
        x: this.decimal(-1, 3),
        y: this.decimal(-1, this.pick([0, 0, 6])),
        ...(this.chance(2) && { z: this.decimal(-1, 2) }),
      })),
    );
    return { parameters: { rate: this.decimal(0, 3) }, tables: { plant: plants, line: lines } };
  }
}
