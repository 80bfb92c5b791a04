import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, CurrentActor } from '../access';
import { type Actor, UnitOfWork } from '../database';
import { refuse } from '../errors';
import { pageOf } from '../http/page';
import { FACTOR_FIELDS, factorsFound } from './find-factors';
import { co2eBySet, gwpSetsOf } from './gwp';
import {
  FactorPageDto,
  type FactorDto,
  FactorQuery,
  type FactorVersionDto,
  FactorVersionsDto,
  GwpSetsDto,
  type RegionDto,
  RegionsDto,
} from './reference.dto';

@ApiTags('reference')
@Controller()
@AnyRole()
export class ReferenceController {
  constructor(private readonly work: UnitOfWork) {}

  @Get('factors')
  @ApiOperation({ summary: 'Factors with source and confidence: best matches first, then by id' })
  @ApiOkResponse({ type: FactorPageDto })
  async factors(@CurrentActor() actor: Actor, @Query() query: FactorQuery): Promise<FactorPageDto> {
    const [rank = null, after = null] = query.after(/^\d$/, /^[a-z0-9-]{1,1000}$/);
    const rows: (FactorDto & { rank: number })[] = await this.work.run(actor, (manager) =>
      manager.query(...factorsFound(query, rank === null ? undefined : { rank: Number(rank), id: after! })),
    );
    const page = pageOf(rows, query.limit, (row) => [String(row.rank), row.id]);
    return { ...page, items: page.items.map(({ rank: _, ...factor }) => factor) };
  }

  @Get('factors/:id')
  @ApiOperation({ summary: 'A factor in all its versions, newest first, with what each says in other GWP sets' })
  @ApiOkResponse({ type: FactorVersionsDto })
  async factor(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FactorVersionsDto> {
    const { versions, gwp } = await this.work.run(actor, async (manager) => ({
      versions: (await manager.query(
        `SELECT ${FACTOR_FIELDS}, loaded_at AS "publishedAt", withdrawn_at AS "withdrawnAt", proposal_id AS "proposalId"
         FROM factor f WHERE id = $1 ORDER BY version DESC`,
        [id],
      )) as Omit<FactorVersionDto, 'bySet'>[],
      gwp: await gwpSetsOf(manager),
    }));
    if (!versions.length) throw refuse('NOT_FOUND');
    return { items: versions.map((version) => ({ ...version, bySet: co2eBySet(version, gwp) })) };
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
