import { defineJob, refuse as refuseAny } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { FormName } from './forms';

export const importForms = defineJob<{ importId: string }>('sink/import-forms');

export const IMPORT_STATUSES = ['waiting', 'importing', 'accepted', 'refused', 'withdrawn'] as const;

export interface FieldImport {
  id: string;
  number: number;
  projectId: string;
  organisationId: string;
  fileName: string;
  form: FormName | 'workbook';
  file: string;
  bytes: string;
  status: (typeof IMPORT_STATUSES)[number];
  jobId: string | null;
  rows: Partial<Record<FormName, number>>;
  faultCount: number | null;
  faults: Fault[];
  warningCount: number;
  warnings: Fault[];
  faultFile: string | null;
  faultKind: 'csv' | 'xlsx' | null;
  createdBy: { id: string; name: string };
  createdAt: string;
  finishedAt: string | null;
}

const COLUMNS = `id, number, project_id AS "projectId", organisation_id AS "organisationId", file_name AS "fileName", form, file,
  bytes, status, job_id AS "jobId", rows, fault_count AS "faultCount", faults, warning_count AS "warningCount", warnings,
  fault_file AS "faultFile", fault_kind AS "faultKind", created_by AS "createdBy", to_json(created_at)#>>'{}' AS "createdAt",
  to_json(finished_at)#>>'{}' AS "finishedAt"`;

export async function importOf(manager: EntityManager, id: string, { lock = false } = {}): Promise<FieldImport> {
  const [row] = await manager.query(`SELECT ${COLUMNS} FROM sink_import WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`, [
    id,
  ]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row as FieldImport;
}

export const importsOf = (
  manager: EntityManager,
  projectId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<FieldImport[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM sink_import WHERE project_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [projectId, after ?? null, limit],
  );

export const importView = ({ number: _, organisationId: __, faultFile, bytes, ...rest }: FieldImport) => ({
  ...rest,
  bytes: Number(bytes),
  faultFile: faultFile ? `/api/v1/sink/imports/${rest.id}/faults` : null,
});
