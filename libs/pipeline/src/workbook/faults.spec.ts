import { loadSheetFile, runSheet, SheetFaults, type RunInput } from '@qingheng/sheet';
import { Workbook, type CellValue, type Worksheet } from 'exceljs';
import { join } from 'node:path';
import { addressOf, readWorkbook, withAddresses, writeTemplate, type WorkbookRead } from '.';
import type { CellFault } from './cell-fault';

const sheet = loadSheetFile(join(__dirname, '../../../../config/methods/footprint/product-generic.yaml')).sheet!;
const pool = loadSheetFile(join(__dirname, '../../../../config/methods/compensation/pool-split.yaml')).sheet!;
/** The library spreads each check over every cell of its range, which takes long; the checks play no part here. */
const WITHOUT_CHECKS = { ignoreNodes: ['dataValidations'] };
const rows: RunInput = sheet.examples[0]!.input;

async function changed(change: (book: Workbook) => void, of = sheet, input = rows): Promise<WorkbookRead> {
  const book = new Workbook();
  await book.xlsx.load((await writeTemplate(of, { rows: input })) as never, WITHOUT_CHECKS);
  change(book);
  return readWorkbook(of, Buffer.from(await book.xlsx.writeBuffer()));
}

const lines = (book: Workbook): Worksheet => book.getWorksheet('清单数据')!;

// In the template: A process_id, B item, C stage, D amount, E unit, F factor_kgco2e, G factor_source, H cut_off.
const withCell = (cell: string, value: CellValue, numFmt?: string): Promise<WorkbookRead> =>
  changed((book) => {
    lines(book).getCell(cell).value = value;
    if (numFmt) lines(book).getCell(cell).numFmt = numFmt;
  });

const brief = (faults: CellFault[]) => faults.map((f) => [f.code, f.cell, f.row, f.column]);

describe('cells', () => {
  const NUMBER = 'footprint factor of the first line';
  it.each<[string, string, CellValue, string | undefined, string]>([
    [NUMBER, 'F4', '约 5', undefined, 'NOT_A_NUMBER'],
    [NUMBER, 'F4', '5%', undefined, 'NOT_A_NUMBER'],
    [NUMBER, 'F4', '1,234.5', undefined, 'NOT_A_NUMBER'],
    [NUMBER, 'F4', '１２３', undefined, 'NOT_A_NUMBER'],
    [NUMBER, 'F4', '0.5 kg', undefined, 'NOT_A_NUMBER'],
    [NUMBER, 'F4', true, undefined, 'NOT_A_NUMBER'],
    [NUMBER, 'F4', new Date(Date.UTC(2025, 0, 31)), 'yyyy-mm-dd', 'DATE_IN_NUMBER'],
    [NUMBER, 'F4', 0.05, '0.00%', 'PERCENT_IN_NUMBER'],
    [NUMBER, 'F4', { formula: 'A1/0', result: { error: '#DIV/0!' } } as CellValue, undefined, 'FORMULA_ERROR'],
    [NUMBER, 'F4', { error: '#REF!' } as CellValue, undefined, 'FORMULA_ERROR'],
    [NUMBER, 'F4', { formula: 'A1+1' } as CellValue, undefined, 'FORMULA_WITHOUT_VALUE'],
    [NUMBER, 'F4', '=1+1', undefined, 'FORMULA_INJECTION'],
    ['source', 'G4', '=HYPERLINK("http://x","y")', undefined, 'FORMULA_INJECTION'],
    ['source', 'G4', '@SUM(1)', undefined, 'FORMULA_INJECTION'],
    ['source', 'G4', '+cmd|calc', undefined, 'FORMULA_INJECTION'],
    ['source', 'G4', '-cmd', undefined, 'FORMULA_INJECTION'],
    ['source', 'G4', new Date(Date.UTC(2025, 0, 2)), 'd-mmm', 'DATE_IN_TEXT'],
    ['source', 'G4', 150725199001011234n as unknown as number, undefined, 'DIGITS_LOST'],
    ['source', 'G4', true, undefined, 'NOT_A_TEXT'],
    ['cut-off', 'H4', '也许', undefined, 'NOT_A_BOOLEAN'],
  ])('%s: %s = %j (%s) is %s', async (_, cell, value, format, code) => {
    const read = await withCell(cell, typeof value === 'bigint' ? Number(value) : value, format);
    const column = { F: 'factor_kgco2e', G: 'factor_source', H: 'cut_off' }[cell[0]!];
    expect(brief(read.faults)).toEqual([[code, cell, 'p/电力', column]]);
    const [fault] = read.faults;
    expect(fault!.worksheet).toBe('清单数据');
    expect(fault!.message.zh).toContain(`工作表“清单数据” ${cell}`);
    expect(fault!.message.en).toContain(`worksheet "清单数据" ${cell}`);
    expect(read.input.tables.line![0]).not.toHaveProperty(column!);
  });

  it.each<[string, CellValue, string | undefined, unknown]>([
    ['F4', 0.6205, undefined, '0.6205'],
    ['F4', 0.1 + 0.2, undefined, '0.30000000000000004'],
    ['F4', { formula: '0.1+0.2', result: 0.1 + 0.2 }, undefined, '0.3'],
    ['F4', { formula: 'B1', result: '0.70' }, undefined, '0.70'],
    ['F4', 1.5e-7, undefined, '0.00000015'],
    ['F4', 1e21, undefined, '1000000000000000000000'],
    ['F4', -2.5, '#,##0.00', '-2.5'],
    ['F4', 5, '_-[$¥-804]* #,##0.00_-;_-* "-"??_-', '5'],
    ['F4', 5, '0" hm²/d"', '5'],
    ['F4', 5, 'General', '5'],
    ['F4', '  0.60 ', undefined, '0.60'],
    ['G4', 'GB/T 24067　', undefined, 'GB/T 24067'],
    ['G4', '-5 附注', undefined, '-5 附注'],
    ['G4', { richText: [{ text: '来源' }, { font: { bold: true }, text: '一' }] }, undefined, '来源一'],
    ['G4', 2023, undefined, '2023'],
    ['H4', '是', undefined, true],
    ['H4', false, undefined, false],
  ])('%s = %j (%s) reads as %j', async (cell, value, format, expected) => {
    const read = await withCell(cell, value, format);
    expect(read.faults).toEqual([]);
    const column = { F: 'factor_kgco2e', G: 'factor_source', H: 'cut_off' }[cell[0]!]!;
    expect(read.input.tables.line![0]![column]).toBe(expected);
  });

  it('takes a percentage as the ratio it is', async () => {
    const read = await changed((book) => {
      const worksheet = book.getWorksheet('产品')!;
      worksheet.getCell('E4').value = 0.8;
      worksheet.getCell('E4').numFmt = '0%';
    });
    expect(read.faults).toEqual([]);
    expect(read.input.tables.product![0]!.allocation_share).toBe('0.8');
  });

  it('lists every bad cell of every worksheet', async () => {
    const read = await changed((book) => {
      lines(book).getCell('D4').value = 'x';
      lines(book).getCell('D6').value = 'y';
      book.getWorksheet('产品')!.getCell('D5').value = 'z';
    });
    expect(brief(read.faults)).toEqual([
      ['NOT_A_NUMBER', 'D5', 'by', 'output'],
      ['NOT_A_NUMBER', 'D4', 'p/电力', 'amount'],
      ['NOT_A_NUMBER', 'D6', 'p/标签纸', 'amount'],
    ]);
  });
});

