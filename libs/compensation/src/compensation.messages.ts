import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  PROGRAMME_STAGE: {
    status: 409,
    zh: '补偿项目处于“{stage}”阶段，此操作需要“{needed}”阶段',
    en: 'The programme is at the stage {stage}; this needs the stage {needed}',
  },
  PROGRAMME_REVISION: {
    status: 409,
    zh: '补偿项目已被他人改到第 {current} 版，请重新载入后再保存',
    en: 'Somebody changed the programme to revision {current} meanwhile; load it again before saving',
  },
  DUTY_TAKEN: {
    status: 403,
    zh: '您在本项目中已担任“{duty}”，不能再办理另一环节，请由他人办理',
    en: 'You already act as {duty} on this programme; somebody else has to do this step',
  },
  METHOD_NOT_FOR_HOUSEHOLDS: {
    status: 422,
    zh: '核算方法 {method} 没有含 banner 与 amount 的 household 表，不能用于按户发放',
    en: 'The method {method} has no table household with banner and amount, so it cannot pay households',
  },
  UNKNOWN_PARAMETER_NAME: {
    status: 422,
    zh: '核算方法没有参数“{name}”，可用：{known}',
    en: 'The method has no parameter "{name}"; it has: {known}',
  },
  PARAMETER_OVERLAPS: {
    status: 409,
    zh: '参数“{name}”在地区 {region} 的有效期与已有的一条重叠；请先删除或缩短原有的一条',
    en: 'The parameter "{name}" for {region} overlaps in time with another row; remove or shorten that one first',
  },
  UNKNOWN_REGION_CODE: {
    status: 422,
    zh: '没有代码为 {region} 的地区',
    en: 'There is no region with the code {region}',
  },
  REGION_OUTSIDE: {
    status: 422,
    zh: '地区 {region} 不在项目范围 {scope} 之内',
    en: 'The region {region} lies outside the programme ({scope})',
  },
  DATES_REVERSED: { status: 422, zh: '结束日期早于开始日期', en: 'It ends before it begins' },
  RETURN_REASON_MISSING: {
    status: 422,
    zh: '退回时请说明原因',
    en: 'Say why the programme goes back',
  },
});
