import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = [
  'filer',
  'reviewer',
  'trader',
  'finance_clerk',
  'finance_approver',
  'method_admin',
  'regulator',
  'auditor',
];
const inRoles = ROLES.map((role) => `'${role}'`).join(', ');

/** Row-level security holds for the owner too (FORCE); migrations and maintenance pass by their own policy. */
const secure = (table: string, condition: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_owner ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
  CREATE POLICY ${table}_app ON ${table} TO qh_app USING (${condition}) WITH CHECK (${condition});`;

const everyone = `current_setting('qh.scope', true) = 'all'`;
const own = (column: string) =>
  `${everyone} OR (current_setting('qh.scope', true) = 'tenant'
     AND ${column} = NULLIF(current_setting('qh.organisation', true), '')::uuid)`;

export class Identity1700000000200 implements MigrationInterface {
  name = 'Identity1700000000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CHECK (name <> ''),
        kind text NOT NULL CHECK (kind IN ('enterprise', 'reviewing_body', 'regulator', 'operator')),
        credit_code text UNIQUE,
        region text CHECK (region ~ '^[0-9]{2,12}$'),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE user_account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        username text NOT NULL CHECK (username <> ''),
        name text NOT NULL CHECK (name <> ''),
        password_hash text,
        oidc_issuer text,
        oidc_subject text,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id),
        UNIQUE (oidc_issuer, oidc_subject)
      );
      CREATE UNIQUE INDEX user_account_username ON user_account (lower(username));
      CREATE INDEX user_account_organisation ON user_account (organisation_id);
      CREATE TABLE user_role (
        user_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN (${inRoles})),
        granted_by uuid,
        granted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, role),
        FOREIGN KEY (user_id, organisation_id) REFERENCES user_account (id, organisation_id)
      );
      CREATE TABLE api_client (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL CHECK (name <> ''),
        secret_hash text NOT NULL,
        roles text[] NOT NULL CHECK (roles <@ ARRAY[${inRoles}]),
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES user_account,
        token_hash text NOT NULL UNIQUE,
        previous_hash text UNIQUE,
        previous_until timestamptz,
        rotated_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_of_user ON session (user_id);
      CREATE TABLE login_throttle (
        key text PRIMARY KEY,
        failures int NOT NULL,
        since timestamptz NOT NULL
      );
      CREATE TABLE signing_key (
        kid text PRIMARY KEY,
        purpose text NOT NULL,
        public_jwk jsonb NOT NULL,
        sealed_private_key text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        retired_at timestamptz
      );
      CREATE UNIQUE INDEX signing_key_active ON signing_key (purpose) WHERE retired_at IS NULL;
    `);
    await db.query(
      [
        secure('organisation', own('id')),
        secure('user_account', own('organisation_id')),
        secure('user_role', own('organisation_id')),
        secure('api_client', own('organisation_id')),
        // Signing in happens before anyone is known, so these three are the service's own business.
        secure('session', everyone),
        secure('login_throttle', everyone),
        secure('signing_key', everyone),
      ].join('\n'),
    );
    // What is never deleted is not granted: people and clients are disabled, keys are retired.
    await db.query(`
      GRANT SELECT, INSERT, UPDATE ON organisation, user_account, api_client TO qh_app;
      GRANT SELECT, INSERT, DELETE ON user_role TO qh_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON session, login_throttle TO qh_app;
      GRANT SELECT, INSERT ON signing_key TO qh_app;
      GRANT UPDATE (retired_at) ON signing_key TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE signing_key, login_throttle, session, api_client, user_role, user_account, organisation',
    );
  }
}
