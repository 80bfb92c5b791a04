/**
 * From a cell as the spreadsheet holds it to a value as a filing holds it. Only what a spreadsheet does to figures is judged
 * here; limits, decimals, choices and units are the engine's to check.
 */
import type { Cell, InputColumn, Parameter } from '@qingheng/sheet';
import { NO, YES } from '../layout';
import { say, shown, trouble, type Trouble } from '../cell-fault';
import type { RawCell } from './worksheet';

export type Read = { value: Cell } | { trouble: Trouble };

type Expected = Pick<InputColumn | Parameter, 'type' | 'unit'>;

const bad = (code: string, zh: string, en: string, remedy?: [string, string]): Read => ({
  trouble: trouble(code, say(zh, en), remedy && say(...remedy)),
});

export function readCellValue(cell: RawCell, expected: Expected, date1904: boolean): Read {
  if (cell.kind === 'error')
    return bad('FORMULA_ERROR', `公式出错：${shown(cell.value)}`, `the formula gives an error: ${shown(cell.value)}`, [
      '改正公式，或直接填值',
      'mend the formula, or enter the value itself',
    ]);
  if (cell.kind === 'unknown')
    return bad('FORMULA_WITHOUT_VALUE', '公式没有保存计算结果', 'the formula has no stored result', [
      '在 Excel 或 WPS 中打开并保存一次，或直接填值',
      'open and save it once in a spreadsheet, or enter the value itself',
    ]);
  // A spreadsheet would run such a text as a formula when it is next exported to CSV or pasted.
  if (cell.kind === 'text' && /^[=@]|^[+-](?![\d.])/.test(cell.value))
    return bad('FORMULA_INJECTION', '文本不能以 = @ + - 开头', 'text must not begin with = @ + or -', [
      '去掉开头的符号',
      'remove the leading sign',
    ]);
  switch (expected.type) {
    case 'number':
      return readNumber(cell, expected);
    case 'boolean':
      return readBoolean(cell);
    case 'date':
      return readDate(cell, date1904);
    case 'text':
      return readText(cell);
  }
}

/** A value of the factor library, put in when the filing is submitted. */
const FACTOR = /^factor:[a-z0-9-]{1,200}(@\d{4})?$/;

function readNumber(cell: RawCell, { unit }: Expected): Read {
  if (cell.kind === 'text') {
    if (FACTOR.test(cell.value)) return { value: cell.value };
    if (/^[+-]?\d{1,60}(\.\d{1,60})?([eE][+-]?\d{1,3})?$/.test(cell.value)) return { value: cell.value };
    return bad(
      'NOT_A_NUMBER',
      `“${shown(cell.value)}”不是数值`,
      `"${shown(cell.value)}" is not a number`,
      remedy(cell.value),
    );
  }
  if (cell.kind !== 'number')
    return bad('NOT_A_NUMBER', '应为数值', 'a number is expected', ['填数值', 'enter a number']);
  if (cell.format === 'date')
    return bad('DATE_IN_NUMBER', '应为数值，单元格却是日期', 'a number is expected, the cell holds a date', [
      '把单元格格式改为“常规”，重新填数值',
      'set the cell format to General and enter the number again',
    ]);
  // 5 % is kept as 0.05. That is what a pure number means by it; in a column of any other unit it is off by a hundred.
  if (cell.format === 'percent' && unit !== '1')
    return bad(
      'PERCENT_IN_NUMBER',
      '单元格是百分比格式，本列不是比例',
      'the cell is a percentage, the column is no ratio',
      [
        `把单元格格式改为“常规”，按单位 ${unit} 填数值`,
        `set the cell format to General and enter the number in ${unit}`,
      ],
    );
  return { value: decimalText(cell.value, cell.formula) };
}

function remedy(text: string): [string, string] | undefined {
  if (/^[+-]?[\d.]+\s*[%％]$/.test(text)) return ['写成小数：5% 填 0.05', 'write a decimal: 0.05 for 5%'];
  if (/[０-９．，－％]/.test(text)) return ['改用半角数字', 'use ordinary (half-width) digits'];
  // Whether 1,234 is a thousand or a fraction is not ours to guess; a figure entered as a number has no such doubt.
  if (/^[+-]?\d+([, ]\d+)+(\.\d+)?$/.test(text)) return ['去掉千分位分隔符', 'remove the separators between thousands'];
  if (/^[+-]?[\d.]+\s*\D+$/.test(text))
    return ['只填数值，单位写在单位列', 'write the number alone; the unit stands in its own column or heading'];
  return undefined;
}

/**
 * A spreadsheet keeps binary fractions. The shortest decimal that reads back as the same fraction is what was typed: people
 * enter at most 15 digits, and those survive the way there and back. Of a formula's result the spreadsheet shows no more than 15
 * digits either; the rest is the noise of its arithmetic (0.1 + 0.2 = 0.30000000000000004), so it is cut to what people saw.
 */
export function decimalText(value: number, formula: boolean): string {
  const seen = formula ? Number(value.toPrecision(15)) : value;
  if (seen === 0) return '0';
  const text = String(seen);
  const found = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!found) return text;
  const [, sign, whole, fraction = '', exponent] = found;
  const digits = whole! + fraction;
  const point = whole!.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

function readBoolean(cell: RawCell): Read {
  if (cell.kind === 'boolean') return { value: cell.value };
  const text = cell.kind === 'text' ? cell.value.toLowerCase() : '';
  if (text === YES || text === 'true' || text === 'yes') return { value: true };
  if (text === NO || text === 'false' || text === 'no') return { value: false };
  return bad('NOT_A_BOOLEAN', `应为“${YES}”或“${NO}”`, 'yes or no is expected', [
    `从下拉中选 ${YES} 或 ${NO}`,
    'choose from the list',
  ]);
}

function readDate(cell: RawCell, date1904: boolean): Read {
  if (cell.kind === 'number' && cell.format === 'date') {
    const day = dayOf(cell.value, date1904);
    if (day) return { value: day };
  }
  if (cell.kind === 'text') {
    const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell.value);
    const day = found && `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
    if (day && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return { value: day };
  }
  return bad('NOT_A_DATE', '不是日期', 'it is not a date', ['写成 2025-01-31 的形式', 'write 2025-01-31']);
}

/** Days since the epoch of the workbook; the spreadsheet's own 29 February 1900 never was, so nothing before March counts. */
export function dayOf(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (days <= 60 || days > 2958465) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + days * 86400000).toISOString().slice(0, 10);
}

function readText(cell: RawCell): Read {
  if (cell.kind === 'text') return { value: cell.value };
  if (cell.kind !== 'number')
    return bad('NOT_A_TEXT', '应为文本，单元格却是 TRUE/FALSE', 'text is expected, the cell holds TRUE or FALSE', [
      '把单元格格式改为“文本”后重填',
      'set the cell format to Text and enter it again',
    ]);
  // A spreadsheet turns codes such as 1-2 or 3/4 into dates while they are typed.
  if (cell.format === 'date')
    return bad('DATE_IN_TEXT', '应为文本，单元格却是日期', 'text is expected, the cell holds a date', [
      '把单元格格式改为“文本”后重填',
      'set the cell format to Text and enter it again',
    ]);
  if (Math.abs(cell.value) >= 1e15)
    return bad(
      'DIGITS_LOST',
      '编号超过 15 位，Excel 已丢失末尾数字',
      'longer than 15 digits: the spreadsheet has lost the last ones',
      ['把单元格格式改为“文本”后重填编号', 'set the cell format to Text and enter it again'],
    );
  return { value: decimalText(cell.value, cell.formula) };
}
