import { registerMessages } from '@qingheng/platform';

export const refuseDecision = registerMessages({
  UNKNOWN_HOUSEHOLD: {
    status: 422,
    zh: '本项目没有编号为 {household} 的户，或其未参与本次测算',
    en: 'The programme has no household {household}, or it has no figure in this calculation',
  },
  DECISION_OPEN: {
    status: 409,
    zh: '户 {household} 已有一项处置待批准，请先批准或退回',
    en: 'A decision on household {household} already waits; confirm or reject it first',
  },
  DECISION_ENDED: { status: 409, zh: '该处置已{status}', en: 'The decision is already {status}' },
  DECISION_AMOUNT: {
    status: 422,
    zh: '金额应为正数，精确到分，且不超过 {most} 元',
    en: 'The amount has to be positive, with at most two decimals, and no more than {most} yuan',
  },
  DECISION_AMOUNT_NEEDED: { status: 422, zh: '减拨与追回须写明金额', en: 'To reduce or recover, say how much' },
  DECISION_NO_AMOUNT: {
    status: 422,
    zh: '缓拨、恢复、停拨作用于全部应发金额，不填金额',
    en: 'To hold, release, stop or restore concerns the whole amount: leave the amount out',
  },
  DECISION_TOO_LATE: {
    status: 409,
    zh: '户 {household} 的款项已发出，不能再{kind}；已到账的只能追回',
    en: 'Household {household} was already sent its money, so it cannot be "{kind}" any more; what arrived can only be recovered',
  },
  NOTHING_TO_RELEASE: { status: 409, zh: '户 {household} 没有被缓拨', en: 'Household {household} is not held' },
  NOTHING_TO_RESTORE: {
    status: 409,
    zh: '没有这项已批准的减拨或停拨可以恢复，或已经恢复过',
    en: 'There is no confirmed reduction or stop of this household to take back, or it was taken back before',
  },
  NO_SUCH_CLAIM: {
    status: 422,
    zh: '没有这项已批准的追回，或其余额不足 {most} 元',
    en: 'There is no such confirmed claim, or less than that is left of it ({most} yuan)',
  },
  RECEIPT_TWICE: {
    status: 409,
    zh: '凭证 {reference} 已登记过',
    en: 'The receipt {reference} was already entered',
  },
});
