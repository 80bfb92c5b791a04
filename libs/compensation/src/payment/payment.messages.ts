import { registerMessages } from '@qingheng/platform';

export const refusePayment = registerMessages({
  UNKNOWN_TEMPLATE: {
    status: 422,
    zh: '没有模板“{id}”，可用：{known}',
    en: 'There is no layout "{id}"; there are: {known}',
  },
  NOTHING_TO_PAY: { status: 409, zh: '没有待发放的农牧户', en: 'There is nobody left to pay' },
  NOTHING_TO_REISSUE: {
    status: 409,
    zh: '没有发放失败且未重发的记录',
    en: 'No failed payment waits to be issued again',
  },
  NOT_IN_ENCODING: {
    status: 422,
    zh: '户 {household} 的姓名含有 {encoding} 无法表示的字，请改用其他模板',
    en: 'The name of household {household} has characters that {encoding} lacks; use another layout',
  },
  SEPARATOR_IN_NAME: {
    status: 422,
    zh: '户 {household} 的姓名含有模板的分隔符',
    en: 'The name of household {household} contains the separator of the layout',
  },
  RETURN_FAULTS: {
    status: 422,
    zh: '回盘文件有 {count} 处错误，未采用任何一行',
    en: 'The return file has {count} faults; no line of it was taken',
  },
  RETURN_CELLS: { status: 422, zh: '本行应有 {expected} 列', en: 'The line should have {expected} columns' },
  RETURN_UNKNOWN: { status: 422, zh: '本批次没有序号 {serial}', en: 'The batch has no serial {serial}' },
  RETURN_TWICE: { status: 422, zh: '序号 {serial} 出现多次', en: 'The serial {serial} appears more than once' },
  RETURN_AMOUNT: {
    status: 422,
    zh: '序号 {serial} 的金额与发放金额不符',
    en: 'The amount of serial {serial} is not what was paid',
  },
  RETURN_FINAL: {
    status: 422,
    zh: '序号 {serial} 已有不同的最终结果',
    en: 'The serial {serial} already has another final result',
  },
  CARD_WRONG: { status: 422, zh: '银行卡号校验位有误', en: 'The check digit of the bank card is wrong' },
});
