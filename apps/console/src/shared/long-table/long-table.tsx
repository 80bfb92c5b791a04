/**
 * A table for lists without an end: only the rows in sight are in the page, so 100,000 scroll as ten do. Short ones are drawn
 * whole, with lines that wrap; the same table either way. ADR 0024 says why it is our own.
 */
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableTools, useHidden } from '../table/table-tools';
import '../table/table.css';
import { useMedia, useWide } from '../use-media';
import { Line, type LongColumn } from './line';
import './long-table.css';
import { useCells } from './use-cells';
import { useWindow } from './use-window';
import { topFor, widthFor } from './window';

export type { LongColumn } from './line';

/** From here on rows are of one height and only those in sight are drawn. */
const LONG = 100;
/** Nobody prints more, and a browser asked to lay out more stands still. */
const MOST_PRINTED = 5_000;
const ROW = 37;
/** A line more in the cells. */
const LINE = 21;
const MEASURED = 40;

/** Some of the rows, from all of the list: the last are often the longest. */
const spread = <T,>(rows: readonly T[], most: number): readonly T[] =>
  rows.length <= most
    ? rows
    : Array.from({ length: most }, (_, i) => rows[Math.round((i * (rows.length - 1)) / (most - 1))]!);

/** Words may wrap from here on; figures never do. */
const leastOf = (width: number, { numeric, act }: Pick<LongColumn<never>, 'numeric' | 'act'>, most: number): number =>
  numeric ? width : Math.min(width, act ? 2 * most : most);
/** On a phone no column may fill the whole of it. */
const PHONE_WIDEST = 190;

interface Props<T> {
  /** Under this name the chosen columns are remembered. */
  name: string;
  label: string;
  columns: LongColumn<T>[];
  rows: readonly T[];
  rowKey(row: T): string;
  /** How many lines the cells hold; two where a column has a second one. */
  lines?: number;
  /** More can be read; asked for when the end comes near. */
  more?: { busy: boolean; read(): void };
  /** All rows, also those not read yet, for a file. */
  all?(): Promise<readonly T[]>;
}

