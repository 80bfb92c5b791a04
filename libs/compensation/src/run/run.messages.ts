import { registerMessages } from '@qingheng/platform';

export const refuseRun = registerMessages({
  NO_HOUSEHOLDS: {
    status: 409,
    zh: '项目还没有任何已导入的农牧户，请先导入名册',
    en: 'The programme has no households yet; import a roster first',
  },
  ROSTER_UNFINISHED: {
    status: 409,
    zh: '还有名册正在导入，请等它结束',
    en: 'A roster is still being imported; wait until it has ended',
  },
  CALCULATION_RUNNING: {
    status: 409,
    zh: '项目正在核算，请等它结束',
    en: 'The programme is being calculated; wait until it has ended',
  },
  POOL_EXCEEDED: {
    status: 422,
    zh: '应发合计 {total} 元超过资金总额 {pool} 元',
    en: 'The amounts due, {total} yuan, exceed the pool of {pool} yuan',
    remedy: {
      zh: '核对面积与标准，或按文件增加资金总额；系统不会自动削减任何一户',
      en: 'Check areas and rates or raise the pool by its document; no household is cut silently',
    },
  },
  EXAMPLE_FAILS: {
    status: 409,
    zh: '核算方法未能复现自己的算例',
    en: 'The method does not reproduce its own worked examples',
  },
  PROGRAMME_CHANGED: {
    status: 409,
    zh: '核算期间项目被修改，请重新核算',
    en: 'The programme was changed while it was calculated; calculate again',
  },
  CALCULATION_LOST: {
    status: 500,
    zh: '核算多次中断，未能完成；请重新核算',
    en: 'The calculation was interrupted several times and did not finish; calculate again',
  },
});
