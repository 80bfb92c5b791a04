import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  NO_CLAIM: {
    status: 409,
    zh: '核算方法 {method} 的结果不能转为碳足迹标识',
    en: 'The results of {method} cannot become a footprint label',
  },
  PRODUCT_NOT_CHOSEN: {
    status: 422,
    zh: '结果有多个产品（{products}），请指明为哪一个签发',
    en: 'The result has several products ({products}); say which one the label is for',
  },
  BOUNDARY_MISSING: {
    status: 422,
    zh: '未填系统边界，不能签发标识；请退回补填',
    en: 'The system boundary is not filed, so no label can be issued; return the filing for it',
  },
  LABEL_WITHDRAWN: { status: 409, zh: '标识 {number} 已经撤销', en: 'The label {number} is already withdrawn' },
  CERTIFICATE_EVIDENCE: {
    status: 422,
    zh: '按绿证供电须写明绿证代码和编号区间，数量须是电量',
    en: 'Power by certificates needs the code and the numbers of the certificates, and an amount of energy',
    remedy: { zh: '写成 GEC25 1-250；多段用分号隔开', en: 'Write GEC25 1-250, further ranges after a semicolon' },
  },
  CERTIFICATE_UNKNOWN: {
    status: 422,
    zh: '登记簿中没有绿证 {certificates}',
    en: 'The registry has no green certificates {certificates}',
    remedy: { zh: '先在登记簿登记绿证', en: 'Have the certificates registered first' },
  },
  CERTIFICATE_YEAR: {
    status: 422,
    zh: '绿证 {certificates} 是 {vintage} 年的，报告期为 {years}；须为同年绿证',
    en: 'The certificates {certificates} are of {vintage}, the period is {years}; they must be of the same year',
  },
  CERTIFICATE_NOT_HELD: {
    status: 422,
    zh: '绿证 {certificates} 共 {count} 张，申报单位只持有其中 {held} 张',
    en: 'Of the {count} certificates {certificates} the enterprise holds {held}',
  },
  CERTIFICATE_TOO_FEW: {
    status: 422,
    zh: '绿证 {count} 张（1 张 = 1 MWh）少于所申报的 {mwh} MWh',
    en: '{count} certificates of 1 MWh are less than the {mwh} MWh filed',
  },
  BASE_LABEL: {
    status: 422,
    zh: '基准标识 {number} 不可用：须为本单位同一产品、方法和声明单位的有效标识，报告期在前',
    en: 'The base label {number} does not serve: it must be an own label of the same product, method and declared unit, of an earlier period, not withdrawn',
  },
  NOT_REDUCED: {
    status: 409,
    zh: '数值 {value} 不低于基准 {base}（{unit}），不能签发减碳标识',
    en: 'The figure {value} is not below the base {base} ({unit}); no reduced label can be issued',
  },
  OFFSET_NEEDED: {
    status: 422,
    zh: '碳中和标识须写明抵销的产品数量和已注销减排量的编号',
    en: 'A neutral label needs the quantity of product and the numbers of cancelled credits',
  },
  OFFSET_NOT_CANCELLED: {
    status: 422,
    zh: '减排量 {credits} 共 {count} 个，由本单位注销的只有 {cancelled} 个',
    en: 'Of the {count} credits {credits} the holder has cancelled {cancelled}',
  },
  OFFSET_TOO_FEW: {
    status: 422,
    zh: '注销的减排量 {count} t CO2e 少于所需的 {needed} t CO2e',
    en: 'The cancelled credits of {count} t CO2e are less than the {needed} t CO2e needed',
  },
  READINESS_ITEM: {
    status: 422,
    zh: '没有可声明的准备事项 {item}',
    en: 'There is no readiness item {item} to declare',
  },
});
