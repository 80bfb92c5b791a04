import { useTranslation } from 'react-i18next';
import type { Explanation } from '../api/types';
import { groupDecimal, isDecimal } from '../numbers/decimal';
import { readableFormula } from '../numbers/formula';
import { prettyUnit } from '../numbers/unit';
import { ConfidenceTag } from '../shared/confidence-tag';
import { useChoice, useText } from '../shared/use-text';

/** One figure: what it is, how it came about, what it rests on; its parts fold out below. */
export function ExplanationNode({ node, depth = 0 }: { node: Explanation; depth?: number }) {
  const { t } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const value = isDecimal(node.value) ? groupDecimal(node.value) : choice(node.value);
  const unit = node.unit === '1' ? '' : prettyUnit(node.unit);
  // The service says `half-up, 2 decimals`; anything else is shown as it is.
  const roundingOf = (rounding: string) => {
    const places = /^half-up, (\d+) decimals$/.exec(rounding)?.[1];
    return places === undefined ? rounding : t('results:why.halfUp', { places });
  };
  const more = (node.childCount ?? 0) - node.children.length;
  const head = (
    <span className="why-head">
      <span className="why-label">{text(node.label)}</span>
      <span className="why-value num">
        {value} {unit && <span className="muted">{unit}</span>}
      </span>
    </span>
  );
  const body = (
    <div className="why-body">
      {node.formula && (
        <p>
          <span className="why-words" title={node.formula}>
            {readableFormula(node.words ? text(node.words) : node.formula)}
          </span>
        </p>
      )}
      {node.filled && node.filled !== node.formula && (
        <p>
          <span className="muted">= </span>
          <code className="why-formula">{readableFormula(node.filled)}</code>
        </p>
      )}
      {node.clause && (
        <p className="muted">
          {t('results:why.clause')} {node.clause}
        </p>
      )}
      {node.rounding && (
        <p className="muted">
          {t('results:why.rounding')} {roundingOf(node.rounding)}
        </p>
      )}
      {node.source && (
        <p className="why-source">
          <span className="muted">{t('results:why.source')}</span>{' '}
          {node.source === 'filed' ? t('results:why.filed') : node.source}{' '}
          {node.confidence && <ConfidenceTag confidence={node.confidence} />}
        </p>
      )}
      {node.children.length > 0 && (
        <ul className="why-children">
          {node.children.map((child, index) => (
            <li key={`${child.place}-${index}`}>
              <ExplanationNode node={child} depth={depth + 1} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="muted">{t('results:why.more', { count: more })}</p>}
    </div>
  );
  const bare = !node.formula && !node.filled && !node.source && !node.clause && !node.children.length;
  if (bare) return <div className="why why-leaf">{head}</div>;
  return (
    <details className="why" open={depth < 1 || undefined}>
      <summary>{head}</summary>
      {body}
    </details>
  );
}
