import { statSync } from 'node:fs';
import { reconcile, ReconciliationFaults } from '@qingheng/reconciliation';
import { Refused, Usage, words, type Command } from '../command';

export const command: Command = async (args) => {
  const { input } = words(args, ['input']).values;
  if (!input) throw new Usage('--input is missing');
  if (!statSync(input, { throwIfNoEntry: false })?.isDirectory()) throw new Usage(`no such folder: ${input}`);
  try {
    return await reconcile(input);
  } catch (error) {
    if (error instanceof ReconciliationFaults) throw new Refused(error.faults);
    throw error;
  }
};
