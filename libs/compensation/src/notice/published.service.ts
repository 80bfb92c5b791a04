/** What everybody may know of compensation: programmes under public notice or approved, their sums by banner, nobody's name. */
import { Injectable } from '@nestjs/common';
import { systemActor, UnitOfWork } from '@qingheng/platform';
import { yuan } from '../money/fen';
import type { PublishedProgrammeDto } from './published.dto';

type Row = Omit<PublishedProgrammeDto, 'pool' | 'total' | 'banners'> & {
  pool: string;
  total: string;
  banners: (Omit<PublishedProgrammeDto['banners'][number], 'amount'> & { fen: string })[];
};
const MOST = 200;

@Injectable()
export class PublishedService {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first. A notice is named only in its days, as the list itself can be read only then. */
  list(): Promise<PublishedProgrammeDto[]> {
    return this.work.run(systemActor, async (manager) => {
      const rows: Row[] = await manager.query(
        `SELECT p.number, p.title, p.year, o.name AS organisation, p.method, p.stage, p.legal_basis AS "legalBasis",
           p.pool_fen::text AS pool, r.total_fen::text AS total, r.households,
           CASE WHEN n.id IS NULL THEN NULL ELSE json_build_object('id', n.id, 'from', n.first_day, 'to', n.last_day,
             'contact', n.contact) END AS notice,
           (SELECT coalesce(json_agg(json_build_object('code', b.code, 'nameZh', g.name_zh, 'nameEn', g.name_en,
               'households', b.households, 'fen', b.amount_fen::text) ORDER BY b.code), '[]')
             FROM compensation_result b LEFT JOIN region_current g ON g.code = b.code
             WHERE b.run_id = r.id AND b.level = 'banner') AS banners
         FROM compensation_programme p JOIN compensation_run r ON r.id = p.run_id AND r.status = 'succeeded'
         JOIN organisation o ON o.id = p.organisation_id
         LEFT JOIN compensation_notice n ON n.run_id = r.id AND p.stage = 'notice'
           AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN n.first_day AND n.last_day
         WHERE p.stage IN ('approved', 'paid', 'closed') OR n.id IS NOT NULL ORDER BY p.id DESC LIMIT ${MOST}`,
      );
      return rows.map(({ pool, total, banners, ...row }) => ({
        ...{ ...row, pool: yuan(pool), total: yuan(total) },
        banners: banners.map(({ fen, ...banner }) => ({ ...banner, amount: yuan(fen ?? '0') })),
      }));
    });
  }
}
