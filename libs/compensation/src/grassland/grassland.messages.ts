import { registerMessages } from '@qingheng/platform';

export const refuseGrassland = registerMessages({
  PARCELS_FAULTS: {
    status: 422,
    zh: '草原承包台账有 {count} 处错误，未采用任何一行',
    en: 'The register of parcels has {count} faults; no line of it was taken',
  },
  PARCEL_HEADER: {
    status: 422,
    zh: '表头应为：{expected}',
    en: 'The heading has to be: {expected}',
  },
  PARCEL_KIND: { status: 422, zh: '类型应为 禁牧 (ban) 或 草畜平衡 (balance)', en: 'The kind is ban or balance' },
  PARCEL_AREA: { status: 422, zh: '面积应为正数，最多两位小数', en: 'The area is positive with at most two decimals' },
  PARCEL_DATES: {
    status: 422,
    zh: '日期应为 YYYY-MM-DD，且止期不早于起期',
    en: 'Dates are YYYY-MM-DD, the end not before the beginning',
  },
  PARCEL_TWICE: {
    status: 422,
    zh: '地块 {code} 与第 {row} 行的期限重叠',
    en: 'Parcel {code} overlaps in time with line {row}',
  },
  PARCEL_KNOWN: {
    status: 422,
    zh: '地块 {code} 在此期间已属承包合同 {contract}',
    en: 'Parcel {code} lies in contract {contract} at that time',
  },
  PARCEL_CLAIMED: {
    status: 409,
    zh: '地块 {code}（户 {household}）在 {from} 至 {to} 已享受“{scheme}”，同一地块不得重复补助；共 {count} 块',
    en: 'Parcel {code} of household {household} already draws "{scheme}" from {from} to {to}; one parcel draws one subsidy; {count} parcels in all',
    remedy: {
      zh: '退回草稿，从名册中减去这些地块的面积，或先终止另一项补助',
      en: 'Return the programme to draft and take their area out of the roster, or end the other subsidy first',
    },
  },
  NOT_A_GRASSLAND_RUN: {
    status: 422,
    zh: '该核算不是已完成的草畜平衡核查',
    en: 'That run is no completed check of forage and livestock',
  },
  FINE_ENDED: {
    status: 409,
    zh: '该罚款处于“{status}”，不能这样办理',
    en: 'The fine is {status}; this cannot be done to it',
  },
  FINE_AMOUNT: { status: 422, zh: '罚款应为正数，精确到分', en: 'A fine is positive, with at most two decimals' },
});
