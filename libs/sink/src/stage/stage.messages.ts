import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  STAGE_NOT_YOURS: {
    status: 403,
    zh: '“{stage}”由{by}办理',
    en: 'The stage "{stage}" is taken by {by}',
    remedy: { zh: '业主提交公示，登记机构办理登记', en: 'The owner publishes; the registry registers' },
  },
  PUBLICITY_RUNS: {
    status: 409,
    zh: '公示到 {until} 为止，之后才能登记',
    en: 'Publicity runs until {until}; it is registered after that',
  },
  PUBLICITY_REVERSED: { status: 422, zh: '公示结束早于开始', en: 'Publicity ends before it begins' },
  REDUCTIONS_STAGE: {
    status: 409,
    zh: '本期减排量处于“{stage}”，不能到“{wanted}”',
    en: 'The reductions of the period are at "{stage}"; they cannot go on to "{wanted}"',
  },
  REDUCTIONS_NOT_REGISTERED: {
    status: 409,
    zh: '本方法的减排量须先公示、登记，再签发',
    en: 'By this method the reductions are published and registered before anything is issued',
    remedy: {
      zh: '业主提交减排量公示，登记机构登记',
      en: 'The owner publishes the reductions, the registry registers them',
    },
  },
});
