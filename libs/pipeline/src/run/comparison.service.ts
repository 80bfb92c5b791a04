/** A result beside those of the same method: one's own over the years, and what others reached, where they are enough. */
import { Injectable } from '@nestjs/common';
import { type Actor, refuse as refuseAny, systemActor, UnitOfWork } from '@qingheng/platform';

/** Fewer than these would let a reader work out a single one's figure. */
const FEWEST_PEERS = 5;
const MOST_YEARS = 24;

export interface OwnResult {
  filingId: string;
  number: string;
  title: string;
  product: string | null;
  periodStart: string;
  periodEnd: string;
  status: string;
  outputs: Record<string, string | boolean>;
}
export interface PeerRange {
  output: string;
  low: string;
  middle: string;
  high: string;
}

@Injectable()
export class ComparisonService {
  constructor(private readonly work: UnitOfWork) {}

  /** Own results, oldest period first; quartiles over the newest issued result of every other organisation. */
  async of(actor: Actor, runId: string) {
    const { own, subject } = await this.work.run(actor, async (manager) => {
      const [subject]: { organisationId: string; method: string }[] = await manager.query(
        `SELECT f.organisation_id AS "organisationId", f.method FROM run r JOIN filing f ON f.id = r.filing_id WHERE r.id = $1`,
        [runId],
      );
      if (!subject) throw refuseAny('NOT_FOUND');
      const own: OwnResult[] = await manager.query(
        `SELECT * FROM (SELECT f.id AS "filingId", f.number, f.title, f.product, f.period_start::text AS "periodStart",
             f.period_end::text AS "periodEnd", f.status, r.result -> 'outputs' AS outputs
           FROM filing f JOIN run r ON r.id = f.run_id AND r.status = 'succeeded'
           WHERE f.organisation_id = $1 AND f.method = $2 ORDER BY f.period_end DESC, f.id DESC LIMIT $3) newest
         ORDER BY "periodEnd", number`,
        [subject.organisationId, subject.method, MOST_YEARS],
      );
      return { own, subject };
    });
    // Nobody's figure leaves here by itself: only quartiles of several do.
    const [found]: { count: number; ranges: PeerRange[] }[] = await this.work.run(systemActor, (manager) =>
      manager.query(
        `WITH newest AS (
           SELECT DISTINCT ON (f.organisation_id) f.organisation_id, r.result -> 'outputs' AS outputs
           FROM filing f JOIN run r ON r.id = f.run_id AND r.status = 'succeeded'
           WHERE f.method = $1 AND f.status = 'issued' AND f.organisation_id <> $2
           ORDER BY f.organisation_id, f.period_end DESC, f.id DESC),
         figures AS (
           SELECT o.key AS output, (o.value #>> '{}')::numeric AS value FROM newest, jsonb_each(newest.outputs) o
           WHERE jsonb_typeof(o.value) = 'string' AND o.value #>> '{}' ~ '^-?[0-9]+([.][0-9]+)?$'),
         ranges AS (
           SELECT output, percentile_disc(0.25) WITHIN GROUP (ORDER BY value)::text AS low,
             percentile_disc(0.5) WITHIN GROUP (ORDER BY value)::text AS middle,
             percentile_disc(0.75) WITHIN GROUP (ORDER BY value)::text AS high
           FROM figures GROUP BY output HAVING count(*) >= $3)
         SELECT (SELECT count(*)::int FROM newest) AS count, (SELECT coalesce(json_agg(r ORDER BY output), '[]') FROM ranges r) AS ranges`,
        [subject.method, subject.organisationId, FEWEST_PEERS],
      ),
    );
    const enough = found!.count >= FEWEST_PEERS;
    return {
      own,
      peers: { enough, fewest: FEWEST_PEERS, count: enough ? found!.count : null, ranges: enough ? found!.ranges : [] },
    };
  }
}
