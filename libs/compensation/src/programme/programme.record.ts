/** A programme as its row is read, and the ways to get hold of it. */
import { type Actor, refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../compensation.messages';
import { yuan } from '../money/fen';
import type { Stage } from './stage';

export interface LegalBasis {
  title: string;
  document?: string;
  clause?: string;
  url?: string;
}

export interface Party {
  role: 'payer' | 'payee' | 'operator' | 'bank';
  name: string;
  account?: string;
}

export interface ProgrammeDocument {
  title: string;
  number?: string;
  date?: string;
  url?: string;
}

export interface Programme {
  id: string;
  number: string;
  organisationId: string;
  title: string;
  legalBasis: LegalBasis[];
  parties: Party[];
  documents: ProgrammeDocument[];
  year: number;
  periodStart: string;
  periodEnd: string;
  region: string;
  method: string;
  poolCode: string;
  poolFen: string;
  fundsReceivedOn: string | null;
  noticeDays: number;
  stage: Stage;
  revision: number;
  runId: string | null;
  createdBy: { id: string; name: string };
  createdAt: string;
  updatedAt: string;
}

export const COLUMNS = `id, number, organisation_id AS "organisationId", title, legal_basis AS "legalBasis", parties, documents,
  year, period_start::text AS "periodStart", period_end::text AS "periodEnd", region, method, pool_code AS "poolCode",
  pool_fen::text AS "poolFen", funds_received_on::text AS "fundsReceivedOn", notice_days AS "noticeDays", stage, revision,
  run_id AS "runId", created_by AS "createdBy", to_json(created_at)#>>'{}' AS "createdAt",
  to_json(updated_at)#>>'{}' AS "updatedAt"`;

export const viewOf = ({ poolFen, organisationId: _, ...programme }: Programme) => ({
  ...programme,
  pool: yuan(poolFen),
});

export async function readProgramme(manager: EntityManager, id: string): Promise<Programme> {
  const [row] = await manager.query(`SELECT ${COLUMNS} FROM compensation_programme WHERE id = $1`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}

/** For a change: nobody else changes it before this transaction ends. `own`: overseers see it but write nothing in it. */
export async function lockProgramme(
  manager: EntityManager,
  actor: Actor,
  id: string,
  { own }: { own: boolean },
): Promise<Programme> {
  const [row] = await manager.query(`SELECT ${COLUMNS} FROM compensation_programme WHERE id = $1 FOR UPDATE`, [id]);
  if (!row || (own && row.organisationId !== actor.organisationId)) throw refuseAny('NOT_FOUND');
  return row;
}

export function requireStage({ stage }: Programme, ...needed: Stage[]): void {
  if (!needed.includes(stage)) throw refuse('PROGRAMME_STAGE', { stage, needed: needed.join(' / ') });
}
