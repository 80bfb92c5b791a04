import { existsSync, readFileSync } from 'node:fs';
import { checkExamples, loadSheet } from '@qingheng/sheet';
import { Refused, Usage, words, type Command } from '../command';

export const command: Command = async (args) => {
  const [path] = words(args, []).positionals;
  if (!path) throw new Usage('SHEET.yaml is missing');
  if (!existsSync(path)) throw new Usage(`no such file: ${path}`);
  const { sheet, faults } = loadSheet(readFileSync(path, 'utf8'));
  if (!sheet) throw new Refused(faults);
  const examples = checkExamples(sheet).map(({ example, ok, differences }) => ({
    title: example.title,
    ok,
    differences,
  }));
  const failing = examples.filter((e) => !e.ok);
  if (failing.length) {
    throw new Refused(
      failing.map(({ title, differences }) => ({
        code: 'EXAMPLE_FAILS',
        message: {
          zh: `算例“${title.zh}”：${differences.join('；')}`,
          en: `example "${title.en}": ${differences.join('; ')}`,
        },
      })),
    );
  }
  return { method: sheet.id, version: sheet.version, sheetHash: sheet.hash, examples };
};
