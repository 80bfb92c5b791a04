/** SQL of row-level security, said once. It holds for the owner too (FORCE); the owner passes by its own policy. */
export const everyone = `current_setting('qh.scope', true) = 'all'`;

export const own = (column = 'organisation_id'): string =>
  `${everyone} OR (current_setting('qh.scope', true) = 'tenant'
     AND ${column} = NULLIF(current_setting('qh.organisation', true), '')::uuid)`;

/** Rows of `table` are seen and written only where `condition` holds. Grants are separate: none are given here. */
export const secure = (table: string, condition: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_owner ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
  CREATE POLICY ${table}_app ON ${table} TO qh_app USING (${condition}) WITH CHECK (${condition});`;
