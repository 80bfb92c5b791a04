/** What a table shows goes out as it stands, to be read back the same. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { csv } from './csv';
import { isSheetNumber, workbook } from './xlsx';

it('writes a workbook that a reader of workbooks reads back', async () => {
  const rows = [
    ['名称', 'Amount'],
    ['铝 & <锭>', '13492.05'],
    ['  spaces ', '1234567890123456.78'],
    ['=1+1', '007'],
  ];
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbook(rows).buffer);
  const read = (book.worksheets[0]!.getSheetValues() as unknown[][]).slice(1).map((row) => row.slice(1));
  expect(read).toEqual([
    ['名称', 'Amount'],
    ['铝 & <锭>', 13492.05],
    ['  spaces ', '1234567890123456.78'],
    ['=1+1', '007'],
  ]);
});

it('keeps as a number only what a spreadsheet keeps exactly', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 22n }), fc.nat(6), (digits, scale) => {
      const written = digits.toString().padStart(scale + 1, '0');
      const value = scale ? `${written.slice(0, -scale)}.${written.slice(-scale)}` : written;
      expect(isSheetNumber(value)).toBe(digits.toString().length <= 15);
    }),
  );
  expect(['', '1e5', '1,000', 'abc', '0.10'].map(isSheetNumber)).toEqual([false, false, false, false, true]);
});

it('quotes what CSV needs quoted, and lets no cell be run as a formula', () => {
  expect(
    csv([
      ['a,b', 'c"d'],
      ['=cmd()', '-5'],
      ['-x', '+1'],
    ]),
  ).toBe('\ufeff"a,b","c""d"\r\n\'=cmd(),-5\r\n\'-x,\'+1\r\n');
});
