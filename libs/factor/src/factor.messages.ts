import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  FACTOR_MOVED_ON: {
    status: 409,
    zh: '因子“{id}”已是第 {current} 版，提案依据的是第 {base} 版',
    en: 'The factor "{id}" is at version {current} by now; the proposal was made on version {base}',
    remedy: { zh: '对照新版本后重新提案', en: 'Compare with the new version and propose again' },
  },
  FACTOR_UNCHANGED: {
    status: 422,
    zh: '因子“{id}”与现行版本完全相同',
    en: 'The factor "{id}" is the same as the version that counts',
    remedy: { zh: '删去该行，或改正要更新的内容', en: 'Leave the row out, or correct what should change' },
  },
  FACTOR_FIELD_UNKNOWN: { status: 422, zh: '没有字段“{field}”', en: 'There is no field "{field}"' },
  FACTOR_TWICE: {
    status: 422,
    zh: '因子“{id}”在第 {row} 行已出现',
    en: 'The factor "{id}" stands in row {row} already',
  },
  FACTOR_GASES_FORM: {
    status: 422,
    zh: '分气体数据应写成“CO2=0.55; CH4=0.0008”，气体须在所选 GWP 组中',
    en: 'Gases are written as "CO2=0.55; CH4=0.0008", each one a gas of the GWP set',
  },
  FACTOR_GASES_SET: {
    status: 422,
    zh: '给出分气体数据时须同时给出 GWP 组（{sets}），反之亦然',
    en: 'Gases need their GWP set ({sets}), and a set its gases',
  },
  FACTOR_GASES_DISAGREE: {
    status: 422,
    zh: '分气体数据按 {set} 合计为 {sum}，与数值 {value} 相差超过 1 %',
    en: 'By {set} the gases make {sum}, more than 1 % off the value {value}',
    remedy: { zh: '核对各气体数量的单位和 GWP 组', en: 'Check the unit of the gases and the GWP set' },
  },
  FACTOR_DQR_FORM: {
    status: 422,
    zh: '数据质量应为五个 1 至 5 的数，以分号分隔，依次为可靠性、完整性、时间、地域、技术',
    en: 'Quality is five numbers from 1 to 5 with semicolons: reliability, completeness, time, place, technology',
  },
  FACTOR_SIGMA: {
    status: 422,
    zh: '对数标准差应在 0 到 5 之间',
    en: 'The deviation of the logarithm is between 0 and 5',
  },
  FACTOR_WITHDRAWN_BEFORE: {
    status: 409,
    zh: '因子“{id}”第 {version} 版已撤下',
    en: 'Version {version} of the factor "{id}" is withdrawn already',
  },
  WITHDRAWAL_THERE: {
    status: 409,
    zh: '因子“{id}”第 {version} 版已有撤下申请',
    en: 'The withdrawal of version {version} of "{id}" was asked for already',
  },
  PROPOSAL_NOT_OPEN: {
    status: 409,
    zh: '提案处于“{status}”状态，不能再处理',
    en: 'The proposal is {status} and takes no further decision',
  },
  PROPOSAL_REMARKS: { status: 422, zh: '退回时请说明原因', en: 'Say why the proposal goes back' },
  IMPORT_EMPTY: { status: 422, zh: '表格里没有数据行', en: 'The table has no rows' },
  IMPORT_TOO_LONG: {
    status: 422,
    zh: '一次最多导入 {most} 行',
    en: 'At most {most} rows at a time',
    remedy: { zh: '拆成几个文件', en: 'Split the file' },
  },
  IMPORT_NOT_TABLE: {
    status: 422,
    zh: '文件不是可读取的 .xlsx 或 CSV：{why}',
    en: 'The file is no readable .xlsx or CSV: {why}',
  },
  IMPORT_MAPPING: {
    status: 422,
    zh: '列对应有误：“{column}”',
    en: 'The mapping of columns is not right: "{column}"',
    remedy: { zh: '每个字段只对应一列，且列须在文件中', en: 'One column of the file for each field' },
  },
  IMPORT_UNMAPPED: { status: 422, zh: '必填字段“{field}”没有对应的列', en: 'The field "{field}" needs a column' },
  SHADOW_DECIDED: {
    status: 409,
    zh: '该填报的影响已处理（{status}）',
    en: 'What this filing does about it was decided: {status}',
  },
  FACTOR_UNFIT: { status: 422, zh: '新版本不适用于该填报', en: 'The new version does not fit the filing' },
  UNKNOWN_GWP_SET: { status: 422, zh: '没有 GWP 组“{set}”', en: 'There is no GWP set "{set}"' },
});
