import { Injectable } from '@nestjs/common';
import type { Confidence } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { covers } from './covers';
import { refuseReference as refuse } from './reference.messages';

export interface FactorUse {
  id: string;
  version: number;
  nameZh: string;
  nameEn: string;
  /** Decimal with the digits of the source. */
  value: string;
  unit: string;
  source: string;
  sourceUrl: string | null;
  confidence: Confidence;
}

interface Stored extends Omit<FactorUse, 'value'> {
  value: string | null;
  low: string | null;
  high: string | null;
  region: string | null;
  from: string | null;
  to: string | null;
}

@Injectable()
export class ReferenceService {
  /** The factor as a calculation may use it on that day (YYYY-MM-DD) and in that region, in the version that counts or the
   * one asked for; refuses by name otherwise. */
  async factor(
    manager: EntityManager,
    id: string,
    at: { asOf: string; region?: string; version?: number },
  ): Promise<FactorUse> {
    const [found]: Stored[] = await manager.query(
      `SELECT id, version, name_zh AS "nameZh", name_en AS "nameEn", value::text, unit, low::text, high::text, region,
         valid_from::text AS "from", valid_to::text AS "to", concat_ws(' ', source_title, source_clause) AS source,
         source_url AS "sourceUrl", confidence
       FROM ${at.version ? 'factor' : 'factor_current'} WHERE id = $1 AND ($2::int IS NULL OR version = $2)`,
      [id, at.version ?? null],
    );
    if (!found) throw await this.missing(manager, id);
    const { value, low, high, region, from, to, ...rest } = found;
    if ((from && at.asOf < from) || (to && at.asOf > to))
      throw refuse('FACTOR_OUT_OF_DATE', { id, asOf: at.asOf, from: from ?? '…', to: to ?? '…' });
    if (at.region && !covers(region, at.region))
      throw refuse('FACTOR_OTHER_REGION', { id, factorRegion: region!, region: at.region });
    if (value === null) throw refuse('FACTOR_IS_A_RANGE', { id, low: low!, high: high! });
    return { ...rest, value };
  }

  /** Known once and withdrawn is not the same as never known. */
  private async missing(manager: EntityManager, id: string): Promise<Error> {
    const [last] = await manager.query(
      `SELECT version, (withdrawn_at AT TIME ZONE 'Asia/Shanghai')::date::text AS on FROM factor
       WHERE id = $1 AND withdrawn_at IS NOT NULL ORDER BY version DESC LIMIT 1`,
      [id],
    );
    return last ? refuse('FACTOR_WITHDRAWN', { id, ...last }) : refuse('UNKNOWN_FACTOR', { id });
  }
}
