/** The component library in the colours of the house. Around the pages that use it, so that those that do not never load it. */
import { ConfigProvider, theme as antdTheme } from 'antd';
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { componentTexts } from '../i18n';
import { useTheme } from './theme-provider';
import { fontFamily, palette, soft } from './tokens';

export function ComponentsTheme({ children }: PropsWithChildren) {
  const { i18n } = useTranslation();
  const { mode } = useTheme();
  const colours = palette[mode];
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
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
  );
}
