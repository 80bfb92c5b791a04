/** A roster on its way in: a table of the transaction alone, so that nothing of it outlives a refusal. */
import { CopyIn } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { contextOf, type HouseholdSeal } from '../privacy/household-seal';
import { encoderOf } from '../payment/template/encode';
import type { CheckedRow } from './check/check-row';

export interface Owner {
  id: string;
  programmeId: string;
  organisationId: string;
}

export class Staging {
  private readonly gbk = encoderOf('gbk');

  private constructor(
    private readonly manager: EntityManager,
    private readonly copy: CopyIn,
    private readonly seal: HouseholdSeal,
    private readonly owner: Owner,
  ) {}

  static async open(manager: EntityManager, seal: HouseholdSeal, owner: Owner): Promise<Staging> {
    await manager.query(`
      SET LOCAL statement_timeout = '15min';
      SET LOCAL work_mem = '128MB';
      SET LOCAL temp_buffers = '64MB';
      CREATE TEMP TABLE roster_row (
        line int, number text COLLATE "C", banner text, quantities jsonb, sealed bytea, identity_mark bytea,
        card_mark bytea, beyond_gbk boolean, faults jsonb
      ) ON COMMIT DROP;
      CREATE TEMP TABLE roster_fault (line int, place text, code text, params jsonb) ON COMMIT DROP`);
    return new Staging(manager, await CopyIn.into(manager, 'roster_row'), seal, owner);
  }

  /** Numbers that are no numbers have no fingerprint: two empty cells are not the same card. */
  add(line: number, row: CheckedRow): Promise<void> {
    const { household, banner, person, quantities, faults } = row;
    const sound = (column: string) => !faults.some((fault) => fault.column === column);
    const mark = (kind: 'identity' | 'card') =>
      sound(kind) ? `\\x${this.seal.fingerprint(kind, person[kind]).toString('hex')}` : null;
    const sealed = faults.length ? null : this.seal.seal(contextOf(this.owner.programmeId, household), person);
    return this.copy.write([
      String(line),
      household || null,
      banner,
      JSON.stringify(quantities),
      sealed && `\\x${sealed.toString('hex')}`,
      mark('identity'),
      mark('card'),
      this.gbk(person.name) ? 'f' : 't',
      faults.length ? JSON.stringify(faults) : null,
    ]);
  }

  abandon(): Promise<void> {
    return this.copy.abandon();
  }

  /** Everything that only all rows together show; returns how many faults there are in all. */
  async check(): Promise<number> {
    await this.copy.end();
    const { manager, owner } = this;
    await manager.query('ANALYZE roster_row');
    await manager.query(`
      INSERT INTO roster_fault SELECT line, f->>'column', f->>'code', coalesce(f->'params', '{}')
      FROM roster_row, jsonb_array_elements(faults) f WHERE faults IS NOT NULL`);
    // Rosters of one programme come in one after the other: two at once could hold the same household unseen.
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7141005))', [owner.programmeId]);
    for (const [column, place, code] of SAME) {
      await manager.query(`
        INSERT INTO roster_fault
        SELECT s.line, '${place}', '${code}_TWICE', jsonb_build_object('row', o.line, 'banner', o.banner)
        FROM (SELECT ${column} AS same, min(line) AS first, max(line) AS last FROM roster_row
              WHERE ${column} IS NOT NULL GROUP BY 1 HAVING count(*) > 1) d
        JOIN roster_row s ON s.${column} = d.same
        JOIN roster_row o ON o.line = CASE WHEN s.line = d.first THEN d.last ELSE d.first END`);
    }
    const [{ others }] = await manager.query(
      'SELECT EXISTS (SELECT FROM compensation_household WHERE programme_id = $1) AS others',
      [owner.programmeId],
    );
    if (others)
      for (const [column, place, code] of SAME)
        await manager.query(
          `INSERT INTO roster_fault SELECT s.line, '${place}', '${code}_KNOWN', jsonb_build_object('banner', h.banner)
           FROM roster_row s JOIN compensation_household h ON h.programme_id = $1 AND h.${column} = s.${column}`,
          [owner.programmeId],
        );
    const [{ count }] = await manager.query('SELECT count(*)::int AS count FROM roster_fault');
    return count;
  }

  /** In the order of banners, so that a banner's households lie together. */
  async accept(): Promise<number> {
    const { id, programmeId, organisationId } = this.owner;
    const [{ count }] = await this.manager.query(
      `WITH taken AS (
         INSERT INTO compensation_household (organisation_id, programme_id, roster_id, banner, number, quantities, sealed,
           identity_mark, card_mark, beyond_gbk)
         SELECT $1, $2, $3, banner, number, quantities, sealed, identity_mark, card_mark, beyond_gbk FROM roster_row
         ORDER BY banner, number RETURNING 1)
       SELECT count(*)::int AS count FROM taken`,
      [organisationId, programmeId, id],
    );
    await this.manager.query('ANALYZE compensation_household');
    return count;
  }
}

const SAME = [
  ['number', 'household_id', 'HOUSEHOLD'],
  ['identity_mark', 'identity', 'IDENTITY'],
  ['card_mark', 'card', 'CARD'],
] as const;
