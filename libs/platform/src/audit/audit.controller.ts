import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { type Actor, CurrentActor, Role, Roles } from '../access';
import { UnitOfWork } from '../database';
import { refuse } from '../errors';
import { PageQuery, pageOf } from '../http/page';
import { type ChainState, verifyAuditChain } from './verify-audit-chain';

class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'e.g. filing' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  subjectType?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subjectId?: string;
}

class AuditEntryDto {
  @ApiProperty()
  seq: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ nullable: true, type: String })
  actorId: string | null;

  @ApiProperty({ nullable: true, type: String })
  actorName: string | null;

  @ApiProperty({ nullable: true, type: String })
  organisationId: string | null;

  @ApiProperty()
  action: string;

  @ApiProperty()
  subjectType: string;

  @ApiProperty({ nullable: true, type: String })
  subjectId: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>;

  @ApiProperty({ nullable: true, type: String })
  requestId: string | null;

  @ApiProperty()
  prevHash: string;

  @ApiProperty()
  hash: string;
}

class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  items: AuditEntryDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

class LinkDto {
  @ApiProperty()
  seq: string;

  @ApiPropertyOptional()
  hash?: string;

  @ApiPropertyOptional({ enum: ['missing', 'altered', 'not linked', 'unknown version'] })
  reason?: string;
}

class ChainStateDto {
  @ApiProperty()
  ok: boolean;

  @ApiProperty()
  entries: number;

  @ApiPropertyOptional({ type: LinkDto })
  head?: LinkDto;

  @ApiPropertyOptional({ type: LinkDto })
  firstBroken?: LinkDto;
}

@ApiTags('audit')
@Controller('audit')
@Roles(Role.Auditor, Role.Regulator)
export class AuditController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @ApiOperation({ summary: 'What happened and who did it, newest first' })
  @ApiOkResponse({ type: AuditPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<AuditPageDto> {
    const { limit, cursor, subjectType = null, subjectId = null } = query;
    const [before = null] = query.after(/^\d{1,18}$/);
    const rows: AuditEntryDto[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT seq::text, at, actor_id AS "actorId", actor_name AS "actorName", organisation_id AS "organisationId",
           action, subject_type AS "subjectType", subject_id AS "subjectId", details, request_id AS "requestId",
           prev_hash AS "prevHash", hash
         FROM audit_entry
         WHERE ($1::bigint IS NULL OR seq < $1) AND ($2::text IS NULL OR subject_type = $2)
           AND ($3::text IS NULL OR subject_id = $3)
         ORDER BY audit_entry.seq DESC LIMIT $4`,
        [cursor ? before : null, subjectType, subjectId, limit + 1],
      ),
    );
    return pageOf(rows, limit, (row) => [row.seq]);
  }

  @Get('verify')
  @ApiOperation({ summary: 'Walk the hash chain and name the first link that does not hold' })
  @ApiOkResponse({ type: ChainStateDto })
  verify(@CurrentActor() actor: Actor): Promise<ChainState> {
    // A chain can only be walked by whoever sees all of it.
    if (actor.scope !== 'all') throw refuse('FORBIDDEN');
    return this.work.run(actor, (manager) => verifyAuditChain(manager));
  }
}
