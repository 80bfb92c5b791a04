import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  LINK_OWN_PRODUCT: {
    status: 422,
    zh: '不能与本企业的产品建立供应链接',
    en: 'A link goes to another company’s product',
  },
  LINK_THERE: {
    status: 409,
    zh: '与“{supplier}”的“{product}”已有链接',
    en: 'There is a link to "{product}" of "{supplier}" already',
  },
  LINK_STATE: {
    status: 409,
    zh: '链接处于“{state}”状态，不能这样处理',
    en: 'The link is {state}; this cannot be done with it',
  },
  LINK_NOT_OPEN: {
    status: 422,
    zh: '供应链接 {id} 未获同意、已撤回或不存在',
    en: 'The supplier link {id} is not consented to, is withdrawn or does not exist',
  },
  LINK_CIRCLE: {
    status: 409,
    zh: '供应关系成环：{circle}。须由环上每一方同意联合发布，并由一次联合核算得出',
    en: 'The supply goes in a circle: {circle}. Everyone on it has to consent to publishing together, from one joint run',
  },
  LINK_NO_CIRCLE: {
    status: 409,
    zh: '该链接不在环上，无需联合核算',
    en: 'The link is on no circle; no joint run is needed',
  },
  LINK_FILING_MISSING: {
    status: 422,
    zh: '环上产品“{product}”尚未指明使用该链接的填报',
    en: 'It is not said which filing of "{product}" on the circle uses the link',
  },
  LINK_FILING_UNFIT: {
    status: 422,
    zh: '填报 {filing} 不能参加联合核算：{reason}',
    en: 'The filing {filing} cannot take part in a joint run: {reason}',
  },
  LINK_LOOP_GAIN: {
    status: 422,
    zh: '环上需求的增益为 {gain}，不低于 1，无解：{circle}',
    en: 'One round through {circle} needs {gain} of what it makes, not below 1: there is no footprint',
  },
  LABEL_NOT_TAKEN: {
    status: 422,
    zh: '标识 {number} 不存在、已撤销或已过期',
    en: 'The label {number} does not exist, is withdrawn or has expired',
  },
  RECEIVED_NOT_USABLE: {
    status: 422,
    zh: '收到的碳足迹 {id} 不能用于清单：{reason}',
    en: 'The received footprint {id} cannot enter an inventory: {reason}',
  },
  LINK_NOTHING_PROPOSED: { status: 409, zh: '没有待接受的新版本', en: 'There is no new version to accept' },
});
