/** The register of contracts and parcels, and what may be drawn on a parcel: one subsidy at a time. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  CopyIn,
  faultOf,
  type Page,
  pageOf,
  type Params,
  UnitOfWork,
  readRecords,
} from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { Programme } from '../programme/programme.record';
import { readProgramme } from '../programme/programme.record';
import { refuseGrassland as refuse } from './grassland.messages';
import { COLUMNS, type ParcelColumn, readHeading, readParcel } from './parcel-file';

const MOST_TOLD = 100;

@Injectable()
export class ParcelService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** A whole register or none of it. */
  import(actor: Actor, content: Readable): Promise<{ parcels: number; contracts: number }> {
    return this.work.run(actor, async (manager) => {
      const regions: { code: string }[] = await manager.query(`SELECT code FROM region_current WHERE level = 'banner'`);
      const banners = new Set(regions.map(({ code }) => code));
      await manager.query(`SET LOCAL statement_timeout = '10min';
        CREATE TEMP TABLE parcel_line (line int, contract text, household text, banner text, code text, kind text,
          area numeric, valid daterange, document text) ON COMMIT DROP`);
      await this.stage(manager, content, banners);
      await manager.query('ANALYZE parcel_line');
      await requireApart(manager, actor);
      const [{ parcels, contracts }] = await manager.query(
        `WITH taken AS (
           INSERT INTO grassland_parcel (organisation_id, contract, household, banner, code, kind, area_mu, valid, document,
             registered_by)
           SELECT $1, contract, household, banner, code, kind, area, valid, document, $2 FROM parcel_line ORDER BY line
           RETURNING contract)
         SELECT count(*)::int AS parcels, count(DISTINCT contract)::int AS contracts FROM taken`,
        [actor.organisationId, JSON.stringify({ id: actor.userId, name: actor.name })],
      );
      await this.audit.record(manager, {
        actor,
        action: 'parcels.registered',
        subject: { type: 'organisation', id: actor.organisationId },
        details: { parcels, contracts },
      });
      return { parcels, contracts };
    });
  }

  private async stage(manager: EntityManager, content: Readable, banners: ReadonlySet<string>): Promise<void> {
    const copy = await CopyIn.into(manager, 'parcel_line');
    const faults: Fault[] = [];
    let places: Map<ParcelColumn, number> | undefined;
    let line = 0;
    try {
      for await (const record of readRecords(content)) {
        line++;
        if (!places) {
          places = readHeading(record);
          if (!places) throw refuse('PARCEL_HEADER', { expected: COLUMNS.join(', ') });
          continue;
        }
        const { parcel, faults: wrong } = readParcel(record, { line, places, banners });
        faults.push(...wrong.slice(0, Math.max(0, 10_000 - faults.length)));
        if (!parcel) continue;
        const { contract, household, banner, code, kind, area, from, to, document } = parcel;
        const fields = [contract, household, banner, code, kind, area, `[${from},${to}]`, document];
        await copy.write([String(line), ...fields]);
      }
      if (line < 2) throw refuse('PARCEL_HEADER', { expected: COLUMNS.join(', ') });
    } catch (error) {
      await copy.abandon();
      throw error;
    }
    await copy.end();
    refuseFaults(faults);
  }

  list(
    actor: Actor,
    { household, after, limit }: { household?: string; after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `SELECT p.id, p.contract, p.household, p.banner, p.code, p.kind, p.area_mu::text AS "areaMu",
           lower(p.valid)::text AS "from", (upper(p.valid) - 1)::text AS "to", p.document,
           (SELECT coalesce(json_agg(json_build_object('scheme', c.scheme, 'from', lower(c.period), 'to', upper(c.period) - 1)
              ORDER BY c.period), '[]') FROM grassland_claim c
            WHERE c.organisation_id = p.organisation_id AND c.code = p.code) AS claims
         FROM grassland_parcel p WHERE ($1::text IS NULL OR p.household = $1) AND ($2::uuid IS NULL OR p.id < $2)
         ORDER BY p.id DESC LIMIT $3`,
        [household ?? null, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  /** What another scheme draws on a parcel; the first that claimed it is named where two would. */
  claim(
    actor: Actor,
    {
      code,
      scheme,
      from,
      to,
      document = '',
    }: { code: string; scheme: string; from: string; to: string; document?: string },
  ): Promise<void> {
    return this.work.run(actor, async (manager) => {
      if (to < from) throw refuse('PARCEL_DATES');
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7141006))', [actor.organisationId]);
      await requireUnclaimed(
        manager,
        actor.organisationId,
        "SELECT $2::text AS code, '' AS household, daterange($3, $4, '[]') AS period",
        [...[code, from, to]],
      );
      await manager.query(
        `INSERT INTO grassland_claim (organisation_id, code, scheme, period, document, claimed_by)
         VALUES ($1, $2, $3, daterange($4, $5, '[]'), $6, $7)`,
        [
          actor.organisationId,
          code,
          scheme,
          from,
          to,
          document,
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await this.audit.record(manager, {
        actor,
        action: 'parcel.claimed',
        subject: { type: 'parcel', id: code },
        details: { scheme, from, to, document },
      });
    });
  }

  /** Where the roster and the register say different things, and which parcels draw another subsidy already. */
  check(actor: Actor, programmeId: string) {
    return this.work.run(actor, async (manager) => {
      const programme = await readProgramme(manager, programmeId);
      const differences = await manager.query(
        `SELECT h.number AS household, h.banner, k.kind, k.roster::text, coalesce(p.area, 0)::text AS register
         FROM compensation_household h
         CROSS JOIN LATERAL (VALUES ('ban', coalesce((h.quantities ->> 'ban_mu')::numeric, 0)),
           ('balance', coalesce((h.quantities ->> 'balance_mu')::numeric, 0))) AS k(kind, roster)
         LEFT JOIN (SELECT household, kind, sum(area_mu) AS area FROM grassland_parcel
                    WHERE organisation_id = $2 AND valid @> $3::date GROUP BY household, kind) p
           ON p.household = h.number AND p.kind = k.kind
         WHERE h.programme_id = $1 AND k.roster <> coalesce(p.area, 0)
           AND EXISTS (SELECT FROM grassland_parcel x WHERE x.organisation_id = $2 AND x.household = h.number)
         ORDER BY h.banner, h.number, k.kind LIMIT ${MOST_TOLD}`,
        [programmeId, programme.organisationId, programme.periodEnd],
      );
      const claimed = await claimedBefore(manager, programme.organisationId, PARCELS_OF, [
        ...[programmeId, programme.periodStart, programme.periodEnd],
      ]);
      return { differences, claimed };
    });
  }
}

/** Parcels of the households that a programme pays, for its period. */
const PARCELS_OF = `SELECT DISTINCT p.code, p.household, daterange($3, $4, '[]') AS period FROM compensation_household h
  JOIN compensation_programme g ON g.id = h.programme_id
  JOIN grassland_parcel p ON p.organisation_id = $1 AND p.household = h.number AND p.valid && daterange($3, $4, '[]')
  JOIN compensation_allotment a ON a.household_id = h.id AND a.run_id = g.run_id AND a.amount_fen > 0
  WHERE h.programme_id = $2::uuid`;

/** With the approval: from now on nobody else draws on these parcels. Refused where somebody already does. */
export async function claimParcels(manager: EntityManager, actor: Actor, programme: Programme): Promise<void> {
  const { id, organisationId, periodStart, periodEnd, title } = programme;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7141006))', [organisationId]);
  await requireUnclaimed(manager, organisationId, PARCELS_OF, [id, periodStart, periodEnd]);
  await manager.query(
    `INSERT INTO grassland_claim (organisation_id, code, scheme, programme_id, period, claimed_by)
     SELECT $1, code, $5, $2::uuid, period, $6 FROM (${PARCELS_OF}) p`,
    [organisationId, id, periodStart, periodEnd, title, JSON.stringify({ id: actor.userId, name: actor.name })],
  );
}

