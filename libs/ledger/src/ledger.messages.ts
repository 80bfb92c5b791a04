import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  LEDGER_AMOUNT: {
    status: 422,
    zh: '数量“{amount}”应为不超过 {scale} 位小数的非负数',
    en: 'The amount "{amount}" must be a number of zero or more with at most {scale} decimals',
  },
  LEDGER_UNKNOWN_ASSET: { status: 422, zh: '没有资产 {asset}', en: 'There is no asset {asset}' },
  KEY_REUSED: {
    status: 409,
    zh: '同一编号已用于另一内容的请求',
    en: 'The key was used for a request with another content',
  },
  LIMIT: {
    status: 409,
    zh: '账户 {account} 可用 {available}，不足 {asked}；未记账',
    en: 'Account {account} has {available} available, less than {asked}; nothing was posted',
  },
  CEILING: {
    status: 409,
    zh: '账户 {account} 最多再收 {room}，不能收 {asked}；未记账',
    en: 'Account {account} can take {room} more, not {asked}; nothing was posted',
  },
  HOLD_EXCEEDED: {
    status: 409,
    zh: '冻结 {hold} 只剩 {left}，不足 {asked}；未记账',
    en: 'The hold {hold} has {left} left, less than {asked}; nothing was posted',
  },
  HOLD_NEEDED: {
    status: 409,
    zh: '账户 {account}：冻结中的单位只能按其冻结进出；未记账',
    en: 'Account {account}: held units come by a hold and leave by naming it; nothing was posted',
  },
  UNKNOWN_ACCOUNT: {
    status: 422,
    zh: '没有账户 {account}；未记账',
    en: 'There is no account {account}; nothing was posted',
  },
  ACCOUNT_CLOSED: {
    status: 409,
    zh: '账户 {account} 已关闭；未记账',
    en: 'Account {account} is closed; nothing was posted',
  },
  NOT_YOURS: {
    status: 403,
    zh: '账户 {account} 不属于您的单位；未记账',
    en: 'Account {account} is not your organisation’s; nothing was posted',
  },
  FINAL: {
    status: 409,
    zh: '账户 {account} 中的单位已清缴或注销，不能再转出；未记账',
    en: 'Units in account {account} are surrendered or retired and never move again; nothing was posted',
  },
  ASSET_MISMATCH: {
    status: 422,
    zh: '转出与转入账户的资产不同；未记账',
    en: 'The two accounts keep different assets; nothing was posted',
  },
  SAME_ACCOUNT: {
    status: 422,
    zh: '转出与转入是同一账户；未记账',
    en: 'The transfer goes from an account to itself; nothing was posted',
  },
  AMOUNT_INVALID: {
    status: 422,
    zh: '数量应为大于零的整数（最小单位）；未记账',
    en: 'The amount must be a positive whole number of minor units; nothing was posted',
  },
  SERIALS_INVALID: {
    status: 409,
    zh: '序列号 {serials} 不在转出账户、与数量不符或已经签发；未记账',
    en: 'The serials {serials} are not in the account, do not make up the amount or were given before; nothing was posted',
  },
  UNKNOWN_HOLD: { status: 422, zh: '没有冻结 {hold}；未记账', en: 'There is no hold {hold}; nothing was posted' },
  PARKED: {
    status: 500,
    zh: '数据库不接受这一请求，已搁置待查；未记账',
    en: 'The database does not take this request; it is parked for inspection and nothing was posted',
  },
  ALREADY_USED: {
    status: 409,
    zh: '{attributeZh} {subject}（{period}）已由{firstZh}；同一权益只能使用一次',
    en: '{attributeEn} of {subject} ({period}) was used by {firstEn}; it can be used once only',
    remedy: {
      zh: '改用未使用的权益，或由登记方以冲销记录解除在先使用',
      en: 'Use what is free, or have the earlier use released by a counter-entry',
    },
  },
  USED_BEYOND_QUANTITY: {
    status: 409,
    zh: '{attributeZh} {subject}（{period}）还可使用 {available}，不足 {asked}；首先使用：{firstZh}',
    en: '{attributeEn} of {subject} ({period}) has {available} left, less than {asked}; first used by {firstEn}',
  },
  NOT_IN_PARTS: {
    status: 422,
    zh: '{attributeZh} {subject}（{period}）没有以该单位登记可分割数量，不能使用 {asked}',
    en: '{attributeEn} of {subject} ({period}) is not registered in that unit, so {asked} of it cannot be used',
    remedy: { zh: '先登记数量和单位，或按整体使用', en: 'Register its quantity and unit first, or use it as a whole' },
  },
  UNKNOWN_ATTRIBUTE: {
    status: 422,
    zh: '没有权益种类 {attribute}；可用：{known}',
    en: 'There is no attribute {attribute}; known are: {known}',
  },
  UNKNOWN_USE: { status: 422, zh: '没有用途 {use}；可用：{known}', en: 'There is no use {use}; known are: {known}' },
});
