/** What somebody holds of each asset by what it is there for, and the proof that every unit issued is somewhere, once. */
import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '@qingheng/platform';
import { fromMinor } from './assets';

export interface Position {
  asset: string;
  kind: string;
  unit: string;
  vintage: number | null;
  tradable: string;
  held: string;
  surrendered: string;
  retired: string;
  carriedOver: string;
}

export interface LotProof extends Position {
  /** What left issuance, less what went back. */
  issued: string;
  /** Serial numbers in lots; null for what has none. */
  serials: string | null;
  /** issued = tradable + held + surrendered + retired + carried over, and as many serials. */
  agrees: boolean;
}

/** Which purposes count as what. Money of programmes and fees is held by whoever the account belongs to. */
const GROUPS = {
  tradable: ['available', 'clearing', 'fee', 'rounding'],
  held: ['order_hold', 'pledge', 'judicial', 'buffer', 'fund_pool', 'allotted', 'in_payment', 'fine_open'],
  surrendered: ['surrendered'],
  retired: ['retired', 'paid_out', 'fine_paid'],
  carried: ['carried_over'],
};
const SUMS = Object.entries(GROUPS)
  .map(
    ([name, purposes]) =>
      `COALESCE(sum(a.posted) FILTER (WHERE a.purpose IN (${purposes.map((one) => `'${one}'`).join(', ')})), 0)::text AS ${name}`,
  )
  .join(', ');

interface Row {
  asset: string;
  kind: string;
  unit: string;
  scale: number;
  vintage: number | null;
  tradable: string;
  held: string;
  surrendered: string;
  retired: string;
  carried: string;
}

const viewOf = ({ scale, carried, ...row }: Row): Position => ({
  ...row,
  tradable: fromMinor(row.tradable, scale),
  held: fromMinor(row.held, scale),
  surrendered: fromMinor(row.surrendered, scale),
  retired: fromMinor(row.retired, scale),
  carriedOver: fromMinor(carried, scale),
});

@Injectable()
export class PositionsService {
  constructor(private readonly work: UnitOfWork) {}

  /** Of one organisation, or of all that one may see; by asset and vintage. */
  positions(actor: Actor, organisation?: string): Promise<Position[]> {
    return this.work.run(actor, async (manager) => {
      const rows: Row[] = await manager.query(
        `SELECT s.code AS asset, s.kind, s.unit, s.scale, s.vintage, ${SUMS}
         FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id
         WHERE a.organisation_id IS NOT NULL AND ($1::uuid IS NULL OR a.organisation_id = $1) AND a.purpose NOT IN ('issuance', 'external')
         GROUP BY s.id ORDER BY s.kind, s.vintage NULLS LAST, s.code`,
        [organisation ?? null],
      );
      return rows.map(viewOf);
    });
  }

  /** Of every asset that is issued in the book; an asset that does not agree says so. */
  proof(actor: Actor): Promise<LotProof[]> {
    return this.work.run(actor, async (manager) => {
      const rows: (Row & { issued: string; serials: string | null; agrees: boolean })[] = await manager.query(
        `SELECT p.*, p.serials::text, p.issued::text,
           p.issued = p.tradable::numeric + p.held::numeric + p.surrendered::numeric + p.retired::numeric + p.carried::numeric
             AND (p.serials IS NULL OR p.serials = p.issued) AS agrees
         FROM (SELECT s.code AS asset, s.kind, s.unit, s.scale, s.vintage, ${SUMS},
             -COALESCE(sum(a.posted) FILTER (WHERE a.purpose IN ('issuance', 'external')), 0) AS issued,
             CASE WHEN s.serialised THEN COALESCE((SELECT sum(upper(l.serials) - lower(l.serials)) FROM ledger_lot l
               JOIN ledger_account h ON h.id = l.account_id WHERE l.asset_id = s.id AND h.floor IS NOT NULL), 0) END AS serials
           FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id GROUP BY s.id) p ORDER BY p.asset`,
      );
      return rows.map(({ issued, serials, agrees, ...row }) => ({
        ...viewOf(row),
        issued: fromMinor(issued, row.scale),
        serials: serials && fromMinor(serials, row.scale),
        agrees,
      }));
    });
  }
}
