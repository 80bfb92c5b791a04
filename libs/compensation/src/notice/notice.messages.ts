import { registerMessages } from '@qingheng/platform';

export const refuseNotice = registerMessages({
  NOT_APPROVABLE: {
    status: 409,
    zh: '核算结果含暂定值或未通过算例，不能通过审核；原因见本次核算',
    en: 'The result rests on provisional values or an unproved method and cannot pass; the run says which',
  },
  NOTICE_IN_PAST: { status: 422, zh: '公示不能从过去的日期开始', en: 'A notice does not begin in the past' },
  NOTICE_NOT_OVER: { status: 409, zh: '公示到 {last} 才结束', en: 'The public notice runs until {last}' },
  OBJECTION_OPEN: { status: 409, zh: '还有 {count} 条异议未处理', en: '{count} objections are not answered yet' },
  OBJECTION_UPHELD: {
    status: 409,
    zh: '有异议成立，请退回后重新核算',
    en: 'An objection was upheld; return the programme and calculate again',
  },
  OBJECTION_RESOLVED: { status: 409, zh: '此异议已处理', en: 'The objection is already answered' },
});
