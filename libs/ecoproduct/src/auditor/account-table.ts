/** A published table of an account, in any of the layouts people print: lines of Q, P and V, or services by ecosystem. */
import { faultOf } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { Service, Services } from '../service/services';
import './auditor.messages';
import { type Measure, NOTHING, type Printed, readMeasure, readPrinted } from './printed';

export type ContextKind = 'precipitation' | 'potential' | 'actual' | 'emission' | 'area';

export interface Line {
  /** Line of what was pasted, from 1. */
  row: number;
  /** What the line is called: its number, service and item. */
  name: string;
  service?: Service;
  item: string;
  class?: string;
  ecosystem?: string;
  /** A region's own code or name, and the one it belongs to. */
  region?: string;
  parent?: string;
  kind: 'line' | 'total' | 'context';
  context?: ContextKind;
  quantity?: Printed;
  price?: Printed;
  value?: Printed;
  /** What the quantity cannot exceed, where the table has a column for it. */
  limit?: Printed;
  share?: Printed;
  /** Figures by ecosystem type or region, and their printed sum. */
  parts: Printed[];
  sum?: Printed;
}

export interface AccountTable {
  lines: Line[];
  faults: Fault[];
  /** Headings that were read as parts of a sum. */
  partColumns: string[];
}

type Role =
  | { as: 'name' | 'service' | 'item' | 'class' | 'ecosystem' | 'region' | 'parent' | 'note' }
  | { as: 'quantityUnit' | 'priceUnit' | 'valueUnit' }
  | { as: 'quantity' | 'price' | 'value' | 'limit' | 'share' | 'sum'; measure?: Measure }
  | { as: 'part'; measure?: Measure };

const ROLES: [Role['as'], RegExp][] = [
  ['note', /note|备注|说明|formula|公式|inputs?$|输入|recomputed|rel_diff|rtol|check$|_check|来源|source/i],
  ['quantityUnit', /^(physical_unit|quantity_unit|(功能量|实物量|数量|物理量)?(计量)?单位|unit)$/i],
  ['priceUnit', /^(price_unit|(单价|价格)单位)$/i],
  ['valueUnit', /^(value_unit|(价值量?)单位)$/i],
  ['limit', /上限|limit|潜在|potential|排放量|emission|降水|precipitation/i],
  ['share', /占比|比重|share|^%$/i],
  ['price', /单价|价格|price/i],
  ['sum', /合计|总计|^total|_total$|total_|总价值|^sum$/i],
  ['quantity', /功能量|实物量|物理量|数量|physical|quantity/i],
  ['value', /价值|value|金额/i],
  ['name', /^(check_id|id|编号|序号|no\.?)$/i],
  ['class', /^(class|类别|一级指标|大类)$/i],
  ['ecosystem', /^(ecosystem|生态系统(类型)?)$/i],
  ['region', /^(region|地区|区域|行政区|旗县|盟市)$/i],
  ['parent', /^(parent|上级|所属.*)$/i],
  ['service', /^(service|服务|功能|指标|科目|二级指标|核算科目|服务类型)/i],
  ['item', /^(item|item_id|项目|核算项目|内容|三级指标|名称)/i],
];

const TOTAL = /^(合计|总计|小计|总值|gep|生态产品总值|total|subtotal|sum)/i;
const CONTEXTS: [ContextKind, RegExp][] = [
  ['area', /^(area|面积)/i],
  ['precipitation', /降水|降雨|precipitation/i],
  ['potential', /潜在|potential/i],
  ['actual', /实际.*(侵蚀|风蚀|流失)|actual.*(erosion|loss)/i],
  ['emission', /排放量|emission/i],
];

/** Reads rows of texts; the first row that names at least two known columns is the heading. */
export function readAccountTable(rows: readonly (readonly string[])[], services: Services): AccountTable {
  const at = rows.findIndex((row) => row.filter((cell) => roleOf(cell) !== undefined).length >= 2);
  const faults: Fault[] = [];
  if (at < 0) return { lines: [], faults: [faultOf('NO_HEADING', { table: 'account' })], partColumns: [] };
  const roles = rolesOf(rows[at]!, rows.slice(at + 1));
  const reading = new Reading(rows[at]!, roles, services, faults);
  const lines = rows.slice(at + 1).flatMap((row, i) => reading.line(row, at + 2 + i));
  if (!lines.length) faults.push(faultOf('NO_LINES', { table: 'account' }));
  const partColumns = rows[at]!.filter((_, i) => roles[i]?.as === 'part');
  return { lines, faults, partColumns };
}

