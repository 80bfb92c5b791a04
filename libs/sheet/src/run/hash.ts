/**
 * Hashes that do not depend on the order of rows or the writing of numbers. Rows are fed one by one, so that a million of
 * them never stand in one string. Each piece is JSON on a line of its own: no two contents meet.
 */
import { createHash } from 'node:crypto';
import type { ParameterUse, Row, Sheet } from '../model';
import { Rational } from '../rational';
import { before, joinKey } from './keys';
import { FAILED, type InputTables } from './prepared';
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

/** What was filed, row by row in the order of keys (in which the tables already are). */
export function hashInput(sheet: Sheet, tables: InputTables): string {
  const digest = new Digest();
  for (const { name } of sheet.tables) {
    const table = tables.get(name);
    if (!table) continue;
    const columns = [...table.columns];
    digest.line(
      name,
      columns.map(([column]) => column),
    );
    for (let i = 0; i < table.size; i++) {
      digest.line(
        columns.map(([, cells]) =>
          cells[i] === FAILED ? null : written(cells[i] as Exclude<(typeof cells)[number], typeof FAILED>),
        ),
      );
    }
  }
  return digest.hex();
}

export interface Hashed {
  tables: Record<string, Row[]>;
  outputs: Record<string, string | boolean>;
}

/** What came out, tied to what it came from. Tables are in the order of keys. */
export function hashResult(
  sheet: Sheet,
  parameterHash: string,
  inputHash: string,
  { tables, outputs }: Hashed,
): string {
  const digest = new Digest().line(sheet.id, sheet.version, sheet.hash, parameterHash, inputHash);
  for (const { name, columns, key } of sheet.tables) {
    const names = [...key, ...columns.flatMap((c) => (c.kind === 'computed' ? [c.name] : []))];
    digest.line(name, names);
    for (const row of tables[name] ?? []) digest.line(names.map((column) => row[column] ?? null));
  }
  for (const { name } of sheet.outputs) digest.line(name, outputs[name] ?? null);
  return digest.hex();
}

/** Uses once each, in a fixed order. */
export const sortUses = (uses: Iterable<ParameterUse>): ParameterUse[] =>
  [...uses].sort((a, b) => before(joinKey([a.name, ...(a.keys ?? [])]), joinKey([b.name, ...(b.keys ?? [])])));

const canonical = (value: string): string =>
  /^-?\d+(\.\d+)?$/.test(value) ? Rational.parse(value).toDecimalString() : value;
