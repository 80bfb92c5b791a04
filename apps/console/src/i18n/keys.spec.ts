import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Keys are written in the code as `t('namespace:path')`, or with an open end as t(`namespace:path.${x}`),
 * so that this test can hold both languages against what the pages really ask for.
 */
const sources = join(__dirname, '..');
const languages = ['zh', 'en'] as const;

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

function keysOf(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [path];
  const dot = path.endsWith(':') ? '' : '.';
  return Object.entries(value as object).flatMap(([key, inner]) => keysOf(inner, `${path}${dot}${key}`));
}

function texts(language: string): Map<string, string> {
  const folder = join(__dirname, language);
  const found = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const bundle: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const key of keysOf(bundle, `${name.replace(/\.json$/, '')}:`)) {
      const value = key
        .split(/[:.]/)
        .slice(1)
        .reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], bundle);
      found.set(key, value as string);
    }
  }
  return found;
}

const code = files(sources).map((file) => readFileSync(file, 'utf8'));
const whole = new Set(
  code.flatMap((text) => [...text.matchAll(/['"`]([a-z]+:[\w-]+(?:\.[\w-]+)*)['"`]/g)].map((m) => m[1]!)),
);
const open = [...new Set(code.flatMap((text) => [...text.matchAll(/`([a-z]+:[\w.-]*)\$\{/g)].map((m) => m[1]!)))];
const bundles = new Map(languages.map((language) => [language, texts(language)]));
const namespaces = new Set(readdirSync(join(__dirname, 'zh')).map((name) => name.replace(/\.json$/, '')));
/** English counts: `key_one`, `key_other` answer for `key`. */
const base = (key: string) => key.replace(/_(one|other)$/, '');

describe('texts of the console', () => {
  it.each(languages)('%s has every key that the pages ask for', (language) => {
    const have = new Set([...bundles.get(language)!.keys()].map(base));
    const missing = [...whole].filter((key) => namespaces.has(key.split(':')[0]!) && !have.has(key));
    expect(missing).toEqual([]);
  });

  it.each(languages)('%s has no key that no page asks for', (language) => {
    const unused = [...bundles.get(language)!.keys()]
      .map(base)
      .filter((key) => !whole.has(key) && !open.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  it('both languages have the same keys, and none is empty', () => {
    const [zh, en] = languages.map((language) => [...new Set([...bundles.get(language)!.keys()].map(base))].sort());
    expect(en).toEqual(zh);
    for (const bundle of bundles.values()) expect([...bundle].filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('both languages name the same variables', () => {
    const variables = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map((m) => m[1]))].sort();
    const zh = bundles.get('zh')!;
    for (const [key, text] of bundles.get('en')!) {
      const counterpart = zh.get(key) ?? zh.get(base(key)) ?? zh.get(`${base(key)}_other`);
      if (!key.endsWith('_one')) expect([key, variables(text)]).toEqual([key, variables(counterpart ?? '')]);
    }
  });

  it('what is read before signing in says nothing that has not come with the first load', () => {
    const routes = readFileSync(join(sources, 'app/routes.tsx'), 'utf8');
    const openPages = [...routes.matchAll(/openPage\(\(\) => import\('([^']+)'\)/g)].map((m) =>
      join(sources, 'app', m[1]!),
    );
    expect(openPages.length).toBe(3);
    const have = languages.map((language) => {
      const first = readFileSync(join(__dirname, `${language}-first.ts`), 'utf8');
      return [...first.matchAll(/\/(\w+)\.json'/g)].map((m) => m[1]!);
    });
    expect(have[0]).toEqual(have[1]);
    const seen = new Set<string>();
    const said = new Map<string, string>();
    const walk = (path: string) => {
      const file = [`${path}.tsx`, `${path}.ts`, path].find((one) => /\.tsx?$/.test(one) && existsSync(one));
      if (!file || seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(file, 'utf8');
      for (const [, namespace] of text.matchAll(/['"`]([a-z]+):[\w.-]+['"`$]/g))
        if (namespaces.has(namespace!)) said.set(namespace!, file.slice(sources.length + 1));
      // The pages inside come with all texts, and the tour is begun on them.
      const imports = /(routes|tour-host)\.tsx$/.test(file) ? text.replace(/import\('[^']+'\)/g, '') : text;
      for (const [, to] of imports.matchAll(/(?:from|import|import\() ?'(\.[^']+)'/g)) walk(join(dirname(file), to!));
    };
    [join(sources, 'main'), ...openPages].forEach(walk);
    expect([...said].filter(([namespace]) => !have[0]!.includes(namespace))).toEqual([]);
  });

  it('no Chinese stands in the code of a page', () => {
    const stray = files(sources).filter((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => /[\u4e00-\u9fff]/.test(line.replace(/\/\/.*|\/?\*.*/, ''))),
    );
    expect(stray.map((file) => file.slice(sources.length + 1))).toEqual([]);
  });
});
