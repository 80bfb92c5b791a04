/** From an input to arrays, or to every fault it has. */
import { type Amount, type Process, type SupplyFault, SupplyFaults, type SupplyInput, type System } from './model';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;
const FIELDS = new Set(['id', 'product', 'output', 'inputs', 'emissions']);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function readInput(input: SupplyInput): { system: System; gwp: Map<string, number> } {
  const reader = new Reader();
  const gwp = reader.amounts(isTree(input) ? input.gwp : undefined, { table: 'gwp' }, true);
  const list = isTree(input) && Array.isArray(input.processes) ? input.processes : [];
  if (!list.length) reader.fault('EMPTY_TABLE', { table: 'processes' }, '没有任何过程', 'there is no process');
  const processes = list.map((process, i) => reader.process(process, i));
  reader.links(processes);
  if (reader.faults.length) throw new SupplyFaults(reader.faults);
  return { system: systemOf(processes), gwp };
}

interface Read {
  id: string;
  product: string;
  output: number;
  inputs: Map<string, number>;
  emissions: Map<string, number>;
}

type Place = Pick<SupplyFault, 'table' | 'row' | 'column'>;

class Reader {
  readonly faults: SupplyFault[] = [];

  fault(code: string, place: Place, zh: string, en: string): void {
    this.faults.push({ ...place, code, message: { zh, en } });
  }

  process(value: Process, position: number): Read {
    const tree: Record<string, unknown> = isTree(value) ? value : {};
    const row = typeof tree.id === 'string' && tree.id.trim() ? tree.id.trim() : `#${position + 1}`;
    const at = (column: string): Place => ({ table: 'processes', row, column });
    for (const column of Object.keys(tree))
      if (!FIELDS.has(column))
        this.fault('UNKNOWN_COLUMN', at(column), `没有字段“${column}”`, `there is no field "${column}"`);
    for (const column of ['id', 'product'])
      if (typeof tree[column] !== 'string' || !tree[column].trim())
        this.fault('REQUIRED', at(column), '此项必填', 'this is required');
    const output = this.amount(tree.output, at('output'));
    if (output <= 0) this.fault('OUT_OF_RANGE', at('output'), '产量须大于 0', 'the output must be above 0');
    return {
      id: row,
      product: String(tree.product ?? '').trim(),
      output,
      inputs: this.amounts(tree.inputs, at('inputs')),
      emissions: this.amounts(tree.emissions, at('emissions')),
    };
  }

  amounts(value: unknown, place: Place, required = false): Map<string, number> {
    if (value === undefined || value === null) {
      if (required) this.fault('REQUIRED', place, '此项必填', 'this is required');
      return new Map();
    }
    if (!isTree(value)) {
      this.fault('NOT_A_NUMBER', place, '应为 {名称: 数量}', 'expected {name: amount}');
      return new Map();
    }
    return new Map(
      Object.entries(value).map(([name, amount]) => {
        const column = place.column ? `${place.column}.${name}` : name;
        return [name.trim(), this.amount(amount as Amount, { ...place, column })];
      }),
    );
  }

  /** NaN after a fault. */
  private amount(value: unknown, place: Place): number {
    if (value === undefined || value === null || value === '') {
      this.fault('REQUIRED', place, '此项必填', 'this is required');
      return NaN;
    }
    const text = String(value).trim();
    const number = NUMBER.test(text) ? Number(text) : NaN;
    if (!Number.isFinite(number)) this.fault('NOT_A_NUMBER', place, `“${text}”不是数`, `"${text}" is not a number`);
    return number;
  }

  /** Each product has one maker, each input has one. */
  links(processes: Read[]): void {
    const makers = new Map<string, string>();
    const ids = new Set<string>();
    for (const { id, product } of processes) {
      const place = { table: 'processes', row: id };
      if (ids.has(id))
        this.fault(
          'DUPLICATE_KEY',
          { ...place, column: 'id' },
          `过程“${id}”重复`,
          `the process "${id}" is there twice`,
        );
      ids.add(id);
      const maker = makers.get(product);
      if (product && maker !== undefined)
        this.fault(
          'DUPLICATE_PRODUCT',
          { ...place, column: 'product' },
          `产品“${product}”已由过程“${maker}”生产`,
          `the product "${product}" is made by "${maker}" already`,
        );
      else makers.set(product, id);
    }
    for (const { id, inputs } of processes)
      for (const product of inputs.keys())
        if (!makers.has(product))
          this.fault(
            'UNKNOWN_PRODUCT',
            { table: 'processes', row: id, column: `inputs.${product}` },
            `没有过程生产“${product}”`,
            `no process makes "${product}"`,
          );
  }
}

function systemOf(processes: Read[]): System {
  const sorted = [...processes].sort((a, b) => byText(a.product, b.product));
  const products = sorted.map(({ product }) => product);
  const index = new Map(products.map((product, i) => [product, i]));
  const gases = [...new Set(sorted.flatMap(({ emissions }) => [...emissions.keys()]))].sort(byText);
  const links = sorted.reduce((n, { inputs }) => n + inputs.size, 0);
  const system: System = {
    products,
    gases,
    start: new Int32Array(sorted.length + 1),
    row: new Int32Array(links),
    amount: new Float64Array(links),
    direct: gases.map(() => new Float64Array(sorted.length)),
  };
  let k = 0;
  for (const [j, { output, inputs, emissions }] of sorted.entries()) {
    const entries = [...inputs].map(([product, amount]) => [index.get(product)!, amount] as const);
    for (const [i, amount] of entries.sort(([a], [b]) => a - b)) {
      system.row[k] = i;
      system.amount[k++] = amount / output;
    }
    system.start[j + 1] = k;
    for (const [g, gas] of gases.entries()) system.direct[g]![j] = (emissions.get(gas) ?? 0) / output;
  }
  return system;
}
