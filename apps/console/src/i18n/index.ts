import type { Locale } from 'antd/es/locale';
import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '../api/client';

export type Language = 'zh' | 'en';
const KEY = 'qh.language';

/** A reader downloads only their own language: what the first page and the public ones say at once, the rest with the first page inside. */
const first: Record<Language, () => Promise<{ default: ResourceLanguage }>> = {
  zh: () => import('./zh-first'),
  en: () => import('./en-first'),
};
const rest: Record<Language, () => Promise<{ default: ResourceLanguage; components: Locale }>> = {
  zh: () => import('./zh'),
  en: () => import('./en'),
};

const components: Partial<Record<Language, Locale>> = {};
/** What the component library says in a language that has been loaded. */
export const componentTexts = (language: string): Locale | undefined => components[language as Language];

function add(language: Language, texts: ResourceLanguage) {
  for (const [namespace, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, bundle);
}

let whole = false;
let current: Language | undefined;
let begun: () => void;
const beginning = new Promise<void>((done) => (begun = done));

/** Everything that pages inside say. A page waits for it together with its own chunk, and may ask before there is a language. */
export async function allTexts(): Promise<void> {
  whole = true;
  const language = current ?? initialLanguage();
  const texts = await rest[language]();
  components[language] = texts.components;
  await beginning;
  add(language, texts.default);
}

function apply(language: Language) {
  current = language;
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  setRequestLanguage(language);
}

/** `?lang=` in the address wins (a link may be meant for one reader), then the reader's choice, then Chinese. */
function initialLanguage(): Language {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEY);
  return wanted === 'en' ? 'en' : 'zh';
}

export async function startLanguage(): Promise<void> {
  const language = initialLanguage();
  const texts = await first[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: texts.default },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  apply(language);
  begun();
}

export async function switchLanguage(language: Language): Promise<void> {
  const [texts, more] = await Promise.all([first[language](), whole ? rest[language]() : undefined]);
  if (more) components[language] = more.components;
  add(language, { ...texts.default, ...more?.default });
  localStorage.setItem(KEY, language);
  apply(language);
  await i18next.changeLanguage(language);
}
