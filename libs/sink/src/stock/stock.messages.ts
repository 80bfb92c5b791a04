import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  NO_VISITS: { status: 422, zh: '第 {round} 次监测没有任何样地', en: 'No plot was visited in round {round}' },
  ROUNDS_REVERSED: { status: 422, zh: '后一次监测应在前一次之后', en: 'The second round must come after the first' },
  STRATA_DIFFER: {
    status: 409,
    zh: '碳层面积合计 {strata} hm² 与地块面积 {areas} hm² 相差超过 {tolerance}',
    en: 'The strata add up to {strata} ha, the areas to {areas} ha: more than {tolerance} apart',
    remedy: { zh: '边界变更后重新划分碳层', en: 'Divide the strata anew after a change of boundary' },
  },
  PLOT_WITHOUT_STRATUM: {
    status: 422,
    zh: '样地 {plot} 在现行碳层划分中没有归属',
    en: 'Plot {plot} belongs to no stratum of the current division',
    remedy: { zh: '在划分碳层时指明它的碳层', en: 'Name its stratum with the division' },
  },
  HEIGHT_MISSING: {
    status: 422,
    zh: '{species}有 {count} 株没有树高，所选方程 {equation} 需要树高',
    en: '{count} trees of {species} have no height, which the equation {equation} needs',
    remedy: { zh: '补测树高，或改选只用胸径的方程', en: 'Measure heights, or choose an equation of D alone' },
  },
  NO_EQUATION: {
    status: 422,
    zh: '{species}没有可用的生物量方程',
    en: 'There is no usable biomass equation for {species}',
  },
  EQUATION_UNKNOWN: {
    status: 422,
    zh: '{species}没有方程“{equation}”',
    en: 'There is no equation "{equation}" for {species}',
  },
  EQUATION_PROVISIONAL: {
    status: 422,
    zh: '方程 {equation} 存疑：{note}',
    en: 'The equation {equation} is doubtful: {note}',
    remedy: { zh: '改选其他方程后才能签发', en: 'Choose another equation before anything is issued' },
  },
  PLOT_LEFT_OUT: {
    status: 200,
    zh: '样地 {plot} 已在项目边界之外，未计入',
    en: 'Plot {plot} lies outside the present boundary and was left out',
  },
  PLOT_WITHOUT_TREES: {
    status: 200,
    zh: '样地 {plot} 第 {round} 次没有林木记录，按零计',
    en: 'Plot {plot} has no trees in round {round} and counts as zero',
  },
  TREES_OUTSIDE: {
    status: 200,
    zh: '{species}有 {count} 株超出方程 {equation} 的胸径范围，生物量为外推',
    en: 'Trees of {species} outside the range of {equation}: {count}; their biomass is extrapolated',
  },
  TREE_OUTSIDE: {
    status: 200,
    zh: '样地 {plot} 第 {round} 次 {tag} 号{species}胸径 {d} cm，超出方程 {equation} 的范围 {range} cm',
    en: 'Tree {tag} of plot {plot}, round {round} ({species}): {d} cm is outside the range {range} cm of {equation}',
    remedy: {
      zh: '改用覆盖该胸径的方程，或在报告中说明外推',
      en: 'Choose an equation that covers the diameter, or account for the extrapolation in the report',
    },
  },
  STOCK_LOST: {
    status: 500,
    zh: '核算多次中断，未能完成；请重新核算',
    en: 'The calculation was interrupted several times; start it again',
  },
  STOCK_STATUS: { status: 409, zh: '该次核算处于“{status}”状态', en: 'The stock is {status}' },
  STOCK_USED: { status: 409, zh: '填报 {filing} 引用了它', en: 'The filing {filing} refers to it' },
});
