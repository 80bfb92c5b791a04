/** An explanation as nested lists: each figure with its formula, the numbers in it, and what it rests on. */
import { Html, html, type Language, type Part } from '@qingheng/platform';
import type { Explanation } from '@qingheng/sheet';
import type { Word } from './words';

/** Deeper levels stand in the archive. */
const MOST_PRINTED = 600;

export function explanationPart(root: Explanation, lang: Language, say: (word: Word, n?: number) => string): Html {
  let printed = 0;
  const node = ({
    place,
    label,
    value,
    unit,
    formula,
    filled,
    clause,
    source,
    childCount,
    children,
  }: Explanation): Part => {
    if (++printed > MOST_PRINTED) return undefined;
    const shown = children.map(node).filter((child) => child !== undefined);
    const from = source === 'filed' ? say('filed') : source;
    return html`<li>
      <span class="what">${label[lang]}</span>${rowOf(place)} <strong>${value}</strong> ${unit !== '1' && unit}
      ${from && html`<span class="note"> · ${from}</span>`}${clause && html`<span class="note"> · ${clause}</span>`}
      ${formula && html`<div class="formula"><code>${formula}</code>${filled && filled !== formula && html`<br /><code>= ${filled}</code>`}</div>`}
      ${childCount !== undefined && childCount > 1 && html`<div class="note">${say('rows', childCount)}</div>`}
      ${
        shown.length > 0 &&
        html`<ul>
          ${shown}
        </ul>`
      }
    </li>`;
  };
  return html`<ul class="why">
    ${node(root)}
  </ul>`;
}

/** `input/P1/electricity/kgco2e` is of the row P1/electricity. */
const rowOf = (place: string): Part => {
  const parts = place.split('/');
  const known = ['output', 'parameter', 'lookup'].includes(parts[0]!) || place.includes('@');
  return !known && parts.length > 2 && html` <span class="note">${parts.slice(1, -1).join('/')}</span>`;
};

export const EXPLANATION_CSS = `
.why, .why ul { list-style: none; padding-left: 14px; margin: 2px 0; border-left: 1px solid var(--line); }
.why { padding-left: 0; border: 0; font-size: 12.5px; }
.why li { padding: 2px 0; }
.formula { color: var(--soft); }
.formula code { font-size: 11px; }
@media print { .why { font-size: 8.8pt; } .formula code { font-size: 7.6pt; } }
.hashes p { margin: 4px 0; }
.tag { font-size: 11px; border: 1px solid var(--line); border-radius: 3px; padding: 0 4px; color: var(--soft); white-space: nowrap; }
.tag.provisional { color: #92400e; border-color: #b45309; }
`;
