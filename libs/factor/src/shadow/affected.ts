/** Filed results that rest on older versions of some factors, themselves or through the results they were calculated from. */
import { Run } from '@qingheng/pipeline';
import { type EntityManager, In } from 'typeorm';

export interface Affected {
  filingId: string;
  organisationId: string;
  runId: string;
  sources: string[];
}

const STANDING = `f.status IN ('calculated', 'in_review', 'approved', 'issued') AND r.status = 'succeeded'`;
const SELECT = `SELECT f.id AS "filingId", f.organisation_id AS "organisationId", r.id AS "runId",
  ARRAY(SELECT s ->> 'runId' FROM jsonb_array_elements(r.sources) s WHERE s ? 'runId') AS sources
  FROM filing f JOIN run r ON r.id = f.run_id WHERE ${STANDING}`;

/** Each after those that it rests on. `versions` are the new ones, by factor. */
export async function affectedBy(manager: EntityManager, versions: ReadonlyMap<string, number>): Promise<Affected[]> {
  const found = new Map<string, Affected>();
  const uses = [...versions.keys()].map((id) => JSON.stringify([{ factor: { id } }]));
  let layer: Affected[] = await manager.query(
    `${SELECT} AND r.factors @> ANY ($1::jsonb[]) AND EXISTS (
       SELECT FROM jsonb_array_elements(r.factors) u JOIN jsonb_each_text($2) AS v(id, version)
         ON v.id = u #>> '{factor,id}' WHERE (u #>> '{factor,version}')::int < v.version::int)`,
    [uses, JSON.stringify(Object.fromEntries(versions))],
  );
  while (layer.length) {
    const next = layer.filter(({ runId }) => !found.has(runId));
    for (const one of next) found.set(one.runId, one);
    const patterns = next.map(({ runId }) => JSON.stringify([{ runId }]));
    layer = patterns.length ? await manager.query(`${SELECT} AND r.sources @> ANY ($1::jsonb[])`, [patterns]) : [];
  }
  // A run rests on runs that were over before it began, and their ids grow with time.
  return [...found.values()].sort((a, b) => (a.runId < b.runId ? -1 : 1));
}

export const runsOf = (manager: EntityManager, ids: string[]): Promise<Run[]> => manager.findBy(Run, { id: In(ids) });
