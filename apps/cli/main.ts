/** `qingheng COMMAND`: JSON on standard output, faults as JSON on standard error; exit 0, 1 (refused) or 2 (usage). */
import { Refused, Usage, type Command } from './command';

const commands: Record<string, { usage: string; load: () => Promise<{ command: Command }> }> = {
  methods: { usage: 'methods [--json]', load: () => import('./commands/methods') },
  check: { usage: 'check SHEET.yaml', load: () => import('./commands/check') },
  run: {
    usage: 'run METHOD[@VERSION] --input FILE_OR_FOLDER [--as-of DATE] [--region CODE] [--out FOLDER]',
    load: () => import('./commands/run'),
  },
  supply: { usage: 'supply --input FILE', load: () => import('./commands/supply') },
  pact: { usage: 'pact lint --input FILE', load: () => import('./commands/pact') },
  reconcile: { usage: 'reconcile --input FOLDER', load: () => import('./commands/reconcile') },
  audit: { usage: 'audit verify', load: () => import('./commands/audit') },
  verify: {
    usage: 'verify --label FILE_OR_URL [--keys FILE_OR_URL] | --archive FILE --keys FILE_OR_URL',
    load: () => import('./commands/verify'),
  },
  doctor: { usage: 'doctor', load: () => import('./commands/doctor') },
  bench: { usage: 'bench NAME [--n ROWS]', load: () => import('./commands/bench') },
  explain: {
    usage: 'explain METHOD --input FILE_OR_FOLDER --cell TABLE/KEY/COLUMN',
    load: () => import('./commands/explain'),
  },
};

async function main([name = '', ...args]: string[]): Promise<number> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    const lines = Object.values(commands).map((c) => `  qingheng ${c.usage}`);
    process.stderr.write(`${name ? `unknown command ${name}\n` : ''}usage:\n${lines.join('\n')}\n`);
    return 2;
  }
  try {
    const { command } = await entry.load();
    const answer = await command(args);
    await write(process.stdout, typeof answer === 'string' ? answer : `${JSON.stringify(answer, null, 1)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Usage) {
      process.stderr.write(`${error.message}\nusage: qingheng ${entry.usage}\n`);
      return 2;
    }
    if (!(error instanceof Refused)) throw error;
    await write(process.stderr, `${JSON.stringify({ faults: error.faults }, null, 1)}\n`);
    return 1;
  }
}

/** Waits until a pipe has taken everything: process exit would cut it. */
const write = (stream: NodeJS.WriteStream, chunk: string): Promise<void> =>
  new Promise((resolve, reject) => stream.write(chunk, (error) => (error ? reject(error) : resolve())));

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
