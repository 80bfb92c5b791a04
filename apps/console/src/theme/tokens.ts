/** The identity's colours, once: CSS variables take them from theme.css, antd and the charts from here. */
export type Mode = 'light' | 'dark';

export const palette = {
  light: {
    primary: '#0f6b64',
    link: '#0b5c7a',
    success: '#166a3e',
    warning: '#9a5b00',
    error: '#b3261e',
    text: '#12211e',
    muted: '#51635e',
    page: '#f4f8f7',
    panel: '#ffffff',
    line: '#d7e3e0',
  },
  dark: {
    primary: '#4cc2b3',
    link: '#78c4e6',
    success: '#63cf95',
    warning: '#f0b45b',
    error: '#ff8f85',
    text: '#e4f0ed',
    muted: '#a3b8b3',
    page: '#0c1513',
    panel: '#13201d',
    line: '#29403b',
  },
} as const satisfies Record<Mode, Record<string, string>>;

export const soft = {
  light: {
    colorSuccessBg: '#e2f4e9',
    colorSuccessBorder: '#9fd3b5',
    colorWarningBg: '#fdf1dc',
    colorWarningBorder: '#e5c48c',
    colorErrorBg: '#fcebe9',
    colorErrorBorder: '#eab3ae',
    colorInfo: '#0b5c7a',
    colorInfoBg: '#e4f0f7',
    colorInfoBorder: '#a9cbdd',
  },
  dark: {
    colorSuccessBg: '#15301f',
    colorWarningBg: '#34270f',
    colorErrorBg: '#3a1b18',
    colorInfo: '#78c4e6',
    colorInfoBg: '#142b38',
  },
} as const satisfies Record<Mode, Record<string, string>>;

/** Series colours of the charts: distinguishable to colour-blind readers and on both backgrounds. */
export const series: Record<Mode, readonly string[]> = {
  light: ['#0f6b64', '#2b83ba', '#d98e04', '#7a5ea8', '#4f9d5b', '#c2553b', '#8a9a96'],
  dark: ['#4cc2b3', '#78b9e6', '#f0b45b', '#b79ce0', '#8fd19a', '#f08e76', '#9fb2ad'],
};

export const fontFamily =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
