import { registerMessages } from '@qingheng/platform';

const sources = { zh: '核对原始数据后重新导入该表', en: 'Check the source data and import the table again' };

export const refuseAccount = registerMessages({
  NOT_A_GEP_ACCOUNT: {
    status: 422,
    zh: '该填报不是已签发的生态产品总值账户（gep/account）',
    en: 'The filing is no issued GEP account (gep/account)',
    remedy: { zh: '先完成核算、审核和签发', en: 'Calculate, review and issue it first' },
  },
  ECOSYSTEM_UNMAPPED: {
    status: 422,
    zh: '生态系统“{word}”不在 SEEA 类型之中',
    en: 'The ecosystem "{word}" is none of the SEEA types',
    remedy: { zh: '在 ecosystems 中指明它归入哪一类', en: 'Say in "ecosystems" to which type it belongs' },
  },
  USE_UNKNOWN_UNIT: { status: 422, zh: '没有经济单位“{unit}”', en: 'There is no economic unit "{unit}"' },
  USE_SHARES: {
    status: 422,
    zh: '服务“{service}”的使用份额之和为 {sum}，应为 1',
    en: 'The shares of the use of "{service}" add up to {sum} instead of 1',
  },
  SEEA_ACCOUNT_CLOSED: {
    status: 409,
    zh: '账户 {number} 已结账，不能再改',
    en: 'Account {number} is closed and does not change',
    remedy: { zh: '为同一期间新建账户', en: 'Open another account for the period' },
  },
  SEEA_FAULTS: {
    status: 422,
    zh: '有 {count} 处不平衡，不能结账',
    en: '{count} identities do not hold; the account cannot be closed',
  },
  SEEA_EMPTY: { status: 422, zh: '账户还没有表', en: 'The account has no table yet' },
  SEEA_TABLE_UNKNOWN: {
    status: 422,
    zh: '工作表“{name}”不是 SEEA 表',
    en: 'The worksheet "{name}" is no SEEA table',
    remedy: {
      zh: '使用导出的工作簿或模板，保留表头的代码行',
      en: 'Use the exported workbook or template and keep its row of codes',
    },
  },
  SEEA_LINE_UNKNOWN: { status: 422, zh: '没有名为“{name}”的行', en: 'There is no line "{name}"' },
  SEEA_COLUMN_UNKNOWN: { status: 422, zh: '没有名为“{name}”的列', en: 'There is no column "{name}"' },
  SEEA_CELL: {
    status: 422,
    zh: '“{found}”不是数字',
    en: '"{found}" is no number',
    remedy: { zh: '填写小数，不带单位；没有则留空', en: 'Enter a decimal without its unit, or leave the cell empty' },
  },
  SEEA_TWICE: { status: 422, zh: '“{name}”重复', en: '"{name}" occurs twice' },
  SEEA_FIXED_BY_RUN: {
    status: 422,
    zh: '该表取自已签发的核算结果，不能另行导入',
    en: 'This table is taken from the issued result and is not imported',
  },
  NO_ACCOUNT_OF_YEAR: {
    status: 422,
    zh: '{region} 没有 {year} 年的已签发账户，不能作为基年',
    en: '{region} has no issued account of {year} to take as base year',
    remedy: { zh: '换一个有账户的年份', en: 'Take a year that has an account' },
  },
  SEEA_OPENING: {
    status: 422,
    zh: '期初为 {found}，而上一期账户 {number} 的期末为 {expected}',
    en: 'It opens with {found}, while {number}, the account before it, closes with {expected}',
    remedy: {
      zh: '以上一期期末为期初；确需重述的，在状况或资产表中列明变动',
      en: 'Open with what the last account closed with; state a revision as a change of the period',
    },
  },
  SEEA_CLOSING: {
    status: 422,
    zh: '期初 + 增加 − 减少 = {expected}，期末为 {found}',
    en: 'Opening + additions − reductions is {expected}, the closing says {found}',
    remedy: sources,
  },
  SEEA_NET_CHANGE: {
    status: 422,
    zh: '期末 − 期初 = {expected}，净变化为 {found}',
    en: 'Closing − opening is {expected}, the change says {found}',
    remedy: sources,
  },
  SEEA_TOTAL: {
    status: 422,
    zh: '各列之和为 {expected}，合计为 {found}',
    en: 'The columns add up to {expected}, the total says {found}',
    remedy: sources,
  },
  SEEA_MATRIX_OPENING: {
    status: 422,
    zh: '范围账户期初为 {expected}，矩阵该行之和为 {found}',
    en: 'The extent account opens with {expected}, the row of the matrix adds up to {found}',
    remedy: sources,
  },
  SEEA_MATRIX_CLOSING: {
    status: 422,
    zh: '范围账户期末为 {expected}，矩阵该列之和为 {found}',
    en: 'The extent account closes with {expected}, the column of the matrix adds up to {found}',
    remedy: sources,
  },
  SEEA_SUPPLY_USE: {
    status: 422,
    zh: '供给为 {expected}，使用为 {found}，两者应相等',
    en: 'Supply is {expected}, use is {found}; they have to be equal',
    remedy: { zh: '补上使用部门，或改正份额', en: 'Add the missing users or correct the shares' },
  },
  SEEA_NEGATIVE: {
    status: 422,
    zh: '{found} 为负：增减由行名表示，不用负号',
    en: '{found} is negative: the line says which way it goes',
    remedy: sources,
  },
  SEEA_INDICATOR_RANGE: {
    status: 422,
    zh: '状况指标 {found} 不在 0 与 1 之间',
    en: 'The condition indicator {found} is not within 0 and 1',
    remedy: sources,
  },
  SEEA_INDICATOR: {
    status: 422,
    zh: '按参照值应为 {expected}，表中为 {found}',
    en: 'By its reference levels it is {expected}, the table says {found}',
    remedy: sources,
  },
  DRAWS_SPREAD: {
    status: 422,
    zh: '参数“{name}”的范围应为 0 < 低 ≤ 中 ≤ 高（相对于所填值的倍数）',
    en: 'The spread of "{name}" has to be 0 < low ≤ mode ≤ high, as multiples of the filed value',
  },
  DRAWS_NOTHING: { status: 422, zh: '参数“{name}”没有影响任何项目', en: 'Parameter "{name}" touches no item' },
});