describe('rows', () => {
  it('names both rows of a repeated key', async () => {
    const read = await withCell('B6', ' 电力 ');
    expect(brief(read.faults)).toEqual([['DUPLICATE_KEY', 'B6', 'p/电力', 'item']]);
    expect(read.faults[0]!.message.zh).toContain('第 4 行与第 6 行');
  });

  it('skips empty rows and reads hidden ones', async () => {
    const read = await changed((book) => {
      lines(book).insertRow(5, []);
      lines(book).getCell('B5').value = '   ';
      lines(book).getRow(6).hidden = true;
    });
    expect(read.faults).toEqual([]);
    expect(read.input.tables.line).toHaveLength(3);
    expect(read.places.tables.line!.rows).toEqual([4, 6, 7]);
  });

  it('refuses merged cells in the table, not above it', async () => {
    const above = await changed((book) => lines(book).spliceRows(1, 0, ['填报单位：霍林郭勒'], []));
    expect(above.faults).toEqual([]);
    const read = await changed((book) => lines(book).mergeCells('C4:C5'));
    expect(brief(read.faults)).toEqual([['MERGED_CELLS', 'C4', undefined, 'stage']]);
  });

  it('refuses more rows than allowed', async () => {
    const bytes = await writeTemplate(sheet, { rows });
    expect((await readWorkbook(sheet, bytes, { maxRows: 6 })).faults).toEqual([]);
    const read = await readWorkbook(sheet, bytes, { maxRows: 5 });
    expect(read.faults.map((f) => f.code)).toEqual(['FILE_TOO_LARGE']);
    expect(read.input.tables).toEqual({});
  });
});

