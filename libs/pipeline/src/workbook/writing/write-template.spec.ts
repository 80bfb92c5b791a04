import { loadSheetFile, runSheet } from '@qingheng/sheet';
import { Workbook } from 'exceljs';
import { join } from 'node:path';
import { readWorkbook, writeResult, writeTemplate } from '..';
import { ZipFile } from '../reading/zip';
import { numberValue } from './cells';

const methods = join(__dirname, '../../../../../config/methods');
const sheet = loadSheetFile(join(methods, 'footprint/product-generic.yaml')).sheet!;
const pool = loadSheetFile(join(methods, 'compensation/pool-split.yaml')).sheet!;

async function part(bytes: Buffer, name: string): Promise<string> {
  let text = '';
  for await (const piece of ZipFile.open(bytes).read(name)) text += piece;
  return text.replaceAll('&quot;', '"').replaceAll('&apos;', "'");
}

const open = async (bytes: Buffer): Promise<Workbook> => {
  const book = new Workbook();
  await book.xlsx.load(bytes as never, { ignoreNodes: ['dataValidations'] });
  return book;
};

describe('a template', () => {
  it('has a guide, a worksheet for each table of inputs, and no row to forget', async () => {
    const book = await open(await writeTemplate(sheet, { asOf: '2025-06-30' }));
    expect(book.worksheets.map((w) => [w.name, w.state])).toEqual([
      ['填报说明', 'visible'],
      ['生产过程', 'visible'],
      ['产品', 'visible'],
      ['清单数据', 'visible'],
    ]);
    const guide = JSON.stringify(book.getWorksheet('填报说明')!.getSheetValues());
    for (const text of [sheet.id, sheet.version, 'GB/T 24067', '2025-06-30', 'How to fill'])
      expect(guide).toContain(text);
    const line = book.getWorksheet('清单数据')!;
    expect(line.actualRowCount).toBe(3);
    expect(line.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(line.getCell('D1').value).toBe('数量');
    expect(line.getCell('D2').value).toBe('［单位］ · 必填');
    expect(line.getCell('D3').value).toBe('line.amount');
    expect(JSON.stringify(line.getCell('F1').note)).toContain('清除量填负数');
    for (let i = 1; i <= 8; i++) expect(line.getColumn(i).width).toBeGreaterThan(10);
    expect((await readWorkbook(sheet, await writeTemplate(sheet))).faults).toEqual([]);
  });

  it('lists every field in the guide: how, unit, whether it must be, clause, example', async () => {
    const guide = (await open(await writeTemplate(sheet))).getWorksheet('填报说明')!;
    const rows = (guide.getSheetValues() as unknown[][]).filter((row) => /^(是|否) /.test(String(row?.[4])));
    const inputs = sheet.tables.filter(({ group }) => !group).flatMap(({ columns }) => columns);
    expect(rows).toHaveLength(inputs.filter(({ kind }) => kind === 'input').length);
    for (const [, name, how, unit, , clause, example] of rows) {
      expect(name).toMatch(/\p{Script=Han}.*\n.*[a-z]/isu);
      expect(how).toMatch(/\p{Script=Han}.*\n.*[a-z]/isu);
      for (const told of [unit, example]) expect(String(told)).not.toBe('');
      expect(clause).toContain('GB/T 24067-2024');
    }
    const amount = rows.find(([, name]) => String(name).startsWith('数量\n'))!;
    expect(amount.slice(3)).toEqual(['［单位］', '是 yes', expect.any(String), expect.stringMatching(/^\d/)]);
  });

  it('checks what is typed: choices, units, yes and no, limits, the key of the table above', async () => {
    const bytes = await writeTemplate(sheet);
    const line = await part(bytes, 'xl/worksheets/sheet4.xml');
    expect(line).toContain('"raw_material,production,energy,transport,packaging,waste"');
    expect(line).toContain('"是,否"');
    expect(line).toContain("'生产过程'!$A$4:$A$503");
    expect(line).toMatch(/type="decimal" operator="greaterThanOrEqual"[^>]*sqref="D4:D2004"/);
    expect(line).toMatch(/"kWh,MWh,/);
    expect(line).toContain('请填数值，不小于 0');
    const product = await part(bytes, 'xl/worksheets/sheet3.xml');
    expect(product).toMatch(/operator="greaterThan"[^>]*sqref="D4:/);
    expect(product).toMatch(/type="decimal"[^>]*sqref="E4:[^>]*><formula1>0<\/formula1><formula2>1<\/formula2>/);
  });

  it('puts long lists on a hidden worksheet', async () => {
    const choices = Array.from({ length: 60 }, (_, i) => `选项, 第 ${i} 项`);
    const column = { ...sheet.tables[2]!.columns[2]!, choices };
    const columns = sheet.tables[2]!.columns.map((c, i) =>
      i === 2 ? column : c,
    ) as (typeof sheet.tables)[2]['columns'];
    const long = { ...sheet, tables: sheet.tables.map((t, i) => (i === 2 ? { ...t, columns } : t)) };
    const bytes = await writeTemplate(long);
    expect(await part(bytes, 'xl/worksheets/sheet4.xml')).toContain("'选项'!$A$1:$A$60");
    const book = await open(bytes);
    expect(book.getWorksheet('选项')!.state).toBe('hidden');
    expect((await readWorkbook(long, bytes)).ignored).toEqual([]);
  });

  it('asks for parameters that must be given', async () => {
    const book = await open(await writeTemplate(pool));
    const row = (book.getWorksheet('参数')!.getRow(3).values as unknown[]).slice(1);
    expect([row[0], row[1], row[2], row[3], row[5]]).toEqual(['资金总额', undefined, '元', '必填', 'parameters.pool']);
    for (const told of [
      '要分配的资金总额',
      'The money to be split',
      '不小于 0。',
      '国务院令第779号',
      '示例：1000000.00',
    ])
      expect(row[4]).toContain(told);
  });
});

describe('an export', () => {
  const tables = {
    process: [
      { process_id: '=1+1' },
      { process_id: '@x' },
      { process_id: '+x' },
      { process_id: '-x' },
      { process_id: '007' },
    ],
  };

  it('never writes a formula, whatever the text', async () => {
    const bytes = await writeTemplate(sheet, { rows: { tables } });
    expect(await part(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('<f');
    const worksheet = (await open(bytes)).getWorksheet('生产过程')!;
    expect([4, 5, 6, 7, 8].map((r) => worksheet.getCell(r, 1).value)).toEqual(['=1+1', '@x', '+x', '-x', '007']);
    expect(worksheet.getCell('A4').numFmt).toBe('@');
    const read = await readWorkbook(sheet, bytes);
    expect(read.faults.map((f) => [f.code, f.cell])).toEqual([
      ['FORMULA_INJECTION', 'A4'],
      ['FORMULA_INJECTION', 'A5'],
      ['FORMULA_INJECTION', 'A6'],
      ['FORMULA_INJECTION', 'A7'],
    ]);
  });

  it('keeps every digit of long numbers', async () => {
    expect(numberValue('123456789012345')).toBe(123456789012345);
    expect(numberValue('1234567890123456')).toBe('1234567890123456');
    expect(numberValue('-0.10')).toBe(-0.1);
    expect(numberValue('0.1234567890123456')).toBe('0.1234567890123456');
    const long = { parameters: { pool: '12345678901234567.89' }, tables: { recipient: [{ id: 'a', weight: '1' }] } };
    const bytes = await writeTemplate(pool, { rows: long });
    expect((await readWorkbook(pool, bytes)).input.parameters).toEqual({ pool: '12345678901234567.89' });
  });

  it('of a result has titles, units, decimals and hashes', async () => {
    const { input } = pool.examples[0]!;
    const result = await runSheet(pool, input);
    const book = await open(await writeResult(pool, input, result));
    expect(book.worksheets.map((w) => w.name)).toEqual(['结果', '分配对象', '来源']);
    const outputs = book.getWorksheet('结果')!;
    expect((outputs.getRow(3).values as unknown[]).slice(1, 5)).toEqual(['已分配', 1000000, '元', 'Allotted']);
    expect(outputs.getCell('B3').numFmt).toBe('#,##0.00');
    const table = book.getWorksheet('分配对象')!;
    expect((table.getRow(1).values as unknown[]).slice(1)).toEqual(['编号', '权重', '保底', '封顶', '分配额']);
    expect(table.getCell('E2').value).toBe('元 · 计算');
    expect(table.getCell('E4').value).toBe(314285.71);
    const sources = JSON.stringify(book.getWorksheet('来源')!.getSheetValues());
    for (const hash of [result.sheetHash, result.inputHash, result.parameterHash, result.resultHash])
      expect(sources).toContain(hash);
    expect(sources).toContain('资金总额');
  });
});
