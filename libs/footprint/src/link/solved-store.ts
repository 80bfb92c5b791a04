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
  const [{ changed }] = await manager.query(
    `WITH written AS (
       INSERT INTO supplier_footprint (organisation_id, product, unit, gases, round_id)
       SELECT organisation_id, product, unit, gases, $1 FROM solved_now
       ON CONFLICT (organisation_id, product) DO UPDATE SET unit = EXCLUDED.unit, gases = EXCLUDED.gases,
         round_id = EXCLUDED.round_id, solved_at = now()
         WHERE (supplier_footprint.unit, supplier_footprint.gases) IS DISTINCT FROM (EXCLUDED.unit, EXCLUDED.gases)
       RETURNING 1)
     SELECT count(*)::int AS changed FROM written`,
    [roundId],
  );
  await manager.query('DROP TABLE solved_now');
  return changed;
}
