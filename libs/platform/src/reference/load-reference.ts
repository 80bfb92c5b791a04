/** Brings config/ into the database: all of it or nothing, and nothing at all when no file has changed. */
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { searchOf } from './factor-search';
import { readReference, referenceFiles } from './read-reference';
import type { ReferenceFile } from './reference-data';

export interface Loaded {
  /** False: every file is as it was when last loaded. */
  changed: boolean;
  factors: Tally;
  gwpValues: Tally;
  regions: Tally;
}

export interface Tally {
  /** Rows with a new version: new ones and changed ones. */
  added: number;
  withdrawn: number;
}

/** A new way of storing the same files gets a new number, so that they are loaded again. */
const FORM = 2;
const LOCK = 'SELECT pg_advisory_xact_lock(7141002)';
const NONE: Tally = { added: 0, withdrawn: 0 };

/** Run as the owner. Throws ReferenceFaults when config/ is not in order; the database is then as before. */
export async function loadReference(db: DataSource | QueryRunner, configDir: string): Promise<Loaded> {
  if (db instanceof DataSource) return db.transaction((manager) => load(manager, configDir));
  await db.startTransaction();
  try {
    const loaded = await load(db, configDir);
    await db.commitTransaction();
    return loaded;
  } catch (error) {
    await db.rollbackTransaction();
    throw error;
  }
}

async function load(db: QueryRunner | EntityManager, configDir: string): Promise<Loaded> {
  await db.query(LOCK);
  const files = referenceFiles(configDir);
  if (await isLoaded(db, files)) return { changed: false, factors: NONE, gwpValues: NONE, regions: NONE };
  const { factors, gwpValues, regions } = readReference(files);
  const loaded = {
    changed: true,
    factors: await take(db, FACTOR, factors),
    gwpValues: await take(db, GWP_VALUE, gwpValues),
    regions: await take(db, REGION, regions),
  };
  await db.query(
    `INSERT INTO factor_search (id, names, words, pinyin, grams)
     SELECT id, names, words, pinyin, grams
     FROM jsonb_to_recordset($1::jsonb) AS x(id text, names text, words text, pinyin text, grams text[])
     -- What people published over a row of config/ is found by their words.
     WHERE EXISTS (SELECT FROM factor_current f WHERE f.id = x.id AND f.origin = 'config')
     ON CONFLICT (id) DO UPDATE SET names = EXCLUDED.names, words = EXCLUDED.words, pinyin = EXCLUDED.pinyin,
       grams = EXCLUDED.grams`,
    [JSON.stringify(factors.map(searchOf))],
  );
  await db.query(
    `WITH incoming AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(path text, checksum text)),
       gone AS (DELETE FROM reference_file f WHERE NOT EXISTS (SELECT FROM incoming i WHERE i.path = f.path))
     INSERT INTO reference_file (path, checksum) SELECT path, checksum FROM incoming
     ON CONFLICT (path) DO UPDATE SET checksum = EXCLUDED.checksum, loaded_at = now()
       WHERE reference_file.checksum <> EXCLUDED.checksum`,
    [JSON.stringify(files.map(checked))],
  );
  return loaded;
}

async function isLoaded(db: QueryRunner | EntityManager, files: ReferenceFile[]): Promise<boolean> {
  const stored: { path: string; checksum: string }[] = await db.query('SELECT path, checksum FROM reference_file');
  const known = new Map(stored.map(({ path, checksum }) => [path, checksum]));
  return known.size === files.length && files.map(checked).every(({ path, checksum }) => known.get(path) === checksum);
}

const checked = ({ path, bytes }: ReferenceFile) => ({
  path,
  checksum: createHash('sha256').update(`qingheng-reference/${FORM}\n`).update(bytes).digest('hex'),
});

interface Target {
  table: string;
  key: readonly string[];
  /** Versions that do not come from config/: a row is compared with the last one that does, and leaves theirs alone. */
  ours?: string;
  columns: Readonly<Record<string, 'text' | 'numeric' | 'integer' | 'date'>>;
}

const SOURCE = { source_title: 'text', source_clause: 'text', source_url: 'text', confidence: 'text' } as const;

const FACTOR: Target = {
  table: 'factor',
  key: ['id'],
  ours: `origin = 'config'`,
  columns: {
    ...{ id: 'text', category: 'text', name_zh: 'text', name_en: 'text', value: 'numeric', unit: 'text' },
    ...{ low: 'numeric', high: 'numeric', gas: 'text', stage: 'text', region: 'text' },
    ...{ valid_from: 'date', valid_to: 'date', year_label: 'text', ...SOURCE, unit_note: 'text' },
  },
};

const GWP_VALUE: Target = {
  table: 'gwp_value',
  key: ['set_id', 'gas', 'horizon'],
  columns: {
    ...{ set_id: 'text', gas: 'text', horizon: 'integer', report: 'text', table_title: 'text' },
    ...{ value: 'numeric', unit: 'text', factor_id: 'text', ...SOURCE },
  },
};

const REGION: Target = {
  table: 'region',
  key: ['code'],
  columns: { code: 'text', name_zh: 'text', name_en: 'text', level: 'text', kind: 'text', parent: 'text' },
};

/** One statement for all rows: new versions of what is new or changed, a mark on what is gone. */
async function take(db: QueryRunner | EntityManager, target: Target, rows: readonly object[]): Promise<Tally> {
  const { table, key, columns, ours = 'true' } = target;
  const names = Object.keys(columns);
  const record = Object.entries({ ...columns, checksum: 'text' }).map(([name, type]) => `${name} ${type}`);
  const [counts] = await db.query(
    `WITH incoming AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(${record.join(', ')})),
       last AS (SELECT DISTINCT ON (${key.join(', ')}) * FROM ${table} WHERE ${ours}
         ORDER BY ${key.join(', ')}, version DESC),
       top AS (SELECT ${key.join(', ')}, max(version) AS version FROM ${table} GROUP BY ${key.join(', ')}),
       added AS (
         INSERT INTO ${table} (${names.join(', ')}, checksum, version)
         SELECT ${names.map((name) => `i.${name}`).join(', ')}, i.checksum, COALESCE(t.version, 0) + 1
         FROM incoming i LEFT JOIN last l USING (${key.join(', ')}) LEFT JOIN top t USING (${key.join(', ')})
         WHERE l.version IS NULL OR l.checksum <> i.checksum OR l.withdrawn_at IS NOT NULL
         RETURNING 1),
       gone AS (
         UPDATE ${table} t SET withdrawn_at = now() FROM last l
         WHERE ${key.map((name) => `t.${name} = l.${name}`).join(' AND ')} AND t.version = l.version
           AND l.withdrawn_at IS NULL
           AND NOT EXISTS (SELECT FROM incoming i WHERE ${key.map((name) => `i.${name} = l.${name}`).join(' AND ')})
         RETURNING 1)
     SELECT (SELECT count(*)::int FROM added) AS added, (SELECT count(*)::int FROM gone) AS withdrawn`,
    [JSON.stringify(rows.map((row) => ({ ...row, checksum: checksumOf(names, row as Record<string, unknown>) })))],
  );
  return counts;
}

const checksumOf = (names: string[], row: Record<string, unknown>): string =>
  createHash('sha256')
    .update(JSON.stringify(names.map((name) => row[name] ?? null)))
    .digest('hex');
