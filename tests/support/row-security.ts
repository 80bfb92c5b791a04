/** Whether the database itself keeps organisations apart: tried on every table, filled with rows of two of them. */
import { systemActor, type UnitOfWork } from '@qingheng/platform';
import type { DataSource } from 'typeorm';
import type { TestDatabase } from './database';

export interface Leak {
  table: string;
  leak: string;
}

const OURS = '00000000-0000-4000-8000-00000000000a';
const THEIRS = '00000000-0000-4000-8000-00000000000b';
const tenant = { ...systemActor, userId: 'u', organisationId: OURS, scope: 'tenant' as const };

interface Column {
  name: string;
  type: string;
  /** Has to be given in an INSERT. */
  needed: boolean;
  /** The application may update it. */
  changeable: boolean;
}

/**
 * Takes away every rule but row-level security, puts rows of two organisations into every table with an
 * `organisation_id` and works as one of them. The database is of no use for anything else afterwards.
 */
export async function leaks({ source, work }: TestDatabase, publicTables: string[] = []): Promise<Leak[]> {
  const tables = await tablesOf(source);
  await withoutOtherRules(source);
  const found: Leak[] = [];
  for (const table of tables) {
    const columns = await columnsOf(source, table);
    for (const organisation of [OURS, THEIRS]) await source.query(...insertion(table, columns, organisation));
    const reaches = (text: string, values?: unknown[]) => reach(work, table, text, values);
    const changeable = columns.find(({ changeable }) => changeable)?.name;
    const own = await reaches(`SELECT FROM "${table}" WHERE organisation_id = $1`, [OURS]);
    const theirs = await reaches(`SELECT FROM "${table}" WHERE organisation_id = $1`, [THEIRS]);
    const tries: Record<string, boolean> = {
      'does not see its own rows': own === 0,
      'reads what belongs to others': theirs > 0 && !publicTables.includes(table),
      'inserts for others': (await reaches(...insertion(table, columns, THEIRS))) > 0,
      'gives its own away': (await reaches(`UPDATE "${table}" SET organisation_id = $1`, [THEIRS])) > 0,
      'changes what belongs to others':
        changeable !== undefined && (await reaches(`UPDATE "${table}" SET "${changeable}" = "${changeable}"`)) > 1,
      'deletes what belongs to others': (await reaches(`DELETE FROM "${table}"`)) > 1,
    };
    found.push(...Object.keys(tries).flatMap((leak) => (tries[leak] ? [{ table, leak }] : [])));
  }
  return found;
}

/** Tables of the application without row-level security: each has to be named as open by whoever asks. */
export async function openTables(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
       AND has_any_column_privilege('qh_app', c.oid, 'SELECT, INSERT, UPDATE') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function tablesOf(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** What is left is what row-level security and grants do. */
async function withoutOtherRules(source: DataSource): Promise<void> {
  await source.query(`DO $$ DECLARE r record; BEGIN
    FOR r IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
             WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'x') AND conrelid <> 0 LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.t, r.conname);
    END LOOP;
    FOR r IN SELECT oid::regclass AS t FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
      EXECUTE format('ALTER TABLE %s DISABLE TRIGGER ALL', r.t);
    END LOOP;
  END $$`);
}

function columnsOf(source: DataSource, table: string): Promise<Column[]> {
  return source.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, attnotnull AND NOT atthasdef AS needed,
       has_column_privilege('qh_app', attrelid, attnum, 'UPDATE') AS changeable
     FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
       AND attgenerated = '' AND attidentity = '' AND attname <> 'organisation_id'`,
    [`"${table}"`],
  );
}

let counter = 0;

function insertion(table: string, columns: Column[], organisation: string): [text: string, values: unknown[]] {
  const filled = columns.filter(({ needed }) => needed);
  const names = ['organisation_id', ...filled.map(({ name }) => `"${name}"`)];
  const places = names.map((_, i) => `$${i + 1}`);
  return [
    `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${places.join(', ')})`,
    [organisation, ...filled.map(({ type }) => someValue(type, ++counter))],
  ];
}

function someValue(type: string, n: number): unknown {
  if (type.endsWith('[]')) return '{}';
  switch (type) {
    case 'uuid':
      return `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
    case 'boolean':
      return false;
    case 'json':
    case 'jsonb':
      return '{}';
    case 'date':
    case 'timestamp with time zone':
      return new Date(Date.UTC(2025, 0, 1 + n)).toISOString();
    case 'daterange':
      return '[2025-01-01,2025-12-31]';
    case 'numeric': // small: columns have few digits
      return String(1 + (n % 9));
    case 'box':
      return '(1,1),(0,0)';
    case 'bytea':
      return Buffer.from(String(n));
    default:
      return String(n);
  }
}

/** How many rows the statement reaches as the tenant, -1 where it is refused; what it did is undone. */
async function reach(work: UnitOfWork, table: string, text: string, values: unknown[] = []): Promise<number> {
  const undo = new Error('undone');
  let reached = 0;
  try {
    await work.run(tenant, async (manager) => {
      const { raw, affected } = await manager.queryRunner!.query(text, values, true);
      reached = affected ?? (raw as unknown[]).length;
      throw undo;
    });
  } catch (error) {
    if (error === undo) return reached;
    if ((error as { code?: string }).code === '42501') return -1; // row-level security, or no grant at all
    throw new Error(`${table}: ${(error as Error).message}`, { cause: error });
  }
  return reached;
}
