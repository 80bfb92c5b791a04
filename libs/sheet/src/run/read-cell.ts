/** Reads one cell of an input table; says what is wrong with it and how to mend it. */
import { fault, text } from '../fault';
import type { Cell, Fault, InputColumn, Text } from '../model';
import { Rational } from '../rational';
import { knownUnit } from '../units/unit';
import type { Value } from './values';

export interface Place {
  table: string;
  row?: string;
  column: string;
}

const MAX_TEXT = 500;
const DEFAULT_DECIMALS = 12;
const MAX_WHOLE_DIGITS = 24;

export type Expected = Pick<InputColumn, 'type' | 'decimals' | 'min' | 'max' | 'above' | 'below' | 'choices'> & {
  isUnit?: boolean;
  title: Text;
};

/** The value, or undefined with one fault added. */
export function readCell(
  cell: Exclude<Cell, null | undefined>,
  expected: Expected,
  place: Place,
  faults: Fault[],
): Value | undefined {
  const refuse = (code: string, zh: string, en: string, remedy?: Text): undefined => {
    faults.push(fault(code, place, text(`${expected.title.zh}：${zh}`, `${expected.title.en}: ${en}`), remedy));
    return undefined;
  };
  switch (expected.type) {
    case 'number':
      return readNumber(cell, expected, refuse);
    case 'boolean':
      if (cell === true || cell === 'true' || cell === '是') return true;
      if (cell === false || cell === 'false' || cell === '否') return false;
      return refuse('NOT_A_BOOLEAN', `“${shown(cell)}”不是 是/否`, `"${shown(cell)}" is not true or false`);
    case 'date':
      if (typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell))) return cell;
      return refuse(
        'NOT_A_DATE',
        `“${shown(cell)}”不是日期`,
        `"${shown(cell)}" is not a date`,
        text('写成 2025-01-31 的形式', 'write 2025-01-31'),
      );
    case 'text':
      if (typeof cell !== 'string' && typeof cell !== 'number')
        return refuse('NOT_A_TEXT', '应为文本', 'text is expected here');
      return readText(String(cell), expected, refuse);
  }
}

type Refuse = (code: string, zh: string, en: string, remedy?: Text) => undefined;

function readText(cell: string, expected: Expected, refuse: Refuse): string | undefined {
  const value = cell.trim();
  if (value.length > MAX_TEXT)
    return refuse('TEXT_TOO_LONG', `超过 ${MAX_TEXT} 个字符`, `longer than ${MAX_TEXT} characters`);
  // A spreadsheet would run such a cell as a formula when the table is exported.
  if (/^[=@\t\r]|^[+-](?![\d.])/.test(value))
    return refuse(
      'FORMULA_TEXT',
      '文本不能以 = @ + - 开头',
      'text must not begin with = @ + or -',
      text('去掉开头的符号', 'remove the leading sign'),
    );
  if (hasControlCharacter(value)) return refuse('CONTROL_CHARACTER', '含有控制字符', 'contains a control character');
  if (expected.isUnit && !knownUnit(value))
    return refuse(
      'UNKNOWN_UNIT',
      `不认识单位“${shown(value)}”`,
      `unknown unit "${shown(value)}"`,
      text('使用 kWh、t、GJ、m³ 等单位', 'use a unit such as kWh, t, GJ, m³'),
    );
  if (expected.choices && !expected.choices.includes(value)) {
    return refuse(
      'NOT_A_CHOICE',
      `“${shown(value)}”不在可选项中`,
      `"${shown(value)}" is not one of the choices`,
      text(`可选：${expected.choices.join('、')}`, `choose from ${expected.choices.join(', ')}`),
    );
  }
  return value;
}

function readNumber(cell: string | number | boolean, expected: Expected, refuse: Refuse): Rational | undefined {
  const written = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : '';
  if (!/^[+-]?\d{1,60}(\.\d{1,60})?([eE][+-]?\d{1,3})?$/.test(written)) {
    return refuse(
      'NOT_A_NUMBER',
      `“${shown(cell)}”不是数值`,
      `"${shown(cell)}" is not a number`,
      remedyFor(String(cell)),
    );
  }
  const value = Rational.parse(written);
  const digits = value.decimals() ?? 0;
  const most = expected.decimals ?? DEFAULT_DECIMALS;
  if (digits > most)
    return refuse(
      'TOO_MANY_DECIMALS',
      `最多 ${most} 位小数，却有 ${digits} 位`,
      `at most ${most} decimals, found ${digits}`,
    );
  if (value.abs().floor().toString().length > MAX_WHOLE_DIGITS)
    return refuse('OUT_OF_RANGE', '数值过大', 'the number is too large');
  const { min, max, above, below } = expected;
  if (min !== undefined && value.cmp(bound(min)) < 0)
    return refuse('OUT_OF_RANGE', `${written} 小于下限 ${min}`, `${written} is below ${min}`);
  if (max !== undefined && value.cmp(bound(max)) > 0)
    return refuse('OUT_OF_RANGE', `${written} 大于上限 ${max}`, `${written} is above ${max}`);
  if (above !== undefined && value.cmp(bound(above)) <= 0)
    return refuse('OUT_OF_RANGE', `${written} 须大于 ${above}`, `${written} must be more than ${above}`);
  if (below !== undefined && value.cmp(bound(below)) >= 0)
    return refuse('OUT_OF_RANGE', `${written} 须小于 ${below}`, `${written} must be less than ${below}`);
  return value;
}

const bounds = new Map<string, Rational>();

/** The limits of a column, read once and not for each row. */
function bound(limit: string): Rational {
  let value = bounds.get(limit);
  if (!value) bounds.set(limit, (value = Rational.parse(limit)));
  return value;
}

function remedyFor(cell: string): Text | undefined {
  if (/^\s*[+-]?[\d.]+\s*[%％]\s*$/.test(cell)) return text('写成小数：5% 填 0.05', 'write a decimal: 0.05 for 5%');
  if (/[０-９．，－]/.test(cell)) return text('改用半角数字', 'use ordinary (half-width) digits');
  if (/^\s*[+-]?\d{1,3}(,\d{3})+(\.\d+)?\s*$/.test(cell))
    return text('去掉千分位逗号', 'remove the thousands separators');
  if (/^\s*[+-]?[\d.]+\s*\D+$/.test(cell))
    return text('只填数值，单位写在单位列', 'write the number alone; the unit stands in its own column or heading');
  return undefined;
}

const shown = (cell: Cell): string => (typeof cell === 'object' ? '{…}' : String(cell).slice(0, 40));

const hasControlCharacter = (value: string): boolean => /[\u0000-\u001f\u007f]/.test(value);
