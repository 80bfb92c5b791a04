/** What a list is narrowed down to stands in the address: whoever is sent it sees the same list. */
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** By the name in the address: what it may be; nothing listed means any text. */
type Choices = Record<string, readonly string[]>;
export type Filter<C extends Choices> = {
  -readonly [K in keyof C]?: C[K] extends readonly never[] ? string : C[K][number];
};

/** What is not among the choices is not there. */
export function useFilter<const C extends Choices>(choices: C): [Filter<C>, (part: Filter<C>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => {
    const found: Record<string, string> = {};
    for (const [name, values] of Object.entries(choices)) {
      const value = search.get(name);
      if (value && (!values.length || values.includes(value))) found[name] = value;
    }
    return found as Filter<C>;
    // The choices of a page do not change while it stands.
  }, [search]);
  const narrow = (part: Filter<C>) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(part)) {
          if (value) next.set(name, String(value));
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return [filter, narrow];
}
