import { explain } from '@qingheng/sheet';
import { method, readInput, refusing, Usage, words, type Command } from '../command';

export const command: Command = (args) => {
  const { positionals, values } = words(args, ['input', 'cell', 'as-of', 'region']);
  const { cell } = values;
  if (!cell) throw new Usage('--cell is missing');
  const choice = { asOf: values['as-of'], region: values.region };
  return refusing(() => explain(method(positionals[0], choice), readInput(values.input), cell, choice));
};
