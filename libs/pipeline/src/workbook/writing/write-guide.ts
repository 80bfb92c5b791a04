/** The first worksheet: which method this is, how to fill the others, and every field; Chinese, English below. */
import type { Parameter, Sheet } from '@qingheng/sheet';
import type { Workbook } from 'exceljs';
import { GUIDE, inputTables, PARAMETERS } from '../layout';
import { INK } from './cells';
import { FIELD_WIDTHS, writeFields } from './write-fields';

export function writeGuide(
  workbook: Workbook,
  sheet: Sheet,
  names: Map<string, string>,
  parameters: readonly Parameter[],
  asOf: string | undefined,
): void {
  const worksheet = workbook.addWorksheet(GUIDE, { views: [{ showGridLines: false }] });
  FIELD_WIDTHS.forEach((width, i) => (worksheet.getColumn(i + 1).width = width));
  const heading = (text: string, size: number): void => {
    const row = worksheet.addRow([text]);
    row.font = { bold: true, size, color: { argb: INK } };
    row.height = size * 2;
  };
  const line = (label: string, text: string): void => {
    const row = worksheet.addRow([label, text]);
    row.getCell(1).font = { color: { argb: 'FF6B7F79' } };
    row.getCell(1).alignment = { vertical: 'top' };
    row.getCell(2).alignment = { wrapText: true, vertical: 'top' };
  };
  const steps = (all: string[]): void => all.forEach((text, i) => line(String(i + 1), text));
  const { source, valid } = sheet;
  const clause = source.clause ? `；${source.clause}` : '';

  heading(sheet.title.zh, 16);
  line('方法', `${sheet.id}，版本 ${sheet.version}`);
  if (sheet.summary) line('摘要', sheet.summary.zh);
  line('依据', `${source.title}${clause}`);
  if (source.url) line('出处', source.url);
  line('有效期', `${valid.from} 起${valid.to ? `，至 ${valid.to}` : ''}`);
  if (asOf) line('核算日期', asOf);
  worksheet.addRow([]);
  heading('怎样填', 12);
  steps([
    `数据从第 4 行起，一行一条。浅绿标题为必填，灰色为选填。鼠标停在标题上可看说明。`,
    '数值只填数字，单位见第 2 行；不写单位、百分号和千分位。比例填小数：2 % 填 0.02。',
    '有下拉列表的单元格请从列表中选。编号类内容按文本填写，不会丢失前导零。',
    '可以移动整列、改动工作表名称、插入空行；不要删改第 1 至 3 行的标题和列名，不要合并单元格，不要添加别的列。',
    '可用公式，导入时取其保存的结果。不接受含宏的文件和以 = @ + - 开头的文字。',
    '导入时逐格检查；有问题会指明工作表和单元格，改正后重新导入。有错的文件一行也不会存入。',
  ]);
  worksheet.addRow([]);
  heading('工作表', 12);
  if (parameters.length) line(PARAMETERS, '方法中须由填报人给定或选择的参数');
  for (const table of inputTables(sheet)) {
    line(names.get(table.name)!, `${table.title.en}${table.optional ? '；可不填 (optional)' : ''}`);
  }
  worksheet.addRow([]);
  heading(sheet.title.en, 14);
  line('Method', `${sheet.id}, version ${sheet.version}`);
  if (sheet.summary) line('Summary', sheet.summary.en);
  line('Source', source.title);
  if (asOf) line('As of', asOf);
  heading('How to fill', 12);
  steps([
    'Data begins in row 4, one entry per row. Green headings are required, grey ones optional. Hover over a heading for its notes.',
    'Numbers only; units stand in row 2. No units, per-cent signs or separators in cells. Ratios as decimals: 0.02 for 2 %.',
    'Choose from the list where there is one. Codes are kept as text, with their leading zeros.',
    'Whole columns may be moved, worksheets renamed, blank rows left. Keep rows 1 to 3; merge no cells; add no columns.',
    'Formulas are fine: their stored results are taken. Files with macros and texts beginning with = @ + - are refused.',
    'Every cell is checked on import; faults are named by worksheet and cell. Nothing of a faulty file is stored.',
  ]);
  worksheet.addRow([]);
  heading('每个字段 Every field', 12);
  writeFields(worksheet, sheet, names, parameters);
}
