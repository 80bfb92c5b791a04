import { runSheet } from '@qingheng/sheet';
import { method, readInput, refusing, words, type Command } from '../command';

export const command: Command = (args) => {
  const { positionals, values } = words(args, ['input', 'as-of', 'region']);
  const choice = { asOf: values['as-of'], region: values.region };
  return refusing(async () => runSheet(method(positionals[0], choice), readInput(values.input), choice));
};
