/**
 * Specs on a server with PostGIS. The embedded Postgres 18 has none; what a system's packages bring may be an older Postgres,
 * on which the schema stands all the same but for two things of newer versions.
 */
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The global setup has looked for one. */
export const hasPostgis = Boolean(process.env.QH_TEST_POSTGIS);

/** `describe`, or a group that is reported skipped by its name. */
export const describePostgis = hasPostgis ? describe : describe.skip;

/** The function of Postgres 18 that numbers rows by time. */
const UUIDV7 = `
  CREATE FUNCTION public.uuidv7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
  $$`;

/** Answers whether the server is older than the one that the service asks for. */
export async function preparePostgis(owner: string): Promise<boolean> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
    const { rows } = await client.query(`SELECT current_setting('server_version_num')::int < 180000 AS older`);
    if (rows[0].older) await client.query(UUIDV7);
    return rows[0].older as boolean;
  } finally {
    await client.end();
  }
}

/** Without the right to analyse tables (Postgres 17), which only speeds up. */
export const forOlderServers = <T>(migrations: T[]): T[] =>
  migrations.map((migration) => {
    const Given = migration as new () => MigrationInterface;
    const Older = class extends Given {
      override up(db: QueryRunner): Promise<unknown> {
        const query = db.query.bind(db) as QueryRunner['query'];
        const plain = (text: string) => text.replace(/\b(GRANT|REVOKE) MAINTAIN\b[^;]*(;|$)/g, '');
        db.query = ((text: string, ...more: never[]) => query(plain(text), ...more)) as QueryRunner['query'];
        return super.up(db).finally(() => (db.query = query));
      }
    };
    Object.defineProperty(Older, 'name', { value: Given.name });
    return Older as T;
  });
