/** A register of contracts and parcels as CSV: each line checked by itself, what needs other lines by the database. */
import { faultOf, type Params } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';

export const COLUMNS = [
  'contract',
  'household_id',
  'banner',
  'parcel',
  'kind',
  'area_mu',
  'from',
  'to',
  'document',
] as const;
export type ParcelColumn = (typeof COLUMNS)[number];
const CHINESE = ['承包合同', '户编号', '旗县代码', '地块编号', '类型', '面积', '起期', '止期', '文号'];
const KINDS: Record<string, 'ban' | 'balance'> = { ban: 'ban', 禁牧: 'ban', balance: 'balance', 草畜平衡: 'balance' };

export interface Parcel {
  line: number;
  contract: string;
  household: string;
  banner: string;
  code: string;
  kind: 'ban' | 'balance';
  area: string;
  from: string;
  to: string;
  document: string;
}

/** Place of each column, or undefined where the heading is another. */
export function readHeading(header: readonly string[]): Map<ParcelColumn, number> | undefined {
  const cells = header.map((cell) => cell.trim());
  const places = new Map(COLUMNS.map((name, i) => [name, cells.findIndex((c) => c === name || c === CHINESE[i])]));
  const missing = [...places].some(([name, at]) => at < 0 && name !== 'document');
  return missing || cells.length > places.size ? undefined : places;
}

export function readParcel(
  record: readonly string[],
  { line, places, banners }: { line: number; places: Map<ParcelColumn, number>; banners: ReadonlySet<string> },
): { parcel?: Parcel; faults: Fault[] } {
  const faults: Fault[] = [];
  const cell = (name: ParcelColumn): string => record[places.get(name)!]?.trim() ?? '';
  const bad = (column: ParcelColumn, code: string, params?: Params) =>
    void faults.push(faultOf(code, { table: 'parcel', row: String(line), column }, params));
  for (const name of ['contract', 'household_id', 'parcel'] as const) {
    if (!cell(name)) bad(name, 'REQUIRED');
    else if (cell(name).length > 60) bad(name, 'TEXT_TOO_LONG', { most: 60 });
  }
  if (!banners.has(cell('banner'))) bad('banner', 'UNKNOWN_BANNER', { banner: cell('banner').slice(0, 20) });
  const kind = KINDS[cell('kind')];
  if (!kind) bad('kind', 'PARCEL_KIND');
  const area = cell('area_mu');
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(area) || !/[1-9]/.test(area)) bad('area_mu', 'PARCEL_AREA');
  const [from, to] = [cell('from'), cell('to')];
  if (!isDay(from) || !isDay(to) || to < from) bad('from', 'PARCEL_DATES');
  if (faults.length) return { faults };
  return {
    faults,
    parcel: {
      ...{ line, contract: cell('contract'), household: cell('household_id'), banner: cell('banner') },
      ...{ code: cell('parcel'), kind: kind!, area, from, to, document: cell('document').slice(0, 200) },
    },
  };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
