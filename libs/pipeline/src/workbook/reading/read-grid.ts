/** The cells of a workbook as texts, whatever its tables are: for what others have published, not for inventories. */
import type { Readable } from 'node:stream';

import { readParts } from './parts';
import { collect } from './read-workbook';
import { textOf } from './read-plain-rows';
import { readWorksheet } from './worksheet';
import { tooLarge, ZipFile } from './zip';

export interface Grid {
  worksheet: string;
  /** Row by row from the first with something in it; an empty cell is an empty text. */
  rows: string[][];
}

const MAX_COLUMNS = 200;

/** Every visible worksheet. Throws UnreadableWorkbook, which carries its fault. */
export async function readGrids(
  source: Readable | Uint8Array,
  { maxRows = 5_000, maxBytes = 20 * 1024 * 1024 }: { maxRows?: number; maxBytes?: number } = {},
): Promise<Grid[]> {
  const zip = ZipFile.open(await collect(source, maxBytes));
  const book = await readParts(zip);
  const grids: Grid[] = [];
  for (const { name, part, hidden } of book.worksheets) {
    if (hidden) continue;
    const rows: string[][] = [];
    await readWorksheet(zip, part, book, ({ cells }) => {
      if (rows.length >= maxRows) throw tooLarge(`超过 ${maxRows} 行`, `more than ${maxRows} rows`);
      const last = Math.min(MAX_COLUMNS, Math.max(0, ...cells.keys()));
      rows.push(Array.from({ length: last }, (_, i) => textOf(cells.get(i + 1), book.date1904)));
    });
    if (rows.length) grids.push({ worksheet: name, rows });
  }
  return grids;
}
