/**
 * Filed results that rest on older versions of some factors: themselves, through the results they were calculated from, or through
 * figures that follow a run, such as a supplier's footprint with a live link.
 */
import { type Followed, Run, type ValueSources } from '@qingheng/pipeline';
import { type EntityManager, In } from 'typeorm';

export interface Affected {
  filingId: string;
  organisationId: string;
  runId: string;
  sources: string[];
  /** Figures it took that follow runs which move. */
  follows: Followed[];
}

const STANDING = `f.status IN ('calculated', 'in_review', 'approved', 'issued') AND r.status = 'succeeded'`;
const SELECT = `SELECT f.id AS "filingId", f.organisation_id AS "organisationId", r.id AS "runId",
  ARRAY(SELECT s ->> 'runId' FROM jsonb_array_elements(r.sources) s WHERE s ? 'runId') AS sources,
  ARRAY(SELECT DISTINCT u #>> '{factor,id}' FROM jsonb_array_elements(r.factors) u) AS named
  FROM filing f JOIN run r ON r.id = f.run_id WHERE ${STANDING}`;
type Row = Omit<Affected, 'follows'> & { named: string[] };

/** Each after those that it rests on. `versions` are the new ones, by factor. */
export async function affectedBy(
  manager: EntityManager,
  values: ValueSources,
  versions: ReadonlyMap<string, number>,
): Promise<Affected[]> {
  const found = new Map<string, Row>();
  const followed = new Map<string, Followed>();
  const uses = [...versions.keys()].map((id) => JSON.stringify([{ factor: { id } }]));
  let layer: Row[] = await manager.query(
    `${SELECT} AND r.factors @> ANY ($1::jsonb[]) AND EXISTS (
       SELECT FROM jsonb_array_elements(r.factors) u JOIN jsonb_each_text($2) AS v(id, version)
         ON v.id = u #>> '{factor,id}' WHERE (u #>> '{factor,version}')::int < v.version::int)`,
    [uses, JSON.stringify(Object.fromEntries(versions))],
  );
  while (layer.length) {
    const next = layer.filter(({ runId }) => !found.has(runId));
    for (const one of next) found.set(one.runId, one);
    if (!next.length) break;
    const runIds = next.map(({ runId }) => runId);
    const follow = await values.following(manager, runIds);
    for (const one of follow) followed.set(one.id, one);
    const taken = follow.map(({ id, source }) => JSON.stringify([{ factor: { id, source } }]));
    layer = await manager.query(`${SELECT} AND (r.sources @> ANY ($1::jsonb[]) OR r.factors @> ANY ($2::jsonb[]))`, [
      runIds.map((runId) => JSON.stringify([{ runId }])),
      taken,
    ]);
  }
  // A run rests on runs that were over before it began, and their ids grow with time.
  return [...found.values()]
    .sort((a, b) => (a.runId < b.runId ? -1 : 1))
    .map(({ named, ...one }) => ({ ...one, follows: named.flatMap((id) => followed.get(id) ?? []) }));
}

export const runsOf = (manager: EntityManager, ids: string[]): Promise<Run[]> => manager.findBy(Run, { id: In(ids) });
