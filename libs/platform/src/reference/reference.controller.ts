import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, CurrentActor } from '../access';
import { type Actor, UnitOfWork } from '../database';
import { pageOf } from '../http/page';
import { FactorPageDto, type FactorDto, FactorQuery, GwpSetsDto, type RegionDto, RegionsDto } from './reference.dto';

@ApiTags('reference')
@Controller()
@AnyRole()
export class ReferenceController {
  constructor(private readonly work: UnitOfWork) {}

  @Get('factors')
  @ApiOperation({ summary: 'Factors with source and confidence, by id' })
  @ApiOkResponse({ type: FactorPageDto })
  async factors(@CurrentActor() actor: Actor, @Query() query: FactorQuery): Promise<FactorPageDto> {
    const { limit, q, category = null, region = null, year = null } = query;
    const [after = null] = query.after(/^[a-z0-9-]{1,1000}$/);
    const pattern = q === undefined ? null : `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const rows: FactorDto[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT id, version, category, name_zh AS "nameZh", name_en AS "nameEn", value::text, unit,
           unit_note AS "unitNote", low::text, high::text, gas, stage, region, valid_from::text AS "validFrom",
           valid_to::text AS "validTo", year_label AS "yearLabel", source_title AS "sourceTitle",
           source_clause AS "sourceClause", source_url AS "sourceUrl", confidence
         FROM factor_current
         WHERE ($1::text IS NULL OR id > $1)
           AND ($2::text IS NULL OR id ILIKE $2 OR name_zh ILIKE $2 OR name_en ILIKE $2)
           AND ($3::text IS NULL OR category = $3)
           AND ($4::text IS NULL OR region = $4 OR (region ~ '^[0-9]' AND starts_with($4, region)))
           AND ($5::text IS NULL OR strpos(year_label, $5) > 0
             OR (valid_from <= ($5 || '-12-31')::date AND COALESCE(valid_to >= ($5 || '-01-01')::date, true)))
         ORDER BY id LIMIT $6`,
        [after, pattern, category, region, year, limit + 1],
      ),
    );
    return pageOf(rows, limit, (row) => [row.id]);
  }

  @Get('gwp-sets')
  @ApiOperation({ summary: 'Global warming potentials, one set per table of a report' })
  @ApiOkResponse({ type: GwpSetsDto })
  async gwpSets(@CurrentActor() actor: Actor): Promise<GwpSetsDto> {
    const items = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT set_id AS id, report, table_title AS "table",
           json_agg(json_build_object('gas', gas, 'horizon', horizon, 'value', value::text, 'unit', unit,
             'sourceTitle', source_title, 'confidence', confidence) ORDER BY gas, horizon) AS "values"
         FROM gwp_value_current GROUP BY set_id, report, table_title ORDER BY set_id`,
      ),
    );
    return { items };
  }

  @Get('regions')
  @ApiOperation({ summary: 'Regions: GB/T 2260 for Inner Mongolia, provinces, grids, countries' })
  @ApiOkResponse({ type: RegionsDto })
  async regions(@CurrentActor() actor: Actor): Promise<RegionsDto> {
    const items: RegionDto[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT code, name_zh AS "nameZh", name_en AS "nameEn", level, kind, parent FROM region_current ORDER BY code`,
      ),
    );
    return { items };
  }
}
