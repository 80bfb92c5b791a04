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
});
