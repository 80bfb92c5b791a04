/** Whether a value has the shape of a footprint: types, required fields, signs and ranges, each fault at its place. */
import { Rational } from '@qingheng/sheet';
import type { Finding, Severity, Text } from '../model';
import type { Field, Shape } from './fields';
import { momentOf } from './moment';

const DECIMAL = /^[+-]?\d{1,60}(\.\d{1,60})?([eE][+-]?\d{1,3})?$/;

/** Exact; undefined where the text is no decimal. */
export function decimalOf(text: unknown): Rational | undefined {
  return typeof text === 'string' && DECIMAL.test(text) ? Rational.parse(text) : undefined;
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 6901. */
const token = (name: string | number): string => String(name).replaceAll('~', '~0').replaceAll('/', '~1');

export class ShapeCheck {
  readonly findings: Finding[] = [];

  add(rule: string, pointer: string, zh: string, en: string, severity: Severity = 'error'): void {
    this.findings.push({ rule, pointer, severity, message: { zh, en } });
  }

  value(value: unknown, shape: Shape, pointer: string): void {
    if (value === null) {
      this.add('PF-NULL', pointer, '不得为 null；没有的字段请略去', 'null is not allowed; leave out what is not known');
      return;
    }
    switch (shape.is) {
      case 'decimal':
        return this.decimal(value, shape.range, pointer);
      case 'text':
        return this.text(value, shape, pointer);
      case 'choice':
        if (!shape.of.includes(value as string))
          this.add('PF-CHOICE', pointer, `应为下列之一：${shape.of.join('、')}`, `one of: ${shape.of.join(', ')}`);
        return;
      case 'moment':
        if (momentOf(value) === undefined)
          this.type(pointer, {
            zh: '应为带时区的时间，如 2025-01-01T00:00:00Z',
            en: 'a time with its zone, such as 2025-01-01T00:00:00Z',
          });
        return;
      case 'boolean':
        if (typeof value !== 'boolean') this.type(pointer, { zh: '应为 true 或 false', en: 'true or false' });
        return;
      case 'list':
        return this.list(value, shape, pointer);
      case 'object':
        return this.object(value, shape.fields, pointer);
      case 'tree':
        if (!isTree(value)) this.type(pointer, { zh: '应为对象', en: 'an object' });
    }
  }

  private type(pointer: string, { zh, en }: Text): void {
    this.add('PF-TYPE', pointer, zh, `expected ${en}`);
  }

  private decimal(value: unknown, range: string, pointer: string): void {
    const number = decimalOf(value);
    if (!number) {
      const hint = typeof value === 'number';
      return this.add(
        'PF-DECIMAL',
        pointer,
        hint ? '数值须以字符串给出，如 "12.5"' : '应为十进制数字符串，如 "12.5" 或 "1.2e+6"',
        hint ? 'decimals are strings, such as "12.5"' : 'expected a decimal as a string, such as "12.5" or "1.2e+6"',
      );
    }
    const sign = number.sign();
    if (range === 'plus' && sign < 0) this.add('PF-SIGN', pointer, '不得为负数', 'must not be negative');
    if (range === 'minus' && sign > 0)
      this.add('PF-SIGN', pointer, '清除量须为零或负数', 'a removal or uptake is zero or negative');
    if (range === 'above' && sign <= 0) this.add('PF-SIGN', pointer, '须大于 0', 'must be above 0');
    const between = (low: number, high: number): boolean =>
      number.cmp(Rational.of(low)) >= 0 && number.cmp(Rational.of(high)) <= 0;
    if (range === 'percent' && !between(0, 100)) this.add('PF-PERCENT', pointer, '应在 0 至 100 之间', 'from 0 to 100');
    if (range === 'rating' && !between(1, 5)) this.add('PF-DQR', pointer, '应在 1 至 5 之间', 'from 1 to 5');
  }

  private text(value: unknown, { filled, form, hint }: Shape & { is: 'text' }, pointer: string): void {
    if (typeof value !== 'string') return this.type(pointer, { zh: '应为文本', en: 'a text' });
    if (filled && !value.trim()) this.add('PF-EMPTY', pointer, '不得为空', 'must not be empty');
    else if (form && !form.test(value)) this.add('PF-FORMAT', pointer, `格式应如 ${hint}`, `written as ${hint}`);
  }

  private list(value: unknown, { of, unique }: Shape & { is: 'list' }, pointer: string): void {
    if (!Array.isArray(value)) return this.type(pointer, { zh: '应为列表', en: 'a list' });
    if (!value.length)
      this.add(
        'PF-EMPTY',
        pointer,
        '列表不得为空；没有时请略去该字段',
        'a list has at least one entry; leave the field out otherwise',
      );
    if (unique && new Set(value.map((item) => JSON.stringify(item))).size < value.length)
      this.add('PF-UNIQUE', pointer, '列表中有重复项', 'the list names something twice');
    for (const [i, item] of value.entries()) this.value(item, of, `${pointer}/${i}`);
  }

  private object(value: unknown, fields: Record<string, Field>, pointer: string): void {
    if (!isTree(value)) return this.type(pointer, { zh: '应为对象', en: 'an object' });
    for (const [name, { shape, rule }] of Object.entries(fields)) {
      const there = `${pointer}/${token(name)}`;
      if (value[name] !== undefined) this.value(value[name], shape, there);
      else if (rule === 'must') this.add('PF-REQUIRED', there, '必填字段缺失', 'a required field is missing');
      else if (rule === 'shall')
        this.add(
          'PF-SHALL',
          there,
          'PACT 方法学要求报告此项',
          'the PACT methodology requires this to be reported',
          'warning',
        );
      else if (rule === 'should')
        this.add(
          'PF-SHOULD',
          there,
          'PACT 方法学建议报告此项',
          'the PACT methodology asks for this to be reported',
          'warning',
        );
    }
  }
}
