import { ArrowLeftOutlined, ArrowRightOutlined, TableOutlined } from '@ant-design/icons';
import { Alert, Button, Steps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault, Filing, Method, Row, RunInput } from '../../api/types';
import { ConfidenceTag } from '../../shared/confidence-tag';
import { useText } from '../../shared/use-text';
import { ParameterForm } from '../inventory/parameter-form';
import { standingOf, stepsOf, type WizardStep } from './steps';
import { TakenTable } from '../inventory/taken-table';
import { TableStep } from './table-step';
import './wizard.css';

interface Props {
  filing: Filing;
  method: Method;
  input: RunInput;
  faults: Fault[];
  cells: Map<string, Fault[]>;
  onParameters(values: Row, tag: string): void;
  onRows(table: string, rows: Row[], tag?: string): void;
  onGrid(): void;
}

/** The filing step by step, over the same input as the grid: what is typed here stands there, and the other way round. */
export default function Wizard(props: Props) {
  const { filing, method, input, faults, cells, onParameters, onRows, onGrid } = props;
  const { t } = useTranslation();
  const text = useText();
  const steps = stepsOf(method);
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [at]);
  const go = (next: number) => {
    moved.current = true;
    setAt(Math.max(0, Math.min(steps.length - 1, next)));
  };
  const titleOf = (step: WizardStep) =>
    step.kind === 'table'
      ? text(step.table.title)
      : t(step.kind === 'parameters' ? 'filings:parameters' : `filings:wizard.${step.kind}`);
  const step = steps[at]!;
  const standings = steps.map((one) => standingOf(one, method, input, faults));
  const isNone = (one: WizardStep) => one.kind === 'table' && !(input.tables[one.table.name] ?? []).length;
  const saidOf = ({ missing, faults: wrong }: (typeof standings)[number]) =>
    [
      ...(missing ? [t('filings:wizard.missing', { count: missing })] : []),
      ...(wrong ? [t('filings:wizard.wrong', { count: wrong })] : []),
    ].join(' · ');
  return (
    <section className="panel wizard" data-test="wizard">
      <Steps
        orientation="vertical"
        size="small"
        current={at}
        onChange={go}
        className="wizard-steps"
        items={steps.map((one, i) => ({
          title: titleOf(one),
          content:
            one.kind === 'table' || one.kind === 'parameters'
              ? saidOf(standings[i]!) || t(isNone(one) ? 'filings:wizard.ifAny' : 'filings:wizard.done')
              : undefined,
          status: standings[i]!.faults
            ? 'error'
            : i === at
              ? 'process'
              : standings[i]!.missing || i > at
                ? 'wait'
                : 'finish',
        }))}
      />
      <div className="wizard-body">
        <h2 ref={heading} tabIndex={-1}>
          {titleOf(step)}{' '}
          <span className="muted num wizard-count">
            {at + 1} / {steps.length}
          </span>
        </h2>
        {step.kind === 'start' && (
          <>
            <p>{text(method.summary)}</p>
            <dl className="facts">
              <div>
                <dt>{t('methods:source')}</dt>
                <dd>
                  {method.source.title} <ConfidenceTag confidence={method.source.confidence} />
                </dd>
              </div>
              {method.source.clause && (
                <div>
                  <dt>{t('methods:clause')}</dt>
                  <dd>{method.source.clause}</dd>
                </div>
              )}
            </dl>
            <p>{t('filings:wizard.startHint')}</p>
            <ul className="plain-list">
              {steps.map((one) =>
                one.kind === 'table' ? (
                  <li key={one.table.name}>
                    {text(one.table.title)}{' '}
                    <span className="muted">
                      {t(one.table.optional ? 'filings:wizard.ifAny' : 'filings:grid.required')}
                    </span>
                  </li>
                ) : null,
              )}
            </ul>
          </>
        )}
        {step.kind === 'parameters' && (
          <>
            <p className="muted">{t('filings:parametersHint')}</p>
            <ParameterForm
              parameters={method.parameters}
              values={input.parameters ?? {}}
              faults={faults.filter((fault) => fault.table === 'parameters')}
              on={filing.asOf ?? filing.periodEnd}
              region={filing.region}
              readOnly={false}
              onChange={onParameters}
            />
          </>
        )}
        {step.kind === 'table' && <TakenTable input={input} table={step.table.name} />}
        {step.kind === 'table' && (
          <TableStep
            key={step.table.name}
            table={step.table}
            tables={input.tables}
            faults={cells}
            onChange={(rows, tag) => onRows(step.table.name, rows, tag)}
          />
        )}
        {step.kind === 'check' && (
          <>
            <Alert
              type={standings[at]!.missing || standings[at]!.faults ? 'warning' : 'success'}
              showIcon
              title={saidOf(standings[at]!) || t('filings:wizard.complete')}
            />
            <ul className="plain-list">
              {steps.map((one, i) =>
                one.kind === 'table' || one.kind === 'parameters' ? (
                  <li key={i}>
                    <Button type="link" size="small" onClick={() => go(i)}>
                      {titleOf(one)}
                    </Button>
                    <span className="muted">
                      {one.kind === 'table' &&
                        t('filings:rows', { count: (input.tables[one.table.name] ?? []).length })}{' '}
                      {saidOf(standings[i]!)}
                    </span>
                  </li>
                ) : null,
              )}
            </ul>
            <p>{t('filings:wizard.checkHint')}</p>
            <div>
              <Button icon={<TableOutlined />} onClick={onGrid} data-test="wizard-grid">
                {t('filings:wizard.toGrid')}
              </Button>
            </div>
          </>
        )}
        <div className="wizard-move">
          <Button icon={<ArrowLeftOutlined />} disabled={at === 0} onClick={() => go(at - 1)}>
            {t('filings:wizard.back')}
          </Button>
          {at < steps.length - 1 && (
            <Button
              icon={<ArrowRightOutlined />}
              iconPlacement="end"
              onClick={() => go(at + 1)}
              data-test="wizard-next"
            >
              {t('filings:wizard.next')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
