/** The columnar counterpart of the exact engine: tables go into the database, results come back as rows. */
import type { Row } from '../model';
import type { Computed, InputTables, Prepared } from '../run/prepared';
import type { Database } from './database';
import { loadRows } from './load-rows';
import { rowsOf } from './read-rows';
import { factsOf, temporary, work } from './work';
import { World } from './world';

/**
 * Throws NotColumnar where it cannot give what the exact engine gives: also on any fault, since naming faults is the exact
 * engine's work.
 */
export function calculateColumnar(prepared: Prepared, input: InputTables, database: Database): Promise<Computed> {
  const { sheet } = prepared.checked;
  return database.passing(async () => {
    const world = new World(sheet, factsOf(prepared));
    for (const table of sheet.tables) {
      const own = input.get(table.name);
      if (own) world.tables.set(table.name, await loadRows(database, table, own, temporary(table.name)));
    }
    const worked = await work(prepared, world, database);
    const tables: Record<string, Row[]> = {};
    for (const { name } of sheet.tables) tables[name] = await rowsOf(database, world.state(name), input.get(name));
    return { ...worked, tables, faults: [] };
  });
}
