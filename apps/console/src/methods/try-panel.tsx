import { ExperimentOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Drawer, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import {
  type ExampleOutcome,
  type Fault,
  type Method,
  type MethodTrial,
  type Row,
  type RunInput,
  sent,
} from '../api/types';
import { Grid } from '../filings/grid/grid';
import { faultsByCell } from '../filings/inventory/fault-places';
import { ParameterForm } from '../filings/inventory/parameter-form';
import { ExplanationNode } from '../results/explanation-node';
import '../results/explanation.css';
import { headlinesOf } from '../results/headlines';
import { ResultTable } from '../results/result-table';
import '../results/result.css';
import { groupDecimal, isDecimal } from '../numbers/decimal';
import { shownUnit } from '../numbers/unit';
import { today } from '../shared/dates';
import { FaultList } from '../shared/fault-list';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';

export interface Trial {
  input: ReturnType<typeof sent>;
  asOf: string;
  region: string;
  explain?: string;
}

interface Props {
  method: Method;
  examples: ExampleOutcome[];
  run(trial: Trial): Promise<MethodTrial>;
}

const empty: RunInput = { parameters: {}, tables: {} };
const copyOf = ({ input }: ExampleOutcome): RunInput => {
  const { parameters, tables } = input as RunInput;
  return { parameters: parameters ?? {}, tables };
};

/** A sheet tried with rows of one's own: nothing is filed and nothing is kept, by us or by the service. */
export function TryPanel({ method, examples, run }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const [input, setInput] = useState<RunInput>(empty);
  const [asOf, setAsOf] = useState(today().format('YYYY-MM-DD'));
  const [region, setRegion] = useState('150000');
  const [cell, setCell] = useState<string>();
  const tables = useMemo(
    () => method.tables.filter(({ columns }) => columns.some((c) => c.kind === 'input')),
    [method],
  );
  const trial = (explain?: string): Trial => ({ input: sent(input), asOf, region, ...(explain && { explain }) });
  const calculate = useMutation({ mutationFn: () => run(trial()) });
  const why = useMutation({ mutationFn: (place: string) => run(trial(place)) });
  const faults: Fault[] = calculate.error ? asProblem(calculate.error).faults : [];
  const cells = faultsByCell(tables, input, faults);
  const change = (next: RunInput) => {
    setInput(next);
    calculate.reset();
  };
  const explain = (place: string) => {
    setCell(place);
    why.mutate(place);
  };
  const result = calculate.data?.result;
  return (
    <div className="page" data-test="try">
      <section className="panel try-head">
        <p className="muted">{t('methods:try.hint')}</p>
        <div className="filters">
          <Select
            style={{ minWidth: 240, flex: '1 1 240px' }}
            value={null}
            aria-label={t('methods:try.example')}
            placeholder={t('methods:try.example')}
            options={examples.map((example, value) => ({ value, label: text(example.title) }))}
            onChange={(i: number | null) => {
              const example = i === null ? undefined : examples[i];
              if (!example) return;
              change(copyOf(example));
              if (example.asOf) setAsOf(example.asOf);
              if (example.region) setRegion(example.region);
            }}
          />
          <Input
            style={{ width: 150 }}
            aria-label={t('methods:try.asOf')}
            prefix={<span className="muted">{t('methods:try.asOf')}</span>}
            value={asOf}
            onChange={({ target }) => setAsOf(target.value.trim())}
          />
          <Input
            style={{ width: 150 }}
            aria-label={t('methods:try.region')}
            prefix={<span className="muted">{t('methods:try.region')}</span>}
            value={region}
            onChange={({ target }) => setRegion(target.value.trim())}
          />
        </div>
      </section>
      {method.parameters.length > 0 && (
        <section className="panel">
          <h2>{t('filings:parameters')}</h2>
          <ParameterForm
            parameters={method.parameters}
            values={input.parameters ?? {}}
            faults={faults.filter((fault) => fault.table === 'parameters')}
            on={asOf}
            region={region}
            readOnly={false}
            onChange={(parameters) => change({ ...input, parameters })}
          />
        </section>
      )}
      {tables.map((table) => (
        <section key={table.name} className="panel">
          <h2>{text(table.title)}</h2>
          <Grid
            table={table}
            rows={input.tables[table.name] ?? []}
            faults={cells}
            readOnly={false}
            onChange={(rows) => change({ ...input, tables: { ...input.tables, [table.name]: rows } })}
          />
        </section>
      ))}
      <div>
        <Button
          type="primary"
          icon={<ExperimentOutlined />}
          loading={calculate.isPending}
          onClick={() => calculate.mutate()}
          data-test="try-run"
        >
          {t('methods:try.run')}
        </Button>
      </div>
      {faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('filings:faults', { count: faults.length })}
          description={<FaultList faults={faults} />}
        />
      ) : (
        calculate.error && <ProblemAlert error={calculate.error} />
      )}
      {result && (
        <div className="result" data-test="try-result">
          {!result.issuable && (
            <Alert
              type="warning"
              showIcon
              title={t('results:notIssuable')}
              description={<FaultList faults={result.whyNot} placeOf={() => ''} />}
            />
          )}
          <section className="headlines">
            {headlinesOf(method, result).map((headline) => (
              <div key={headline.place} className="panel headline">
                <span className="muted">{text(headline.title)}</span>
                <span className="headline-value num">
                  {isDecimal(headline.value) ? groupDecimal(headline.value) : headline.value}
                  <span className="headline-unit">{shownUnit(headline.unit, headline.cells)}</span>
                </span>
                <Button type="link" size="small" onClick={() => explain(headline.place)} data-test="try-why">
                  {t('results:why.ask')}
                </Button>
              </div>
            ))}
          </section>
          {method.tables
            .filter(({ name }) => (result.tables[name] ?? []).length > 0)
            .map((table) => (
              <section key={table.name} className="panel">
                <h2>{text(table.title)}</h2>
                <ResultTable table={table} rows={result.tables[table.name] as Row[]} onExplain={explain} />
              </section>
            ))}
        </div>
      )}
      <Drawer
        open={cell !== undefined}
        onClose={() => setCell(undefined)}
        size="min(640px, 100vw)"
        title={t('results:why.title')}
      >
        {why.error && <ProblemAlert error={why.error} />}
        {why.data?.explanation && <ExplanationNode node={why.data.explanation} />}
      </Drawer>
    </div>
  );
}
