import { Alert, Button } from 'antd';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Method, Row } from '../api/types';
import { groupDecimal, isDecimal, readable } from '../numbers/decimal';
import { inUnits } from '../numbers/in-units';
import { useUnits } from '../numbers/preferences';
import { prettyUnit, shownUnit } from '../numbers/unit';
import { useRun } from '../runs/use-run';
import { ConfidenceTag } from '../shared/confidence-tag';
import { FaultList } from '../shared/fault-list';
import { useInPieces } from '../shared/in-pieces';
import { ProblemAlert } from '../shared/problem-alert';
import { useChoice, useText } from '../shared/use-text';
import { Waiting } from '../shared/waiting';
import { Comparison } from './comparison';
import { contributionsOf } from './contributions';
import { ExplanationDrawer } from './explanation-drawer';
import { headlinesOf } from './headlines';
import { Hotspots } from './hotspots';
import { ResultTable } from './result-table';
import { StageChart } from './stage-chart';
import { stagesOf } from './stages';
import './result.css';

/** What a method's result is looked at with, beside its tables. */
const benches: Record<string, React.LazyExoticComponent<typeof import('../scenarios/scenario-bench').ScenarioBench>> = {
  'compensation/key-ecological-zone': lazy(async () => ({
    default: (await import('../scenarios/scenario-bench')).ScenarioBench,
  })),
};

/** Reasons that end once the official constants are entered and approved. */
const CONSTANTS = ['METHOD_PROVISIONAL', 'PARAMETER_PROVISIONAL'];

export function ResultView({ runId, method }: { runId: string; method: Method }) {
  const { t } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const units = useUnits();
  const run = useRun(runId);
  const [cell, setCell] = useState<{ place: string; title: string }>();
  const explain = useCallback((place: string, title: string) => setCell({ place, title }), []);
  const drawn = useInPieces(Boolean(run.data));
  const below = useInPieces(drawn);
  if (run.error) return <ProblemAlert error={run.error} onRetry={() => void run.refetch()} />;
  if (!run.data || !drawn) return <Waiting />;
  const result = run.data.result;
  if (!result) return <Alert type="info" showIcon title={t(`filings:run.${run.data.status}`)} />;
  const { stages, unit, title: stagesTitle } = stagesOf(method, result);
  const contributions = contributionsOf(method, result);
  const headlines = headlinesOf(method, result).map((filed) => {
    const wanted = inUnits(filed.value, filed.unit, units);
    return { ...filed, ...wanted, exact: filed.exact || wanted.unit !== filed.unit };
  });
  const Bench = benches[method.id];
  const used = result.parametersUsed ?? [];
  const parameterTitle = (name: string) =>
    text(method.parameters.find((p) => p.name === name)?.title ?? method.lookups.find((l) => l.name === name)?.title) ||
    name;
  return (
    <div className="result" data-test="result">
      {!result.issuable && (
        <Alert
          type="warning"
          showIcon
          title={t('results:notIssuable')}
          description={
            result.whyNot?.length ? (
              <>
                <FaultList faults={result.whyNot} placeOf={() => ''} />
                {result.whyNot.some(({ code }) => CONSTANTS.includes(code)) && (
                  <Link to={`/methods/${method.id}/constants`}>{t('methods:constants.open')}</Link>
                )}
              </>
            ) : undefined
          }
        />
      )}
      {result.warnings?.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('results:warnings')}
          description={<FaultList faults={result.warnings} />}
        />
      )}
      {Bench && (
        <Suspense fallback={<Waiting />}>
          <Bench tables={result.tables as Record<string, Row[]>} />
        </Suspense>
      )}
      <section className="headlines">
        {headlines.map((headline) => (
          <div key={headline.place} className="panel headline">
            <span className="muted">
              {text(headline.title)}
              {headline.row ? ` · ${headline.row}` : ''}
            </span>
            <span className="headline-value num" data-test="headline">
              {isDecimal(headline.value)
                ? headline.exact
                  ? readable(headline.value, 10)
                  : groupDecimal(headline.value)
                : headline.value}
              <span className="headline-unit">{shownUnit(headline.unit, headline.cells)}</span>
            </span>
            <Button
              type="link"
              size="small"
              onClick={() => setCell({ place: headline.place, title: text(headline.title) })}
            >
              {t('results:why.ask')}
            </Button>
          </div>
        ))}
      </section>
      {below && (
        <>
          {stages.length > 0 && (
            <section className="panel">
              <h2>{text(stagesTitle) || t('results:stages')}</h2>
              <StageChart stages={stages} unit={unit} />
            </section>
          )}
          {contributions && <Hotspots contributions={contributions} onExplain={explain} />}
          <Comparison runId={runId} method={method} />
          {method.tables
            .filter((table) => (result.tables[table.name] ?? []).length > 0)
            .map((table) => (
              <section key={table.name} className="panel">
                <div className="panel-head">
                  <h2>{text(table.title)}</h2>
                  <span className="muted no-print">{t('results:clickHint')}</span>
                </div>
                <ResultTable table={table} rows={result.tables[table.name] as Row[]} onExplain={explain} />
              </section>
            ))}
          {used.length > 0 && (
            <section className="panel">
              <h2>{t('results:used')}</h2>
              <ul className="used">
                {used.map((use) => (
                  <li key={[use.name, ...(use.keys ?? [])].join('/')}>
                    <span>
                      {parameterTitle(use.name)}
                      {use.keys?.length ? ` (${use.keys.join(', ')})` : ''}
                    </span>
                    <strong className="num">
                      {isDecimal(use.value) ? groupDecimal(use.value) : choice(use.value)}{' '}
                      {use.unit === '1' ? '' : prettyUnit(use.unit)}
                    </strong>
                    <span className="muted">
                      {use.overridden ? t('results:overridden') : use.given ? t('results:given') : use.source}{' '}
                      {!use.overridden && !use.given && <ConfidenceTag confidence={use.confidence} />}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="panel">
            <h2>{t('results:proof')}</h2>
            <dl className="facts">
              {(['sheetHash', 'parameterHash', 'inputHash', 'resultHash'] as const).map((name) => (
                <div key={name}>
                  <dt>{t(`results:hash.${name}`)}</dt>
                  <dd>
                    <code>{result[name]}</code>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </>
      )}
      <ExplanationDrawer runId={runId} cell={cell} onClose={() => setCell(undefined)} />
    </div>
  );
}