function roleOf(heading: string): Role | undefined {
  const plain = heading.trim();
  if (!plain) return undefined;
  const unit = /[（(]([^（）()]+)[)）]\s*$/.exec(plain)?.[1] ?? /_(1e\d+\s*\w+|km2|hm2|t|m3)$/i.exec(plain)?.[1];
  const measure = unit === undefined ? undefined : readMeasure(unit);
  const found = ROLES.find(([, pattern]) =>
    pattern.test(unit === undefined ? plain : plain.slice(0, -unit.length - 1)),
  );
  const role = found ?? ROLES.find(([, pattern]) => pattern.test(plain));
  return role && ({ as: role[0], ...(measure && { measure }) } as Role);
}

/** A column without a known heading holds parts of a sum where its cells are figures and the table has a sum for them. */
function rolesOf(heading: readonly string[], body: readonly (readonly string[])[]): (Role | undefined)[] {
  const roles = heading.map((cell) => roleOf(cell));
  const summed = roles.some((role) => role?.as === 'sum');
  return roles.map((role, i) => {
    if (role || !summed || !heading[i]?.trim()) return role;
    const cells = body.map((row) => row[i] ?? '').filter((cell) => !NOTHING.test(cell.trim()));
    const figures = cells.filter((cell) => readPrinted(cell, '') !== undefined);
    return figures.length * 2 > cells.length ? { as: 'part' } : undefined;
  });
}

class Reading {
  constructor(
    private readonly heading: readonly string[],
    private readonly roles: readonly (Role | undefined)[],
    private readonly services: Services,
    private readonly faults: Fault[],
  ) {}

  line(row: readonly string[], number: number): Line[] {
    if (row.every((cell) => !cell.trim())) return [];
    const text = (as: Role['as']): string => {
      const i = this.roles.findIndex((role) => role?.as === as);
      return i < 0 ? '' : (row[i] ?? '').trim();
    };
    const [label, item] = [text('service'), text('item')];
    const total = TOTAL.test(label) || TOTAL.test(item);
    const context = total ? undefined : CONTEXTS.find(([, pattern]) => pattern.test(item || label))?.[0];
    const figure = (as: 'quantity' | 'price' | 'value' | 'limit' | 'share' | 'sum', unit?: string) =>
      this.figures(row, number, as, unit)[0];
    // Of two words for it, what the item says is the closer one.
    const service = this.services.named(label) ?? this.services.named(item);
    const line: Line = {
      row: number,
      name: [text('name'), label, item].filter(Boolean).join(' '),
      service,
      item: item || label,
      kind: total ? 'total' : context ? 'context' : 'line',
      parts: this.figures(row, number, 'part'),
      ...(context && { context }),
    };
    for (const key of ['class', 'ecosystem', 'region', 'parent'] as const) if (text(key)) line[key] = text(key);
    const quantity = figure('quantity', text('quantityUnit'));
    const values = {
      quantity,
      price: figure('price', text('priceUnit')),
      value: figure('value', text('valueUnit')),
      limit: figure('limit', text('quantityUnit')),
      share: figure('share'),
      sum: figure('sum'),
    };
    for (const [key, value] of Object.entries(values)) if (value) Object.assign(line, { [key]: value });
    return [line];
  }

  /** The figures of the columns in one role; a text where a figure belongs is a fault. */
  private figures(row: readonly string[], number: number, as: Role['as'], unit = ''): Printed[] {
    return this.roles.flatMap((role, i) => {
      const cell = (row[i] ?? '').trim();
      if (role?.as !== as || NOTHING.test(cell)) return [];
      const measure = ('measure' in role ? role.measure : undefined) ?? (unit ? readMeasure(unit) : undefined);
      const read = readPrinted(cell, this.heading[i]!.trim(), measure);
      if (read) return [read];
      const place = { table: 'account', row: String(number), column: this.heading[i]!.trim() };
      this.faults.push(faultOf('CELL_NOT_A_FIGURE', place, { text: cell.slice(0, 40) }));
      return [];
    });
  }
}
