import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['seea_account', 'seea_line', 'seea_cell', 'gep_uncertainty'];

/** SEEA EA accounts taken from issued results; a closed one balances, says the database, and does not change. */
export class EcoproductAccount1700000007100 implements MigrationInterface {
  name = 'EcoproductAccount1700000007100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE seea_account_number;
      GRANT USAGE ON SEQUENCE seea_account_number TO qh_app;
      CREATE TABLE seea_account (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'EA' || to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-' || lpad(nextval('seea_account_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        title text NOT NULL CHECK (title <> ''),
        region text NOT NULL,
        period daterange NOT NULL CHECK (NOT isempty(period)),
        -- The issued result that supply, use and values are taken from, and the hash that fixes it.
        filing_id uuid NOT NULL REFERENCES filing,
        run_id uuid NOT NULL REFERENCES run,
        statement text NOT NULL,
        result_hash text NOT NULL,
        settings jsonb NOT NULL,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'closed')),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        closed_by jsonb,
        closed_at timestamptz,
        CHECK ((status = 'closed') = (closed_by IS NOT NULL)),
        CHECK (closed_by ->> 'id' IS DISTINCT FROM created_by ->> 'id'),
        UNIQUE (id, organisation_id)
      );
      CREATE INDEX seea_account_of ON seea_account (organisation_id, id DESC);
      -- One closed account for a region and time.
      ALTER TABLE seea_account ADD CONSTRAINT seea_account_once
        EXCLUDE USING gist (organisation_id WITH =, region WITH =, period WITH &&) WHERE (status = 'closed');

      CREATE TABLE seea_line (
        account_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        tab text NOT NULL,
        line text NOT NULL CHECK (line <> ''),
        place int NOT NULL,
        labels jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (account_id, tab, line),
        FOREIGN KEY (account_id, organisation_id) REFERENCES seea_account (id, organisation_id)
      );
      CREATE TABLE seea_cell (
        account_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        tab text NOT NULL,
        line text NOT NULL,
        col text NOT NULL,
        value numeric NOT NULL,
        PRIMARY KEY (account_id, tab, line, col),
        FOREIGN KEY (account_id, organisation_id) REFERENCES seea_account (id, organisation_id),
        FOREIGN KEY (account_id, tab, line) REFERENCES seea_line ON DELETE CASCADE
      );

      -- Which identities do not hold; nothing where the account balances.
      CREATE FUNCTION seea_faults(p_account uuid)
      RETURNS TABLE (tab text, line text, col text, rule text, expected numeric, found numeric) LANGUAGE sql STABLE AS $$
        WITH c AS (SELECT x.tab, x.line, x.col, x.value FROM seea_cell x WHERE x.account_id = p_account),
        moves (tab, line, sign) AS (VALUES
          ('extent', 'managed_expansion', 1), ('extent', 'unmanaged_expansion', 1),
          ('extent', 'managed_reduction', -1), ('extent', 'unmanaged_reduction', -1),
          ('asset', 'enhancement', 1), ('asset', 'degradation', -1), ('asset', 'conversion_additions', 1),
          ('asset', 'conversion_reductions', -1), ('asset', 'catastrophic_losses', -1), ('asset', 'reappraisals', 1),
          ('asset', 'revaluations', 1)),
        stock AS (
          SELECT c.tab, c.col, sum(value) FILTER (WHERE c.line = 'opening') AS opening,
            sum(value) FILTER (WHERE c.line = 'closing') AS closing, sum(value) FILTER (WHERE c.line = 'net_change') AS net,
            COALESCE(sum(value * m.sign), 0) AS moved
          FROM c LEFT JOIN moves m ON m.tab = c.tab AND m.line = c.line WHERE c.tab IN ('extent', 'asset') GROUP BY 1, 2),
        summed AS (
          SELECT c.tab, c.line, sum(value) FILTER (WHERE col <> 'TOTAL') AS parts, sum(value) FILTER (WHERE col = 'TOTAL') AS total
          FROM c WHERE c.tab NOT LIKE 'condition%' GROUP BY 1, 2),
        flow AS (
          SELECT split_part(c.tab, '_', 1) AS kind, c.line,
            COALESCE(sum(value) FILTER (WHERE c.tab LIKE '%supply'), 0) AS supplied,
            COALESCE(sum(value) FILTER (WHERE c.tab LIKE '%use'), 0) AS used
          FROM c WHERE (c.tab LIKE 'physical%' OR c.tab LIKE 'monetary%') AND col <> 'TOTAL' GROUP BY 1, 2),
        extent AS (SELECT col, opening, closing FROM stock WHERE stock.tab = 'extent' AND col <> 'TOTAL'),
        across AS (SELECT c.line AS type, sum(value) AS area FROM c WHERE c.tab = 'change' AND c.line <> 'TOTAL' AND col <> 'TOTAL' GROUP BY 1),
        down AS (SELECT c.col AS type, sum(value) AS area FROM c WHERE c.tab = 'change' AND c.line <> 'TOTAL' AND col <> 'TOTAL' GROUP BY 1),
        changed AS (
          SELECT c.tab, c.line, sum(value) FILTER (WHERE col = 'closing') - sum(value) FILTER (WHERE col = 'opening') AS moved,
            sum(value) FILTER (WHERE col = 'change') AS told
          FROM c WHERE c.tab LIKE 'condition%' GROUP BY 1, 2)
        SELECT s.tab, 'closing', s.col, 'SEEA_CLOSING', s.opening + s.moved, s.closing FROM stock s
          WHERE s.opening + s.moved IS DISTINCT FROM s.closing OR s.opening IS NULL
        UNION ALL SELECT s.tab, 'net_change', s.col, 'SEEA_NET_CHANGE', s.closing - s.opening, s.net FROM stock s
          WHERE s.net <> s.closing - s.opening
        UNION ALL SELECT s.tab, s.line, 'TOTAL', 'SEEA_TOTAL', s.parts, s.total FROM summed s WHERE s.total <> COALESCE(s.parts, 0)
        UNION ALL SELECT f.kind || '_use', f.line, 'TOTAL', 'SEEA_SUPPLY_USE', f.supplied, f.used FROM flow f WHERE f.supplied <> f.used
        UNION ALL SELECT 'change', a.type, 'TOTAL', 'SEEA_MATRIX_OPENING', e.opening, a.area FROM across a JOIN extent e ON e.col = a.type
          WHERE e.opening <> a.area
        UNION ALL SELECT 'change', 'TOTAL', d.type, 'SEEA_MATRIX_CLOSING', e.closing, d.area FROM down d JOIN extent e ON e.col = d.type
          WHERE e.closing <> d.area
        UNION ALL SELECT x.tab, x.line, 'change', 'SEEA_NET_CHANGE', x.moved, x.told FROM changed x WHERE x.told <> x.moved
      $$;

      CREATE FUNCTION seea_close() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE wrong record;
      BEGIN
        IF OLD.status = 'closed' THEN
          RAISE EXCEPTION 'a closed account does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.status = 'closed' THEN
          SELECT * INTO wrong FROM seea_faults(NEW.id) LIMIT 1;
          IF FOUND THEN
            RAISE EXCEPTION 'the account does not balance: % % % %', wrong.tab, wrong.line, wrong.col, wrong.rule
              USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER seea_account_close BEFORE UPDATE ON seea_account FOR EACH ROW EXECUTE FUNCTION seea_close();

      CREATE FUNCTION seea_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM seea_account WHERE id = COALESCE(NEW.account_id, OLD.account_id) AND status = 'closed') THEN
          RAISE EXCEPTION 'a closed account does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN COALESCE(NEW, OLD);
      END $$;
      CREATE TRIGGER seea_cell_keep BEFORE INSERT OR UPDATE OR DELETE ON seea_cell FOR EACH ROW EXECUTE FUNCTION seea_keep();
      CREATE TRIGGER seea_line_keep BEFORE INSERT OR UPDATE OR DELETE ON seea_line FOR EACH ROW EXECUTE FUNCTION seea_keep();

      CREATE TABLE gep_uncertainty (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        filing_id uuid NOT NULL,
        run_id uuid NOT NULL REFERENCES run,
        result_hash text NOT NULL,
        settings jsonb NOT NULL,
        result jsonb NOT NULL,
        made_by jsonb NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (filing_id, organisation_id) REFERENCES filing (id, organisation_id)
      );
      CREATE INDEX gep_uncertainty_of ON gep_uncertainty (filing_id, id DESC);

      GRANT SELECT, INSERT ON ${TABLES.join(', ')} TO qh_app;
      GRANT UPDATE (status, closed_by, closed_at) ON seea_account TO qh_app;
      GRANT DELETE ON seea_line, seea_cell TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('accounts are not forgotten: restore a backup instead');
  }
}
