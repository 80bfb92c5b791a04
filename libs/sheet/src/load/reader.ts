/** Reads a parsed YAML tree field by field, collecting every structural fault with its path. */
import type { Node } from '../ast';
import { sheetFault, text } from '../fault';
import { parseFormula } from '../formula/parse-formula';
import type { Confidence, Fault, FieldNotes, Text, ValueType } from '../model';

export type Tree = Record<string, unknown>;

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const DECIMAL = /^[+-]?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CONFIDENCES: readonly string[] = ['official', 'secondary', 'provisional'] satisfies Confidence[];
const TYPES: readonly string[] = ['number', 'text', 'boolean', 'date'] satisfies ValueType[];

/** 2024-02-30 reads as 1 March in a lenient calendar; here it is no day. */
function isRealDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Words of the formula language that cannot name a column; function names can, since a call has its bracket. */
const RESERVED = new Set(['and', 'or', 'not', 'where', 'true', 'false']);

export class Reader {
  readonly faults: Fault[] = [];

  fail(code: string, place: string, zh: string, en: string): void {
    this.faults.push(sheetFault(code, place, text(zh, en)));
  }

  /** A mapping with no keys but the allowed ones; any keys when none are listed. */
  tree(value: unknown, place: string, allowed?: readonly string[], required: readonly string[] = []): Tree {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fail('SHEET_MAPPING', place, '应为键值结构', 'a mapping is expected here');
      return {};
    }
    for (const key of Object.keys(value)) {
      if (allowed && !allowed.includes(key)) {
        this.fail(
          'SHEET_UNKNOWN_KEY',
          place,
          `未知的键 ${key}，可用：${allowed.join('、')}`,
          `unknown key ${key}; known: ${allowed.join(', ')}`,
        );
      }
    }
    for (const key of required) {
      if ((value as Tree)[key] === undefined) this.fail('SHEET_MISSING_KEY', place, `缺少 ${key}`, `${key} is missing`);
    }
    return value as Tree;
  }

  /** The entries of an optional mapping from names to things. */
  entries(value: unknown, place: string): [string, unknown][] {
    if (value === undefined || value === null) return [];
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.fail('SHEET_MAPPING', place, '应为键值结构', 'a mapping is expected here');
      return [];
    }
    const entries = Object.entries(value);
    if (entries.length > 500) this.fail('SHEET_TOO_LARGE', place, '条目超过 500', 'more than 500 entries');
    return entries.slice(0, 500).filter(([name]) => {
      const good = NAME.test(name) && !RESERVED.has(name);
      if (!good)
        this.fail(
          'SHEET_NAME',
          `${place}.${name.slice(0, 40)}`,
          '名称须为小写字母、数字、下划线，且不是公式保留字',
          'a name is lower-case letters, digits and _, and no word of the formula language',
        );
      return good;
    });
  }

  list(value: unknown, place: string): unknown[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.fail('SHEET_LIST', place, '应为列表', 'a list is expected here');
    return [];
  }

  names(value: unknown, place: string): string[] {
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((v, i) =>
      this.string(v, `${place}.${i}`),
    );
  }

  string(value: unknown, place: string, fallback = ''): string {
    if (value === undefined || value === null) {
      if (fallback === '') this.fail('SHEET_MISSING_KEY', place, '缺少值', 'a value is missing');
      return fallback;
    }
    if (typeof value === 'object') {
      this.fail('SHEET_TEXT', place, '应为文本', 'text is expected here');
      return fallback;
    }
    return String(value);
  }

  optional(value: unknown, place: string): string | undefined {
    return value === undefined || value === null ? undefined : this.string(value, place);
  }

  /** The name of a fault: capitals, as the rest of the service writes them. */
  code(value: unknown, place: string): string {
    const code = this.string(value, place);
    if (!/^[A-Z][A-Z0-9_]{1,39}$/.test(code))
      this.fail('SHEET_CODE', place, '应为大写字母、数字和下划线', 'capitals, digits and underscores are expected');
    return code;
  }

  day(value: unknown, place: string): string | undefined {
    const day = this.optional(value, place);
    if (day !== undefined && (!DAY.test(day) || !isRealDay(day))) {
      this.fail(
        'SHEET_DATE',
        place,
        `不是日期：${day}（应为 2025-01-31 的形式）`,
        `not a date: ${day} (write 2025-01-31)`,
      );
    }
    return day;
  }

  /** A decimal, kept as the text that was written. */
  amount(value: unknown, place: string): string | undefined {
    const found = this.optional(value, place);
    if (found !== undefined && !DECIMAL.test(found)) {
      const shown = found.slice(0, 40);
      this.fail('SHEET_NUMBER', place, `不是十进制数：${shown}`, `not a decimal number: ${shown}`);
      return '0';
    }
    return found;
  }

  /** A value of the declared type, kept as text. */
  value(value: unknown, type: ValueType, place: string): string {
    if (value === undefined || value === null) return this.string(value, place);
    if (type === 'number') return this.amount(value, place) ?? '';
    if (type === 'date') return this.day(value, place) ?? '';
    const found = this.string(value, place);
    if (type === 'boolean' && found !== 'true' && found !== 'false')
      this.fail('SHEET_FLAG', place, '应为 true 或 false', 'true or false is expected');
    return found;
  }

  digits(value: unknown, place: string): number | undefined {
    const found = this.optional(value, place);
    if (found === undefined) return undefined;
    if (!/^\d{1,2}$/.test(found) || Number(found) > 18) {
      this.fail('SHEET_DECIMALS', place, '小数位数为 0 到 18', 'decimals go from 0 to 18');
      return 0;
    }
    return Number(found);
  }

  flag(value: unknown, place: string, fallback: boolean): boolean {
    if (value === undefined) return fallback;
    if (typeof value !== 'boolean') this.fail('SHEET_FLAG', place, '应为 true 或 false', 'true or false is expected');
    return value === true;
  }

  text(value: unknown, place: string, fallback?: string): Text {
    if (value === undefined && fallback !== undefined) return { zh: fallback, en: fallback };
    if (typeof value === 'string') return { zh: value, en: value };
    const tree = this.tree(value, place, ['zh', 'en'], ['zh', 'en']);
    return { zh: String(tree.zh ?? ''), en: String(tree.en ?? '') };
  }

  notes(tree: Tree, place: string): FieldNotes {
    return {
      help: tree.help === undefined ? undefined : this.text(tree.help, `${place}.help`),
      clause: this.optional(tree.clause, `${place}.clause`),
      example: this.optional(tree.example, `${place}.example`),
    };
  }

  confidence(value: unknown, place: string): Confidence {
    const found = this.string(value, place, 'provisional');
    if (!CONFIDENCES.includes(found)) {
      this.fail(
        'SHEET_CONFIDENCE',
        place,
        `可信度为 ${CONFIDENCES.join('、')}`,
        `confidence is one of ${CONFIDENCES.join(', ')}`,
      );
      return 'provisional';
    }
    return found as Confidence;
  }

  type(value: unknown, place: string): ValueType {
    const found = this.string(value, place, 'number');
    if (found === 'unit') return 'text';
    if (!TYPES.includes(found)) {
      this.fail('SHEET_TYPE', place, `类型为 ${TYPES.join('、')}、unit`, `type is one of ${TYPES.join(', ')}, unit`);
      return 'text';
    }
    return found as ValueType;
  }
}

/** Parses a formula; a fault is recorded at the place it stands. */
export function formulaNode(r: Reader, formula: string, place: string): Node | undefined {
  const { ast, fault } = parseFormula(formula);
  if (fault) {
    const near = fault.piece ? ` “${fault.piece}”` : '';
    r.fail(
      fault.code,
      place,
      `公式第 ${fault.at + 1} 个字符处无法识别${near}`,
      `the formula cannot be read at character ${fault.at + 1}${near}`,
    );
  }
  return ast;
}
