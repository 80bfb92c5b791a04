import { registerMessages } from '@qingheng/platform';

export const refuseCatalogue = registerMessages({
  PRODUCT_SERVICE: {
    status: 422,
    zh: '“{service}”不是目录的指标',
    en: '"{service}" is no indicator of the catalogue',
    remedy: {
      zh: '使用指标名称，如 水源涵养、畜牧业产品',
      en: 'Use the name of an indicator, such as water retention or livestock',
    },
  },
  PRODUCT_REGION: {
    status: 422,
    zh: '没有代码为“{region}”的旗县或盟市',
    en: 'There is no banner or league "{region}"',
    remedy: { zh: '填写 GB/T 2260 六位代码', en: 'Use the six digits of GB/T 2260' },
  },
  PRODUCT_UNIT: { status: 422, zh: '不认识单位“{unit}”', en: 'The unit "{unit}" is not known' },
  PRODUCT_PERIOD: { status: 422, zh: '止期早于起期', en: 'The period ends before it begins' },
  PRODUCT_MARK: {
    status: 422,
    zh: '有质量标识必须填写证书号，没有标识则不填',
    en: 'A quality mark needs the number of its certificate, and no certificate stands without a mark',
  },
  PRODUCT_KNOWN: { status: 422, zh: '编码 {code} 已在目录中', en: 'The code {code} is in the catalogue already' },
  PRODUCT_STATE: {
    status: 409,
    zh: '产品处于“{status}”，不能改为“{wanted}”',
    en: 'The product is {status} and cannot become {wanted}',
  },
  PRODUCT_NOT_YOURS: {
    status: 403,
    zh: '这一步由{who}办理',
    en: 'This step is taken by the {who}',
  },
  OBSERVED_BEFORE: {
    status: 409,
    zh: '{day} 已有同一来源的监测值',
    en: 'There is a value of that source for {day} already',
  },
  OBSERVED_LATER: { status: 422, zh: '监测日期在今天之后', en: 'The day of monitoring lies in the future' },
});
