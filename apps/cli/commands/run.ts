import { mkdirSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { runSheet, runSheetFiles } from '@qingheng/sheet';
import { method, readInput, refusing, words, type Command } from '../command';
import { filesIn, readFolder, readParameters } from '../io/read-folder';
import { writeResult, writeSummary } from '../io/write-result';

export const command: Command = (args) => {
  const { positionals, values } = words(args, ['input', 'as-of', 'region', 'out']);
  const choice = { asOf: values['as-of'], region: values.region };
  const { input, out } = values;
  return refusing(async () => {
    const sheet = method(positionals[0], choice);
    if (out) mkdirSync(out, { recursive: true });
    const folder = input !== undefined && statSync(input, { throwIfNoEntry: false })?.isDirectory() ? input : undefined;
    if (folder && out) {
      const { parameters: given, ...files } = Object.fromEntries(filesIn(folder));
      // Parquet to Parquet needs no row in memory here.
      if (Object.values(files).every((path) => extname(path) === '.parquet')) {
        const parameters = await readParameters(given);
        const written = await runSheetFiles(sheet, { parameters, files }, { ...choice, out });
        if (written) return writeSummary(written, out);
      }
    }
    const result = await runSheet(sheet, folder ? await readFolder(folder) : readInput(input), choice);
    return out ? writeResult(sheet, result, out) : result;
  });
};
