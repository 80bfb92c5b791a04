/** Issued GEP accounts as tables by service and ecosystem, as a series over the years and as a map; and how far each may be off. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  faultOf,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import { type Fault, Rational, type Row } from '@qingheng/sheet';

import { issuedAccount } from './issued-account';
import { monteCarlo, type Quantiles, type Spread } from './uncertainty/monte-carlo';

export interface GepRow {
  filing: string;
  title: string;
  region: string;
  from: string;
  to: string;
  statement: string;
  resultHash: string;
  /** 元. */
  gep: string;
  market: string | null;
  nonMarket: string | null;
  outside: string | null;
}

export interface Matrix {
  service: string;
  class: string;
  /** 元 by ecosystem. */
  cells: Record<string, string>;
  total: string;
}

export interface GepView extends GepRow {
  ecosystems: string[];
  rows: Matrix[];
  /** By class, by ecosystem, by market and non-market. */
  classes: Record<string, string>;
  totals: Record<string, string>;
  pricing: Record<string, string>;
  uncertainty: StoredUncertainty | null;
}

/** Multiples of the filed value as decimals. */
export interface NewSpread {
  name: string;
  distribution: 'uniform' | 'triangular';
  low: string;
  mode: string;
  high: string;
  /** Items by id, or every item of a service. */
  items?: string[];
  services?: string[];
}

export interface NewDraws {
  seed: number;
  draws: number;
  spreads: NewSpread[];
}

type Told = Record<keyof Quantiles, string>;

export interface StoredUncertainty {
  id: string;
  resultHash: string;
  settings: NewDraws;
  gep: Told;
  classes: Record<string, Told>;
  services: Record<string, Told>;
  tornado: { name: string; low: string; high: string }[];
  hash: string;
  madeAt: string;
}

const LIST = `SELECT f.id AS filing, f.title, f.region, f.period_start::text AS "from", f.period_end::text AS "to",
  f.issued_number AS statement, r.result_hash AS "resultHash", r.result #>> '{outputs,gep}' AS gep,
  r.result #>> '{outputs,market}' AS market, r.result #>> '{outputs,non_market}' AS "nonMarket", r.result #>> '{outputs,outside}' AS outside
  FROM filing f JOIN run r ON r.id = f.run_id WHERE f.method = 'gep/account' AND f.status = 'issued'`;
const UNCERTAINTY = `SELECT id, result_hash AS "resultHash", settings, result, to_json(made_at)#>>'{}' AS "madeAt" FROM gep_uncertainty`;

@Injectable()
export class GepService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** Newest period first; those below a region where one is named. */
  list(
    actor: Actor,
    { region, year, q, limit }: { region?: string; year?: string; q?: string; limit: number },
    after?: { end: string; region: string; id: string },
  ): Promise<Page<GepRow>> {
    return this.work.run(actor, async (manager) => {
      const rows: GepRow[] = await manager.query(
        `${LIST} AND ($1::text IS NULL OR f.region LIKE $1 || '%') AND ($2::int IS NULL OR extract(year FROM f.period_end) = $2)
           AND ($3::text IS NULL OR strpos(lower(concat_ws(' ', f.title, f.issued_number)), lower($3)) > 0)
           AND ($4::date IS NULL OR f.period_end < $4 OR (f.period_end = $4 AND (f.region, $6::uuid) > ($5, f.id)))
         ORDER BY f.period_end DESC, f.region, f.id DESC LIMIT $7`,
        [region, year, q, after?.end, after?.region, after?.id].map((value) => value ?? null).concat(String(limit + 1)),
      );
      return pageOf(rows, limit, (row) => [row.to, row.region, row.filing]);
    });
  }

  /** Bounded by the regions and the years there are. */
  ofYears(actor: Actor): Promise<{ region: string; year: number; gep: string }[]> {
    return this.work.run(actor, (manager) =>
      manager.query(
        `SELECT DISTINCT ON (f.region, year) f.region, extract(year FROM f.period_end)::int AS year,
           r.result #>> '{outputs,gep}' AS gep
         FROM filing f JOIN run r ON r.id = f.run_id WHERE f.method = 'gep/account' AND f.status = 'issued'
         ORDER BY f.region, year, f.period_end DESC, f.id DESC`,
      ),
    );
  }

  one(actor: Actor, id: string): Promise<GepView> {
    return this.work.run(actor, async (manager) => {
      const { result } = await issuedAccount(manager, id);
      const [head]: GepRow[] = await manager.query(`${LIST} AND f.id = $1`, [id]);
      const [drawn] = await manager.query(`${UNCERTAINTY} WHERE filing_id = $1 ORDER BY id DESC LIMIT 1`, [id]);
      return { ...head!, ...matrixOf(result.tables.item ?? []), uncertainty: drawn ? storedOf(drawn) : null };
    });
  }

  /** Seeded: the same seed, number of draws and spreads give the same figures and the same hash. */
  draw(actor: Actor, id: string, settings: NewDraws): Promise<StoredUncertainty> {
    return this.work.run(actor, async (manager) => {
      const { filing, runId, resultHash, result } = await issuedAccount(manager, id);
      if (filing.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      const items = result.tables.item ?? [];
      const { spreads, faults } = spreadsOf(settings.spreads, items);
      if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
      const drawn = monteCarlo(
        items.map((item) => ({
          item: String(item.item_id),
          class: String(item.class),
          service: String(item.service),
          value: Number(item.value),
        })),
        spreads,
        settings,
      );
      const told = {
        gep: tell(drawn.gep),
        classes: mapOf(drawn.classes, tell),
        services: mapOf(drawn.services, tell),
        tornado: drawn.tornado.map(({ name, low, high }) => ({ name, low: yuan(low), high: yuan(high) })),
      };
      const hash = createHash('sha256').update(JSON.stringify({ resultHash, settings, told })).digest('hex');
      const [row] = await manager.query(
        `INSERT INTO gep_uncertainty (organisation_id, filing_id, run_id, result_hash, settings, result, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         RETURNING id, result_hash AS "resultHash", settings, result, to_json(made_at)#>>'{}' AS "madeAt"`,
        [
          ...[filing.organisationId, filing.id, runId, resultHash, JSON.stringify(settings)],
          JSON.stringify({ ...told, hash }),
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await this.audit.record(manager, {
        actor,
        action: 'gep_uncertainty.drawn',
        subject: { type: 'filing', id },
        details: { seed: settings.seed, draws: settings.draws, hash },
      });
      return storedOf(row);
    });
  }
}

/** What a draw is good for: whole yuan. */
const yuan = (value: number): string => BigInt(Math.round(value)).toString();
const tell = ({ p5, p50, p95, mean }: Quantiles): Told => ({
  p5: yuan(p5),
  p50: yuan(p50),
  p95: yuan(p95),
  mean: yuan(mean),
});
const mapOf = <A, B>(of: Record<string, A>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]));

