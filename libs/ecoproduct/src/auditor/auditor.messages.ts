import { registerMessages } from '@qingheng/platform';

const reread = { zh: '对照原报告的这一行重新录入', en: 'Enter the line again from the report' };

registerMessages({
  NO_HEADING: {
    status: 422,
    zh: '没有找到表头',
    en: 'There is no heading',
    remedy: {
      zh: '表头至少要有两列可识别，如：服务、项目、实物量、单位、单价、价值（亿元）、合计',
      en: 'Name at least two columns, such as service, item, quantity, unit, price, value (1e8 yuan), total',
    },
  },
  NO_LINES: { status: 422, zh: '表头之下没有数据', en: 'There is nothing below the heading' },
  CELL_NOT_A_FIGURE: { status: 422, zh: '“{text}”不是数字', en: '"{text}" is no figure', remedy: reread },
  VALUE_NOT_PRODUCT: {
    status: 422,
    zh: '数量 × 单价 = {expected}，表中为 {found}，超出打印位数的舍入',
    en: 'Quantity × price is {expected}, the table says {found}: more than the printed digits allow',
    remedy: { zh: '核对数量、单价及其单位和量级', en: 'Check quantity and price, their units and magnitudes' },
  },
  OXYGEN_CARBON_RATIO: {
    status: 422,
    zh: '释氧量与固碳量（CO2）之比为 {found}，光合作用的质量比是 32/44 = {expected}，不可能',
    en: 'Oxygen by CO2 is {found}; photosynthesis gives 32/44 = {expected} by mass, so this is impossible',
    remedy: {
      zh: '按 O2 = CO2 × 32/44 重算释氧量（应约 {oxygen}），或核对固碳量；按新规范可不计释氧',
      en: 'Take O2 = CO2 × 32/44 (about {oxygen}) or check the CO2; newer rule sets leave oxygen out',
    },
  },
  OVER_LIMIT_PRECIPITATION: {
    status: 422,
    zh: '水源涵养量 {found} 超过降水量 {expected}',
    en: 'Water retention of {found} exceeds the precipitation of {expected}',
    remedy: {
      zh: '核对降水、径流、蒸散和面积的单位',
      en: 'Check units of precipitation, runoff, evaporation and area',
    },
  },
  OVER_LIMIT_POTENTIAL: {
    status: 422,
    zh: '{found} 超过潜在量 {expected}',
    en: '{found} exceeds the potential loss of {expected}',
    remedy: {
      zh: '实际侵蚀和保持量都不能超过无植被时的潜在量，核对覆盖因子',
      en: 'Neither the actual loss nor what is retained can exceed the loss of bare soil; check the cover factor',
    },
  },
  OVER_LIMIT_EMISSION: {
    status: 422,
    zh: '净化量 {found} 超过排放量 {expected}',
    en: 'Purification of {found} exceeds the emission of {expected}',
    remedy: { zh: '净化量取排放量与净化能力中的较小者', en: 'Take the smaller of emission and capacity' },
  },
  PARTS_NOT_SUM: {
    status: 422,
    zh: '各部分之和为 {expected}，合计列为 {found}',
    en: 'The parts add up to {expected}, the total says {found}',
    remedy: { zh: '核对这一行的各部分与合计', en: 'Check the parts and the total of the line' },
  },
  LINES_NOT_TOTAL: {
    status: 422,
    zh: '所列各行之和为 {expected}，合计行为 {found}，相差 {difference}',
    en: 'The lines add up to {expected}, the total line says {found}: {difference} apart',
    remedy: { zh: '补上漏列的行，或改正合计', en: 'Add the missing line or correct the total' },
  },
  CHILDREN_NOT_PARENT: {
    status: 422,
    zh: '下级地区之和为 {expected}，上级为 {found}',
    en: 'The regions below add up to {expected}, their parent says {found}',
    remedy: { zh: '核对各地区的面积和口径是否一致', en: 'Check that all regions use the same scope' },
  },
  SHARE_NOT_VALUE: {
    status: 422,
    zh: '占比应为 {expected}，表中为 {found}',
    en: 'The share is {expected}, the table says {found}',
    remedy: { zh: '按价值与总值重算占比', en: 'Compute the share again from value and total' },
  },
  NEGATIVE_FIGURE: {
    status: 422,
    zh: '{found} 为负',
    en: '{found} is negative',
    remedy: {
      zh: '单价不得为负；实物量为负时先说明规则集是否允许',
      en: 'A price cannot be negative; for a quantity say whether the rule set allows it',
    },
  },
  LINE_TWICE: {
    status: 422,
    zh: '与第 {first} 行是同一项目，重复计算',
    en: 'The same item stands in line {first} already: it is counted twice',
    remedy: { zh: '合并两行', en: 'Merge the two lines' },
  },
  UNIT_NOT_PRICED: {
    status: 422,
    zh: '数量单位 {found} 与单价单位 {expected} 不相乘为金额，此行无法核对',
    en: 'A quantity in {found} and a price in {expected} make no money: this line cannot be checked',
    remedy: {
      zh: '补上按单价计的数量（如由沙量换算的面积）或换算公式',
      en: 'Add the quantity that is priced (for sand its area) or the conversion',
    },
  },
});