describe('columns', () => {
  const swap = (worksheet: Worksheet, a: number, b: number): void => {
    worksheet.eachRow((row) => {
      const [first, second] = [row.getCell(a).value, row.getCell(b).value];
      row.getCell(a).value = second;
      row.getCell(b).value = first;
    });
  };

  it('finds moved columns, renamed worksheets and rows above the headings', async () => {
    const plain = await changed(() => {});
    const read = await changed((book) => {
      swap(lines(book), 2, 6);
      lines(book).spliceRows(1, 0, ['2024 年清单']);
      lines(book).name = '能源与原料';
    });
    expect(read.faults).toEqual([]);
    expect(read.input).toEqual(plain.input);
    expect(read.places.tables.line).toMatchObject({ worksheet: '能源与原料', columns: { item: 'F' }, rows: [5, 6, 7] });
  });

  it('goes by titles where the machine names are gone', async () => {
    const plain = await changed(() => {});
    const read = await changed((book) => {
      swap(lines(book), 2, 6);
      lines(book).spliceRows(3, 1);
      lines(book).name = 'Sheet1';
    });
    expect(read.faults).toEqual([]);
    expect(read.input).toEqual(plain.input);
  });

  it('refuses an unknown, a missing and a doubled column, and content beside the table', async () => {
    const unknown = await changed((book) => (lines(book).getCell('K1').value = '备注'));
    expect(brief(unknown.faults)).toEqual([['UNKNOWN_COLUMN', 'K1', undefined, '备注']]);
    const missing = await changed((book) => lines(book).spliceColumns(4, 1));
    expect(brief(missing.faults)).toEqual([['MISSING_COLUMN', undefined, undefined, 'amount']]);
    const doubled = await changed((book) => {
      for (const row of [1, 2, 3, 4]) lines(book).getCell(row, 9).value = lines(book).getCell(row, 4).value;
    });
    expect(brief(doubled.faults)).toEqual([['DUPLICATE_COLUMN', 'I1', undefined, 'amount']]);
    const beside = await changed((book) => (lines(book).getCell('K5').value = 3));
    expect(brief(beside.faults)).toEqual([['UNKNOWN_COLUMN', 'K5', undefined, 'K']]);
  });

  it('refuses titles moved without their columns', async () => {
    const read = await changed((book) => {
      const [amount, factor] = [lines(book).getCell('D1').value, lines(book).getCell('F1').value];
      lines(book).getCell('D1').value = factor;
      lines(book).getCell('F1').value = amount;
    });
    expect(brief(read.faults)).toEqual([
      ['HEADING_CONFLICT', 'D1', undefined, 'amount'],
      ['HEADING_CONFLICT', 'F1', undefined, 'factor_kgco2e'],
    ]);
  });

  it('names a missing worksheet and what it left alone', async () => {
    const read = await changed((book) => {
      book.removeWorksheet('产品');
      book.addWorksheet('计算过程').getCell('A1').value = '草稿';
    });
    expect(brief(read.faults)).toEqual([['MISSING_WORKSHEET', undefined, undefined, undefined]]);
    expect(read.faults[0]).toMatchObject({ table: 'product', worksheet: '产品' });
    expect(read.ignored).toEqual(['计算过程']);
  });
});

describe('parameters', () => {
  const given: RunInput = { parameters: { pool: '1000000.00' }, tables: pool.examples[0]!.input.tables };

  it('reads them wherever the value stands, and names a bad one', async () => {
    const good = await changed(() => {}, pool, given);
    expect(good.faults).toEqual([]);
    expect(good.input.parameters).toEqual({ pool: '1000000' });
    const bad = await changed((book) => (book.getWorksheet('参数')!.getCell('B3').value = '一百万'), pool, given);
    expect(brief(bad.faults)).toEqual([['NOT_A_NUMBER', 'B3', undefined, 'pool']]);
    const unknown = await changed((book) => book.getWorksheet('参数')!.addRow(['利率', 3]), pool, given);
    expect(unknown.faults.map((f) => [f.code, f.cell])).toEqual([['UNKNOWN_PARAMETER', 'B4']]);
  });
});

describe('faults of the engine', () => {
  const faultsOf = async (read: WorkbookRead, of = sheet) =>
    runSheet(of, read.input).then(
      () => [],
      (error: unknown) => (error as SheetFaults).faults,
    );

  it('are shown by cell', async () => {
    const read = await changed((book) => {
      lines(book).insertRow(4, []);
      lines(book).getCell('D5').value = -3;
      lines(book).getCell('E6').value = 'foo';
      lines(book).getCell('A7').value = 'q';
    });
    expect(read.faults).toEqual([]);
    const faults = withAddresses(sheet, read, await faultsOf(read)) as CellFault[];
    expect(faults.map((f) => [f.code, f.worksheet, f.cell])).toEqual([
      ['OUT_OF_RANGE', '清单数据', 'D5'],
      ['UNKNOWN_UNIT', '清单数据', 'E6'],
      ['UNKNOWN_KEY', '清单数据', 'A7'],
    ]);
    expect(faults[0]!.message.zh).toContain('D5');
  });

  it('are not repeated where the reader spoke already', async () => {
    const read = await withCell('D4', 'x');
    const faults = withAddresses(sheet, read, await faultsOf(read));
    expect(faults.map((f) => f.code)).toEqual(['NOT_A_NUMBER']);
  });

  it('find parameters, whole rows and nothing', async () => {
    const read = await changed(() => {}, pool, { ...pool.examples[0]!.input });
    expect(addressOf(pool, read, { table: 'parameters', column: 'pool' })).toEqual({ worksheet: '参数', cell: 'B3' });
    expect(addressOf(pool, read, { table: 'recipient', row: 'c' })).toEqual({ worksheet: '分配对象', cell: 'A6' });
    expect(addressOf(pool, read, { table: 'recipient', row: '#2', column: 'cap' })).toMatchObject({ cell: 'D5' });
    expect(addressOf(pool, read, { table: 'recipient' })).toEqual({ worksheet: '分配对象' });
    expect(addressOf(pool, read, { table: 'constructor', row: 'x' })).toBeUndefined();
    expect(addressOf(pool, read, {})).toBeUndefined();
  });
});
