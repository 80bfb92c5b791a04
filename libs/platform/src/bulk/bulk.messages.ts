import { registerMessages } from '../errors';

/** What may be wrong with any large file of rows. */
export const refuse = registerMessages({
  NOT_CSV_TEXT: {
    status: 422,
    zh: '文件不是 UTF-8 或 GB18030 编码的 CSV 文本',
    en: 'The file is no CSV text in UTF-8 or GB18030',
    remedy: { zh: '请在表格软件中另存为 CSV 后重新上传', en: 'Save it as CSV in the spreadsheet and upload again' },
  },
  CELL_COUNT: {
    status: 422,
    zh: '本行有 {found} 个单元格，表头有 {expected} 个',
    en: 'The row has {found} cells, the header {expected}',
  },
  TEXT_TOO_LONG: { status: 422, zh: '超过 {most} 个字符', en: 'Longer than {most} characters' },
  TOO_MANY_DECIMALS: { status: 422, zh: '最多 {decimals} 位小数', en: 'At most {decimals} decimals' },
});
