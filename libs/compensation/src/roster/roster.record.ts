import { refuse as refuseAny } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';

export interface Roster {
  id: string;
  programmeId: string;
  organisationId: string;
  fileName: string;
  /** Address of the sealed file, while it is kept. */
  file: string | null;
  bytes: string;
  status: 'waiting' | 'importing' | 'accepted' | 'refused' | 'withdrawn';
  jobId: string | null;
  households: number | null;
  faultCount: number | null;
  faults: Fault[];
  faultFile: string | null;
  faultKind: 'csv' | 'xlsx' | null;
  createdBy: { id: string; name: string };
  createdAt: string;
  finishedAt: string | null;
}

const COLUMNS = `id, programme_id AS "programmeId", organisation_id AS "organisationId", file_name AS "fileName", file, bytes,
  status, job_id AS "jobId", households, fault_count AS "faultCount", faults, fault_file AS "faultFile",
  fault_kind AS "faultKind", created_by AS "createdBy", to_json(created_at)#>>'{}' AS "createdAt",
  to_json(finished_at)#>>'{}' AS "finishedAt"`;

export async function rosterOf(manager: EntityManager, id: string, { lock = false } = {}): Promise<Roster> {
  const [row] = await manager.query(
    `SELECT ${COLUMNS} FROM compensation_roster WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}

export const rostersOf = (
  manager: EntityManager,
  programmeId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Roster[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM compensation_roster WHERE programme_id = $1 AND ($2::uuid IS NULL OR id < $2)
     ORDER BY id DESC LIMIT $3`,
    [programmeId, after ?? null, limit],
  );

export const rosterView = ({ file: _, faultFile, organisationId: __, ...roster }: Roster) => ({
  ...roster,
  faultFile: faultFile ? `/api/v1/compensation/rosters/${roster.id}/faults` : null,
});
