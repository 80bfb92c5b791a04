import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  UNKNOWN_METHOD: { status: 404, zh: '没有核算方法 {method}', en: 'There is no method {method}' },
  PERIOD_REVERSED: { status: 422, zh: '报告期的结束早于开始', en: 'The period ends before it begins' },
  UNKNOWN_REGION: { status: 422, zh: '没有代码为 {region} 的地区', en: 'There is no region with the code {region}' },
  FILING_LOCKED: {
    status: 409,
    zh: '填报处于“{status}”状态，不能修改',
    en: 'The filing is {status} and cannot be changed',
  },
  REVISION_CONFLICT: {
    status: 409,
    zh: '填报已被他人改到第 {current} 版，请重新载入后再保存',
    en: 'Somebody changed the filing to revision {current} meanwhile; load it again before saving',
  },
  NOT_IN_REVIEW: {
    status: 409,
    zh: '填报处于“{status}”状态，不在审核中',
    en: 'The filing is {status}, not in review',
  },
  NOT_APPROVED: {
    status: 409,
    zh: '填报处于“{status}”状态，审核通过后才能签发',
    en: 'The filing is {status}; only an approved one is issued',
  },
  REMARKS_MISSING: { status: 422, zh: '退回时请说明原因', en: 'Say why the filing goes back' },
  NOT_CALCULATED: { status: 409, zh: '还没有核算结果', en: 'There is no result yet' },
  RUN_OVER: { status: 409, zh: '核算已经结束', en: 'The run is over' },
  FILE_MISSING: { status: 422, zh: '请上传一个 .xlsx 文件', en: 'Upload an .xlsx file' },
  SOURCE_NOT_ISSUED: {
    status: 422,
    zh: '引用的填报 {filing} 不存在、无权读取或尚未签发',
    en: 'The referenced filing {filing} does not exist, is not yours to read or is not issued',
  },
  SOURCE_TABLE_UNKNOWN: {
    status: 422,
    zh: '引用的结果里没有表“{table}”或列“{column}”',
    en: 'The referenced result has no table "{table}" or no column "{column}"',
  },
  SOURCE_UNKNOWN: {
    status: 422,
    zh: '引用的来源 {source} 不存在、无权读取、未完成，或没有表“{table}”',
    en: 'The source {source} does not exist, is not yours to read, is not finished, or has no table "{table}"',
  },
  SOURCE_UNIT: {
    status: 422,
    zh: '引用的列“{there}”单位是 {unit}，此处的“{here}”需要 {wanted}',
    en: 'The referenced column "{there}" is in {unit}; "{here}" needs {wanted}',
  },
  FACTOR_UNIT: {
    status: 422,
    zh: '因子“{id}”的单位是 {unit}，此处需要 {wanted}',
    en: 'The factor "{id}" is in {unit}; {wanted} is needed here',
  },
  PROVISIONAL_FACTOR: {
    status: 409,
    zh: '因子“{id}”是暂定值，结果只能试算，不能签发',
    en: 'The factor "{id}" is provisional: the result can be tried, not issued',
  },
  METHOD_VERSION_TAKEN: {
    status: 422,
    zh: '{method} 的版本 {version} 已经发布，已发布的版本不再改动，请改用新的版本号',
    en: 'Version {version} of {method} is published already and does not change; take a new version number',
  },
  METHOD_PERIODS_CLASH: {
    status: 409,
    zh: '有 {count} 个已发布的版本与本版在同一天、同一地区都有效，不能发布',
    en: 'For one day and region {count} published versions would be in force beside this one: it cannot be published',
  },
  METHOD_PERIOD_TAKEN: {
    status: 409,
    zh: '{method} 的 {version} 版自 {from} 起有效{to}（地区 {regions}），与自 {ownFrom} 起的本版重叠',
    en: 'Version {version} of {method} is in force from {from}{to} (regions {regions}) and overlaps with this one from {ownFrom}',
    remedy: {
      zh: '请改 valid：起始日晚于该版的起始日；该版有截止日的，晚于截止日。或者改 regions，换成更小的地区',
      en: 'Change valid: begin after that version begins, or after its end where it has one. Or change regions to a smaller area',
    },
  },
  METHOD_WITHOUT_EXAMPLE: {
    status: 409,
    zh: '方法没有算例，不能发布',
    en: 'The sheet has no worked example and cannot be published',
  },
  METHOD_EXAMPLES_FAIL: {
    status: 409,
    zh: '{count} 个算例未能复现，不能发布',
    en: 'The sheet does not reproduce {count} of its own examples and cannot be published',
  },
  METHOD_EXAMPLE_FAILS: {
    status: 409,
    zh: '算例“{example}”：{difference}',
    en: 'Example "{example}": {difference}',
  },
  METHOD_PROPOSAL_NOT_OPEN: {
    status: 409,
    zh: '提议处于“{status}”状态，不能再处理',
    en: 'The proposal is {status} and no longer open',
  },
  TRIAL_TOO_LARGE: {
    status: 422,
    zh: '试算最多 {most} 行，现有 {rows} 行',
    en: 'A trial takes at most {most} rows; there are {rows}',
  },
  TRIAL_REFERENCES: {
    status: 422,
    zh: '试算不能引用其他填报的结果，请直接填入行',
    en: 'A trial cannot take tables of other filings; enter the rows themselves',
  },
  RUN_LOST: {
    status: 500,
    zh: '核算多次中断，未能完成；请重新提交，若再次出现请联系管理员',
    en: 'The run was interrupted several times and did not finish; submit again, and tell the administrator if it recurs',
  },
});
