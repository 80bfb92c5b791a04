/** The field forms as a workbook to fill in: a worksheet for each, headed as in the survey, choices to pick from. */
import { Workbook } from 'exceljs';
import { type Column, FORMS, heading } from './forms';
import type { Species } from './species';

const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F1EC' } } as const;
const GUIDE = '填表说明';
const SPECIES = '树种';
/** As many rows are prepared; more may be added. */
const PREPARED = 2_000;

export async function fieldTemplate(species: readonly Species[]): Promise<Buffer> {
  const book = new Workbook();
  guide(book);
  for (const form of FORMS) {
    const sheet = book.addWorksheet(form.zh, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
    form.columns.forEach((column, i) => {
      const cell = sheet.getCell(1, i + 1);
      cell.value = `${heading(column)}${column.required ? '*' : ''}`;
      cell.font = { bold: true };
      cell.fill = HEAD;
      cell.note = noteOf(column);
      sheet.getColumn(i + 1).width = Math.max(12, heading(column).length * 2 + 2);
      if (column.type === 'text' || column.type === 'species') sheet.getColumn(i + 1).numFmt = '@';
      const list =
        column.type === 'choice'
          ? `"${Object.values(column.choices!).join(',')}"`
          : column.type === 'species'
            ? `'${SPECIES}'!$A$2:$A$${species.length + 1}`
            : undefined;
      for (let row = 2; list && row <= PREPARED; row++)
        sheet.getCell(row, i + 1).dataValidation = {
          type: 'list',
          allowBlank: !column.required,
          formulae: [list],
        };
    });
  }
  const list = book.addWorksheet(SPECIES);
  list.addRow(['名称', '代码', '方程胸径下限 cm', '方程胸径上限 cm']).font = { bold: true };
  for (const { zh, code, dMin, dMax } of species) list.addRow([zh, code, dMin ?? '', dMax ?? '']);
  list.columns.forEach((column) => (column.width = 24));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const noteOf = ({ en, unit, min, max, positive, decimals, choices, required }: Column): string =>
  [
    `${en}${unit ? ` (${unit})` : ''}`,
    required ? '必填 required' : '可空 may be empty',
    choices && Object.values(choices).join(' / '),
    max !== undefined && `${positive ? '> 0' : `≥ ${min}`}，≤ ${max}`,
    decimals !== undefined && `最多 ${decimals} 位小数`,
  ]
    .filter(Boolean)
    .join('\n');

function guide(book: Workbook): void {
  const sheet = book.addWorksheet(GUIDE);
  sheet.getColumn(1).width = 110;
  for (const line of [
    '林草碳汇外业调查表 Field forms of sink projects',
    '1. 先填“样地调查表”：每个样地每次监测一行。其他各表用样地号和监测次与之对应。',
    '2. 坐标为 CGCS2000 经纬度（度），从接收机导出；不要用网络地图（GCJ-02、BD-09）上的坐标。',
    '3. 坡度大于 10 % 且按斜距量边的样地，面积由系统按 cos 坡度换算为水平面积。',
    '4. 固定样地的编号、样木号每次监测保持不变；临时样地每次用新编号。',
    '5. 带 * 的列必填，表头不要改动；没有的调查项，整张表可以空着。',
    '6. 土壤按层填写，一层一行；枯落物的样品干重为烘干后重量。',
    '7. 单表超过一百万行时，把该表存为 CSV 上传。',
    '1. Fill in the plots first: one row for each plot and round; the other forms refer to plot and round.',
    '2. Positions are CGCS2000 degrees from a receiver, never those of web maps.',
    '3. Plots laid along slopes of more than 10 % are reduced to horizontal area.',
    '4. Permanent plots and their trees keep their numbers; temporary plots take new ones.',
  ])
    sheet.addRow([line]);
  sheet.getRow(1).font = { bold: true, size: 14 };
}
