import { join } from 'node:path';
import { checkExamples, explain, runSheet, SheetLibrary } from '@qingheng/sheet';

const library = SheetLibrary.load(join(__dirname, '../../config/methods'));

describe.each(library.list().map((s) => [s.id, s] as const))('%s', (_id, sheet) => {
  it('reproduces its worked examples', () => {
    expect(checkExamples(sheet).filter((e) => !e.ok)).toEqual([]);
    expect(sheet.examples.length).toBeGreaterThan(0);
  });

  it('explains every figure of its first example without losing one', async () => {
    const [example] = sheet.examples;
    const options = { asOf: example!.asOf, region: example!.region };
    const result = await runSheet(sheet, example!.input, options);
    for (const table of sheet.tables) {
      for (const row of result.tables[table.name] ?? []) {
        for (const column of table.columns) {
          if (row[column.name] === undefined) continue;
          const key = table.key.map((k) => row[k]).join('/');
          const tree = explain(sheet, example!.input, `${table.name}/${key}/${column.name}`, options);
          expect(tree.value).toBe(String(row[column.name]));
        }
      }
    }
  });
});
