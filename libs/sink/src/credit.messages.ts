import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  PERIOD_FILING_MISMATCH: {
    status: 422,
    zh: '填报的{field}与项目或监测期不符：{found}，应为 {expected}',
    en: 'The filing does not fit the project or period: {field} is {found}, not {expected}',
  },
  PERIOD_ISSUED: { status: 409, zh: '本监测期已签发', en: 'Credits of this period are issued already' },
  FILING_OF_OTHER_PERIOD: { status: 409, zh: '该填报已用于另一监测期', en: 'The filing belongs to another period' },
  NO_PERIOD_FILING: {
    status: 409,
    zh: '本监测期还没有可核查的核算结果',
    en: 'The period has no calculated result to verify',
    remedy: { zh: '先提交核算，状态到“待审核”后再核查', en: 'Submit the account; verify once it waits for review' },
  },
  VERIFIER_NOT_INDEPENDENT: {
    status: 403,
    zh: '核查人不能来自项目业主单位，也不能参与过填报',
    en: 'The verifier is no one of the owner, and no one who wrote in the filing',
  },
  VERIFICATION_OPEN: {
    status: 409,
    zh: '该结果已在核查或已通过核查',
    en: 'This result is being verified, or is verified',
  },
  VERIFICATION_DECIDED: { status: 409, zh: '核查已有结论（{status}）', en: 'The verification is decided ({status})' },
  RESULT_CHANGED: {
    status: 409,
    zh: '核查开始后重新核算过，结果已变',
    en: 'The account was calculated anew since the verification began',
    remedy: { zh: '以未通过结束本次核查，重新发起', en: 'End this verification as failed and open another' },
  },
  UNKNOWN_PLOT: { status: 422, zh: '结果中没有样地 {plot}', en: 'The result has no plot {plot}' },
  NOT_ENOUGH_PLOTS: {
    status: 409,
    zh: '碳层 {strata} 还没有复测样地',
    en: 'No plot was measured again in stratum {strata}',
  },
  MATERIAL_ERROR: {
    status: 409,
    zh: '复测样地合计相差 {found} %，超过实质性门槛 {most} %',
    en: 'The plots measured again differ by {found} % in all, above the materiality of {most} %',
    remedy: { zh: '业主更正后重新核算、重新核查', en: 'The owner corrects, calculates and is verified again' },
  },
  FINDINGS_OPEN: { status: 409, zh: '还有 {count} 项不符合或澄清没有关闭', en: '{count} findings are not closed' },
  FINDING_STATE: { status: 409, zh: '该发现项现为“{status}”', en: 'The finding is {status}' },
  BUFFER_TOO_SMALL: {
    status: 422,
    zh: '缓冲比例低于 {least}（{source}）',
    en: 'The buffer share is below {least} ({source})',
  },
  NOT_VERIFIED: {
    status: 409,
    zh: '监测期的结果还没有通过核查',
    en: 'The result of the period has not passed verification',
  },
  REVERSAL_OPEN: {
    status: 409,
    zh: '逆转 {number} 尚未恢复，暂停签发',
    en: 'Reversal {number} is not restored; nothing is issued',
  },
  NOTHING_TO_ISSUE: { status: 409, zh: '可签发量为零', en: 'There is nothing to issue' },
  OUTSIDE_AREA: { status: 422, zh: '图形不在项目地块之内', en: 'The shape lies outside the areas of the project' },
  NOTHING_VERIFIED: { status: 409, zh: '项目还没有核证的碳储量', en: 'The project has no verified stock yet' },
  LOSS_ABOVE_STOCK: {
    status: 422,
    zh: '损失超过上次核证的碳储量 {stock} t CO2e',
    en: 'The loss is more than the {stock} t CO2e verified last',
  },
  HAPPENED_IN_FUTURE: { status: 422, zh: '发生日期在将来', en: 'The day lies in the future' },
  REVERSAL_STATE: { status: 409, zh: '该逆转现为“{status}”', en: 'The reversal is {status}' },
  NOT_RESTORED: {
    status: 409,
    zh: '核查 {number} 的碳储量 {found} t CO2e 未恢复到 {wanted} t CO2e，或监测期早于逆转',
    en: 'Verification {number} found {found} t CO2e, not the {wanted} t CO2e of before, or its period ended earlier',
  },
  NO_PLOTS_IN_RESULT: {
    status: 409,
    zh: '该结果没有两次监测的样地，不能比较',
    en: 'The result has no plots of two visits to compare',
  },
  TOO_FEW_PLOTS: { status: 422, zh: '碳层 {strata} 样地不足', en: 'Stratum {strata} has too few plots' },
  SOIL_NO_REST: {
    status: 422,
    zh: '按这样的气候和输入，土壤碳达不到平衡',
    en: 'With this climate and these inputs no soil comes to rest',
    remedy: {
      zh: '至少一个月要有植物输入，且有月均温在 −5 °C 以上的月份',
      en: 'Some month needs residues, and some month a mean above −5 °C',
    },
  },
  UNKNOWN_CURVE: { status: 422, zh: '没有生长曲线 {curve}', en: 'There is no growth curve {curve}' },
});
