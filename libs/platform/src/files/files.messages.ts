import { registerMessages } from '../errors';

export const refuse = registerMessages({
  FILE_TOO_LARGE: { status: 413, zh: '文件超过 {limit} 字节', en: 'The file has more than {limit} bytes' },
  FILE_KIND_REFUSED: {
    status: 415,
    zh: '文件内容不是允许的类型：{kinds}',
    en: 'The content of the file is none of: {kinds}',
  },
  FILE_NOT_FOUND: { status: 404, zh: '找不到该文件', en: 'There is no such file' },
  FILES_UNAVAILABLE: {
    status: 503,
    zh: '文件存储暂时不可用，请在 {retryAfter} 秒后重试',
    en: 'The file storage is not available; try again in {retryAfter} seconds',
  },
});
