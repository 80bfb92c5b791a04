import { runSheet, SheetLibrary, type Cell, type RunInput, type Sheet } from '@qingheng/sheet';
import { Workbook } from 'exceljs';
import { join } from 'node:path';
import { readWorkbook, writeResult, writeTemplate } from '.';
import { inputTables } from './layout';

const sheets = SheetLibrary.load(join(__dirname, '../../../../config/methods')).list();

/** The library spreads each check over every cell of its range, which takes long; the checks play no part here. */
const WITHOUT_CHECKS = { ignoreNodes: ['dataValidations'] };

/** Numbers of an example may be written 1.00 or 1; a workbook keeps the number. Absent and null are the same. */
function canonical(sheet: Sheet, input: RunInput): RunInput {
  const plain = (value: Cell, type: string): Cell => {
    if (type !== 'number') return value;
    const text = String(value);
    return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  };
  const tables: RunInput['tables'] = {};
  for (const table of inputTables(sheet)) {
    tables[table.name] = (input.tables[table.name] ?? []).map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([name, value]) => [name, plain(value, table.columns.find((c) => c.name === name)!.type)])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      ),
    );
  }
  const parameters = Object.entries(input.parameters ?? {}).map(
    ([name, value]) => [name, plain(value, sheet.parameters.find((p) => p.name === name)!.type)] as const,
  );
  return { parameters: Object.fromEntries(parameters), tables };
}

describe.each(sheets.map((sheet) => [sheet.id, sheet] as const))('%s', (_, sheet) => {
  const examples = sheet.examples.filter((example) => !example.expect.refused);

  it('reads back what a filing exports', async () => {
    for (const example of examples) {
      const read = await readWorkbook(sheet, await writeTemplate(sheet, { rows: example.input }));
      expect(read.faults).toEqual([]);
      expect(canonical(sheet, read.input)).toEqual(canonical(sheet, example.input));
    }
  });

  it('reads a template filled in a spreadsheet program', async () => {
    const { input } = examples[0]!;
    const book = new Workbook();
    await book.xlsx.load((await writeTemplate(sheet)) as never, WITHOUT_CHECKS);
    for (const table of inputTables(sheet)) {
      const worksheet = book.getWorksheet(table.title.zh)!;
      const ids = (worksheet.getRow(3).values as string[]).slice(1);
      for (const [i, row] of (input.tables[table.name] ?? []).entries()) {
        for (const [j, id] of ids.entries()) {
          const value = row[id.split('.')[1]!];
          const type = table.columns.find((c) => `${table.name}.${c.name}` === id)!.type;
          if (value === undefined || value === null) continue;
          worksheet.getCell(4 + i, j + 1).value = type === 'number' ? Number(value) : value;
        }
      }
    }
    for (const [name, value] of Object.entries(input.parameters ?? {})) {
      const worksheet = book.getWorksheet('参数')!;
      worksheet.eachRow((row) => {
        const { type } = sheet.parameters.find((p) => p.name === name)!;
        if (row.getCell(6).value === `parameters.${name}`)
          row.getCell(2).value = type === 'number' ? Number(value) : value!;
      });
    }
    const read = await readWorkbook(sheet, Buffer.from(await book.xlsx.writeBuffer()));
    expect(read.faults).toEqual([]);
    expect(canonical(sheet, read.input)).toEqual(canonical(sheet, input));
  });

  it('exports the result with every table and its sources', async () => {
    const { input, asOf, region } = examples[0]!;
    const result = await runSheet(sheet, input, { asOf, region });
    const book = new Workbook();
    await book.xlsx.load((await writeResult(sheet, input, result)) as never, WITHOUT_CHECKS);
    expect(book.worksheets.map((w) => w.name)).toEqual(expect.arrayContaining(['结果', '来源']));
    expect(book.worksheets).toHaveLength(sheet.tables.length + 2);
    const [table] = sheet.tables;
    const worksheet = book.worksheets[1]!;
    const row = result.tables[table!.name]![0]!;
    for (const [i, column] of table!.columns.entries()) {
      const value = row[column.name] ?? null;
      const found = worksheet.getCell(3, i + 1).value;
      if (column.type === 'number' && value !== null) expect(Number(found)).toBe(Number(value));
    }
    const sources = JSON.stringify(book.getWorksheet('来源')!.getSheetValues());
    expect(sources).toContain(result.resultHash);
  });
});