export function LongTable<T>({ name, label, columns, rows, rowKey, lines, more, all }: Props<T>) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [hidden, setHidden] = useHidden(name);
  const printed = useMedia('print');
  // Once long, always long: a table that changes its look when the last page arrives would move under the hand.
  const [long, setLong] = useState(false);
  if (!long && (rows.length > LONG || more)) setLong(true);
  const windowed = long && !printed;
  const height = ROW + LINE * ((lines ?? (columns.some(({ sub }) => sub) ? 2 : 1)) - 1);
  const roomy = useWide();
  const chosen = useMemo(() => columns.filter(({ key, act }) => act || !hidden.has(key)), [columns, hidden]);
  const shown = useMemo(() => chosen.filter(({ wide }) => roomy || !wide), [chosen, roomy]);
  const measured = useMemo(() => spread(rows, MEASURED), [rows]);
  const widths = useMemo(
    () =>
      shown.map((column) => {
        const width =
          column.width ??
          widthFor([
            // A heading wraps where rows do, rather than hold a narrow column of figures wide.
            column.act || (column.numeric && !windowed) ? '' : column.title,
            column.unit ?? '',
            ...measured.map(column.words ?? column.text),
            ...(column.sub ? measured.map(column.sub.text) : []),
          ]);
        return roomy || column.numeric ? width : Math.min(width, PHONE_WIDEST);
      }),
    [shown, measured, roomy, windowed],
  );
  const span = useWindow(box, rows.length, height, windowed);
  const to = printed ? Math.min(span.to, MOST_PRINTED) : span.to;

  const headHeight = () => table.current?.tHead?.offsetHeight ?? 0;
  const cells = useCells({
    rows: rows.length,
    columns: shown.length,
    page: () => Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - headHeight()) / height) - 1),
    text: ({ row, column }) => (rows[row] ? shown[column]!.text(rows[row]) : ''),
    reveal: (row) => {
      const element = box.current;
      if (!element || !windowed) return;
      element.scrollTop = topFor(row, element.scrollTop, element.clientHeight, headHeight(), height);
    },
    enter: () => document.getElementById(`${id}-at`)?.querySelector<HTMLElement>('a, button')?.click(),
  });
  const { at, range } = cells;
  useLayoutEffect(() => {
    if (at && document.activeElement === table.current)
      document.getElementById(`${id}-at`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at?.row, at?.column, id]);

  const near = windowed && span.to > rows.length - 2 * MEASURED;
  useEffect(() => {
    if (near && more && !more.busy) more.read();
  }, [near, more]);

  const placeOf = (target: EventTarget) => {
    const cell = (target as HTMLElement).closest('td');
    const row = cell?.closest<HTMLElement>('tr[data-row]')?.dataset.row;
    return cell && row !== undefined ? { row: Number(row), column: cell.cellIndex } : undefined;
  };
  const written = async () => {
    const filed = chosen.flatMap(({ act, title, unit, fileUnit = unit, text, sub }) =>
      act ? [] : [{ title: fileUnit ? `${title} (${fileUnit})` : title, text }, ...(sub ? [sub] : [])],
    );
    return [
      filed.map(({ title }) => title),
      ...((await all?.()) ?? rows).map((row) => filed.map(({ text }) => text(row))),
    ];
  };
  const gap = (count: number) =>
    count > 0 && (
      <tr className="long-gap" aria-hidden role="presentation" style={{ height: count * height }}>
        <td colSpan={shown.length} />
      </tr>
    );
  return (
    <div className="table-box">
      <TableTools
        name={label}
        columns={columns.filter(({ act }) => !act).map(({ key, title }) => ({ key, title }))}
        hidden={hidden}
        onHide={setHidden}
        rows={written}
      />
      <div ref={box} className={windowed ? 'long-table windowed' : 'long-table'} data-test={`long-${name}`}>
        <table
          ref={table}
          role="grid"
          tabIndex={0}
          aria-label={label}
          aria-describedby={`${id}-keys`}
          aria-rowcount={more ? -1 : rows.length + 1}
          aria-multiselectable
          aria-activedescendant={at && at.row >= span.from && at.row < to ? `${id}-at` : undefined}
          style={windowed ? { minWidth: widths.reduce((sum, width) => sum + width, 0) } : undefined}
          onKeyDown={cells.onKeyDown}
          onCopy={cells.onCopy}
          onMouseDown={(event) => {
            const place = placeOf(event.target);
            if (place && event.button === 0) cells.go(place, event.shiftKey);
          }}
          onMouseOver={(event) => {
            const cell = (event.target as HTMLElement).closest('td');
            if (cell && windowed) cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : '';
          }}
        >
          {windowed && (
            <colgroup>
              {shown.map(({ key }, i) => (
                <col key={key} style={{ width: widths[i] }} />
              ))}
            </colgroup>
          )}
          <thead>
            <tr aria-rowindex={1}>
              {shown.map(({ key, title, unit, numeric, act }, i) => (
                <th
                  key={key}
                  scope="col"
                  className={numeric ? 'right' : undefined}
                  // A short table wraps its lines, but not figures and short words.
                  style={
                    windowed || printed
                      ? undefined
                      : { minWidth: leastOf(widths[i]!, { numeric, act }, roomy ? 180 : i ? 112 : 150) }
                  }
                >
                  {act ? <span className="sr-only">{title}</span> : title}
                  {unit && <span className="sub">{unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gap(span.from)}
            {rows.slice(span.from, to).map((row, i) => {
              const index = span.from + i;
              const inRange = range !== undefined && index >= range.top && index <= range.bottom;
              return (
                <Line
                  key={windowed ? i : rowKey(row)}
                  id={id}
                  row={row}
                  index={index}
                  columns={shown}
                  height={windowed ? height : undefined}
                  at={at?.row === index ? at.column : -1}
                  left={inRange ? range.left : -1}
                  right={inRange ? range.right : -1}
                />
              );
            })}
            {!printed && gap(rows.length - to)}
          </tbody>
        </table>
      </div>
      <p className="long-foot">
        <span className="num" role="status">
          {t(more ? 'common:table.rowsSoFar' : 'common:table.rows', { count: rows.length })}
        </span>
        <span id={`${id}-keys`} className="long-keys">
          {t('common:table.keys')}
        </span>
      </p>
    </div>
  );
}
