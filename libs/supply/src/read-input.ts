/** From an input to arrays, or to every fault it has. */
import { sharesMakeOne } from './shares';
import {
  type Amount,
  type Convert,
  type Process,
  type SupplyFault,
  SupplyFaults,
  type SupplyInput,
  type System,
} from './model';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;
const FIELDS = new Set(['id', 'product', 'output', 'unit', 'products', 'inputs', 'emissions']);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Units need `convert`; without it only the same spelling is the same unit. */
export function readInput(input: SupplyInput, convert?: Convert): { system: System; gwp: Map<string, number> } {
  const reader = new Reader(convert ?? ((from, to) => (from === to ? 1 : undefined)));
  const gwp = reader.amounts(isTree(input) ? input.gwp : undefined, { table: 'gwp' }, true);
  const list = isTree(input) && Array.isArray(input.processes) ? input.processes : [];
  if (!list.length) reader.fault('EMPTY_TABLE', { table: 'processes' }, '没有任何过程', 'there is no process');
  const processes = list.map((process, i) => reader.process(process, i));
  reader.links(processes);
  if (reader.faults.length) throw new SupplyFaults(reader.faults);
  return { system: systemOf(processes), gwp };
}

interface Made {
  product: string;
  output: number;
  unit?: string;
  share: number;
}

interface Used {
  amount: number;
  unit?: string;
}

interface Read {
  id: string;
  made: Made[];
  inputs: Map<string, Used>;
  emissions: Map<string, number>;
}

type Place = Pick<SupplyFault, 'table' | 'row' | 'column'>;

class Reader {
  readonly faults: SupplyFault[] = [];

