import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Actor, CurrentActor, Role, Roles } from '../access';
import { AuditService } from '../audit';
import { UnitOfWork } from '../database';
import { IdPipe, refuse } from '../errors';
import { pageOf, PageQuery } from '../http/page';
import { TextDto } from '../http/shapes.dto';
import { Jobs, type JobState, type JobStatus } from './jobs';

const STATUSES: JobStatus[] = ['queued', 'running', 'succeeded', 'failed', 'dead', 'cancelled'];

class JobQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: JobStatus;
}

class JobErrorDto {
  @ApiProperty() code: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  params?: Record<string, string | number>;
}

class JobDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'pipeline/run' }) name: string;
  @ApiProperty() key: string;
  @ApiProperty({ enum: STATUSES }) status: JobStatus;
  @ApiProperty() attempts: number;
  @ApiProperty({ description: 'Share done, 0 to 1' }) progress: string;
  @ApiProperty({ type: TextDto, nullable: true }) note: TextDto | null;
  @ApiProperty({ type: JobErrorDto, nullable: true }) error: JobErrorDto | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: Date | null;
}

class JobPageDto {
  @ApiProperty({ type: [JobDto] }) items: JobDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

/** What runs in the background, for whoever has to look after it. */
@ApiTags('jobs')
@Controller('jobs')
@Roles(Role.MethodAdmin)
export class JobsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Jobs, newest first; `dead` ones were given up and wait for somebody' })
  @ApiOkResponse({ type: JobPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: JobQuery): Promise<JobPageDto> {
    const [after] = query.after(/^[0-9a-f-]{36}$/);
    const { limit, status } = query;
    const rows = await this.work.run(actor, (manager) => this.jobs.list(manager, { status, after, limit: limit + 1 }));
    return pageOf<JobState>(rows, limit, ({ id }) => [id]);
  }

  @Post(':id/revive')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give a dead job another round of attempts' })
  @ApiNoContentResponse()
  async revive(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.work.run(actor, async (manager) => {
      if (!(await this.jobs.revive(manager, id))) throw refuse('NOT_FOUND');
      await this.audit.record(manager, { actor, action: 'job.revived', subject: { type: 'job', id } });
    });
  }
}
