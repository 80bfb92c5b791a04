/** A difference and its parts: what each of five causes adds or takes away, for the whole and by indicator. */
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleComparison } from '../api/types';
import { drawn } from '../ecoproducts/figures';
import { useMoney } from '../numbers/use-quantities';
import { useText } from '../shared/use-text';
import { WideTable } from '../shared/wide-table';
import { PARTS } from './use-rules';

type Line = RuleComparison['indicators'][number];

export function Compared({ result, nameOf }: { result: RuleComparison; nameOf(code: string): string }) {
  const { t } = useTranslation();
  const text = useText();
  const money = useMoney('yi');
  const signed = (value: string) =>
    value.startsWith('-') || Number(value) === 0 ? money.of(value) : `+${money.of(value)}`;
  const widest = Math.max(1, ...PARTS.map((part) => Math.abs(drawn(result.parts[part]))));
  const columns: TableColumnsType<Line> = [
    {
      title: t('rules:indicator'),
      fixed: 'start',
      render: (_, { title, class: type }) => (
        <div className="stack">
          <span>{text(title)}</span>
          <span className="sub">{t(`rules:classes.${type}`)}</span>
        </div>
      ),
    },
    {
      title: `${t('rules:sides.a')} (${money.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { a }) => money.of(a),
    },
    {
      title: `${t('rules:sides.b')} (${money.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { b }) => money.of(b),
    },
    ...PARTS.map((part) => ({
      title: `${t(`rules:parts.${part}`)} (${money.unit})`,
      align: 'end' as const,
      className: 'num',
      render: (_: unknown, { parts }: Line) => (Number(parts[part]) === 0 ? '' : signed(parts[part])),
    })),
  ];
  return (
    <>
      <section className="panel" data-test="difference">
        <dl className="facts">
          {(['a', 'b'] as const).map((side) => (
            <div key={side}>
              <dt>{t(`rules:sides.${side}`)}</dt>
              <dd>
                <span className="eco-big num">{money.of(result[side])}</span> {money.after}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('rules:difference')}</dt>
            <dd>
              <span className="eco-big num">{signed(result.difference)}</span> {money.after}
            </dd>
          </div>
        </dl>
        <div className="rule-parts">
          {PARTS.map((part) => {
            const value = drawn(result.parts[part]);
            const width = `${(Math.abs(value) / widest) * 50}%`;
            return (
              <div key={part} className="rule-part">
                <span>{t(`rules:parts.${part}`)}</span>
                <span className="rule-track" aria-hidden>
                  <span className={value < 0 ? 'minus' : 'plus'} style={{ width }} />
                </span>
                <span className="num right">{signed(result.parts[part])}</span>
              </div>
            );
          })}
        </div>
        <p className="muted">{t('rules:exact')}</p>
        {result.without.length > 0 && (
          <p className="muted">{t('rules:without', { codes: result.without.map(nameOf).join(', ') })}</p>
        )}
        <p className="muted">
          {t('rules:version')} {result.hashes.map((hash) => hash.slice(0, 12)).join(' / ')}
        </p>
      </section>
      <section className="panel" data-test="compared">
        <h2>{`${t('rules:byIndicator')} (${money.unit})`}</h2>
        <WideTable label={t('rules:byIndicator')} rowKey="code" columns={columns} dataSource={result.indicators} />
      </section>
    </>
  );
}
