import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { SheetFaults, SheetLibrary, type Fault, type RunInput, type Sheet } from '@qingheng/sheet';

export type Command = (args: string[]) => Promise<unknown>;

/** The command was called wrongly: exit 2. */
export class Usage extends Error {}

/** The input was refused: exit 1, faults on standard error. */
export class Refused extends Error {
  constructor(readonly faults: Fault[]) {
    super(`${faults.length} faults`);
  }
}

export function words<const N extends string>(
  args: string[],
  names: readonly N[],
): { positionals: string[]; values: Partial<Record<N, string>> } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { positionals, values: values as Partial<Record<N, string>> };
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

/** Faults of a sheet or an input become a refusal. */
export async function refusing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetFaults) throw new Refused(error.faults);
    throw error;
  }
}

/** `config/` of the installation, or the folder that QH_CONFIG names. */
export function configFolder(): string {
  if (process.env.QH_CONFIG) return process.env.QH_CONFIG;
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Usage('config folder not found; set QH_CONFIG');
    folder = dirname(folder);
  }
  return join(folder, 'config');
}

export const library = (): SheetLibrary => SheetLibrary.load(join(configFolder(), 'methods'));

/** METHOD or METHOD@VERSION. */
export function method(name: string | undefined, choice: { asOf?: string; region?: string }): Sheet {
  if (!name) throw new Usage('METHOD is missing');
  const [id = '', version] = name.split('@');
  return library().get(id, { version, ...choice });
}

export function readInput(path: string | undefined): RunInput {
  if (!path) throw new Usage('--input is missing');
  if (!existsSync(path)) throw new Usage(`no such file: ${path}`);
  const fail = (zh: string, en: string): never => {
    throw new Refused([{ code: 'NOT_AN_INPUT', message: { zh, en } }]);
  };
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return fail('输入文件不是 JSON', 'the input file is not JSON');
  }
  if (typeof input !== 'object' || input === null || typeof (input as RunInput).tables !== 'object') {
    return fail('输入应为 {parameters, tables}', 'the input is an object {parameters, tables}');
  }
  return input as RunInput;
}
