/** What became of an event or a message, kept as codes with figures and worded for the reader; what a partner says stays as said. */
import { type Params, registerMessages, sentence } from '@qingheng/platform';
import type { Text } from '@qingheng/sheet';

const NOTES = {
  EXCHANGE_RECEIVED: { status: 200, zh: '收到 {count} 个', en: '{count} received' },
  EXCHANGE_NOT_USABLE: { status: 200, zh: '{count} 个不可用', en: '{count} not usable' },
  EXCHANGE_NOT_GIVEN: { status: 200, zh: '对方未提供：{ids}', en: 'not given: {ids}' },
  EXCHANGE_REJECTED: { status: 200, zh: '对方拒绝了请求', en: 'the request was rejected' },
  EXCHANGE_ANSWERED: { status: 200, zh: '已答复 {count} 个', en: '{count} given in answer' },
  EXCHANGE_ANSWER_REJECTED: { status: 200, zh: '已拒绝：{code}', en: 'rejected: {code}' },
  EXCHANGE_PARTNER_DISABLED: { status: 200, zh: '伙伴已停用', en: 'the partner is disabled' },
  EXCHANGE_NO_CREDENTIALS: {
    status: 200,
    zh: '没有登记伙伴的接口地址和凭据',
    en: 'no address and credentials are registered for the partner',
  },
  EXCHANGE_CREDENTIALS_SEALED: {
    status: 200,
    zh: '凭据用现在的密钥打不开',
    en: 'the credentials cannot be opened with the present secret',
  },
  EXCHANGE_NO_TOKEN: { status: 200, zh: '令牌接口答复 {status}', en: 'the token endpoint answered {status}' },
  EXCHANGE_NO_DATA: { status: 200, zh: '清单中没有数据', en: 'the list holds no data' },
  EXCHANGE_OTHER_HOST: {
    status: 200,
    zh: '下一页在别的主机上，没有读取',
    en: 'the next page lies on another host and is not fetched',
  },
  EXCHANGE_STATUS: { status: 200, zh: '对方答复 {status}{said}', en: 'the partner answered {status}{said}' },
  EXCHANGE_NOT_CALLED: { status: 200, zh: '没有访问 {address}：{zh}', en: '{address} is not called: {en}' },
  EXCHANGE_NO_ANSWER: { status: 200, zh: '{origin} 没有答复：{reason}', en: '{origin} gave no answer: {reason}' },
  EXCHANGE_SAID: { status: 200, zh: '{said}', en: '{said}' },
} as const;
registerMessages(NOTES);

export interface Note {
  code: keyof typeof NOTES;
  params?: Params;
}

/** An error whose reason is for people, in their language. */
export abstract class Told extends Error {
  readonly note: Note;

  constructor(code: Note['code'], params: Params = {}) {
    super(sentence(code, params).en);
    this.note = { code, params };
  }
}

/** As it is stored. */
export const stored = (notes: Note[] | undefined): string | null => (notes?.length ? JSON.stringify(notes) : null);

/** Of footprints that came in. */
export const outcomeOf = (count: number, faulty: number): Note[] => [
  { code: 'EXCHANGE_RECEIVED', params: { count } },
  ...(faulty ? [{ code: 'EXCHANGE_NOT_USABLE', params: { count: faulty } } as const] : []),
];

export function worded(notes: Note[] | null): Text | null {
  if (!notes?.length) return null;
  const texts = notes.map(({ code, params }) => sentence(code, params));
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') };
}
