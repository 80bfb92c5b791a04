import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Column, DatedValue, Method } from '../api/types';
import { groupDecimal, isDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { ConfidenceTag } from '../shared/confidence-tag';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useChoice, useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { Formula } from './formula';
import { useMethod } from './use-methods';
import './methods.css';

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
          {column.clause && <span className="muted">{column.clause}</span>}
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

function Sheet({ method }: { method: Method }) {
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
    <>
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
    </>
  );
}

export function MethodPage() {
  const { t } = useTranslation();
  const text = useText();
  const { domain, name } = useParams();
  const method = useMethod(`${domain}/${name}`);
  useTitle(text(method.data?.title));
  if (method.error) return <ProblemAlert error={method.error} onRetry={() => void method.refetch()} />;
  if (!method.data) return <Waiting />;
  const { source, valid, version } = method.data;
  const provisional = method.data.parameters.filter(
    ({ values }) => values.length > 0 && values.every(({ confidence }) => confidence === 'provisional'),
  ).length;
  return (
    <div className="page">
      <PageHead
        back={{ to: '/methods', text: t('methods:title') }}
        title={text(method.data.title)}
        hint={text(method.data.summary)}
        actions={
          provisional > 0 && (
            <Link to={`/methods/${domain}/${name}/constants`}>
              <Button tabIndex={-1} title={t('methods:constants.openHint', { count: provisional })}>
                {t('methods:constants.open')}
              </Button>
            </Link>
          )
        }
      />
      <dl className="facts panel">
        <div>
          <dt>{t('methods:source')}</dt>
          <dd>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title}
              </a>
            ) : (
              source.title
            )}{' '}
            <ConfidenceTag confidence={source.confidence} />
          </dd>
        </div>
        {source.clause && (
          <div>
            <dt>{t('methods:clause')}</dt>
            <dd>{source.clause}</dd>
          </div>
        )}
        <div>
          <dt>{t('methods:version')}</dt>
          <dd className="num">{version}</dd>
        </div>
        <div>
          <dt>{t('methods:valid')}</dt>
          <dd className="num">{[valid.from, valid.to ?? t('methods:open')].join(' – ')}</dd>
        </div>
      </dl>
      <Sheet method={method.data} />
    </div>
  );
}
