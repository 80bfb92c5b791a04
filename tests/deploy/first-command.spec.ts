/** The README's commands install what is missing, so nothing they read before that may need a package. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const tools = join(__dirname, '../../tools');

/** Packages that a script and all it imports at its top ask for. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gm)];
  return imports.flatMap(([, name]) => {
    if (name!.startsWith('.')) return packagesOf(join(dirname(file), name!), seen);
    return name!.startsWith('node:') ? [] : [`${file}: ${name}`];
  });
}

it.each(['demo.mjs', 'start.mjs', 'test.mjs', 'build.mjs', 'qingheng.mjs'])('%s starts in a fresh clone', (script) => {
  expect(packagesOf(join(tools, script))).toEqual([]);
});

it('would find one', () => {
  expect(packagesOf(join(tools, 'services/postgres.mjs'))).toEqual([expect.stringContaining('pg')]);
});
