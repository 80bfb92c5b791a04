import { registerMessages } from './messages';

/** What every room may have to refuse. Fault codes named by the outward contract keep their names. */
export const refuse = registerMessages({
  INTERNAL: {
    status: 500,
    zh: '服务内部出错，请向管理员提供请求编号',
    en: 'Internal error; quote the request id to your administrator',
  },
  BUSY: {
    status: 503,
    zh: '与另一操作冲突或数据库忙，请稍后重试',
    en: 'Another operation is in the way or the database is busy; try again shortly',
  },
  BAD_REQUEST: { status: 400, zh: '请求无法理解', en: 'The request cannot be understood' },
  MALFORMED_BODY: { status: 400, zh: '请求正文不是有效的 JSON', en: 'The request body is not valid JSON' },
  INVALID_INPUT: { status: 422, zh: '有 {count} 处输入有误', en: '{count} inputs are not valid' },
  NOT_FOUND: { status: 404, zh: '找不到所请求的内容', en: 'What was asked for does not exist' },
  METHOD_NOT_ALLOWED: { status: 405, zh: '此地址不支持该方法', en: 'This address does not support the method' },
  PAYLOAD_TOO_LARGE: { status: 413, zh: '请求正文过大', en: 'The request body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, zh: '不支持的内容类型', en: 'The content type is not supported' },
  CONFLICT: { status: 409, zh: '与已有记录冲突', en: 'This conflicts with an existing record' },
  TOO_MANY_REQUESTS: {
    status: 429,
    zh: '请求过于频繁，请在 {retryAfter} 秒后重试',
    en: 'Too many requests; try again in {retryAfter} seconds',
  },
  NOT_SIGNED_IN: { status: 401, zh: '请先登录', en: 'Sign in first' },
  FORBIDDEN: { status: 403, zh: '当前角色无权进行此操作', en: 'Your roles do not allow this' },
  SAME_PERSON: {
    status: 403,
    zh: '不能由同一人经办两个环节，须由另一人办理',
    en: 'The same person may not do both steps; someone else has to',
  },
  CSRF_HEADER_MISSING: {
    status: 403,
    zh: '缺少请求头 X-Requested-With: qingheng',
    en: 'The header X-Requested-With: qingheng is missing',
  },
  REQUIRED: { status: 422, zh: '此项必填', en: 'This is required' },
  NOT_A_NUMBER: { status: 422, zh: '不是数字', en: 'This is not a number' },
  OUT_OF_RANGE: { status: 422, zh: '超出允许范围', en: 'This is out of range' },
  UNKNOWN_FIELD: { status: 422, zh: '没有名为“{field}”的字段', en: 'There is no field named "{field}"' },
  INVALID_VALUE: { status: 422, zh: '值无效', en: 'The value is not valid' },
});

/** The title of a problem document: what kind of trouble it is. */
export const titles: Record<number, { zh: string; en: string }> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '不允许', en: 'Not allowed' },
  404: { zh: '不存在', en: 'Not found' },
  405: { zh: '方法不支持', en: 'Method not allowed' },
  409: { zh: '冲突', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '类型不支持', en: 'Unsupported type' },
  422: { zh: '输入被拒绝', en: 'Input refused' },
  429: { zh: '请求过多', en: 'Too many requests' },
  500: { zh: '服务内部错误', en: 'Internal error' },
  503: { zh: '暂时不可用', en: 'Temporarily unavailable' },
};
