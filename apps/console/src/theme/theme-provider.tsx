import { ConfigProvider, theme as antdTheme } from 'antd';
import { createContext, useContext, useEffect, useMemo, useState, type PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { componentTexts } from '../i18n';
import { useMedia } from '../shared/use-media';
import { fontFamily, palette, soft, type Mode } from './tokens';

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
  const { i18n } = useTranslation();
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
  const colours = palette[mode];
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <ThemeContext value={value}>
      <ConfigProvider
        locale={componentTexts(i18n.language)}
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
          token: {
            colorPrimary: colours.primary,
            colorLink: colours.link,
            colorLinkHover: colours.link,
            colorLinkActive: colours.link,
            colorSuccess: colours.success,
            colorWarning: colours.warning,
            colorError: colours.error,
            colorText: colours.text,
            colorTextSecondary: colours.muted,
            colorTextDescription: colours.muted,
            colorTextPlaceholder: mode === 'dark' ? '#a3b8b3' : '#647670',
            colorBgBase: mode === 'dark' ? colours.panel : '#ffffff',
            // What the dark algorithm lifts from the base is too green for a page of tables.
            ...(mode === 'dark' && { colorBgContainer: colours.panel, colorBgElevated: '#192a26' }),
            colorBgLayout: colours.page,
            // The soft grounds of alerts and tags: what the algorithm derives from these dark tones is grey.
            ...soft[mode],
            colorBorder: mode === 'dark' ? '#41605a' : '#b4c7c2',
            borderRadius: 8,
            motion: !still,
            fontFamily,
          },
          components: { Button: { primaryShadow: 'none', ...(mode === 'dark' && { primaryColor: '#06201c' }) } },
        }}
      >
        {children}
      </ConfigProvider>
    </ThemeContext>
  );
}
