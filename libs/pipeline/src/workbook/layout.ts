/** Where things stand in a workbook of a method: shared by the writer and the reader of templates. */
import { unitColumns, type InputColumn, type Sheet, type Table } from '@qingheng/sheet';

export const GUIDE = '填报说明';
export const PARAMETERS = '参数';
export const CHOICES = '选项';
/** Below the titles, the units, and machine names (`table.column`) that find a column or worksheet moved or renamed. */
export const FIRST_DATA_ROW = 4;
/** Prefix of machine names on the worksheet of parameters; faults of the engine name parameters the same way. */
export const PARAMETER_TABLE = 'parameters';

/** Heading of the column of values on the worksheet of parameters. */
export const PARAMETER_VALUE = { zh: '填写值', en: 'Value' };

export const YES = '是';
export const NO = '否';

export const inputTables = (sheet: Sheet): Table[] => sheet.tables.filter((table) => !table.group);

export const inputsOf = (table: Table): InputColumn[] =>
  table.columns.filter((column): column is InputColumn => column.kind === 'input');

export const idOf = (table: string, name: string): string => `${table}.${name}`;

/** Names that a spreadsheet accepts: at most 31 characters, none of []:*?/\, all different without regard to case. */
export function worksheetNames(
  titles: readonly { name: string; zh: string }[],
  reserved: string[],
): Map<string, string> {
  const taken = new Set(reserved.map((name) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const { name, zh } of titles) {
    const clean = zh.replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ').replace(/^[\s']+|[\s']+$/g, '') || name;
    let free = clean.slice(0, 31).trim();
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${clean.slice(0, 26).trim()} ${n}`;
    taken.add(free.toLowerCase());
    names.set(name, free);
  }
  return names;
}

export const templateNames = (sheet: Sheet): Map<string, string> =>
  worksheetNames(
    inputTables(sheet).map((table) => ({ name: table.name, zh: table.title.zh })),
    [GUIDE, PARAMETERS, CHOICES],
  );

/** The text of the second row: what goes into the column, and whether it must. */
export function unitLabel(column: InputColumn, table: Table): string {
  return `${kindLabel(column, table)} · ${column.required ? '必填' : '选填'}`;
}

function kindLabel(column: InputColumn, table: Table): string {
  if (column.type === 'boolean') return `${YES}/${NO}`;
  if (column.type === 'date') return '日期';
  if (column.choices) return '从下拉中选';
  if (unitColumns(table).has(column.name)) return '计量单位';
  if (column.type === 'text') return '文本';
  return shownUnit(column.unit, table);
}

/** `kg CO2e/[unit]` is shown with the title of the column that holds the unit. */
export function shownUnit(unit: string, table?: Table): string {
  if (unit === '1') return '无单位';
  return unit.replace(/\[(\w+)\]/g, (_, name: string) => {
    const title = table?.columns.find((column) => column.name === name)?.title.zh ?? name;
    return `［${title}］`;
  });
}

export function letters(column: number): string {
  let text = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

export const address = (column: number, row: number): string => `${letters(column)}${row}`;

/** Column and row of an address such as B7 or $B$7; undefined when it lies outside any spreadsheet. */
export function decodeAddress(text: string): { column: number; row: number } | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!found) return undefined;
  let column = 0;
  for (const letter of found[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(found[2]);
  return column <= 16384 && row >= 1 && row <= 1048576 ? { column, row } : undefined;
}