interface Claimed {
  code: string;
  household: string;
  scheme: string;
  from: string;
  to: string;
  count: number;
}

function claimedBefore(
  manager: EntityManager,
  organisationId: string,
  wanted: string,
  parameters: string[],
): Promise<Claimed[]> {
  return manager.query(
    `SELECT w.code, w.household, c.scheme, lower(c.period)::text AS "from", (upper(c.period) - 1)::text AS "to",
       count(*) OVER ()::int AS count FROM (${wanted}) w
     JOIN grassland_claim c ON c.organisation_id = $1 AND c.code = w.code AND c.period && w.period
     ORDER BY w.code, c.period LIMIT ${MOST_TOLD}`,
    [organisationId, ...parameters],
  );
}

async function requireUnclaimed(
  manager: EntityManager,
  organisationId: string,
  wanted: string,
  parameters: string[],
): Promise<void> {
  const [first, ...more] = await claimedBefore(manager, organisationId, wanted, parameters);
  if (!first) return;
  const told = [first, ...more].map((one) => faultOf('PARCEL_CLAIMED', { table: 'parcel', row: one.code }, { ...one }));
  throw refuse('PARCEL_CLAIMED', { ...first }, told);
}

/** No parcel twice in the file, none in a contract that runs already. */
async function requireApart(manager: EntityManager, actor: Actor): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7141006))', [actor.organisationId]);
  const rows: { line: number; code: string; other: string | number; what: string; all: number }[] = await manager.query(
    `SELECT *, count(*) OVER ()::int AS all FROM (
       SELECT a.line, a.code, b.line::text AS other, 'PARCEL_TWICE' AS what FROM parcel_line a
       JOIN parcel_line b ON b.code = a.code AND b.line < a.line AND b.valid && a.valid
       UNION ALL
       SELECT a.line, a.code, p.contract, 'PARCEL_KNOWN' FROM parcel_line a
       JOIN grassland_parcel p ON p.organisation_id = $1 AND p.code = a.code AND p.valid && a.valid) f
     ORDER BY line LIMIT ${MOST_TOLD}`,
    [actor.organisationId],
  );
  refuseFaults(
    rows.map(({ line, code, other, what }) => {
      const params: Params = what === 'PARCEL_TWICE' ? { code, row: other } : { code, contract: other };
      return faultOf(what, { table: 'parcel', row: String(line), column: 'parcel' }, params);
    }),
    rows[0]?.all ?? 0,
  );
}

function refuseFaults(faults: Fault[], count = faults.length): void {
  if (faults.length) throw refuse('PARCELS_FAULTS', { count }, faults.slice(0, MOST_TOLD));
}
