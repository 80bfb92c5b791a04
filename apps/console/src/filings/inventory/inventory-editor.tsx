import { RedoOutlined, SaveOutlined, SendOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault, Filing, Method, Row } from '../../api/types';
import { useRun } from '../../runs/use-run';
import { say } from '../../shared/notices';
import { useText } from '../../shared/use-text';
import { Waiting } from '../../shared/waiting';
import { checkCell } from '../grid/check-cell';
import { Grid } from '../grid/grid';
import { ExcelBar } from './excel-bar';
import { faultsByCell, placeKey, rowIndex, rowName } from './fault-places';
import { InventoryNotices } from './inventory-notices';
import { ParameterForm } from './parameter-form';
import { TakenTable } from './taken-table';
import { useInventory } from './use-inventory';
import './inventory.css';

/** Its own chunk: who knows the method works in the grid. */
const Wizard = lazy(() => import('../wizard/wizard'));

interface Props {
  filing: Filing;
  method: Method;
  readOnly: boolean;
  onSubmitted?: () => void;
}

export default function InventoryEditor({ filing, method, readOnly, onSubmitted }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const inventory = useInventory(filing, method, readOnly);
  const { now, set, undo, redo, dirty, save, submit, setRefused } = inventory;
  const { input } = now;
  const [focus, setFocus] = useState<{ table: string; row: number; column: string }>();
  // Nothing filed yet: the steps explain what is asked for. Whoever comes back finds the rows.
  const [guided, setGuided] = useState(
    () =>
      !readOnly &&
      Object.values(filing.input?.tables ?? {}).every((rows) => !rows.length) &&
      !Object.keys(filing.input?.references ?? {}).length,
  );
  const tables = useMemo(
    () => method.tables.filter((table) => table.columns.some((c) => c.kind === 'input')),
    [method],
  );

  // A run that failed says why; shown at the cells until they change.
  const failed = useRun(filing.status === 'failed' ? (filing.runId ?? undefined) : undefined);
  const failedFaults = failed.data?.faults;
  useEffect(() => {
    if (failedFaults?.length) setRefused({ faults: failedFaults, input: filing.input });
    // The input of that run, not what is typed since: filing.input is left out below on purpose.
  }, [failedFaults, setRefused]);

  const live = useMemo(() => {
    const found: Fault[] = [];
    if (readOnly) return found;
    for (const table of tables) {
      for (const [i, row] of (input.tables[table.name] ?? []).entries()) {
        for (const column of table.columns) {
          const wrong = column.kind === 'input' ? checkCell(column, row[column.name]) : undefined;
          if (!wrong) continue;
          const words = t(`filings:check.${wrong.key}`, { limit: wrong.limit });
          found.push({
            table: table.name,
            row: rowName(table, row, i),
            column: column.name,
            code: 'CHECK',
            message: words,
          });
        }
      }
    }
    return found;
  }, [tables, input, readOnly, t]);
  const faults = useMemo(() => {
    const known = new Set(live.map((fault) => [fault.table, fault.row, fault.column].join()));
    return [...live, ...inventory.faults.filter((f) => !known.has([f.table, f.row, f.column].join()))];
  }, [live, inventory.faults]);
  const cells = useMemo(() => faultsByCell(tables, input, faults), [tables, input, faults]);

  const setRows = (table: string, rows: Row[], tag?: string) =>
    set({ ...now, input: { ...input, tables: { ...input.tables, [table]: rows } } }, tag && `${table}/${tag}`);

  const dropReference = (table: string) => {
    const { [table]: _, ...references } = input.references ?? {};
    set({ ...now, input: { ...input, references } });
  };

  const jump = (fault: Fault) => {
    setGuided(false);
    if (fault.table === 'parameters') document.getElementById(`parameter-${fault.column}`)?.focus();
    const table = tables.find((other) => other.name === fault.table);
    if (!table || fault.row === undefined) return;
    const row = rowIndex(table, input.tables[table.name] ?? [], fault.row);
    const place = [...cells.keys()].find((key) => cells.get(key)?.includes(fault));
    const column = place?.split('\u0000')[2] ?? fault.column ?? '';
    if (row >= 0 && cells.has(placeKey(table.name, row, column))) setFocus({ table: table.name, row, column });
  };
  const onSave = () => save.mutate(undefined, { onSuccess: () => say(t('filings:saved')) });
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (readOnly || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    const act =
      key === 's'
        ? () => dirty && onSave()
        : key === 'z'
          ? event.shiftKey
            ? redo
            : undo
          : key === 'y'
            ? redo
            : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="inventory" onKeyDown={onKeyDown}>
      <InventoryNotices inventory={inventory} method={method} faults={faults} onJump={jump} />
      <ExcelBar
        filing={filing}
        readOnly={readOnly}
        onImported={(answer) => {
          const { parameters = {}, tables: read } = answer.input;
          const next = { ...now, input: { ...input, parameters, tables: read } };
          set(next);
          setRefused(answer.faults?.length ? { faults: answer.faults, input: next.input } : undefined);
        }}
      />
      {!readOnly && (
        <section className="panel inventory-title">
          <label htmlFor="filing-title">{t('filings:name')}</label>
          <Input
            id="filing-title"
            value={now.title}
            maxLength={200}
            onChange={({ target }) => set({ ...now, title: target.value }, 'title')}
          />
        </section>
      )}
      {!readOnly && (
        <div className="filing-mode">
          <Segmented
            aria-label={t('filings:wizard.mode')}
            value={guided ? 'guided' : 'grid'}
            onChange={(mode) => setGuided(mode === 'guided')}
            options={[
              { value: 'guided', label: t('filings:wizard.guided') },
              { value: 'grid', label: <span data-test="mode-grid">{t('filings:wizard.grid')}</span> },
            ]}
          />
          <span className="muted">{t(guided ? 'filings:wizard.guidedHint' : 'filings:wizard.gridHint')}</span>
        </div>
      )}
      {guided && (
        <Suspense fallback={<Waiting />}>
          <Wizard
            filing={filing}
            method={method}
            input={input}
            faults={faults}
            cells={cells}
            onParameters={(parameters, tag) => set({ ...now, input: { ...input, parameters } }, tag)}
            onRows={setRows}
            onGrid={() => setGuided(false)}
          />
        </Suspense>
      )}
      {!guided && method.parameters.length > 0 && (
        <section className="panel">
          <div className="panel-head">
            <h2>{t('filings:parameters')}</h2>
            {!readOnly && <span className="muted">{t('filings:parametersHint')}</span>}
          </div>
          <ParameterForm
            parameters={method.parameters}
            values={input.parameters ?? {}}
            faults={faults.filter((fault) => fault.table === 'parameters')}
            on={filing.asOf ?? filing.periodEnd}
            region={filing.region}
            readOnly={readOnly}
            onChange={(parameters, tag) => set({ ...now, input: { ...input, parameters } }, tag)}
          />
        </section>
      )}
      {(guided ? [] : tables).map((table) => (
        <section key={table.name} className="panel">
          <div className="panel-head">
            <h2>{text(table.title)}</h2>
            <span className="muted num">{t('filings:rows', { count: (input.tables[table.name] ?? []).length })}</span>
          </div>
          <TakenTable input={input} table={table.name} onDrop={readOnly ? undefined : dropReference} />
          {(!input.references?.[table.name] || (input.tables[table.name] ?? []).length > 0) && (
            <Grid
              table={table}
              rows={input.tables[table.name] ?? []}
              faults={cells}
              readOnly={readOnly}
              focus={focus?.table === table.name ? focus : undefined}
              onChange={(rows, tag) => setRows(table.name, rows, tag)}
            />
          )}
        </section>
      ))}
      {!readOnly && (
        <div className="inventory-bar">
          <Button icon={<UndoOutlined />} aria-label={t('filings:undo')} disabled={!inventory.mayUndo} onClick={undo} />
          <Button icon={<RedoOutlined />} aria-label={t('filings:redo')} disabled={!inventory.mayRedo} onClick={redo} />
          <span className="inventory-state muted" aria-live="polite">
            {t(
              inventory.waiting
                ? 'filings:waiting'
                : save.isPending
                  ? 'filings:saving'
                  : dirty
                    ? 'filings:unsaved'
                    : 'filings:allSaved',
            )}
          </span>
          <Button icon={<SaveOutlined />} disabled={!dirty} loading={save.isPending} onClick={onSave} data-test="save">
            {t('filings:save')}
          </Button>
          <Button
            type="primary"
            icon={<SendOutlined />}
            loading={submit.isPending}
            onClick={() => submit.mutate(undefined, { onSuccess: onSubmitted })}
            data-test="submit"
          >
            {t('filings:submit')}
          </Button>
        </div>
      )}
    </div>
  );
}
