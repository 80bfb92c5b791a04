/** SEEA tables to and from their rows: set by set, a table is replaced as a whole. */
import type { EntityManager } from 'typeorm';
import { type SeeaTable } from './layout';
import type { SeeaLine, SeeaTables } from './tables';

export async function storeTables(
  manager: EntityManager,
  { accountId, organisationId }: { accountId: string; organisationId: string },
  tables: SeeaTables,
): Promise<void> {
  const entries = Object.entries(tables) as [SeeaTable, SeeaLine[]][];
  await manager.query('DELETE FROM seea_line WHERE account_id = $1 AND tab = ANY($2)', [
    accountId,
    entries.map(([tab]) => tab),
  ]);
  const lines = entries.flatMap(([tab, rows]) =>
    rows.map(({ code, labels }, place) => ({ tab, line: code, place, labels })),
  );
  const cells = entries.flatMap(([tab, rows]) =>
    rows.flatMap(({ code, cells: own }) =>
      Object.entries(own).map(([col, value]) => ({ tab, line: code, col, value })),
    ),
  );
  await manager.query(
    `INSERT INTO seea_line (account_id, organisation_id, tab, line, place, labels)
     SELECT $1, $2, tab, line, place, labels FROM jsonb_to_recordset($3::jsonb) AS r(tab text, line text, place int, labels jsonb)`,
    [accountId, organisationId, JSON.stringify(lines)],
  );
  await manager.query(
    `INSERT INTO seea_cell (account_id, organisation_id, tab, line, col, value)
     SELECT $1, $2, tab, line, col, value FROM jsonb_to_recordset($3::jsonb) AS r(tab text, line text, col text, value numeric)`,
    [accountId, organisationId, JSON.stringify(cells)],
  );
}

export async function readTables(manager: EntityManager, accountId: string): Promise<SeeaTables> {
  const rows: { tab: SeeaTable; code: string; labels: Record<string, string>; cells: Record<string, string> }[] =
    await manager.query(
      `SELECT l.tab, l.line AS code, l.labels,
       COALESCE((SELECT jsonb_object_agg(c.col, c.value::text) FROM seea_cell c
         WHERE c.account_id = l.account_id AND c.tab = l.tab AND c.line = l.line), '{}') AS cells
     FROM seea_line l WHERE l.account_id = $1 ORDER BY l.tab, l.place`,
      [accountId],
    );
  const tables: SeeaTables = {};
  for (const { tab, ...line } of rows) (tables[tab] ??= []).push(line);
  return tables;
}
