import { registerMessages } from '@qingheng/platform';

export const refuseRuleSet = registerMessages({
  UNKNOWN_RULE_SET: { status: 422, zh: '没有规则集“{id}”', en: 'There is no rule set "{id}"' },
  NO_PRICE: {
    status: 422,
    zh: '价格“{key}”没有 {year} 年及以前的值',
    en: 'The price "{key}" has no value of {year} or before',
    remedy: { zh: '换一个价格年份，或在本次比较中给出当地价格', en: 'Take another year, or give a local price' },
  },
  NEGATIVE_PRICE: {
    status: 422,
    zh: '价格“{key}”须为不小于 0 的数',
    en: 'The price "{key}" must be a number not below 0',
  },
  NO_QUANTITIES: { status: 422, zh: '没有任何指标的数量', en: 'There are quantities for no indicator' },
  UNKNOWN_INDICATOR: {
    status: 422,
    zh: '两个规则集都没有指标“{code}”',
    en: 'Neither rule set has the indicator "{code}"',
  },
});
