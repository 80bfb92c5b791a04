/** The columns of a roster: who the household is, and the quantities that the method sheet asks for. */
import { faultOf } from '@qingheng/platform';
import type { Fault, InputColumn, Sheet } from '@qingheng/sheet';
import { quantitiesOf } from '../../programme/household-sheet';
import '../roster.messages';

export const PERSONAL = ['household_id', 'banner', 'year', 'name', 'identity', 'card'] as const;
export type Personal = (typeof PERSONAL)[number];

const CHINESE: Record<Personal, string> = {
  household_id: '户编号',
  banner: '旗县代码',
  year: '年度',
  name: '户主姓名',
  identity: '身份证号',
  card: '银行卡号',
};

export interface Layout {
  /** Place of each personal column in a record. */
  place: Record<Personal, number>;
  quantities: { column: InputColumn; place: number }[];
  /** Name of each column as the file writes it. */
  header: string[];
  /** The name of ours for each column of the file. */
  names: string[];
}

/** Headings are our names or the Chinese ones. */
export function readHeader(sheet: Sheet, header: string[]): { layout?: Layout; faults: Fault[] } {
  const quantities = quantitiesOf(sheet);
  const known = new Map<string, string>();
  for (const name of PERSONAL) known.set(name, name).set(CHINESE[name], name);
  for (const { name, title } of quantities) known.set(name, name).set(title.zh, name);
  const names = header.map((cell) => known.get(cell.trim()));
  const at = { table: 'roster', row: '1' };
  const faults: Fault[] = [];
  header.forEach((cell, i) => {
    const column = cell.trim().slice(0, 60);
    if (!names[i]) faults.push(faultOf('ROSTER_HEADER_UNKNOWN', { ...at, column }, { column }));
    else if (names.indexOf(names[i]) < i) faults.push(faultOf('ROSTER_HEADER_TWICE', { ...at, column }, { column }));
  });
  const wanted = [...PERSONAL, ...quantities.filter(({ required }) => required).map(({ name }) => name)];
  for (const column of wanted)
    if (!names.includes(column)) faults.push(faultOf('ROSTER_HEADER_MISSING', { ...at, column }, { column }));
  if (faults.length) return { faults };
  const placeOf = (name: string) => names.indexOf(name);
  return {
    faults,
    layout: {
      place: Object.fromEntries(PERSONAL.map((name) => [name, placeOf(name)])) as Layout['place'],
      quantities: quantities.flatMap((column) => {
        const place = placeOf(column.name);
        return place < 0 ? [] : [{ column, place }];
      }),
      header,
      names: names as string[],
    },
  };
}
