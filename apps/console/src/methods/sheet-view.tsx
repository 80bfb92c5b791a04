import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column, DatedValue, Method } from '../api/types';
import { groupDecimal, isDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { ConfidenceTag } from '../shared/confidence-tag';
import { useChoice, useText } from '../shared/use-text';
import { Formula } from './formula';

const unitOf = (unit: string) => (unit === '1' ? '' : prettyUnit(unit));

function Values({ values, unit }: { values: (DatedValue & { keys?: string[] })[]; unit: string }) {
  const { t } = useTranslation();
  const choice = useChoice();
  if (!values.length) return <span className="muted">{t('methods:given')}</span>;
  return (
    <ul className="used">
      {values.map((value, index) => (
        <li key={index}>
          <span>
            {value.keys?.map(choice).join(' · ')}{' '}
            <span className="muted num">{[value.from, value.to].filter(Boolean).join(' – ')}</span>
          </span>
          <strong className="num">
            {isDecimal(value.value) ? groupDecimal(value.value) : choice(value.value)} {unitOf(unit)}
          </strong>
          <span className="muted">
            {value.source} <ConfidenceTag confidence={value.confidence} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Columns({
  columns,
  titleOf,
}: {
  columns: Pick<Column, 'name' | 'title' | 'unit' | 'clause' | 'formula' | 'help' | 'operator'>[];
  titleOf: (name: string) => string;
}) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <ul className="method-columns">
      {columns.map((column) => (
        <li key={column.name}>
          <span className="method-column-head">
            <strong>{text(column.title)}</strong>
            <code className="muted">{column.name}</code>
            <span className="muted">{unitOf(column.unit)}</span>
            {!column.formula && !column.operator && <Tag>{t('methods:input')}</Tag>}
          </span>
          {column.help && <span className="muted">{text(column.help)}</span>}
          {column.clause && (
            <span className="muted">
              {t('methods:clause')} {column.clause}
            </span>
          )}
          {column.formula && <Formula formula={column.formula} titleOf={titleOf} />}
          {column.operator && (
            <code className="formula-plain">
              {column.operator.name}(
              {Object.entries(column.operator.args)
                .map(([name, formula]) => `${name}: ${formula}`)
                .join(', ')}
              )
            </code>
          )}
        </li>
      ))}
    </ul>
  );
}

export function SheetView({ method }: { method: Method }) {
  const { t } = useTranslation();
  const text = useText();
  const titleIn = (columns: Method['tables'][number]['columns']) => (name: string) => {
    const [first = '', second] = name.split('.');
    const table = second && method.tables.find((other) => other.name === first);
    if (table) return `${text(table.title)}.${text(table.columns.find((c) => c.name === second)?.title) || second}`;
    const named = [...columns, ...method.parameters, ...method.lookups].find((other) => other.name === name);
    return text(named?.title) || name;
  };
  return (
    <div className="page">
      {method.outputs.length > 0 && (
        <section className="panel">
          <h2>{t('methods:outputs')}</h2>
          <Columns columns={method.outputs} titleOf={titleIn([])} />
        </section>
      )}
      {method.tables.map((table) => (
        <section key={table.name} className="panel">
          <div className="panel-head">
            <h2>{text(table.title)}</h2>
            <code className="muted">{table.name}</code>
          </div>
          <Columns columns={table.columns} titleOf={titleIn(table.columns)} />
        </section>
      ))}
      {[...method.parameters.map((p) => ({ ...p, rows: p.values })), ...method.lookups].map((parameter) => (
        <section key={parameter.name} className="panel">
          <div className="panel-head">
            <h2>{text(parameter.title)}</h2>
            <code className="muted">{parameter.name}</code>
          </div>
          <Values values={parameter.rows} unit={parameter.unit} />
        </section>
      ))}
    </div>
  );
}
