import { readFileSync } from 'node:fs';
import { type Finding, lintFootprint } from '@qingheng/pact';
import { Refused, Usage, words, type Command } from '../command';

/** One footprint, a list of them, or an answer of a host (`{data: …}`). */
export const command: Command = async (args) => {
  const { positionals, values } = words(args, ['input']);
  if (positionals[0] !== 'lint' || positionals.length > 1) throw new Usage('say: pact lint');
  if (!values.input) throw new Usage('--input is missing');
  const content = read(values.input) as { data?: unknown } | null;
  const whole = typeof content === 'object' && content !== null && 'data' in content ? content.data : content;
  const footprints = [whole].flat();
  const findings = footprints.flatMap((footprint, i) => at(i, whole, lintFootprint(footprint)));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length)
    throw new Refused(errors.map(({ rule, pointer, message }) => ({ code: rule, column: pointer, message })));
  return { footprints: footprints.length, errors: 0, warnings: findings };
};

/** In a list the pointer begins with the place in it. */
const at = (i: number, whole: unknown, findings: Finding[]): Finding[] =>
  Array.isArray(whole) ? findings.map((finding) => ({ ...finding, pointer: `/${i}${finding.pointer}` })) : findings;

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Usage(`${file} cannot be read`);
    throw new Refused([
      { code: 'NOT_AN_INPUT', message: { zh: '输入文件不是 JSON', en: 'the input file is not JSON' } },
    ]);
  }
}
