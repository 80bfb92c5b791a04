import { createContext, useContext, useEffect, useMemo, useState, type PropsWithChildren } from 'react';
import { useMedia } from '../shared/use-media';
import type { Mode } from './tokens';

const KEY = 'qh.theme';

interface Theme {
  mode: Mode;
  toggle(): void;
}

const ThemeContext = createContext<Theme>({ mode: 'light', toggle: () => undefined });
export const useTheme = () => useContext(ThemeContext);

/** The reader's own choice, else what the system asks for. Applied before the first paint by main.tsx. */
export function initialMode(): Mode {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function ThemeProvider({ children }: PropsWithChildren) {
  const [chosen, setMode] = useState<Mode>(initialMode);
  // Paper is white.
  const mode = useMedia('print') ? 'light' : chosen;
  useEffect(() => {
    document.documentElement.dataset.theme = mode;
  }, [mode]);
  const value = useMemo(
    () => ({
      mode,
      toggle: () =>
        setMode((before) => {
          const next = before === 'light' ? 'dark' : 'light';
          localStorage.setItem(KEY, next);
          return next;
        }),
    }),
    [mode],
  );
  return <ThemeContext value={value}>{children}</ThemeContext>;
}
