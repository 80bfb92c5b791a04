import { registerMessages } from '@qingheng/platform';

export const refuseTrade = registerMessages({
  NOT_TRADED: {
    status: 422,
    zh: '{kind} 不能以 {mode} 方式交易',
    en: '{kind} is not traded as {mode}',
  },
  TERM_OVER: {
    status: 422,
    zh: '{asset} 的期限至 {last}，已届满，不能交易',
    en: 'The term of {asset} ended on {last}; it is not traded any more',
  },
  ORDER_SIZE: {
    status: 422,
    zh: '数量 {quantity} 不符合规则：{mode} 方式不少于 {least}，不多于 {most}',
    en: 'The quantity {quantity} is against the rule: {mode} takes at least {least} and at most {most}',
    remedy: {
      zh: '大宗数量请用大宗协议方式，并指定对手方',
      en: 'Offer a large quantity as a block to a named counterparty',
    },
  },
  PRICE_BAND: {
    status: 422,
    zh: '价格 {price} 元超出涨跌幅：上一收盘价 {close} 元（{on}），允许 {low} 至 {high} 元',
    en: 'The price of {price} yuan is outside the band: the last close was {close} ({on}), allowed are {low} to {high}',
  },
  PRICE_INVALID: { status: 422, zh: '价格应为正数，精确到分', en: 'A price is positive, with at most two decimals' },
  COUNTERPARTY_NEEDED: {
    status: 422,
    zh: '大宗协议须指定对手方；挂牌协议面向所有人，不指定对手方',
    en: 'A block names its counterparty; a listed offer is open to all and names none',
  },
  OWN_LISTING: { status: 409, zh: '不能与自己成交', en: 'Nobody trades with themselves' },
  LISTING_ENDED: { status: 409, zh: '该挂牌已{status}', en: 'The offer is already {status}' },
  LISTING_LESS: {
    status: 409,
    zh: '该挂牌只剩 {remaining}',
    en: 'Only {remaining} is left of the offer',
  },
  NOT_ENOUGH: {
    status: 409,
    zh: '{asset} 可用余额不足：需要 {asked}，可用 {available}',
    en: 'Not enough {asset} available: {asked} needed, {available} there',
  },
  AUCTION_TIMES: {
    status: 422,
    zh: '截止时间应晚于开始时间，且尚未到来',
    en: 'An auction ends after it begins, and in the future',
  },
  AUCTION_NOT_OPEN: { status: 409, zh: '竞价未开始或已结束', en: 'The auction is not open' },
  AUCTION_NOT_OVER: { status: 409, zh: '竞价尚未结束（{closes}）', en: 'The auction is not over ({closes})' },
  BELOW_FLOOR: {
    status: 422,
    zh: '报价 {price} 元低于底价 {floor} 元',
    en: 'The bid of {price} yuan is below the lowest price of {floor}',
  },
  NOT_SETTLED: { status: 409, zh: '未能交收：{code}', en: 'It could not be settled: {code}' },
});
