/** What of a method stands as provisional: parameters, and rows of look-up tables, that have no other value. */
import type { Method, MethodConstants } from '../api/types';

type ProvisionalRow = MethodConstants['rows'][number];
const all = (values: { confidence: string }[]) =>
  values.length > 0 && values.every(({ confidence }) => confidence === 'provisional');

export function provisionalCount({ parameters, lookups }: Pick<Method, 'parameters' | 'lookups'>): number {
  const rows = lookups.flatMap((table) => {
    const values = new Map<string, typeof table.rows>();
    for (const row of table.rows) {
      const key = constantId({ name: table.name, keys: row.keys });
      values.set(key, [...(values.get(key) ?? []), row]);
    }
    return [...values.values()];
  });
  return parameters.filter(({ values }) => all(values)).length + rows.filter(all).length;
}

/** What a parameter or a row is told from others by. */
export const constantId = ({ name, keys = [] }: { name: string; keys?: string[] }): string =>
  [name, ...keys].join('\u0000');

export const keysOf = ({ keys }: Pick<ProvisionalRow, 'keys'>): string => keys.join(' / ');
