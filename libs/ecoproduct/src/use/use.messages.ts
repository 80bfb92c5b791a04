import { registerMessages } from '@qingheng/platform';

export const refuseUse = registerMessages({
  USE_NO_SERVICES: { status: 422, zh: '账户中没有指标“{service}”', en: 'The account has no indicator "{service}"' },
  USE_NOT_CLAIMABLE: {
    status: 422,
    zh: '指标“{service}”没有登记的权属类别，不能登记使用',
    en: 'The indicator "{service}" has no attribute in the register and cannot be used',
  },
  USE_NOTHING_LEFT: {
    status: 422,
    zh: '比较的结果为 {value} 元，没有可登记的金额',
    en: 'The comparison gives {value} yuan: there is no amount to register',
  },
  USE_OTHER_REGION: {
    status: 422,
    zh: '两个账户的地区不同（{first}、{second}），不能比较',
    en: 'The accounts are of different regions ({first}, {second}) and cannot be compared',
  },
  USE_INSTALMENT_STATE: {
    status: 409,
    zh: '第 {n} 期不能支付：{why}',
    en: 'Instalment {n} cannot be paid: {why}',
    remedy: {
      zh: '按期次支付；附质量条件的期次先登记验收合格',
      en: 'Pay in order; where quality decides, register the passed check first',
    },
  },
  USE_ENDED: { status: 409, zh: '该使用已解除', en: 'The use has ended' },
});
