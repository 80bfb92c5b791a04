/** Checks request bodies and queries by their classes and names every field that is wrong, in both languages. */
import { ValidationPipe } from '@nestjs/common';
import type { Fault, Text } from '@qingheng/sheet';
import type { ValidationError } from 'class-validator';
import { faultOf, sentence } from './messages';
import { refuse } from './platform.messages';
import type { Refusal } from './refusal';

export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: refusalOf,
  });
}

export function refusalOf(errors: ValidationError[]): Refusal {
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  return refuse('INVALID_INPUT', { count: faults.length }, faults);
}

function faultsOf(error: ValidationError, parent: string): Fault[] {
  const column = parent ? `${parent}.${error.property}` : error.property;
  const nested = (error.children ?? []).flatMap((child) => faultsOf(child, column));
  const broken = Object.entries(error.constraints ?? {});
  // A missing value breaks every rule of its field; one fault says it.
  const missing = broken.find(([rule]) => rule === 'isDefined' || rule === 'isNotEmpty');
  const own = (missing ? [missing] : broken).map(([rule, english]) =>
    faultOfRule(rule, english, column, error.property),
  );
  return [...own, ...nested];
}

function faultOfRule(rule: string, english: string, column: string, property: string): Fault {
  if (rule === 'isDefined' || rule === 'isNotEmpty') return faultOf('REQUIRED', { column });
  if (rule === 'whitelistValidation') return faultOf('UNKNOWN_FIELD', { column }, { field: property });
  const code = codes[rule] ?? 'INVALID_VALUE';
  const numbers = english.match(/-?\d+(\.\d+)?/g) ?? [];
  const zh = chinese[rule]?.(numbers, english) ?? sentence(code).zh;
  const message: Text = { zh, en: english };
  return { column, code, message };
}

const codes: Record<string, string> = {
  isNumber: 'NOT_A_NUMBER',
  isInt: 'NOT_A_NUMBER',
  isNumberString: 'NOT_A_NUMBER',
  isDecimal: 'NOT_A_NUMBER',
  min: 'OUT_OF_RANGE',
  max: 'OUT_OF_RANGE',
  isPositive: 'OUT_OF_RANGE',
  minLength: 'OUT_OF_RANGE',
  maxLength: 'OUT_OF_RANGE',
  isLength: 'OUT_OF_RANGE',
  arrayMinSize: 'OUT_OF_RANGE',
  arrayMaxSize: 'OUT_OF_RANGE',
};

/** class-validator speaks English only; the numbers of its sentence are the limits of the rule. */
const chinese: Record<string, (numbers: string[], english: string) => string> = {
  isString: () => '应为文本',
  isInt: () => '应为整数',
  isNumber: () => '应为数字',
  isNumberString: () => '应为数字',
  isDecimal: () => '应为十进制数',
  isBoolean: () => '应为 true 或 false',
  isArray: () => '应为列表',
  isObject: () => '应为对象',
  isUuid: () => '应为 UUID',
  isEmail: () => '应为电子邮箱',
  isUrl: () => '应为网址',
  isDateString: () => '应为日期，如 2025-12-31',
  isIso8601: () => '应为日期，如 2025-12-31',
  matches: () => '格式不符',
  isIn: (_, english) => `应为下列之一：${english.split('following values: ')[1] ?? ''}`,
  isEnum: (_, english) => `应为下列之一：${english.split('following values: ')[1] ?? ''}`,
  min: ([limit]) => `不得小于 ${limit}`,
  max: ([limit]) => `不得大于 ${limit}`,
  minLength: ([limit]) => `至少 ${limit} 个字符`,
  maxLength: ([limit]) => `最多 ${limit} 个字符`,
  arrayMinSize: ([limit]) => `至少 ${limit} 项`,
  arrayMaxSize: ([limit]) => `最多 ${limit} 项`,
};
