/** The columnar engine gives the digits of the exact one on the worked examples of every sheet. */
import { join } from 'node:path';
import { runSheet, SheetLibrary } from '@qingheng/sheet';

const library = SheetLibrary.load(join(__dirname, '../../config/methods'));
const cases = library
  .list()
  .flatMap((sheet) =>
    sheet.examples.flatMap((example, i) => (example.expect.refused ? [] : [[`${sheet.id} ${i + 1}`, sheet, example] as const])),
  );

it.each(cases)('%s', async (_name, sheet, { input, asOf, region }) => {
  const setting = { asOf: asOf ?? (sheet.valid.to ?? '2025-06-30'), region };
  const exact = await runSheet(sheet, input, { ...setting, engine: 'exact' });
  const columnar = await runSheet(sheet, input, { ...setting, engine: 'columnar' });
  expect(columnar.tables).toEqual(exact.tables);
  expect(columnar.outputs).toEqual(exact.outputs);
  expect(columnar.resultHash).toBe(exact.resultHash);
});
