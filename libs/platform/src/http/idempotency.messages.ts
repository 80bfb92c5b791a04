import { registerMessages } from '../errors';

export const refuse = registerMessages({
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    zh: '请求头 Idempotency-Key 须为 8 至 255 个可见字符',
    en: 'The header Idempotency-Key has 8 to 255 visible characters',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    zh: '该 Idempotency-Key 已用于另一内容的请求',
    en: 'This Idempotency-Key was used for a request with other content',
  },
  IDEMPOTENCY_KEY_BUSY: {
    status: 409,
    zh: '同一 Idempotency-Key 的请求正在处理，请稍后重试',
    en: 'A request with this Idempotency-Key is under way; try again shortly',
  },
});
