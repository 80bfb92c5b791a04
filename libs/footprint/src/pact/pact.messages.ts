import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  PARTNER_NAME_TAKEN: { status: 409, zh: '已有名为“{name}”的伙伴', en: 'There is a partner called "{name}" already' },
  PARTNER_DISABLED: { status: 409, zh: '伙伴“{name}”已停用', en: 'The partner "{name}" is disabled' },
  PARTNER_UNREACHABLE: {
    status: 422,
    zh: '伙伴“{name}”没有登记接口地址和我方凭据，不能向其发送',
    en: 'No address and credentials are registered for the partner "{name}", so nothing can be sent to it',
  },
  PARTNER_CREDENTIALS_HALF: {
    status: 422,
    zh: '接口地址、客户端编号和密钥须一并登记',
    en: 'Address, client id and secret are registered together',
  },
  ADDRESS_NOT_ALLOWED: {
    status: 422,
    zh: '地址 {address} 不能使用：{reason}',
    en: 'The address {address} cannot be used: {reason}',
  },
  PF_NOT_CLEAN: {
    status: 422,
    zh: '碳足迹未通过 PACT 检查（{count} 处）',
    en: 'The footprint does not pass the PACT checks ({count} findings)',
  },
  PF_UNIT: {
    status: 422,
    zh: '声明单位“{unit}”没有对应的 PACT 单位',
    en: 'PACT has no unit for the declared unit "{unit}"',
  },
  PF_ALREADY_PUBLISHED: {
    status: 409,
    zh: '标识 {number} 的碳足迹已经发布；更正时请注明被替换的一份',
    en: 'The footprint of label {number} is published already; name it as replaced to correct it',
  },
  PF_NOT_REPLACED: {
    status: 422,
    zh: '被替换的碳足迹 {id} 不存在或已停用',
    en: 'The footprint to be replaced, {id}, does not exist or is deprecated',
  },
  PF_DEPRECATED: { status: 409, zh: '该碳足迹已经停用', en: 'This footprint is deprecated already' },
  PF_PARTS: {
    status: 422,
    zh: '各部分之和超过标识数值 {value}，化石排放会成为负数',
    en: 'The parts exceed the value of the label, {value}: fossil emissions would be negative',
  },
  PF_GWP_UNKNOWN: {
    status: 422,
    zh: '结果未说明所用的 GWP 报告，请填写 AR5 或 AR6',
    en: 'The result does not say which GWP report it used; give AR5 or AR6',
  },
  LABEL_NOT_VALID: {
    status: 409,
    zh: '标识 {number} 已撤销或已过期，不能发布其碳足迹',
    en: 'The label {number} is withdrawn or expired; its footprint cannot be published',
  },
  MESSAGE_NOT_DEAD: {
    status: 409,
    zh: '只有投递失败的消息可以重新投递',
    en: 'Only a message that could not be delivered is sent again',
  },
});
