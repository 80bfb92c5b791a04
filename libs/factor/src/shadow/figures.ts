/** Figures that move, on their way into the database: COPY, since one factor can move a hundred thousand of them. */
import { CopyIn } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';

export interface MovedFigure {
  filingId: string;
  organisationId: string;
  place: string;
  title: { zh: string; en: string };
  unit: string;
  from: string;
  to: string;
}

/** COPY knows no row-level security, so the rows pass through a table of the transaction alone. */
export async function writeFigures(
  manager: EntityManager,
  shadowId: string,
  figures: Iterable<MovedFigure>,
): Promise<void> {
  await manager.query(`CREATE TEMP TABLE moved_figure (filing_id uuid, organisation_id uuid, place text, title jsonb,
    unit text, from_value numeric, to_value numeric) ON COMMIT DROP`);
  const copy = await CopyIn.into(manager, 'moved_figure');
  for (const { filingId, organisationId, place, title, unit, from, to } of figures)
    await copy.write([filingId, organisationId, place, JSON.stringify(title), unit, from, to]);
  await copy.end();
  await manager.query(
    `INSERT INTO factor_shadow_figure (shadow_id, filing_id, organisation_id, place, title, unit, from_value, to_value)
     SELECT $1, filing_id, organisation_id, place, title, unit, from_value, to_value FROM moved_figure`,
    [shadowId],
  );
}