  constructor(private readonly convert: Convert) {}

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
    for (const column of Array.isArray(tree.products) ? ['product', 'output', 'unit'] : [])
      if (tree[column] !== undefined)
        this.fault(
          'UNKNOWN_COLUMN',
          at(column),
          `已有 products，不能再填“${column}”`,
          `products is given: no "${column}" beside it`,
        );
    this.text(tree.id, at('id'));
    const made = Array.isArray(tree.products)
      ? this.coProducts(tree.products, at('products'))
      : [this.made(tree, (column) => at(column))];
    return {
      id: row,
      made,
      inputs: this.used(tree.inputs, at('inputs')),
      emissions: this.amounts(tree.emissions, at('emissions')),
    };
  }

  private coProducts(list: unknown[], place: Place): Made[] {
    const made = list.map((value, i) => {
      const tree = isTree(value) ? value : {};
      const at = (column: string): Place => ({ ...place, column: `products.${i + 1}.${column}` });
      const share = this.amount(tree.share, at('share'));
      if (share < 0) this.fault('OUT_OF_RANGE', at('share'), '分配系数不能小于 0', 'a share must not be below 0');
      return { ...this.made(tree, at), share };
    });
    const shares = list.map((value) => (isTree(value) ? String(value.share).trim() : ''));
    if (!made.some(({ share }) => Number.isNaN(share)) && !sharesMakeOne(shares))
      this.fault(
        'ALLOCATION_NOT_WHOLE',
        place,
        `分配系数 ${shares.join(' + ')} 之和不等于 1`,
        `the allocation shares ${shares.join(' + ')} do not add up to 1`,
      );
    return made;
  }

  private made(tree: Record<string, unknown>, at: (column: string) => Place): Made {
    const product = this.text(tree.product, at('product'));
    const output = this.amount(tree.output, at('output'));
    if (output <= 0) this.fault('OUT_OF_RANGE', at('output'), '产量须大于 0', 'the output must be above 0');
    return { product, output, share: 1, ...(tree.unit !== undefined && { unit: this.text(tree.unit, at('unit')) }) };
  }

  private text(value: unknown, place: Place): string {
    const text = typeof value === 'string' ? value.trim() : '';
    if (!text) this.fault('REQUIRED', place, '此项必填', 'this is required');
    return text;
  }

  private used(value: unknown, place: Place): Map<string, Used> {
    const plain = isTree(value)
      ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, isTree(item) ? item.amount : item]))
      : value;
    const amounts = this.amounts(plain, place);
    return new Map(
      [...amounts].map(([name, amount]) => {
        const item = isTree(value) ? value[name] : undefined;
        if (!isTree(item)) return [name, { amount }];
        const at = { ...place, column: `${place.column}.${name}` };
        const loss = item.loss === undefined ? 0 : this.amount(item.loss, { ...at, column: `${at.column}.loss` });
        if (loss < 0) this.fault('OUT_OF_RANGE', at, '损耗率不能小于 0', 'a loss must not be below 0');
        if (loss >= 1)
          this.fault(
            'TOTAL_LOSS',
            at,
            `损耗率 ${String(item.loss)} 使投入全部损失，无法生产；95 % 写 0.95`,
            `a loss of ${String(item.loss)} leaves nothing to make the product of; write 95 % as 0.95`,
          );
        return [
          name,
          { amount: amount / (1 - loss), ...(item.unit !== undefined && { unit: this.text(item.unit, at) }) },
        ];
      }),
    );
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

  /** Each product has one maker, each input has one and is measured in what its maker measures it in. */
  links(processes: Read[]): void {
    const makers = new Map<string, { id: string; unit?: string }>();
    const ids = new Set<string>();
    for (const { id, made } of processes) {
      const place = { table: 'processes', row: id };
      if (ids.has(id))
        this.fault(
          'DUPLICATE_KEY',
          { ...place, column: 'id' },
          `过程“${id}”重复`,
          `the process "${id}" is there twice`,
        );
      ids.add(id);
      for (const { product, unit } of made) {
        const maker = makers.get(product)?.id;
        if (product && maker !== undefined)
          this.fault(
            'DUPLICATE_PRODUCT',
            { ...place, column: 'product' },
            `产品“${product}”已由过程“${maker}”生产`,
            `the product "${product}" is made by "${maker}" already`,
          );
        else makers.set(product, { id, ...(unit !== undefined && { unit }) });
      }
    }
    for (const { id, inputs } of processes)
      for (const [product, used] of inputs) this.link(id, product, used, makers.get(product));
  }

  private link(id: string, product: string, used: Used, maker: { unit?: string } | undefined): void {
    const place = { table: 'processes', row: id, column: `inputs.${product}` };
    if (!maker) {
      this.fault('UNKNOWN_PRODUCT', place, `没有过程生产“${product}”`, `no process makes "${product}"`);
      return;
    }
    if (used.unit === undefined) return;
    const factor = maker.unit === undefined ? undefined : this.convert(used.unit, maker.unit);
    if (factor !== undefined) used.amount *= factor;
    else
      this.fault(
        'UNIT_DIMENSION',
        place,
        `投入以 ${used.unit} 计，而“${product}”以 ${maker.unit ?? '（未说明的单位）'} 计，不能换算`,
        `taken in ${used.unit}, but "${product}" is made in ${maker.unit ?? 'a unit it does not name'}: these do not convert`,
      );
  }
}

function systemOf(processes: Read[]): System {
  const sorted = processes
    .flatMap(({ made, inputs, emissions }) => made.map((one) => ({ ...one, inputs, emissions })))
    .sort((a, b) => byText(a.product, b.product));
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
  for (const [j, { output, share, inputs, emissions }] of sorted.entries()) {
    const entries = [...inputs].map(([product, { amount }]) => [index.get(product)!, amount] as const);
    for (const [i, amount] of entries.sort(([a], [b]) => a - b)) {
      system.row[k] = i;
      system.amount[k++] = (amount * share) / output;
    }
    system.start[j + 1] = k;
    for (const [g, gas] of gases.entries()) system.direct[g]![j] = ((emissions.get(gas) ?? 0) * share) / output;
  }
  return system;
}
