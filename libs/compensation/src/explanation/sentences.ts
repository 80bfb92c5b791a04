/** An explanation in sentences, for people who were never told what a column is. */
import type { Explanation } from '@qingheng/sheet';

interface Sentence {
  zh: string;
  en: string;
}

/** What was computed, the parts before the whole, then the values it rests on with their papers. */
export function sentencesOf(root: Explanation): Sentence[] {
  const steps: Sentence[] = [];
  const facts = new Map<string, Sentence>();
  const visit = (node: Explanation): void => {
    node.children.forEach(visit);
    const { label, value, unit, filled, clause, source } = node;
    const shown = readable(unit && unit !== '1' ? `${value} ${unit}` : value);
    if (filled) {
      const rounded = node.rounding ? { zh: '，四舍五入到分', en: ', rounded half up to the fen' } : { zh: '', en: '' };
      steps.push({
        zh: `${label.zh}：${readable(filled)} = ${shown}${rounded.zh}${clause ? `（依据：${clause}）` : ''}`,
        en: `${label.en}: ${readable(filled)} = ${shown}${rounded.en}${clause ? ` (clause: ${clause})` : ''}`,
      });
    } else if (source && node.place.startsWith('parameter/'))
      facts.set(node.place, {
        zh: `${label.zh} ${shown}，来源：${source}`,
        en: `${label.en} ${shown}, source: ${source}`,
      });
  };
  visit(root);
  return [...steps, ...facts.values()];
}

/** `12345.6 亩 * 7.5` as `12,345.6 亩 × 7.5`; whole numbers of four digits may be years and stay. */
export const readable = (formula: string): string =>
  formula.replace(/ \* /g, ' × ').replace(/(?<![\w.,-])\d{4,}\.\d+|(?<![\w.,-])\d{5,}(?![\w-])/g, (number) => {
    const [whole = '', part] = number.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return part === undefined ? grouped : `${grouped}.${part}`;
  });
