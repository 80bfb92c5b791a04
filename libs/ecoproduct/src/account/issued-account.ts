/** A GEP account as it was issued: the one source of everything that stands on it. */
import { Filing, Run } from '@qingheng/pipeline';
import type { RunResult } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuseAccount as refuse } from './account.messages';

export interface IssuedAccount {
  filing: Filing;
  runId: string;
  resultHash: string;
  statement: string;
  result: RunResult;
}

/** Row-level security decides whose can be read. Throws NOT_A_GEP_ACCOUNT. */
export async function issuedAccount(manager: EntityManager, id: string): Promise<IssuedAccount> {
  const filing = await manager.findOneBy(Filing, { id });
  const run = filing?.runId ? await manager.findOneBy(Run, { id: filing.runId }) : null;
  if (!filing || filing.method !== 'gep/account' || filing.status !== 'issued' || !run?.result)
    throw refuse('NOT_A_GEP_ACCOUNT');
  return { filing, runId: run.id, resultHash: run.resultHash!, statement: filing.issuedNumber!, result: run.result };
}
