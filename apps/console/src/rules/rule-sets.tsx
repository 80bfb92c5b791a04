/** A rule set: where it comes from, and its tree of classes and indicators with formula, parameters and prices. */
import { Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Confidence, RuleSet } from '../api/types';
import { ConfidenceTag } from '../shared/confidence-tag';
import { useText } from '../shared/use-text';
import { CLASSES } from './use-rules';

type Indicator = RuleSet['indicators'][number];

export function RuleSets({ sets }: { sets: readonly RuleSet[] }) {
  const { t } = useTranslation();
  const text = useText();
  const [chosen, setChosen] = useState(sets.find((set) => set.default)?.id ?? sets[0]?.id);
  const set = sets.find(({ id }) => id === chosen);
  if (!set) return null;
  return (
    <div className="stack" style={{ gap: 20 }}>
      <section className="panel" data-test="rule-set">
        <div className="panel-head">
          <Select
            value={set.id}
            onChange={setChosen}
            options={sets.map((one) => ({ value: one.id, label: text(one.title) }))}
            aria-label={t('rules:set')}
            className="rule-choice"
          />
          {set.default && <Tag color="success">{t('rules:default')}</Tag>}
        </div>
        <p>
          {set.source.title} <ConfidenceTag confidence={set.source.confidence as Confidence} />
        </p>
        <p className="muted">{set.source.clause}</p>
        <p className="muted">{text(set.note)}</p>
        <dl className="facts">
          <Fact name={t('rules:validFrom')} value={set.validFrom} />
          <Fact name={t('rules:priceYear')} value={String(set.priceYear)} />
          <Fact name={t('rules:indicators')} value={countsOf(set, (name) => t(`rules:classes.${name}`))} />
          <Fact name={t('rules:outside')} value={set.deductsOutside ? t('common:yes') : t('common:no')} />
          <Fact name={t('rules:version')} value={`${set.hash.slice(0, 16)}…`} />
        </dl>
      </section>
      <div className="rule-tree" data-test="indicator-tree">
        {CLASSES.map((name) => {
          const own = set.indicators.filter((indicator) => indicator.class === name);
          return (
            <section key={name} className="panel">
              <h2>
                {t(`rules:classes.${name}`)} <span className="muted num">{own.length}</span>
              </h2>
              <ul className="rule-indicators">
                {own.map((indicator) => (
                  <IndicatorItem key={indicator.code} indicator={indicator} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

const countsOf = ({ indicators }: RuleSet, nameOf: (name: (typeof CLASSES)[number]) => string): string =>
  `${indicators.length}: ${CLASSES.map((name) => `${nameOf(name)} ${indicators.filter((one) => one.class === name).length}`).join(', ')}`;

function IndicatorItem({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const text = useText();
  const { code, title, sheet, formula, parameters, prices } = indicator;
  const lines: [string, string[]][] = [
    [t('rules:parts.formula'), pairs(formula)],
    [t('rules:parts.parameter'), pairs(parameters)],
    [t('rules:parts.price'), Object.values(prices ?? {}).flatMap(keysOf)],
  ];
  return (
    <li data-code={code}>
      <div className="rule-head">
        <strong>{text(title)}</strong>
        <Link to={`/methods/${sheet}`}>{sheet.replace('gep/', '')}</Link>
      </div>
      {lines.map(
        ([name, values]) =>
          values.length > 0 && (
            <div key={name} className="muted rule-line">
              <span>{name}</span> <span className="num">{values.join(', ')}</span>
            </div>
          ),
      )}
    </li>
  );
}

const pairs = (of: object | undefined): string[] =>
  Object.entries(of ?? {}).map(([name, value]) => `${name} = ${String(value)}`);

/** One price for all rows, or one for each value of a column. */
function keysOf(price: unknown): string[] {
  if (typeof price === 'string') return [price];
  const { of = {} } = price as { of?: Record<string, string> };
  return Object.entries(of).map(([value, key]) => (value.toLowerCase() === key ? key : `${value}: ${key}`));
}
