import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';

export interface LongColumn<T> {
  key: string;
  title: string;
  /** Below the title; goes into the heading of a file as well. */
  unit?: string;
  /** In the heading of a file alone, where each cell names its own. */
  fileUnit?: string;
  numeric?: boolean;
  /** Pixels; else from what the first rows say. */
  width?: number;
  /** Left out on phones; it goes out with a file all the same. */
  wide?: boolean;
  /** What is copied and goes out as a file: whole, never rounded for reading. */
  text(row: T): string;
  /** What is seen, where that is more than the text. */
  cell?(row: T): ReactNode;
  /** What is seen as words, where that is not the text: drawn where there is no cell, and the width goes by it. */
  words?(row: T): string;
  /** The page that what is seen leads to. */
  to?(row: T): string | undefined;
  /** A second line in smaller letters; in a file a column of its own. */
  sub?: { title: string; text(row: T): string; cell?(row: T): ReactNode };
  /** Buttons: nobody puts them away, and they go out with no file. */
  act?: boolean;
}

interface Props<T> {
  id: string;
  row: T;
  index: number;
  columns: LongColumn<T>[];
  height?: number;
  /** The reader's cell, −1 where it is in another row. */
  at: number;
  /** First and last marked cell, −1 where none is. */
  left: number;
  right: number;
}

function Content<T>({ column, row }: { column: LongColumn<T>; row: T }): ReactNode {
  const { cell, words, text, to, sub } = column;
  const said = cell ? cell(row) : (words ?? text)(row);
  const address = to?.(row);
  const first = address ? <Link to={address}>{said}</Link> : said;
  if (!sub) return first;
  const second = (sub.cell ?? sub.text)(row);
  return (
    <div className="stack">
      <span>{first}</span>
      {second !== '' && <span className="sub">{second}</span>}
    </div>
  );
}

function Plain<T>({ id, row, index, columns, height, at, left, right }: Props<T>) {
  return (
    // The heading is the first row.
    <tr aria-rowindex={index + 2} data-row={index} style={height ? { height } : undefined}>
      {columns.map((column, i) => {
        const marked = i >= left && i <= right;
        return (
          <td
            key={column.key}
            id={i === at ? `${id}-at` : undefined}
            aria-selected={marked || undefined}
            className={column.numeric ? 'num right' : column.act ? 'right' : undefined}
          >
            {column.to || column.sub ? Content({ column, row }) : (column.cell ?? column.words ?? column.text)(row)}
          </td>
        );
      })}
    </tr>
  );
}

/** A row is drawn again only when something of it changed: scrolling draws the new ones alone. */
export const Line = memo(Plain) as typeof Plain;
