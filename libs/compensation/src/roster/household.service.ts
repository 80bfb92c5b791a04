/** Households as lists show them: masked. A number is looked for by its fingerprint and never shown in full. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, type Page, pageOf, UnitOfWork } from '@qingheng/platform';
import { contextOf, HouseholdSeal } from '../privacy/household-seal';
import { masked } from '../privacy/mask';
import { readProgramme } from '../programme/programme.record';

interface Row {
  id: string;
  programmeId: string;
  rosterId: string;
  banner: string;
  number: string;
  quantities: Record<string, string>;
  sealed: Buffer;
}

const COLUMNS = `id, programme_id AS "programmeId", roster_id AS "rosterId", banner, number, quantities, sealed`;

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
        `SELECT ${COLUMNS} FROM compensation_household WHERE programme_id = $1 AND banner = $2
           AND ($3::text IS NULL OR number > $3) ORDER BY number LIMIT $4`,
        [programmeId, banner, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, (row) => [row.number]);
      return { ...page, items: page.items.map((row) => this.view(row)) };
    });
  }

  /** By identity or card number, in this programme. */
  find(actor: Actor, programmeId: string, kind: 'identity' | 'card', number: string): Promise<object[]> {
    const mark = this.seal.fingerprint(kind, number.trim().toUpperCase());
    return this.work.run(actor, async (manager) => {
      await readProgramme(manager, programmeId);
      const column = kind === 'identity' ? 'identity_mark' : 'card_mark';
      const rows: Row[] = await manager.query(
        `SELECT ${COLUMNS} FROM compensation_household WHERE programme_id = $1 AND ${column} = $2`,
        [programmeId, mark],
      );
      await this.audit.record(manager, {
        actor,
        action: 'household.looked_up',
        subject: { type: 'programme', id: programmeId },
        details: { by: kind, found: rows.length },
      });
      return rows.map((row) => this.view(row));
    });
  }

  private view({ sealed, programmeId, ...row }: Row): object {
    return { ...row, ...masked(this.seal.open(contextOf(programmeId, row.number), sealed)) };
  }
}
