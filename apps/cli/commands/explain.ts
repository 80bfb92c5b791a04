import { statSync } from 'node:fs';
import { explain } from '@qingheng/sheet';
import { method, readInput, refusing, Usage, words, type Command } from '../command';
import { readFolder } from '../io/read-folder';

export const command: Command = (args) => {
  const { positionals, values } = words(args, ['input', 'cell', 'as-of', 'region']);
  const { cell, input } = values;
  if (!cell) throw new Usage('--cell is missing');
  const choice = { asOf: values['as-of'], region: values.region };
  return refusing(async () => {
    const sheet = method(positionals[0], choice);
    const folder = input !== undefined && statSync(input, { throwIfNoEntry: false })?.isDirectory();
    return explain(sheet, folder ? await readFolder(input) : readInput(input), cell, choice);
  });
};
