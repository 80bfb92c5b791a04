/** Which column of a spreadsheet is which field; headings that people use are guessed, everything is theirs to change. */
import type { Fault } from '@qingheng/sheet';
import { refuse } from '../factor.messages';
import { type Cells, FIELD_NAMES, FIELDS } from '../fields/factor-fields';
import type { ReadTable } from './read-table';

/** The place of a column, from 0, or one value for every row. */
export type Mapping = Record<string, number | { value: string }>;

const HEADINGS: Record<string, readonly string[]> = {
  id: ['编号', '因子编号', '代码', 'code', 'factor id'],
  category: ['类别', '分类', '因子类别'],
  name_zh: ['名称', '中文名称', '因子名称', 'name', 'chinese name'],
  name_en: ['英文名称', 'english name'],
  value: ['数值', '因子值', '取值', '排放因子', 'factor'],
  unit: ['单位', 'units'],
  low: ['下限', '最小值', 'min'],
  high: ['上限', '最大值', 'max'],
  gas: ['气体', '温室气体', 'substance'],
  stage: ['阶段', '生命周期阶段', '边界', 'scope'],
  region: ['地区', '地区代码', '区域', '地域', 'location'],
  valid_from: ['生效日期', '有效期起', '起始日期', 'from'],
  valid_to: ['失效日期', '有效期止', '截止日期', 'to'],
  year_label: ['年份', '年度', 'year'],
  source_title: ['来源', '来源名称', '数据来源', 'source'],
  source_clause: ['条款', '来源条款', 'clause'],
  source_url: ['网址', '链接', '来源网址', 'url', 'link'],
  confidence: ['可信度', '可信程度'],
  unit_note: ['单位说明'],
  gases: ['分气体', '分气体数据', 'gas vector'],
  gwp_set: ['gwp', 'gwp 组', 'gwp组', 'gwp set'],
  dqr: ['数据质量', '数据质量评分', 'dqi', 'quality'],
  sigma_ln: ['对数标准差', 'sigma'],
  source_document: ['来源文件', '文件', 'document'],
  source_row: ['来源行', '行号', '页码', 'row', 'page'],
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/[*（(].*$/, '')
    .trim();

/** Fields whose heading is theirs, or a common word for them; each column once. */
export function suggested(headings: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const name of FIELD_NAMES) {
    const words = [name, ...(HEADINGS[name] ?? [])].map(plain);
    const at = headings.findIndex((heading, i) => !taken.has(i) && words.includes(plain(heading)));
    if (at < 0) continue;
    mapping[name] = at;
    taken.add(at);
  }
  return mapping;
}

/** Rows by field. Throws IMPORT_MAPPING, IMPORT_UNMAPPED. */
export function mapped({ headings, rows }: ReadTable, mapping: Mapping): { cells: Cells[]; names: string[] } {
  const taken = new Set<number>();
  for (const [name, place] of Object.entries(mapping)) {
    if (!FIELD_NAMES.includes(name)) throw refuse('IMPORT_MAPPING', { column: name });
    if (typeof place !== 'number') {
      if (typeof place?.value !== 'string') throw refuse('IMPORT_MAPPING', { column: name });
      continue;
    }
    if (!Number.isInteger(place) || place < 0 || place >= headings.length || taken.has(place))
      throw refuse('IMPORT_MAPPING', { column: name });
    taken.add(place);
  }
  const missing = FIELDS.find(({ name, required }) => required && mapping[name] === undefined);
  if (missing) throw refuse('IMPORT_UNMAPPED', { field: missing.name });
  return {
    names: rows.map(({ line }) => String(line)),
    cells: rows.map(({ cells }) =>
      Object.fromEntries(
        Object.entries(mapping).map(([name, place]) => [
          name,
          (typeof place === 'number' ? cells[place] : place.value.trim()) || null,
        ]),
      ),
    ),
  };
}

/** The address of each bad cell as the spreadsheet shows it. */
export function withCells(faults: readonly Fault[], mapping: Mapping): (Fault & { cell?: string })[] {
  return faults.map((fault) => {
    const place = fault.column === undefined ? undefined : mapping[fault.column];
    return typeof place === 'number' ? { ...fault, cell: `${letters(place)}${fault.row}` } : fault;
  });
}

function letters(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest ? letters(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}
