import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  NO_CONSTANTS: {
    status: 409,
    zh: '方法 {method} 没有待录入的常数',
    en: 'The method {method} has no constants to be entered',
  },
  CONSTANT_MISSING: {
    status: 422,
    zh: '常数“{title}”没有录入',
    en: 'The constant "{title}" was not entered',
    remedy: { zh: '按官方文本补录数值、单位和条款', en: 'Enter its value, unit and clause from the official text' },
  },
  CONSTANT_UNKNOWN: {
    status: 422,
    zh: '方法没有待录入的常数“{name}”',
    en: 'The method has no constant "{name}" to be entered',
  },
  CONSTANT_TWICE: { status: 422, zh: '常数“{name}”录入了两次', en: 'The constant "{name}" was entered twice' },
  CONSTANT_UNIT: {
    status: 422,
    zh: '常数“{title}”须以“{unit}”录入，录入的是“{given}”',
    en: 'The constant "{title}" is entered in "{unit}", not in "{given}"',
    remedy: { zh: '换算后再录入', en: 'Convert the value, then enter it' },
  },
  FORMULAS_NOT_COMPARED: {
    status: 422,
    zh: '本方法的公式也凭暂定文本：请写明已与官方文本逐条核对，以及公式所在条款',
    en: 'The formulas rest on a provisional text too: say that they were compared, and in which clauses they stand',
  },
  CONSTANTS_WAITING: {
    status: 409,
    zh: '第 {number} 次录入还在等待核准',
    en: 'Entry no. {number} still waits for a decision',
    remedy: { zh: '先核准、退回或撤回它', en: 'Approve, return or withdraw it first' },
  },
  CONSTANTS_DECIDED: {
    status: 409,
    zh: '这次录入已是“{status}”，不能再改',
    en: 'The entry is {status} and no longer changes',
  },
  CONSTANTS_STALE: {
    status: 409,
    zh: '录入之后方法表已有改动，请按新的方法表重新录入',
    en: 'The sheet has changed since the entry; enter the constants again for the sheet as it is',
  },
  CONSTANTS_REMARKS: { status: 422, zh: '退回时请说明原因', en: 'Say why the entry goes back' },
});
