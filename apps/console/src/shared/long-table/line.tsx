import { memo, type ReactNode } from 'react';

export interface LongColumn<T> {
  key: string;
  title: string;
  /** Below the title; goes into the heading of a file as well. */
  unit?: string;
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
            className={column.numeric ? 'num right' : undefined}
          >
            {column.cell ? column.cell(row) : (column.words ?? column.text)(row)}
          </td>
        );
      })}
    </tr>
  );
}

/** A row is drawn again only when something of it changed: scrolling draws the new ones alone. */
export const Line = memo(Plain) as typeof Plain;
