/** This result beside one's own of other years, and beside what others reached. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Method } from '../api/types';
import { groupDecimal, isDecimal, readable } from '../numbers/decimal';
import { shownUnit } from '../numbers/unit';
import { useText } from '../shared/use-text';

export function Comparison({ runId, method }: { runId: string; method: Method }) {
  const { t } = useTranslation();
  const text = useText();
  const outputs = method.outputs.filter(({ type }) => type === 'number');
  const [chosen, setChosen] = useState(outputs[0]?.name);
  const query = useQuery({
    queryKey: ['run', runId, 'comparison'],
    queryFn: () => ask(api.GET('/api/v1/runs/{id}/comparison', { params: { path: { id: runId } } })),
  });
  const output = outputs.find(({ name }) => name === chosen);
  if (!query.data || !output) return null;
  const { own, peers } = query.data;
  const values = own.map((one) => ({ ...one, value: String(one.outputs[output.name] ?? '') }));
  const known = values.filter(({ value }) => isDecimal(value));
  const most = Math.max(...known.map(({ value }) => Math.abs(Number(value))), 0);
  const range = peers.ranges.find((one) => one.output === output.name);
  const shown = (value: string) => (output.decimals === undefined ? readable(value) : groupDecimal(value));
  return (
    <section className="panel" data-test="comparison">
      <div className="panel-head">
        <h2>{t('results:comparison.title')}</h2>
        {outputs.length > 1 && (
          <Select
            aria-label={t('results:comparison.output')}
            value={chosen}
            onChange={setChosen}
            popupMatchSelectWidth={false}
            options={outputs.map(({ name, title }) => ({ value: name, label: text(title) }))}
          />
        )}
      </div>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('filings:period')}</th>
            <th scope="col">{t('filings:filing')}</th>
            <th scope="col" className="right">
              {text(output.title)} {shownUnit(output.unit)}
            </th>
            <th scope="col" aria-hidden />
          </tr>
        </thead>
        <tbody>
          {known.map((one) => (
            <tr key={one.filingId}>
              <td className="num">
                {one.periodStart} – {one.periodEnd}
              </td>
              <td>
                <Link to={`/filings/${one.filingId}`}>{one.title}</Link>{' '}
                <span className="muted">{t(`filings:status.${one.status}`)}</span>
              </td>
              <td className="num right">{shown(one.value)}</td>
              <td className="comparison-bar" aria-hidden>
                <span style={{ width: `${most ? (Math.abs(Number(one.value)) / most) * 100 : 0}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        {range
          ? t('results:comparison.peers', {
              count: peers.count ?? 0,
              low: shown(range.low),
              middle: shown(range.middle),
              high: shown(range.high),
              unit: shownUnit(output.unit),
            })
          : t('results:comparison.few', { count: peers.fewest })}
      </p>
    </section>
  );
}
