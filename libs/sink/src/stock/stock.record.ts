import { defineJob, refuse as refuseAny } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';

export const computeStock = defineJob<{ stockId: string }>('sink/compute-stock');

export const STOCK_STATUSES = ['computing', 'done', 'failed', 'discarded'] as const;

export interface RoundTotal {
  round: number;
  plots: number;
  trees: number;
  /** Mean above-ground biomass by area of strata, t dry matter per hectare. */
  aboveTonnesPerHa: string;
}

export interface Stock {
  id: string;
  projectId: string;
  organisationId: string;
  stratificationId: string;
  rounds: number[];
  /** By species, the equation that was used. */
  equations: Record<string, string>;
  status: (typeof STOCK_STATUSES)[number];
  jobId: string | null;
  inputHash: string | null;
  resultHash: string | null;
  totals: { rounds: RoundTotal[]; strata: StratumTotal[] } | null;
  provisional: { code: string; params: Record<string, string> }[];
  faults: Fault[];
  warnings: Fault[];
  createdBy: { id: string; name: string };
  createdAt: string;
  finishedAt: string | null;
}

export interface StratumTotal {
  stratum: string;
  areaHa: string;
  round: number;
  plots: number;
  aboveTonnesPerHa: string;
}

const COLUMNS = `id, project_id AS "projectId", organisation_id AS "organisationId", stratification_id AS "stratificationId", rounds,
  equations, status, job_id AS "jobId", input_hash AS "inputHash", result_hash AS "resultHash", totals, provisional, faults,
  warnings, created_by AS "createdBy", to_json(created_at)#>>'{}' AS "createdAt", to_json(finished_at)#>>'{}' AS "finishedAt"`;

export async function stockOf(manager: EntityManager, id: string, { lock = false } = {}): Promise<Stock> {
  const [row] = await manager.query(`SELECT ${COLUMNS} FROM sink_stock WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`, [
    id,
  ]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row as Stock;
}

export const stocksOf = (
  manager: EntityManager,
  projectId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Stock[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM sink_stock WHERE project_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [projectId, after ?? null, limit],
  );

export const stockView = ({ organisationId: _, ...stock }: Stock) => stock;
