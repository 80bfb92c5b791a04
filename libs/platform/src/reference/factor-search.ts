/**
 * What a factor is found by: its words, their pinyin (whole and initials), and two-letter grams of all of them. Grams need
 * no dictionary of words, so they find 电力 in 内蒙古电力 whatever the locale of the database.
 */
import { pinyin } from 'pinyin-pro';

export interface FactorWords {
  id: string;
  category: string;
  name_zh: string;
  name_en: string;
  gas?: string | null;
  stage?: string | null;
  source_title?: string | null;
  year_label?: string | null;
}

export interface FactorSearch {
  id: string;
  /** Names: matches here come first. */
  names: string;
  /** Everything else that is written about it. */
  words: string;
  /** Syllables of the Chinese name without a gap, a space, their initials: neimenggudianli nmgdl. */
  pinyin: string;
  grams: string[];
}

export function searchOf(factor: FactorWords): FactorSearch {
  const { id, category, name_zh: zh, name_en: en, gas, stage, source_title: source, year_label: year } = factor;
  const names = folded(`${zh} ${en}`);
  const words = folded([id, category, gas, stage, source, year].filter(Boolean).join(' '));
  const sound = soundOf(zh);
  return { id, names, words, pinyin: sound, grams: [...new Set([names, words, sound].flatMap(gramsOf))].sort() };
}

/** The parts of a question, each of which has to be found; at most eight. */
export const termsOf = (question: string): string[] => folded(question).split(' ').filter(Boolean).slice(0, 8);

/** Two letters at a time; nothing for a single letter. */
export function gramsOf(text: string): string[] {
  return text
    .split(' ')
    .flatMap((word) =>
      Array.from({ length: Math.max(0, [...word].length - 1) }, (_, i) => [...word].slice(i, i + 2).join('')),
    );
}

/** Full-width letters as narrow ones (NFKC), lower case, single spaces. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

function soundOf(chinese: string): string {
  const runs = folded(chinese).match(/\p{Script=Han}+/gu) ?? [];
  const syllables = runs.flatMap((run) => pinyin(run, { toneType: 'none', type: 'array', v: true }));
  return syllables.length ? `${syllables.join('')} ${syllables.map((syllable) => syllable[0]).join('')}` : '';
}
