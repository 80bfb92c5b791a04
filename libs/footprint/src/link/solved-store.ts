/** Footprints of linked products as they were solved last: written by COPY, since one changed factor can move all of them. */
import { CopyIn } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';

export interface SolvedFootprint {
  organisationId: string;
  product: string;
  unit: string;
  /** By gas, decimals. */
  gases: Record<string, string>;
}

/** COPY knows no row-level security, so the rows pass through a table of the transaction alone. Returns how many are others now. */
export async function writeSolved(
  manager: EntityManager,
  roundId: string,
  footprints: Iterable<SolvedFootprint>,
): Promise<number> {
  await manager.query(
    'CREATE TEMP TABLE solved_now (organisation_id uuid, product text, unit text, gases jsonb) ON COMMIT DROP',
  );
  const copy = await CopyIn.into(manager, 'solved_now');
  for (const { organisationId, product, unit, gases } of footprints)
    await copy.write([organisationId, product, unit, JSON.stringify(gases)]);
  await copy.end();
  // One run at a time writes them, which spares asking of each row whether another one just did.
  await manager.query('SELECT pg_advisory_xact_lock(7141013)');
  await manager.query('ANALYZE solved_now');
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE supplier_footprint f SET unit = n.unit, gases = n.gases, round_id = $1, solved_at = now() FROM solved_now n
     WHERE (f.organisation_id, f.product) = (n.organisation_id, n.product) AND (f.unit, f.gases) IS DISTINCT FROM (n.unit, n.gases)`,
    [roundId],
  );
  const added: { n: number }[] = await manager.query(
    `WITH added AS (
       INSERT INTO supplier_footprint (organisation_id, product, unit, gases, round_id)
       SELECT organisation_id, product, unit, gases, $1 FROM solved_now n
       WHERE NOT EXISTS (SELECT FROM supplier_footprint f WHERE (f.organisation_id, f.product) = (n.organisation_id, n.product)) RETURNING 1)
     SELECT count(*)::int AS n FROM added`,
    [roundId],
  );
  await manager.query('DROP TABLE solved_now');
  return changed + added[0]!.n;
}
