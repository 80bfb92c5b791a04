import { DeleteOutlined, PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pick } from '../../api/problem';
import type { Cell, Column, Fault, MethodTable, Row } from '../../api/types';
import { prettyUnit, unitColumn } from '../../numbers/unit';
import { useText } from '../../shared/use-text';
import { placeKey } from '../inventory/fault-places';
import { paste, readTsv } from './clipboard';
import { GridCell } from './grid-cell';
import { useWords } from './use-words';
import './grid.css';

const ROW = 37;
/** Above this the rows out of sight are not in the page. */
const WINDOW_FROM = 100;
const AROUND = 12;

interface Props {
  table: MethodTable;
  rows: Row[];
  faults: Map<string, Fault[]>;
  readOnly: boolean;
  /** Ask for the focus; a new object asks again. */
  focus?: { row: number; column: string };
  onChange(rows: Row[], tag?: string): void;
}

export function Grid({ table, rows, faults, readOnly, focus, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const words = useWords();
  const messageId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [at, setAt] = useState<{ row: number; column: number }>();
  const columns = useMemo(() => table.columns.filter((column) => column.kind === 'input'), [table]);

  const windowed = rows.length > WINDOW_FROM;
  const first = windowed ? Math.max(0, Math.floor(top / ROW) - AROUND) : 0;
  const last = windowed ? Math.min(rows.length, first + 16 + 2 * AROUND) : rows.length;

  const focusCell = useCallback(
    (row: number, column: number) => {
      const box = scroller.current;
      if (!box) return;
      const find = () => box.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
      if (!find()) box.scrollTop = Math.max(0, row * ROW - box.clientHeight / 2);
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          const control = find();
          control?.focus();
          if (control instanceof HTMLInputElement) control.select();
        });
      });
    },
    [scroller],
  );
  useEffect(() => {
    if (!focus) return;
    scroller.current?.scrollIntoView({ block: 'center' });
    focusCell(
      focus.row,
      Math.max(
        0,
        columns.findIndex((column) => column.name === focus.column),
      ),
    );
  }, [focus, columns, focusCell]);

  // The cells are memoised: what they call must not change with every keystroke.
  const latest = useRef({ rows, onChange });
  useEffect(() => {
    latest.current = { rows, onChange };
  });
  const change = useCallback((index: number, column: Column, value: Cell) => {
    const { rows: now, onChange: tell } = latest.current;
    const next = now.slice();
    next[index] = { ...now[index], [column.name]: value };
    tell(next, `${index}/${column.name}`);
  }, []);

  const add = () => {
    // A child row of the only parent takes the parent's key from the row above.
    const above = rows.at(-1);
    const inherited = Object.fromEntries((table.parent?.on ?? []).map((name) => [name, above?.[name]]));
    onChange([...rows, inherited]);
    focusCell(
      rows.length,
      Math.max(
        0,
        columns.findIndex((column) => !table.parent?.on.includes(column.name)),
      ),
    );
  };
  const remove = (index: number) => onChange(rows.filter((_row, i) => i !== index));

  const onPaste = (event: React.ClipboardEvent) => {
    const copied = event.clipboardData.getData('text/plain');
    const target = event.target as HTMLElement;
    if (readOnly || !/[\t\n]/.test(copied.replace(/\r?\n$/, '')) || target.dataset.row === undefined) return;
    event.preventDefault();
    const from = { row: Number(target.dataset.row), column: Number(target.dataset.column) };
    onChange(paste(rows, columns, from, readTsv(copied), words));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.dataset.row === undefined || event.nativeEvent.isComposing) return;
    const select = target instanceof HTMLSelectElement;
    const step =
      event.key === 'Enter'
        ? event.shiftKey
          ? -1
          : 1
        : select
          ? 0
          : event.key === 'ArrowDown'
            ? 1
            : event.key === 'ArrowUp'
              ? -1
              : 0;
    if (!step) return;
    event.preventDefault();
    const next = Number(target.dataset.row) + step;
    if (next >= 0 && next < rows.length) focusCell(next, Number(target.dataset.column));
  };

  const faultsAt = (row: number, column: number) => faults.get(placeKey(table.name, row, columns[column]?.name ?? ''));
  const said = (list: Fault[]) =>
    list
      .map((fault) =>
        [pick(fault.message, i18n.language), pick(fault.remedy, i18n.language)].filter(Boolean).join(' → '),
      )
      .join('; ');
  const here = at && faultsAt(at.row, at.column);

  return (
    <div className="grid-box" data-test={`grid-${table.name}`}>
      <div
        className="grid-scroll"
        ref={scroller}
        tabIndex={-1}
        onScroll={({ currentTarget }) => windowed && setTop(currentTarget.scrollTop)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        onFocus={({ target }) =>
          target.dataset.row !== undefined &&
          setAt({ row: Number(target.dataset.row), column: Number(target.dataset.column) })
        }
        onBlur={() => setAt(undefined)}
      >
        <table className="grid" aria-rowcount={rows.length + 1}>
          <caption className="sr-only">{text(table.title)}</caption>
          <thead>
            <tr>
              <th scope="col" className="grid-number">
                <span className="sr-only">{t('filings:grid.row')}</span>
              </th>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={column.type === 'number' ? 'right' : undefined}>
                  <span className="grid-title">
                    {text(column.title)}
                    {column.required && (
                      <span
                        className="grid-required"
                        title={t('filings:grid.required')}
                        aria-label={t('filings:grid.required')}
                      >
                        *
                      </span>
                    )}
                    {column.help && (
                      <Tooltip title={text(column.help)} trigger={['hover', 'focus', 'click']}>
                        <button type="button" className="grid-help" aria-label={text(column.help)}>
                          <QuestionCircleOutlined />
                        </button>
                      </Tooltip>
                    )}
                  </span>
                  <span className="grid-unit">
                    {column.unit === '1' || column.type !== 'number'
                      ? ' '
                      : unitColumn(column.unit)
                        ? prettyUnit(column.unit.replace(/\[.*?\]/, t('filings:grid.unitInRow')))
                        : prettyUnit(column.unit)}
                  </span>
                </th>
              ))}
              {!readOnly && (
                <th scope="col" className="grid-end">
                  <span className="sr-only">{t('filings:grid.remove')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr aria-hidden style={{ height: first * ROW }} />}
            {rows.slice(first, last).map((row, offset) => {
              const index = first + offset;
              return (
                <tr key={index} aria-rowindex={index + 2}>
                  <th scope="row" className="grid-number num">
                    {index + 1}
                  </th>
                  {columns.map((column, c) => {
                    const wrong = faultsAt(index, c);
                    return (
                      <td key={column.name} className={wrong ? 'faulty' : undefined}>
                        <GridCell
                          column={column}
                          row={index}
                          index={c}
                          value={row[column.name]}
                          faulty={Boolean(wrong)}
                          message={wrong && said(wrong)}
                          messageId={messageId}
                          label={t('filings:grid.cell', { column: text(column.title), row: index + 1 })}
                          readOnly={readOnly}
                          onChange={change}
                        />
                      </td>
                    );
                  })}
                  {!readOnly && (
                    <td className="grid-end">
                      <button
                        type="button"
                        className="grid-remove"
                        aria-label={t('filings:grid.removeRow', { row: index + 1 })}
                        onClick={() => remove(index)}
                      >
                        <DeleteOutlined />
                      </button>
                    </td>
                  )}
                </tr>
              );
            })}
            {last < rows.length && <tr aria-hidden style={{ height: (rows.length - last) * ROW }} />}
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length + 2} className="grid-empty muted">
                  {readOnly ? t('filings:grid.emptyRead') : t('filings:grid.empty')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <div className="grid-foot">
        {!readOnly && (
          <Button size="small" icon={<PlusOutlined />} onClick={add} data-test={`add-${table.name}`}>
            {t('filings:grid.add')}
          </Button>
        )}
        <span id={messageId} className={here ? 'grid-message' : 'muted'} aria-live="polite">
          {here ? said(here) : readOnly ? '' : t('filings:grid.hint')}
        </span>
      </div>
    </div>
  );
}
