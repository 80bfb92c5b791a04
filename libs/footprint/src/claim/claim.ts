/** What a footprint result says about one product: the figure of the declared unit and the stages it is made of. */
import { Rational, type Row, type RunResult, type Text } from '@qingheng/sheet';
import { refuse } from '../footprint.messages';

export interface Claim {
  /** Where the figure stands in the result, for its explanation. */
  cell: string;
  /** Decimal string, in `unit` per declared unit. */
  value: string;
  unit: string;
  declaredUnit: string;
  boundary: Text;
  /** In `unit`; they add up to `value` to the last digit. */
  stages: Stage[];
}

export interface Stage {
  stage: string;
  title: Text;
  value: string;
  /** Of `value`, in per cent with one decimal. */
  share: string;
}

/** ISO 14067:2018, 3.1.1.7 (system boundary) as the sheets name it. */
const boundaries: Record<string, Text> = {
  cradle_to_gate: { zh: '摇篮到大门', en: 'Cradle to gate' },
  cradle_to_grave: { zh: '摇篮到坟墓', en: 'Cradle to grave' },
  gate_to_gate: { zh: '大门到大门', en: 'Gate to gate' },
};

const stageTitles: Record<string, Text> = {
  raw_material: { zh: '原材料获取', en: 'Raw materials' },
  anode: { zh: '阳极生产', en: 'Anode production' },
  anode_consumption: { zh: '阳极消耗', en: 'Anode consumption' },
  anode_effects: { zh: '阳极效应', en: 'Anode effects' },
  electrolysis: { zh: '电解', en: 'Electrolysis' },
  casting: { zh: '铸造', en: 'Casting' },
  auxiliary: { zh: '辅助', en: 'Auxiliary' },
  production: { zh: '生产', en: 'Production' },
  energy: { zh: '能源', en: 'Energy' },
  transport: { zh: '运输', en: 'Transport' },
  packaging: { zh: '包装', en: 'Packaging' },
  waste: { zh: '废弃物处置', en: 'Waste' },
  pasture: { zh: '牧场', en: 'Pasture' },
  bought_material: { zh: '外购原料', en: 'Bought material' },
  scouring: { zh: '洗毛', en: 'Scouring' },
  dehairing: { zh: '分梳', en: 'Dehairing' },
  dyeing: { zh: '染色', en: 'Dyeing' },
  spinning: { zh: '纺纱', en: 'Spinning' },
  knitting: { zh: '针织', en: 'Knitting' },
  finishing: { zh: '后整理', en: 'Finishing' },
};

type Reader = (result: RunResult, product: string | undefined) => Claim;

const readers: Record<string, Reader> = {
  'footprint/primary-aluminium': ({ tables, outputs }) => {
    const plants = tables.plant!;
    const output = sumOf(plants, 'aluminium_t');
    return claim({
      cell: 'output/footprint_kgco2e_per_t',
      value: String(outputs.footprint_kgco2e_per_t),
      unit: 'kg CO2e/t',
      declaredUnit: '1 t',
      boundary: boundaries.cradle_to_gate!,
      parts: [
        ...tables.stage!.map((row): [string, Rational] => [String(row.stage), number(row.kgco2e).div(output)]),
        ['anode_consumption', sumOf(plants, 'anode_kgco2e').div(output)],
        ['anode_effects', sumOf(plants, 'pfc_kgco2e').div(output)],
      ],
    });
  },
  'footprint/product-generic': ({ tables }, wanted) => {
    const product = chosen(tables.product!, wanted);
    const boundary = boundaries[String(product.boundary)];
    if (!boundary) throw refuse('BOUNDARY_MISSING');
    const perUnit = number(product.allocation_share).div(number(product.output));
    const stages = new Map<string, Rational>();
    for (const line of tables.line!) {
      if (line.process_id !== product.process_id || line.excluded === true) continue;
      const stage = String(line.stage);
      stages.set(stage, (stages.get(stage) ?? Rational.parse('0')).add(number(line.kgco2e).mul(perUnit)));
    }
    return claim({
      cell: `product/${String(product.product_id)}/footprint_per_unit`,
      value: String(product.footprint_per_unit),
      unit: `kg CO2e/${String(product.declared_unit)}`,
      declaredUnit: `1 ${String(product.declared_unit)}`,
      boundary,
      parts: [...stages],
    });
  },
  'footprint/cashmere': ({ tables }, wanted) => {
    const product = chosen(tables.product!, wanted);
    const boundary = boundaries[String(product.boundary)];
    if (!boundary) throw refuse('BOUNDARY_MISSING');
    const mass = number(product.mass_per_unit);
    const unit = String(product.declared_unit);
    const herds = tables.herd?.some((row) => row.product_id === product.product_id);
    // What was bought, of the starting material of this product, carried through all steps; the rest is the herds'.
    const bought = number(product.bought).mul(number(product.all_steps)).div(number(product.raw_kg));
    return claim({
      cell: `product/${String(product.product_id)}/footprint_per_unit`,
      value: String(product.footprint_per_unit),
      unit: `kg CO2e/${unit}`,
      declaredUnit: `1 ${unit}`,
      boundary,
      parts: [
        // Shown figures have 20 digits: without a herd the difference would be dust, not nothing.
        ...(herds ? [['pasture', number(product.raw_material).sub(bought).mul(mass)] as [string, Rational]] : []),
        ['bought_material', bought.mul(mass)],
        ...(tables.step ?? [])
          .filter((row) => row.product_id === product.product_id)
          .map((row): [string, Rational] => [String(row.step), number(row.per_kg_product).mul(mass)]),
      ],
    });
  },
};

/** Of several products the one that is wanted. */
function chosen(products: Row[], wanted: string | undefined): Row {
  const product = products.length === 1 ? products[0]! : products.find((row) => row.product_id === wanted);
  if (!product)
    throw refuse('PRODUCT_NOT_CHOSEN', { products: products.map((row) => String(row.product_id)).join('、') });
  return product;
}

/** Throws NO_CLAIM, PRODUCT_NOT_CHOSEN, BOUNDARY_MISSING. */
export function claimOf(result: RunResult, product?: string): Claim {
  const reader = readers[result.method];
  if (!reader) throw refuse('NO_CLAIM', { method: result.method });
  return reader(result, product);
}

const number = (cell: Row[string]): Rational => Rational.parse(String(cell));
const sumOf = (rows: Row[], column: string): Rational =>
  rows.reduce((sum, row) => sum.add(number(row[column])), Rational.parse('0'));

/** Running sums are rounded, not the parts: so the printed parts add up to the printed figure. */
function claim({ parts, ...rest }: Omit<Claim, 'stages'> & { parts: [string, Rational][] }): Claim {
  const decimals = rest.value.split('.')[1]?.length ?? 0;
  const total = number(rest.value);
  let sum = Rational.parse('0');
  let printed = Rational.parse('0');
  const stages = parts
    .filter(([, part]) => !part.isZero())
    .map(([stage, part], i, all): Stage => {
      sum = sum.add(part);
      const upTo = i === all.length - 1 ? total : number(sum.toFixed(decimals));
      const value = upTo.sub(printed);
      printed = upTo;
      const share = total.isZero() ? '0.0' : value.mul(number('100')).div(total).toFixed(1);
      return { stage, title: stageTitles[stage] ?? { zh: stage, en: stage }, value: value.toFixed(decimals), share };
    });
  return { ...rest, stages };
}
