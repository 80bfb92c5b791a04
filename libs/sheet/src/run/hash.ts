/**
 * Hashes that do not depend on the order of rows or the writing of numbers. Rows are fed one by one, so that a million of
 * them never stand in one string. Each piece is JSON on a line of its own: no two contents meet.
 */
import { createHash } from 'node:crypto';
import type { Cell, ParameterUse, Row, Sheet, Table } from '../model';
import { Rational } from '../rational';
import { before, joinKey } from './keys';
import { FAILED, type CellValue, type InputTables } from './prepared';
import { written } from './values';

class Digest {
  private readonly hash = createHash('sha256');

  private waiting = '';

  line(...pieces: unknown[]): this {
    this.waiting += `${JSON.stringify(pieces)}\n`;
    if (this.waiting.length > 1 << 16) this.flush();
    return this;
  }

  hex(): string {
    this.flush();
    return this.hash.digest('hex');
  }

  private flush(): void {
    this.hash.update(this.waiting);
    this.waiting = '';
  }
}

/** What was read of parameters and look-ups; sources and confidences do not count, values and units do. */
export function hashParameters(uses: readonly ParameterUse[]): string {
  const digest = new Digest();
  for (const { name, keys, value, unit } of uses) digest.line(name, keys ?? null, canonical(value), unit);
  return digest.hex();
}

/**
 * A table is hashed in blocks of rows, in the order of keys: SHA-256 of each block, so that a database can do it, too.
 * Cells are parted by a tab and rows by a line feed, neither of which a text may contain.
 */
export const BLOCK_ROWS = 4096;
/** Stands where an optional cell was not given; no text contains it. */
export const ABSENT = '\u0001';

export function blocksOf(size: number, row: (i: number) => string[]): string[] {
  const blocks: string[] = [];
  for (let from = 0; from < size; from += BLOCK_ROWS) {
    const lines: string[] = [];
    for (let i = from; i < Math.min(size, from + BLOCK_ROWS); i++) lines.push(row(i).join('\t'));
    blocks.push(createHash('sha256').update(lines.join('\n')).digest('hex'));
  }
  return blocks;
}

/** Blocks by table; they are taken in the order of the sheet. */
export type Blocks = ReadonlyMap<string, readonly string[]>;

/** What was filed. */
export function hashInput(sheet: Sheet, blocks: Blocks): string {
  const digest = new Digest();
  for (const { name, columns } of sheet.tables) {
    const own = blocks.get(name);
    if (!own) continue;
    digest.line(
      name,
      columns.flatMap((c) => (c.kind === 'input' ? [c.name] : [])),
    );
    for (const block of own) digest.line(block);
  }
  return digest.hex();
}

export function inputBlocks(sheet: Sheet, tables: InputTables): Blocks {
  const blocks = new Map<string, string[]>();
  for (const { name, columns } of sheet.tables) {
    const table = tables.get(name);
    if (!table) continue;
    const inputs = columns.flatMap((c) => (c.kind === 'input' ? [{ cells: table.columns.get(c.name)!, ...c }] : []));
    blocks.set(
      name,
      blocksOf(table.size, (i) => inputs.map(({ cells, decimals }) => inputText(cells[i], decimals))),
    );
  }
  return blocks;
}

/** A number of declared decimals is counted in its smallest unit, so that 1.5 and 1.50 are one. */
function inputText(cell: CellValue, decimals: number | undefined): string {
  if (cell === FAILED || cell === undefined) return ABSENT;
  if (cell instanceof Rational && decimals !== undefined) return cell.scaled(decimals).toString();
  return String(written(cell));
}

/** What came out, tied to what it came from. */
export function hashResult(
  sheet: Sheet,
  parameterHash: string,
  inputHash: string,
  blocks: Blocks,
  outputs: Record<string, string | boolean>,
): string {
  const digest = new Digest().line(sheet.id, sheet.version, sheet.hash, parameterHash, inputHash);
  for (const table of sheet.tables) {
    digest.line(table.name, resultColumns(table));
    for (const block of blocks.get(table.name) ?? []) digest.line(block);
  }
  for (const { name } of sheet.outputs) digest.line(name, outputs[name] ?? null);
  return digest.hex();
}

/** Rows of a filed table are known by their place, which the hash of the input has fixed; groups have keys of their own. */
export const resultColumns = (table: Table): string[] => [
  ...(table.group ? table.key : []),
  ...table.columns.flatMap((c) => (c.kind === 'computed' ? [c.name] : [])),
];

/** `tables` are in the order of keys. */
export const resultBlocks = (sheet: Sheet, tables: Record<string, Row[]>): Blocks =>
  new Map(sheet.tables.map((table) => [table.name, rowBlocks(table, tables[table.name] ?? [])] as const));

export function rowBlocks(table: Table, rows: readonly Row[]): string[] {
  const names = resultColumns(table);
  const decimals = new Set(
    table.columns.flatMap((c) =>
      c.kind === 'computed' && c.type === 'number' && c.numberKind === 'decimal' ? [c.name] : [],
    ),
  );
  const text = (name: string, cell: Cell): string => {
    if (cell === undefined || cell === null) return ABSENT;
    return decimals.has(name) ? BigInt(String(cell).replace('.', '')).toString() : String(cell);
  };
  return blocksOf(rows.length, (i) => names.map((name) => text(name, rows[i]![name])));
}

/** Uses once each, in a fixed order. */
export const sortUses = (uses: Iterable<ParameterUse>): ParameterUse[] =>
  [...uses].sort((a, b) => before(joinKey([a.name, ...(a.keys ?? [])]), joinKey([b.name, ...(b.keys ?? [])])));

const canonical = (value: string): string =>
  /^-?\d+(\.\d+)?$/.test(value) ? Rational.parse(value).toDecimalString() : value;
