/** What a spreadsheet can check while people type. It is a help only: the reader and the engine check everything again. */
import { knownUnit, unitColumns, type InputColumn, type Parameter, type Table } from '@qingheng/sheet';
import type { DataValidation, Worksheet } from 'exceljs';
import { NO, YES } from '../layout';

/** Units offered in drop-downs of unit columns; any other known unit may be typed. */
const COMMON_UNITS = [
  'kWh',
  'MWh',
  't',
  'kg',
  'GJ',
  'MJ',
  'm³',
  'Nm³',
  '万Nm³',
  'L',
  't·km',
  'tce',
  'hm²',
  '亩',
  '件',
  '元',
].filter(knownUnit);

/** Adds a list to the hidden worksheet of choices; returns the range it takes. */
export type ListRange = (items: readonly string[]) => string;

type Checked = Pick<InputColumn | Parameter, 'type' | 'title' | 'choices' | 'min' | 'max'> &
  Partial<Pick<InputColumn, 'decimals' | 'above' | 'below'>>;

export function validationOf(
  column: Checked,
  cell: string,
  listRange: ListRange,
  table?: Table,
): DataValidation | undefined {
  if (column.type === 'boolean') return list(column, [YES, NO], listRange);
  if (column.choices) return list(column, column.choices, listRange);
  if (table && 'name' in column && unitColumns(table).has(String(column.name))) {
    return {
      ...list(column, COMMON_UNITS, listRange),
      errorStyle: 'warning',
      error: `不在常用单位中；若确为 GJ、m³、万Nm³ 之类的单位可保留，导入时再核对。`,
    };
  }
  if (column.type === 'date') {
    return {
      type: 'date',
      operator: 'greaterThan',
      formulae: [new Date(Date.UTC(1949, 9, 1))],
      ...messages(column, '请填日期，如 2025-01-31。'),
    };
  }
  return column.type === 'number' ? numeric(column, cell) : undefined;
}

function list(column: Checked, items: readonly string[], listRange: ListRange): DataValidation {
  const inline = items.join(',');
  // Written in place, a list is limited to 255 characters and split at commas.
  const fits = inline.length <= 250 && items.every((item) => !/[",]/.test(item) && item.trim() === item);
  return {
    type: 'list',
    formulae: [fits ? `"${inline}"` : listRange(items)],
    ...messages(column, `请从下拉列表中选择：${items.slice(0, 12).join('、')}${items.length > 12 ? '……' : '。'}`),
  };
}

function numeric(column: Checked, cell: string): DataValidation {
  const { min, max, above, below, decimals } = column;
  const limits = [
    min !== undefined && { test: `${cell}>=${min}`, zh: `不小于 ${min}` },
    max !== undefined && { test: `${cell}<=${max}`, zh: `不大于 ${max}` },
    above !== undefined && { test: `${cell}>${above}`, zh: `大于 ${above}` },
    below !== undefined && { test: `${cell}<${below}`, zh: `小于 ${below}` },
  ].filter((limit) => limit !== false);
  const said = messages(
    column,
    `请填数值${limits.map((limit) => `，${limit.zh}`).join('')}${decimals === undefined ? '' : `，最多 ${decimals} 位小数`}；不带单位、百分号和千分位。`,
  );
  const type = decimals === 0 ? 'whole' : 'decimal';
  if (above === undefined && below === undefined) {
    if (min !== undefined && max !== undefined) return { type, operator: 'between', formulae: [min, max], ...said };
    if (min !== undefined) return { type, operator: 'greaterThanOrEqual', formulae: [min], ...said };
    if (max !== undefined) return { type, operator: 'lessThanOrEqual', formulae: [max], ...said };
    return { type, operator: 'between', formulae: ['-1E+24', '1E+24'], ...said };
  }
  if (limits.length === 1) {
    return { type, operator: above !== undefined ? 'greaterThan' : 'lessThan', formulae: [above ?? below!], ...said };
  }
  return { type: 'custom', formulae: [`AND(ISNUMBER(${cell}),${limits.map((l) => l.test).join(',')})`], ...said };
}

const messages = ({ title }: Checked, error: string) => ({
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: title.zh.slice(0, 30),
  error: error.slice(0, 220),
});

/** The library checks whole ranges too, but its types know single cells only. */
export function validateRange(worksheet: Worksheet, range: string, validation: DataValidation): void {
  const { dataValidations } = worksheet as unknown as {
    dataValidations: { add(range: string, validation: DataValidation): void };
  };
  dataValidations.add(range, validation);
}
