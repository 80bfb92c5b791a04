import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  ['pact_event', 'note'],
  ['pact_attempt', 'note'],
  ['pact_message', 'last_error'],
] as const;

/** One sentence that was kept in English, as its code; what is none of ours is kept as said. */
export const CODED = `
  CREATE FUNCTION pg_temp.coded(note text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_agg(CASE
      WHEN part ~ '^\\d+ received$'
        THEN jsonb_build_object('code', 'EXCHANGE_RECEIVED', 'params', jsonb_build_object('count', split_part(part, ' ', 1)))
      WHEN part ~ '^\\d+ not usable$'
        THEN jsonb_build_object('code', 'EXCHANGE_NOT_USABLE', 'params', jsonb_build_object('count', split_part(part, ' ', 1)))
      WHEN part LIKE 'not given: %'
        THEN jsonb_build_object('code', 'EXCHANGE_NOT_GIVEN', 'params', jsonb_build_object('ids', substr(part, 12)))
      WHEN part ~ '^fulfilled: \\d+$'
        THEN jsonb_build_object('code', 'EXCHANGE_ANSWERED', 'params', jsonb_build_object('count', substr(part, 12)))
      WHEN part ~ '^rejected: \\w+$'
        THEN jsonb_build_object('code', 'EXCHANGE_ANSWER_REJECTED', 'params', jsonb_build_object('code', substr(part, 11)))
      WHEN part = 'rejected' THEN jsonb_build_object('code', 'EXCHANGE_REJECTED')
      WHEN part = 'the partner is disabled' THEN jsonb_build_object('code', 'EXCHANGE_PARTNER_DISABLED')
      WHEN part ~ '^answered \\d{3}'
        THEN jsonb_build_object('code', 'EXCHANGE_STATUS', 'params',
          jsonb_build_object('status', substr(part, 10, 3), 'said', substr(part, 13)))
      ELSE jsonb_build_object('code', 'EXCHANGE_SAID', 'params', jsonb_build_object('said', part)) END ORDER BY n)
    FROM regexp_split_to_table(CASE WHEN note ~ '^\\d+ received' THEN replace(note, ', ', '; ') ELSE note END,
      CASE WHEN note ~ '^\\d+ received' THEN '; (?=\\d+ not usable|not given: )' ELSE '$^' END)
      WITH ORDINALITY AS parts (part, n) $$`;

export class PactNotes1700000007200 implements MigrationInterface {
  name = 'PactNotes1700000007200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CODED);
    for (const [table, column] of COLUMNS)
      await db.query(`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE jsonb USING pg_temp.coded(${column})`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS)
      await db.query(`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE text USING ${column}::text`);
  }
}
