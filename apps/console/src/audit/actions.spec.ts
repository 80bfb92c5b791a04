/** Whatever the service writes into the audit trail, the console can say: no reader is shown a code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../i18n/en/audit.json';
import zh from '../i18n/zh/audit.json';

const libs = join(__dirname, '../../../../libs');
const written = (pattern: RegExp): string[] => {
  const found = new Set<string>();
  for (const entry of readdirSync(libs, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/(?<!\.spec)\.ts$/.test(entry.name)) continue;
    for (const [, word] of readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(pattern)) found.add(word!);
  }
  return [...found].sort();
};
const textOf = (texts: object, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], texts);

it.each([
  ['zh', zh],
  ['en', en],
])('has a word in %s for every action and every kind of subject', (_language, texts) => {
  const actions = written(/action: '(\w+\.\w+)'/g);
  const subjects = written(/subject: \{ type: '(\w+)'/g);
  expect(actions.length).toBeGreaterThan(50);
  expect(subjects.length).toBeGreaterThan(20);
  expect(actions.filter((action) => typeof textOf(texts.action, action) !== 'string')).toEqual([]);
  expect(subjects.filter((subject) => typeof textOf(texts.subjectOf, subject) !== 'string')).toEqual([]);
});
