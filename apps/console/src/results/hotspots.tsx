/** Where the emissions come from: the flow of contributions, and the rows that weigh most, each with its why. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readable } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { useChoice, useText } from '../shared/use-text';
import type { Contributions } from './contributions';
import { SankeyChart } from './sankey-chart';

const MOST_FLOWS = 14;
const MOST_LISTED = 10;

export function Hotspots({
  contributions,
  onExplain,
}: {
  contributions: Contributions;
  onExplain(place: string, title: string): void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const { parts, total, unit } = contributions;
  const nameOf = (group: (typeof parts)[number]['group']) => (typeof group === 'string' ? choice(group) : text(group));
  const flows = useMemo(() => {
    const sums = new Map<string, number>();
    const add = (from: string, to: string, value: number) =>
      sums.set(JSON.stringify([from, to]), (sums.get(JSON.stringify([from, to])) ?? 0) + value);
    parts.forEach((part, i) => {
      const group = `b:${nameOf(part.group)}`;
      const item = i < MOST_FLOWS ? choice(part.name) : t('results:hotspots.others');
      add(`a:${item}`, group, Number(part.value));
      add(group, `c:${t('results:hotspots.total')}`, Number(part.value));
    });
    return [...sums].map(([pair, value]) => {
      const [from, to] = JSON.parse(pair) as [string, string];
      return { from, to, value };
    });
    // Words change with the language, and `t` with them.
  }, [parts, t]);
  let sum = 0;
  return (
    <section className="panel" data-test="hotspots">
      <h2>{t('results:hotspots.title')}</h2>
      <div className="hotspots">
        <SankeyChart flows={flows} label={t('results:hotspots.flow')} />
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('results:hotspots.item')}</th>
              <th scope="col" className="right">
                {prettyUnit(unit)}
              </th>
              <th scope="col" className="right">
                {t('results:share')}
              </th>
              <th scope="col" className="right">
                {t('results:hotspots.together')}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.slice(0, MOST_LISTED).map((part) => {
              sum += Number(part.value);
              return (
                <tr key={part.place}>
                  <th scope="row">
                    <button
                      type="button"
                      className="cell-button"
                      onClick={() => onExplain(part.place, choice(part.name))}
                    >
                      {choice(part.name)}
                    </button>{' '}
                    <span className="muted">{nameOf(part.group)}</span>
                  </th>
                  <td className="num right" title={part.value}>
                    {readable(part.value)}
                  </td>
                  <td className="num right">{((Number(part.value) / total) * 100).toFixed(1)} %</td>
                  <td className="num right">{((sum / total) * 100).toFixed(1)} %</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
