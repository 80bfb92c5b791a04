/** One cell of a grid is the reader's: moved by keys as in a spreadsheet, widened with Shift, copied as one copies there. */
import { useState } from 'react';
import { tabbed } from './window';

export interface Place {
  row: number;
  column: number;
}
interface Marked {
  at: Place;
  /** The corner that stays while Shift widens what is marked. */
  from: Place;
}
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface Grid {
  rows: number;
  columns: number;
  /** Rows of one page of the keyboard. */
  page(): number;
  text(place: Place): string;
  /** Brings a row into the page and into sight. */
  reveal(row: number): void;
  /** Does what the cell offers: its link or button. */
  enter(place: Place): void;
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));

export function useCells({ rows, columns, page, text, reveal, enter }: Grid) {
  const [marked, setMarked] = useState<Marked>();
  const now = marked && {
    at: { row: clamp(marked.at.row, rows - 1), column: clamp(marked.at.column, columns - 1) },
    from: { row: clamp(marked.from.row, rows - 1), column: clamp(marked.from.column, columns - 1) },
  };
  const range: Range | undefined = now && {
    top: Math.min(now.at.row, now.from.row),
    bottom: Math.max(now.at.row, now.from.row),
    left: Math.min(now.at.column, now.from.column),
    right: Math.max(now.at.column, now.from.column),
  };
  const go = (to: Place, widen: boolean) => {
    const at = { row: clamp(to.row, rows - 1), column: clamp(to.column, columns - 1) };
    setMarked({ at, from: widen && now ? now.from : at });
    return at;
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // A button or a field within a cell has its own keys.
    if (event.target !== event.currentTarget || event.altKey || !rows) return;
    const whole = event.ctrlKey || event.metaKey;
    const { row, column } = now?.at ?? { row: 0, column: 0 };
    if (whole && event.key === 'a') {
      event.preventDefault();
      return setMarked({ at: { row: rows - 1, column: columns - 1 }, from: { row: 0, column: 0 } });
    }
    if (event.key === 'Enter' && now) {
      event.preventDefault();
      return enter(now.at);
    }
    if (event.key === 'Escape' && now) return setMarked({ at: now.at, from: now.at });
    const moves: Record<string, Place> = {
      ArrowDown: { row: whole ? rows - 1 : row + 1, column },
      ArrowUp: { row: whole ? 0 : row - 1, column },
      ArrowRight: { row, column: whole ? columns - 1 : column + 1 },
      ArrowLeft: { row, column: whole ? 0 : column - 1 },
      PageDown: { row: row + page(), column },
      PageUp: { row: row - page(), column },
      Home: { row: whole ? 0 : row, column: 0 },
      End: { row: whole ? rows - 1 : row, column: columns - 1 },
    };
    const to = moves[event.key];
    if (!to) return;
    event.preventDefault();
    reveal(go(to, event.shiftKey).row);
  };
  const onCopy = (event: React.ClipboardEvent) => {
    // Letters marked with the mouse are what is meant, where there are any.
    if (!range || event.target !== event.currentTarget || !getSelection()?.isCollapsed) return;
    const lines: string[][] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      const line: string[] = [];
      for (let column = range.left; column <= range.right; column++) line.push(text({ row, column }));
      lines.push(line);
    }
    event.clipboardData.setData('text/plain', tabbed(lines));
    event.preventDefault();
  };
  return { at: now?.at, range, go, onKeyDown, onCopy };
}
