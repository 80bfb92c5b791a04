/** The issued accounts of a region as one series, at current prices and at those of a base year. Nothing is kept. */
import { Injectable } from '@nestjs/common';
import { type Actor, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { refuseAccount as refuse } from '../account.messages';
import { type ConstantSeries, constantSeries, type YearAccount } from './constant-prices';
import { Deflators } from './deflators';

const MOST_YEARS = 60;

@Injectable()
export class SeriesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deflators: Deflators,
  ) {}

  /** The newest account of each year; without a base year, the first one. */
  of(actor: Actor, region: string, base?: number): Promise<ConstantSeries> {
    return this.work.run(actor, async (manager) => {
      const accounts: YearAccount[] = await manager.query(
        `SELECT DISTINCT ON (year) extract(year FROM f.period_end)::int AS year, f.id AS filing, f.issued_number AS statement,
           r.result_hash AS "resultHash", r.result #> '{tables,item}' AS items
         FROM filing f JOIN run r ON r.id = f.run_id
         WHERE f.method = 'gep/account' AND f.status = 'issued' AND f.region = $1
         ORDER BY year DESC, f.id DESC LIMIT $2`,
        [region, MOST_YEARS],
      );
      const years = accounts.map(({ year }) => year);
      if (!years.length) throw refuseAny('NOT_FOUND');
      if (base !== undefined && !years.includes(base)) throw refuse('NO_ACCOUNT_OF_YEAR', { year: base, region });
      return constantSeries(accounts, base ?? Math.min(...years), this.deflators);
    });
  }
}
