/** Land that is counted elsewhere: recorded by those who oversee, with its source, and compared with like any project here. */
import { Body, Controller, Get, HttpCode, Injectable, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import {
  type Actor,
  AuditService,
  CurrentActor,
  faultOf,
  IdPipe,
  type Page,
  pageOf,
  PageQuery,
  refuse as refuseAny,
  Role,
  Roles,
  UnitOfWork,
} from '@qingheng/platform';
import { ArrayMinSize, IsIn, IsISO8601, IsNotEmpty, IsObject, IsString, Matches, MaxLength } from 'class-validator';
import { sizeOf } from '../geometry/measure';
import { readArea } from '../geometry/read-area';
import { boundsOf } from '../geometry/shapes';
import { type Pool, POOLS } from '../project/project.record';
import { refuse } from '../sink.messages';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class NewOutsideClaimDto {
  @ApiProperty({ example: 'CCER', description: 'CCER, VCS, GEP, compensation …' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  scheme: string;

  @ApiProperty({ description: 'Number of the project, account or contract there' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  number: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  holder: string;

  @ApiProperty({ enum: POOLS, isArray: true })
  @ArrayMinSize(1)
  @IsIn(POOLS, { each: true })
  pools: Pool[];

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'GeoJSON, CGCS2000' })
  @IsObject()
  geometry: object;

  @ApiProperty({ description: 'Where this was read' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source: string;
}

export class OutsideClaimDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() scheme: string;
  @ApiProperty() number: string;
  @ApiProperty() holder: string;
  @ApiProperty({ enum: POOLS, isArray: true }) pools: Pool[];
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ description: 'Decimal' }) hectares: string;
  @ApiProperty() source: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
}

export class OutsideClaimPageDto {
  @ApiProperty({ type: [OutsideClaimDto] }) items: OutsideClaimDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

const COLUMNS = `id, scheme, number, holder, pools, lower(during)::text AS "from", (upper(during) - 1)::text AS "to",
  (square_metres / 10000)::numeric(16, 4)::text AS hectares, source, to_json(ended_at)#>>'{}' AS "endedAt"`;

@Injectable()
export class OutsideClaims {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  record(actor: Actor, claim: NewOutsideClaimDto): Promise<OutsideClaimDto> {
    const { area, faults } = readArea(claim.geometry);
    if (claim.to < claim.from) faults.push(faultOf('PERIOD_REVERSED', { column: 'to' }));
    if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    return this.work.run(actor, async (manager) => {
      const [made] = await manager.query(
        `INSERT INTO sink_outside_claim (scheme, number, holder, pools, during, shape, bounds, square_metres, source, recorded_by)
         VALUES ($1, $2, $3, $4, daterange($5, $6, '[]'), $7, box(point($8, $9), point($10, $11)), $12, $13, $14)
         ON CONFLICT (scheme, number) DO NOTHING RETURNING ${COLUMNS}`,
        [
          claim.scheme.trim(),
          claim.number.trim(),
          claim.holder.trim(),
          claim.pools,
          claim.from,
          claim.to,
          JSON.stringify(area),
          ...boundsOf(area),
          sizeOf(area).squareMetres.toFixed(2),
          claim.source.trim(),
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      if (!made) throw refuse('OUTSIDE_CLAIM_KNOWN', { scheme: claim.scheme, number: claim.number });
      await this.audit.record(manager, {
        actor,
        action: 'sink_outside_claim.recorded',
        subject: { type: 'sink_outside_claim', id: made.id },
        details: { scheme: claim.scheme, number: claim.number },
      });
      return made as OutsideClaimDto;
    });
  }

  list(actor: Actor, { after, limit }: { after?: string; limit: number }): Promise<Page<OutsideClaimDto>> {
    return this.work.run(actor, async (manager) => {
      const rows: OutsideClaimDto[] = await manager.query(
        `SELECT ${COLUMNS} FROM sink_outside_claim WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
        [after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  end(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const [rows] = await manager.query(
        'UPDATE sink_outside_claim SET ended_at = now() WHERE id = $1 AND ended_at IS NULL RETURNING id',
        [id],
      );
      if (!rows.length) throw refuseAny('NOT_FOUND');
      await this.audit.record(manager, {
        actor,
        action: 'sink_outside_claim.ended',
        subject: { type: 'sink_outside_claim', id },
      });
    });
  }
}

@ApiTags('sinks')
@Controller('sink/outside-claims')
export class OutsideClaimController {
  constructor(private readonly claims: OutsideClaims) {}

  @Post()
  @Roles(Role.Regulator)
  @ApiOperation({ summary: 'Record land that another scheme counts; projects that overlap it are refused' })
  @ApiCreatedResponse({ type: OutsideClaimDto })
  record(@CurrentActor() actor: Actor, @Body() claim: NewOutsideClaimDto): Promise<OutsideClaimDto> {
    return this.claims.record(actor, claim);
  }

  @Get()
  @Roles(Role.Regulator, Role.Auditor, Role.Reviewer)
  @ApiOkResponse({ type: OutsideClaimPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<OutsideClaimPageDto> {
    const [after] = query.after(/^[0-9a-f-]{36}$/);
    return this.claims.list(actor, { after, limit: query.limit });
  }

  @Post(':id/end')
  @Roles(Role.Regulator)
  @HttpCode(204)
  @ApiOperation({ summary: 'The other scheme counts the land no longer' })
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.claims.end(actor, id);
  }
}