interface StoredRow {
  id: string;
  resultHash: string;
  settings: NewDraws;
  result: Omit<StoredUncertainty, 'id' | 'resultHash' | 'settings' | 'madeAt'>;
  madeAt: string;
}
const storedOf = ({ result, ...row }: StoredRow): StoredUncertainty => ({ ...row, ...result });

/** Sums of what was rounded to the fen: exact. */
export function matrixOf(
  items: readonly Row[],
): Pick<GepView, 'ecosystems' | 'rows' | 'classes' | 'totals' | 'pricing'> {
  const rows = new Map<string, { class: string; cells: Map<string, Rational> }>();
  const sums = {
    classes: new Map<string, Rational>(),
    totals: new Map<string, Rational>(),
    pricing: new Map<string, Rational>(),
  };
  const add = (to: Map<string, Rational>, key: string, value: Rational) =>
    void to.set(key, (to.get(key) ?? Rational.ZERO).add(value));
  for (const item of items) {
    const [service, type, ecosystem] = [String(item.service), String(item.class), String(item.ecosystem)];
    const value = Rational.parse(String(item.value));
    const row = rows.get(service) ?? { class: type, cells: new Map<string, Rational>() };
    rows.set(service, row);
    add(row.cells, ecosystem, value);
    add(sums.classes, type, value);
    add(sums.totals, ecosystem, value);
    add(sums.pricing, String(item.pricing ?? 'not_stated'), value);
  }
  const money = (of: Map<string, Rational>) =>
    Object.fromEntries([...of].map(([key, value]) => [key, value.toFixed(2)]));
  return {
    ecosystems: [...sums.totals.keys()],
    rows: [...rows].map(([service, { class: type, cells }]) => ({
      service,
      class: type,
      cells: money(cells),
      total: [...cells.values()].reduce((all, value) => all.add(value), Rational.ZERO).toFixed(2),
    })),
    classes: money(sums.classes),
    totals: money(sums.totals),
    pricing: money(sums.pricing),
  };
}

function spreadsOf(given: readonly NewSpread[], items: readonly Row[]): { spreads: Spread[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const spreads = given.map(({ name, distribution, low, mode, high, items: ids = [], services = [] }, i) => {
    const place = { table: 'spreads', row: String(i + 1) };
    const touched = items
      .filter((item) => ids.includes(String(item.item_id)) || services.includes(String(item.service)))
      .map((item) => String(item.item_id));
    const [l, m, h] = [low, mode, high].map(Number) as [number, number, number];
    if (!(l > 0 && l <= m && m <= h)) faults.push(faultOf('DRAWS_SPREAD', place, { name }));
    if (!touched.length) faults.push(faultOf('DRAWS_NOTHING', place, { name }));
    return { name, distribution, low: l, mode: m, high: h, items: touched };
  });
  return { spreads, faults };
}
