import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sheets that one person proposes and another publishes, without a deployment. A published version never changes, and
 * everybody may read it: filings of every organisation are calculated with it.
 */
export class MethodProposal1700000001200 implements MigrationInterface {
  name = 'MethodProposal1700000001200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE method_proposal_number;
      GRANT USAGE ON SEQUENCE method_proposal_number TO qh_app;
      CREATE TABLE method_proposal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'MP' || to_char(now(), 'YYYY') || '-' || lpad(nextval('method_proposal_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        method text NOT NULL,
        version text NOT NULL,
        hash text NOT NULL,
        yaml text NOT NULL CHECK (octet_length(yaml) <= 1048576),
        sheet jsonb NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'returned', 'published', 'withdrawn')),
        proposed_by uuid NOT NULL,
        proposer text NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        reviewed_by uuid,
        reviewer text,
        reviewed_at timestamptz,
        remarks text NOT NULL DEFAULT '',
        CHECK (reviewed_by <> proposed_by),
        CHECK ((status IN ('returned', 'published')) = (reviewed_by IS NOT NULL))
      );
      CREATE UNIQUE INDEX method_proposal_version ON method_proposal (method, version) WHERE status = 'published';
      CREATE UNIQUE INDEX method_proposal_hash ON method_proposal (hash) WHERE status = 'published';
      CREATE INDEX method_proposal_status ON method_proposal (status, id DESC);

      CREATE FUNCTION method_proposal_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'proposed' THEN
          RAISE EXCEPTION 'a proposal that was decided does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER method_proposal_decided BEFORE UPDATE ON method_proposal
        FOR EACH ROW EXECUTE FUNCTION method_proposal_keep();

      GRANT SELECT, INSERT ON method_proposal TO qh_app;
      GRANT UPDATE (status, reviewed_by, reviewer, reviewed_at, remarks) ON method_proposal TO qh_app;
      ${secure('method_proposal', own())}
      CREATE POLICY method_proposal_published ON method_proposal FOR SELECT TO qh_app USING (status = 'published');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE method_proposal; DROP FUNCTION method_proposal_keep(); DROP SEQUENCE method_proposal_number',
    );
  }
}
