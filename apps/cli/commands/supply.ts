import { readFileSync } from 'node:fs';
import { conversionFactor, parseUnit } from '@qingheng/sheet';
import { supply, SupplyFaults, type SupplyInput } from '@qingheng/supply';
import { Refused, Usage, words, type Command } from '../command';

export const command: Command = async (args) => {
  const { values } = words(args, ['input']);
  if (!values.input) throw new Usage('--input is missing');
  let input: SupplyInput;
  try {
    input = JSON.parse(readFileSync(values.input, 'utf8')) as SupplyInput;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Usage(`${values.input} cannot be read`);
    throw new Refused([
      { code: 'NOT_AN_INPUT', message: { zh: '输入文件不是 JSON', en: 'the input file is not JSON' } },
    ]);
  }
  try {
    return supply(input, convert);
  } catch (error) {
    if (error instanceof SupplyFaults) throw new Refused(error.faults);
    throw error;
  }
};

/** By the unit algebra of the method sheets. */
function convert(from: string, to: string): number | undefined {
  try {
    return conversionFactor(parseUnit(from), parseUnit(to))?.toNumber();
  } catch {
    return undefined; // a unit nobody knows
  }
}
