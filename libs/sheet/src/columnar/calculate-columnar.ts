/** The columnar counterpart of the exact engine: tables go into the database, results come back as rows. */
import type { ComputedColumn, NumberKind, Row, Sheet, Table } from '../model';
import { Rational } from '../rational';
import { lookupKey } from '../run/keys';
import type { Computed, InputTable, InputTables, Prepared } from '../run/prepared';
import { written, type Value } from '../run/values';
import { Batches } from './batches';
import type { Database } from './database';
import { loadLookup, loadRows } from './load-rows';
import { quoteName } from './sql';
import { denColumn, World, type Facts, type Stored, type TableState } from './world';

/**
 * Throws NotColumnar where it cannot give what the exact engine gives: also on any fault, since naming faults is the exact
 * engine's work.
 */
export async function calculateColumnar(prepared: Prepared, input: InputTables, database: Database): Promise<Computed> {
  const run = new Run(prepared, input, database, `_r_`);
  // Nothing of a run outlives it: one rollback takes all its tables away.
  await database.run('BEGIN');
  try {
    return await run.calculate();
  } finally {
    await database.run('ROLLBACK');
  }
}

export const factsOf = (prepared: Prepared): Facts => ({
  parameter: (name) => prepared.parameters.get(name)?.value,
  lookup: (name) => new Map([...(prepared.lookups.get(name) ?? [])].map(([key, { value }]) => [key, value])),
});

class Run {
  private readonly world: World;
  private readonly sheet: Sheet;

  constructor(
    private readonly prepared: Prepared,
    private readonly input: InputTables,
    private readonly database: Database,
    private readonly prefix: string,
  ) {
    this.sheet = prepared.checked.sheet;
    this.world = new World(this.sheet, factsOf(prepared));
  }

  async calculate(): Promise<Computed> {
    await this.load();
    const batches = new Batches(this.prepared.checked, this.world, this.database, (name) => this.temporary(name));
    const outputs = await this.work(batches);
    const tables: Record<string, Row[]> = {};
    for (const table of this.sheet.tables) tables[table.name] = await this.rows(this.world.state(table.name));
    const lookupsRead = new Map(this.sheet.lookups.map(({ name }) => [name, new Set<string>()]));
    for (const [name, keys] of batches.reads.lookups)
      for (const key of keys) lookupsRead.get(name)!.add(lookupKey(key));
    return { tables, outputs, parametersRead: batches.reads.parameters, lookupsRead, faults: [] };
  }

  private temporary(name: string): string {
    return quoteName(`${this.prefix}${name}`);
  }

  private async load(): Promise<void> {
    for (const table of this.sheet.tables) {
      const input = this.input.get(table.name);
      if (input)
        this.world.tables.set(table.name, await loadRows(this.database, table, input, this.temporary(table.name)));
    }
    for (const lookup of this.sheet.lookups) {
      const rows = this.world.facts.lookup(lookup.name);
      this.world.lookups.set(
        lookup.name,
        await loadLookup(this.database, lookup.keys.length, rows, this.temporary(`look_${lookup.name}`)),
      );
    }
  }

  private async work(batches: Batches): Promise<Computed['outputs']> {
    const outputs = new Map<string, string | boolean>();
    await batches.begin();
    for (const step of this.prepared.checked.plan) {
      if ('output' in step) {
        const output = this.sheet.outputs.find((o) => o.name === step.output)!;
        outputs.set(
          output.name,
          written(await batches.output(output), output.numberKind, output.decimals) as string | boolean,
        );
      } else {
        const table = this.world.table(step.table);
        await batches.column(
          table,
          table.columns.find((c): c is ComputedColumn => c.kind === 'computed' && c.name === step.column)!,
        );
      }
    }
    await batches.flush();
    for (const table of this.sheet.tables) {
      await batches.ensureGroup(table);
      await batches.checks(table);
    }
    return Object.fromEntries(this.sheet.outputs.map(({ name }) => [name, outputs.get(name)!]));
  }

  /** Rows as a result prints them: key, inputs and computed columns. */
  private async rows(state: TableState): Promise<Row[]> {
    const { table } = state;
    const input = this.input.get(table.name);
    const computed = await this.read(state);
    const rows: Row[] = Array.from({ length: state.rows }, () => ({}));
    const fill = (name: string, cells: readonly (Value | undefined)[], kind?: NumberKind, decimals?: number): void => {
      for (const [i, row] of rows.entries()) if (cells[i] !== undefined) row[name] = written(cells[i], kind, decimals);
    };
    if (table.group) for (const name of table.key) fill(name, computed.get(name) ?? []);
    for (const column of table.columns) {
      if (column.kind === 'computed')
        fill(column.name, computed.get(column.name) ?? [], column.numberKind, column.decimals);
      else fill(column.name, cellsOf(input, column.name));
    }
    return rows;
  }

  /** Computed columns, and the keys of groups, in the order of the rows. */
  private async read(state: TableState): Promise<Map<string, Value[]>> {
    const columns = new Map<string, Value[]>();
    const wanted = [...state.columns].filter(([name]) => !isInput(state.table, name));
    if (!wanted.length || !state.rows) return columns;
    const select = wanted.flatMap(([name, column]) =>
      hasDen(column) ? [quoteName(name), quoteName(denColumn(name))] : [quoteName(name)],
    );
    const found = await this.database.columns(`SELECT ${select.join(', ')} FROM ${state.relation} ORDER BY _row`);
    let at = 0;
    for (const [name, column] of wanted) {
      const cells = found[at++]!;
      const dens = hasDen(column) ? found[at++]! : undefined;
      columns.set(
        name,
        column.kind === 'exact'
          ? fractions(cells as bigint[], column, dens as bigint[] | undefined)
          : (cells as Value[]),
      );
    }
    return columns;
  }
}

const isInput = (table: Table, name: string): boolean =>
  table.columns.some((c) => c.kind === 'input' && c.name === name);
const cellsOf = (input: InputTable | undefined, name: string): readonly (Value | undefined)[] =>
  (input?.columns.get(name) ?? []) as (Value | undefined)[];
const hasDen = (column: Stored): boolean =>
  column.kind === 'exact' && column.den !== undefined && column.den.lo !== column.den.hi;

function fractions(cells: readonly bigint[], column: Stored & { kind: 'exact' }, dens?: readonly bigint[]): Rational[] {
  const unit = 10n ** BigInt(column.scale);
  const fixed = unit * (column.den && !dens ? column.den.lo : 1n);
  return cells.map((cell, i) => Rational.ratio(cell, dens ? unit * dens[i]! : fixed));
}
