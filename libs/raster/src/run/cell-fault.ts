/** What is wrong with one cell, in words. */
import type { Fault } from '@qingheng/sheet';
import { FAIL, type KernelInput } from '../kernel/compile';
import type { Plan } from './plan';

/** `x`, `y`: the cell of the grid in which the strip begins. */
export function cellFault(plan: Plan, code: number, { fail, stride }: KernelInput, x: number, y: number): Fault {
  const place = {
    row: String(y + Math.floor(fail.cell / stride)),
    column: String(x + (fail.cell % stride)),
  };
  const factor = fail.what >= 0 ? plan.rasters[fail.what]!.name : undefined;
  const at = { zh: `第 ${place.row} 行第 ${place.column} 列`, en: `row ${place.row}, column ${place.column}` };
  const fault = (name: string, table: string, zh: string, en: string, remedy?: [string, string]): Fault => ({
    table,
    ...place,
    code: name,
    message: { zh: `栅格 ${table} ${at.zh}：${zh}`, en: `raster ${table}, ${at.en}: ${en}` },
    ...(remedy && { remedy: { zh: remedy[0], en: remedy[1] } }),
  });
  switch (code) {
    case FAIL.range:
      return fault('OUT_OF_RANGE', factor!, `${fail.value} 超出允许范围`, `${fail.value} is out of range`);
    case FAIL.noParameter:
      return fault(
        'CLASS_WITHOUT_PARAMETER',
        factor ?? 'factors',
        `类别 ${fail.value} 没有参数`,
        `class ${fail.value} has no parameter`,
        ['在参数表中补充这一类别', 'enter the class in the parameter table'],
      );
    case FAIL.zone:
      return fault('UNKNOWN_ZONE', 'zones', `分区 ${fail.value} 不在名单中`, `zone ${fail.value} is not in the list`);
    case FAIL.class:
      return fault(
        'UNKNOWN_CLASS',
        'classes',
        `类别 ${fail.value} 不在名单中`,
        `class ${fail.value} is not in the list`,
      );
    case FAIL.tooLarge:
      return fault(
        'VALUE_TOO_LARGE',
        'result',
        `${fail.value} 过大，无法按所要求的小数位相加`,
        `${fail.value} is too large to be added with so many decimals`,
        ['减少小数位或改用更大的单位', 'ask for fewer decimals or a larger unit'],
      );
    default:
      return fault(
        'DIVISION_BY_ZERO',
        'result',
        '除数为零或结果不是有限数',
        'division by zero, or the result is no finite number',
        ['检查这一像元的各因子', 'look at the factors of this cell'],
      );
  }
}
