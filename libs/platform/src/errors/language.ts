export type Language = 'zh' | 'en';

/** The better of our two languages by an Accept-Language header; Chinese where it does not say. */
export function languageOf(header: string | undefined): Language {
  let best: Language = 'zh';
  let weight = 0;
  for (const part of (header ?? '').split(',')) {
    const [tag = '', ...options] = part.trim().toLowerCase().split(';');
    const quality = options.map((o) => /^\s*q=([\d.]+)\s*$/.exec(o)?.[1]).find(Boolean);
    const language = tag.split('-')[0];
    const q = quality === undefined ? 1 : Number(quality);
    if ((language === 'zh' || language === 'en') && q > weight) [best, weight] = [language, q];
  }
  return best;
}
