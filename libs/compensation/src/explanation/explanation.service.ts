/** 为什么是这个数: a household's figure from the region's pool down to its area, with rate, rounding, source and clause. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { type Actor, type Page, pageOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { explain, type Row } from '@qingheng/sheet';
import { yuan } from '../money/fen';
import { contextOf, HouseholdSeal } from '../privacy/household-seal';
import { masked } from '../privacy/mask';
import { DUE } from '../programme/household-sheet';
import { readProgramme } from '../programme/programme.record';
import { type Setting, withSettings } from '../run/settings';
import { decisionsOn } from '../withholding/decision.record';
import { sentencesOf } from './sentences';

@Injectable()
export class ExplanationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly seal: HouseholdSeal,
  ) {}

  /** Allotments of a banner by the run that counts, masked. */
  list(
    actor: Actor,
    programmeId: string,
    { banner, after, limit }: { banner: string; after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const { runId } = await readProgramme(manager, programmeId);
      const rows: { id: string; number: string; sealed: Buffer; amount: string; figures: object }[] =
        await manager.query(
          `SELECT a.id, h.number, h.sealed, a.amount_fen AS amount, a.figures FROM compensation_allotment a
         JOIN compensation_household h ON h.id = a.household_id
         WHERE a.run_id = $1 AND a.banner = $2 AND ($3::uuid IS NULL OR a.id > $3) ORDER BY a.id LIMIT $4`,
          [runId, banner, after ?? null, limit + 1],
        );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      const view = ({ sealed, amount, ...row }: (typeof rows)[number]) => ({
        ...row,
        name: masked(this.seal.open(contextOf(programmeId, row.number), sealed)).name,
        amount: yuan(amount),
      });
      return { ...page, items: page.items.map(view) };
    });
  }

  explain(actor: Actor, allotmentId: string) {
    return this.work.run(actor, async (manager) => {
      const [found] = await manager.query(
        `SELECT a.run_id, a.household_id, a.banner, a.figures, a.amount_fen AS amount, h.number, h.quantities, h.sealed, r.programme_id,
           coalesce(b.sheet_hash, r.sheet_hash) AS sheet_hash, r.as_of::text AS as_of, r.pool_fen, r.unallotted_fen, r.method, b.settings
         FROM compensation_allotment a JOIN compensation_household h ON h.id = a.household_id
         JOIN compensation_run r ON r.id = a.run_id
         JOIN compensation_result b ON b.run_id = a.run_id AND b.code = a.banner WHERE a.id = $1`,
        [allotmentId],
      );
      if (!found || found.unallotted_fen === null) throw refuseAny('NOT_FOUND');
      const programme = await readProgramme(manager, found.programme_id);
      const sheet = withSettings(await this.methods.kept(manager, found.sheet_hash), found.settings as Setting[]);
      const row: Row = { household_id: found.number, banner: found.banner, ...found.quantities };
      const why = explain(sheet, { tables: { household: [row] } }, `household/${found.number}/${DUE}`, {
        asOf: found.as_of,
        region: found.banner,
      });
      // The explanation is of the figure that stands, or there is none.
      if (why.value !== yuan(found.amount)) throw new Error(`the allotment ${allotmentId} cannot be reproduced`);
      const decided = await decisionsOn(manager, found.household_id);
      const [{ due }] = await manager.query(
        'SELECT amount_fen::text AS due FROM compensation_due WHERE run_id = $1 AND household_id = $2',
        [found.run_id, found.household_id],
      );
      const above: { amount: string }[] = await manager.query(ABOVE, [found.run_id, found.banner]);
      return {
        id: allotmentId,
        programme: { id: programme.id, number: programme.number, title: programme.title, year: programme.year },
        legalBasis: programme.legalBasis,
        method: { id: found.method, version: sheet.version, title: sheet.title, source: sheet.source },
        household: {
          number: found.number,
          name: masked(this.seal.open(contextOf(found.programme_id, found.number), found.sealed)).name,
          quantities: found.quantities,
        },
        amount: yuan(found.amount),
        /** What is left of it after decisions, each of them below with its document. */
        due: yuan(due),
        decisions: decided,
        sentences: sentencesOf(why),
        explanation: why,
        above: above.map(({ amount, ...unit }) => ({ ...unit, amount: yuan(amount) })),
        pool: { code: programme.poolCode, amount: yuan(found.pool_fen), unallotted: yuan(found.unallotted_fen) },
      };
    });
  }
}

/** Banner, league, region. */
const ABOVE = `
  WITH RECURSIVE up AS (
    SELECT code, parent, level, households, amount_fen, 1 AS step FROM compensation_result WHERE run_id = $1 AND code = $2
    UNION ALL
    SELECT r.code, r.parent, r.level, r.households, r.amount_fen, up.step + 1 FROM up
    JOIN compensation_result r ON r.run_id = $1 AND r.code = up.parent)
  SELECT up.code, up.level, up.households, up.amount_fen AS amount, g.name_zh AS "nameZh", g.name_en AS "nameEn" FROM up
  LEFT JOIN region_current g ON g.code = up.code ORDER BY step`;
