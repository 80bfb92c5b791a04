import { everyone, own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Proposals of factors, and what a new version would do to filed results. The application cannot write a factor: only
 * `factor_publish` can, from a proposal that a second person has passed.
 */
export class Factor1700000007000 implements MigrationInterface {
  name = 'Factor1700000007000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE factor_proposal_number;
      GRANT USAGE ON SEQUENCE factor_proposal_number TO qh_app;
      CREATE TABLE factor_proposal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'FP' || to_char(now(), 'YYYY') || '-' || lpad(nextval('factor_proposal_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        title text NOT NULL CHECK (title <> ''),
        reason text NOT NULL DEFAULT '',
        file_name text,
        file_sha256 text,
        rows int NOT NULL CHECK (rows > 0),
        status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'returned', 'published', 'withdrawn')),
        proposed_by uuid NOT NULL,
        proposer text NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        reviewed_by uuid,
        reviewer text,
        reviewed_at timestamptz,
        remarks text NOT NULL DEFAULT '',
        UNIQUE (id, organisation_id),
        CHECK (reviewed_by <> proposed_by),
        CHECK ((status IN ('returned', 'published')) = (reviewed_by IS NOT NULL))
      );
      CREATE INDEX factor_proposal_status ON factor_proposal (status, id DESC);

      CREATE TABLE factor_proposal_row (
        proposal_id uuid NOT NULL,
        row int NOT NULL,
        organisation_id uuid NOT NULL,
        factor_id text COLLATE "C" NOT NULL,
        -- The version that it was made on; 0: a factor that is new.
        base_version int NOT NULL CHECK (base_version >= 0),
        record jsonb NOT NULL,
        search jsonb NOT NULL,
        checksum char(64) NOT NULL,
        PRIMARY KEY (proposal_id, row),
        UNIQUE (proposal_id, factor_id),
        FOREIGN KEY (proposal_id, organisation_id) REFERENCES factor_proposal (id, organisation_id)
      );

      CREATE FUNCTION factor_proposal_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'proposed' THEN
          RAISE EXCEPTION 'a proposal that was decided does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.status = 'published' AND current_setting('qh.publishing', true) IS DISTINCT FROM NEW.id::text THEN
          RAISE EXCEPTION 'a proposal is published by factor_publish' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER factor_proposal_decided BEFORE UPDATE ON factor_proposal
        FOR EACH ROW EXECUTE FUNCTION factor_proposal_keep();

      -- Versions and search in one step with the decision. Returns ids and versions.
      CREATE FUNCTION factor_publish(which uuid, by_id uuid, by_name text, said text)
        RETURNS TABLE (factor_id text, version int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE stale record;
      BEGIN
        IF by_id::text IS DISTINCT FROM current_setting('qh.user', true) OR NOT (${everyone}) THEN
          RAISE EXCEPTION 'a proposal is published by whoever asks' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM FROM factor_proposal p WHERE p.id = which AND p.status = 'proposed' FOR UPDATE;
        IF NOT FOUND THEN RAISE EXCEPTION 'no such proposal waits' USING ERRCODE = 'no_data_found'; END IF;
        LOCK TABLE factor IN SHARE ROW EXCLUSIVE MODE;
        PERFORM FROM factor_proposal_row r
          LEFT JOIN (SELECT f.id, max(f.version) AS version FROM factor f GROUP BY f.id) top ON top.id = r.factor_id
          WHERE r.proposal_id = which AND COALESCE(top.version, 0) <> r.base_version;
        IF FOUND THEN RAISE EXCEPTION 'the factor has moved on' USING ERRCODE = 'serialization_failure'; END IF;
        INSERT INTO factor (id, version, category, name_zh, name_en, value, unit, low, high, gas, stage, region, valid_from,
            valid_to, year_label, source_title, source_clause, source_url, confidence, unit_note, checksum, origin, gases,
            gwp_set, dqr, sigma_ln, source_document, source_row, proposal_id)
          SELECT r.factor_id, r.base_version + 1, x.category, x.name_zh, x.name_en, x.value, x.unit, x.low, x.high, x.gas,
            x.stage, x.region, x.valid_from, x.valid_to, x.year_label, x.source_title, x.source_clause, x.source_url,
            x.confidence, x.unit_note, r.checksum, 'library', NULLIF(x.gases, 'null'), x.gwp_set, x.dqr, x.sigma_ln,
            x.source_document, x.source_row, which
          FROM factor_proposal_row r, jsonb_to_record(r.record) AS x(category text, name_zh text, name_en text,
            value numeric, unit text, low numeric, high numeric, gas text, stage text, region text, valid_from date,
            valid_to date, year_label text, source_title text, source_clause text, source_url text, confidence text,
            unit_note text, gases jsonb, gwp_set text, dqr numeric[], sigma_ln numeric, source_document text,
            source_row text)
          WHERE r.proposal_id = which;
        INSERT INTO factor_search (id, names, words, pinyin, grams)
          SELECT r.factor_id, x.names, x.words, x.pinyin, x.grams
          FROM factor_proposal_row r, jsonb_to_record(r.search) AS x(names text, words text, pinyin text, grams text[])
          WHERE r.proposal_id = which
          ON CONFLICT (id) DO UPDATE SET names = EXCLUDED.names, words = EXCLUDED.words, pinyin = EXCLUDED.pinyin,
            grams = EXCLUDED.grams;
        PERFORM set_config('qh.publishing', which::text, true);
        UPDATE factor_proposal SET status = 'published', reviewed_by = by_id, reviewer = by_name, reviewed_at = now(),
          remarks = said WHERE id = which;
        PERFORM set_config('qh.publishing', '', true);
        RETURN QUERY SELECT r.factor_id, r.base_version + 1 FROM factor_proposal_row r WHERE r.proposal_id = which
          ORDER BY r.row;
      END $$;
      REVOKE ALL ON FUNCTION factor_publish(uuid, uuid, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION factor_publish(uuid, uuid, text, text) TO qh_app;

      -- One shadow run for each published proposal; what it found, filing by filing and figure by figure.
      CREATE TABLE factor_shadow (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        proposal_id uuid NOT NULL UNIQUE REFERENCES factor_proposal,
        job_id uuid,
        status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'cancelled')),
        filings int,
        moved int,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE TABLE factor_shadow_filing (
        shadow_id uuid NOT NULL REFERENCES factor_shadow,
        filing_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        run_id uuid NOT NULL,
        -- unmoved: calculated, nothing moves; unfit: the new version is not for its day, place or unit.
        status text NOT NULL CHECK (status IN ('open', 'accepted', 'kept', 'unmoved', 'unfit')),
        -- The factors it uses itself, with the version it used; empty: it moves by another filing's result.
        uses jsonb NOT NULL,
        faults jsonb,
        decided_by uuid,
        decider text,
        decided_at timestamptz,
        remarks text NOT NULL DEFAULT '',
        again_filing_id uuid,
        PRIMARY KEY (shadow_id, filing_id),
        FOREIGN KEY (filing_id, organisation_id) REFERENCES filing (id, organisation_id),
        CHECK ((status IN ('accepted', 'kept')) = (decided_by IS NOT NULL)),
        CHECK ((status = 'accepted') = (again_filing_id IS NOT NULL))
      );
      CREATE INDEX factor_shadow_filing_of ON factor_shadow_filing (organisation_id, status, shadow_id);
      CREATE TABLE factor_shadow_figure (
        shadow_id uuid NOT NULL,
        filing_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        place text NOT NULL,
        title jsonb NOT NULL,
        unit text NOT NULL,
        from_value numeric NOT NULL,
        to_value numeric NOT NULL,
        PRIMARY KEY (shadow_id, filing_id, place)
      );
      CREATE FUNCTION factor_shadow_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'open' THEN
          RAISE EXCEPTION 'what was decided does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER factor_shadow_decided BEFORE UPDATE ON factor_shadow_filing
        FOR EACH ROW EXECUTE FUNCTION factor_shadow_keep();
      CREATE INDEX run_factors ON run USING gin (factors jsonb_path_ops);
      CREATE INDEX run_sources ON run USING gin (sources jsonb_path_ops);

      GRANT SELECT, INSERT ON factor_proposal, factor_proposal_row, factor_shadow_filing, factor_shadow_figure TO qh_app;
      GRANT UPDATE (status, reviewed_by, reviewer, reviewed_at, remarks) ON factor_proposal TO qh_app;
      GRANT UPDATE (status, decided_by, decider, decided_at, remarks, again_filing_id) ON factor_shadow_filing TO qh_app;
      GRANT SELECT, INSERT, UPDATE (job_id, status, filings, moved, finished_at) ON factor_shadow TO qh_app;
    `);
    await db.query(
      ['factor_proposal', 'factor_proposal_row', 'factor_shadow_filing', 'factor_shadow_figure']
        .map((table) => secure(table, own()))
        .join('\n'),
    );
    await db.query(`${secure('factor_shadow', everyone)}
      CREATE POLICY factor_shadow_read ON factor_shadow FOR SELECT TO qh_app USING (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE factor_shadow_figure, factor_shadow_filing, factor_shadow, factor_proposal_row, factor_proposal;
      DROP FUNCTION factor_publish(uuid, uuid, text, text);
      DROP FUNCTION factor_proposal_keep();
      DROP FUNCTION factor_shadow_keep();
      DROP SEQUENCE factor_proposal_number;
      DROP INDEX run_factors, run_sources;
    `);
  }
}
