import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '../api/client';

export type Language = 'zh' | 'en';
const KEY = 'qh.language';

/** Each language is one chunk: a reader downloads only their own. */
const load: Record<Language, () => Promise<{ default: Resource[string] }>> = {
  zh: () => import('./zh'),
  en: () => import('./en'),
};

function apply(language: Language) {
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
  const texts = (await load[language]()).default;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: texts },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  apply(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  const texts = (await load[language]()).default;
  for (const [namespace, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, bundle);
  localStorage.setItem(KEY, language);
  apply(language);
  await i18next.changeLanguage(language);
}
