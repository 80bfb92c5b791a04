import { registerMessages } from '@qingheng/platform';

export const refuseFile = registerMessages({
  ECO_FILE_MISSING: {
    status: 422,
    zh: '没有收到文件',
    en: 'No file was sent',
    remedy: { zh: '以表单字段 file 上传', en: 'Send it as the form field "file"' },
  },
  FILE_UNREADABLE: {
    status: 422,
    zh: '无法读出表格：{why}',
    en: 'The table cannot be read: {why}',
    remedy: { zh: '另存为 xlsx 或 CSV（UTF-8）后重试', en: 'Save it as xlsx or CSV (UTF-8) and try again' },
  },
  FILE_TOO_LONG: {
    status: 413,
    zh: '超过 {most} 行',
    en: 'There are more than {most} lines',
    remedy: { zh: '拆成几份', en: 'Split it' },
  },
});
