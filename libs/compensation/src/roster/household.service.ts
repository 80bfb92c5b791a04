/** Households as lists show them: masked. A number is looked for by its fingerprint and never shown in full. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, type Page, pageOf, UnitOfWork } from '@qingheng/platform';
import { yuan } from '../money/fen';
import { contextOf, HouseholdSeal } from '../privacy/household-seal';
import { masked } from '../privacy/mask';
import { readProgramme } from '../programme/programme.record';
import type { Search } from './roster.dto';

interface Row {
  id: string;
  programmeId: string;
  rosterId: string;
  banner: string;
  number: string;
  quantities: Record<string, string>;
  sealed: Buffer;
}

const COLUMNS = `h.id, programme_id AS "programmeId", roster_id AS "rosterId", banner, number, quantities, sealed`;
const SOUGHT: Record<Search, string> = { identity: 'identity_mark', card: 'card_mark', number: 'number' };

@Injectable()
export class HouseholdService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly seal: HouseholdSeal,
    private readonly audit: AuditService,
  ) {}

  list(
    actor: Actor,
    programmeId: string,
    { banner, after, limit }: { banner: string; after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      await readProgramme(manager, programmeId);
      const rows: Row[] = await manager.query(
        `SELECT ${COLUMNS} FROM compensation_household h WHERE programme_id = $1 AND banner = $2
           AND ($3::text IS NULL OR number > $3) ORDER BY number LIMIT $4`,
        [programmeId, banner, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, (row) => [row.number]);
      return { ...page, items: page.items.map((row) => this.view(row)) };
    });
  }

  /** By identity, card or household number, in this programme; with the figure of the calculation that counts. */
  find(actor: Actor, programmeId: string, by: Search, number: string): Promise<object[]> {
    const wanted = number.trim().toUpperCase();
    return this.work.run(actor, async (manager) => {
      const { runId } = await readProgramme(manager, programmeId);
      const rows: (Row & { allotmentId: string | null; fen: string | null })[] = await manager.query(
        `SELECT ${COLUMNS}, a.id AS "allotmentId", a.amount_fen AS fen
         FROM compensation_household h LEFT JOIN LATERAL (
           SELECT id, amount_fen FROM compensation_allotment WHERE household_id = h.id AND run_id = $3) a ON true
         WHERE h.programme_id = $1 AND ${SOUGHT[by]} = $2`,
        [programmeId, by === 'number' ? wanted : this.seal.fingerprint(by, wanted), runId],
      );
      await this.audit.record(manager, {
        actor,
        action: 'household.looked_up',
        subject: { type: 'programme', id: programmeId },
        details: { by, found: rows.length },
      });
      return rows.map(({ fen, ...row }) => ({ ...this.view(row), amount: fen === null ? null : yuan(fen) }));
    });
  }

  private view({ sealed, programmeId, ...row }: Row): object {
    return { ...row, ...masked(this.seal.open(contextOf(programmeId, row.number), sealed)) };
  }
}
