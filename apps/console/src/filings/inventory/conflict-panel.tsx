import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, Method } from '../../api/types';
import { groupDecimal, isDecimal } from '../../numbers/decimal';
import { useText } from '../../shared/use-text';
import { type Difference, placeOf, type Side } from './merge';

interface Props {
  method: Method;
  differences: Difference[];
  onDone(sides: Map<string, Side>): void;
}

/** Both values of every cell that two people changed, one to be chosen. */
export function ConflictPanel({ method, differences, onDone }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const [sides, setSides] = useState(() => new Map<string, Side>());
  const shown = (value: Cell) =>
    value === undefined || value === null || value === ''
      ? t('filings:conflict.empty')
      : isDecimal(String(value))
        ? groupDecimal(String(value))
        : String(value);
  const where = ({ table, row, column }: Difference) => {
    if (table === 'title') return t('filings:name');
    const found = method.tables.find(({ name }) => name === table);
    const columns = table === 'parameters' ? method.parameters : (found?.columns ?? []);
    return [row, text(columns.find(({ name }) => name === column)?.title) || column].filter(Boolean).join(' · ');
  };
  const all = (side: Side) => setSides(new Map(differences.map((one) => [placeOf(one), side])));
  return (
    <section className="panel" role="alert" data-test="conflict">
      <div className="panel-head">
        <h2>{t('filings:conflict.title')}</h2>
        <div className="page-actions">
          <Button size="small" onClick={() => all('theirs')}>
            {t('filings:conflict.allTheirs')}
          </Button>
          <Button size="small" onClick={() => all('mine')}>
            {t('filings:conflict.allMine')}
          </Button>
          <Button
            size="small"
            type="primary"
            disabled={sides.size < differences.length}
            onClick={() => onDone(sides)}
            data-test="merge"
          >
            {t('filings:conflict.merge')}
          </Button>
        </div>
      </div>
      <p className="muted">{t('filings:conflict.hint')}</p>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t('filings:conflict.title')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('filings:conflict.where')}</th>
              <th scope="col">{t('filings:conflict.before')}</th>
              <th scope="col">{t('filings:conflict.choose')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((one) => (
              <tr key={placeOf(one)}>
                <th scope="row">{where(one)}</th>
                <td className="num">{shown(one.before)}</td>
                <td>
                  <Radio.Group
                    aria-label={where(one)}
                    value={sides.get(placeOf(one))}
                    onChange={({ target }) => setSides(new Map(sides).set(placeOf(one), target.value as Side))}
                    options={(['mine', 'theirs'] as const).map((side) => ({
                      value: side,
                      label: `${t(`filings:conflict.${side}`)} ${shown(one[side])}`,
                    }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
