import { Controller, Get, HttpCode, type MessageEvent, Param, Post, Query, Sse } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, JobEvents, Role, Roles } from '@qingheng/platform';
import { from, interval, map, merge, mergeMap, Observable, startWith, takeWhile, throttleTime } from 'rxjs';
import { ComparisonDto } from './comparison.dto';
import { ComparisonService } from './comparison.service';
import { CellQuery, ExplanationDto, RunDto } from './run.dto';
import { type RunProgress, RunService } from './run.service';

/** Announcements may be lost: whoever watches also looks for itself. */
const LOOK_MS = 2_000;

@ApiTags('runs')
@Controller('runs')
export class RunController {
  constructor(
    private readonly runs: RunService,
    private readonly events: JobEvents,
    private readonly comparisons: ComparisonService,
  ) {}

  @Get(':id')
  @AnyRole()
  @ApiOkResponse({ type: RunDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<RunDto> {
    return this.runs.one(actor, id);
  }

  @Sse(':id/events')
  @AnyRole()
  @ApiOperation({ summary: 'Progress as server-sent events, until the run is over' })
  async watch(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<Observable<MessageEvent>> {
    const { jobId } = await this.runs.progress(actor, id);
    const news = new Observable<void>((listener) => this.events.onJob(jobId, () => listener.next()));
    return merge(news.pipe(throttleTime(100, undefined, { leading: true, trailing: true })), interval(LOOK_MS)).pipe(
      startWith(0),
      mergeMap(() => from(this.runs.progress(actor, id))),
      takeWhile((state) => !over(state), true),
      map(({ status, progress, note }) => ({ data: { status, progress, note } })),
    );
  }

  @Post(':id/cancel')
  @Roles(Role.Filer)
  @HttpCode(204)
  @ApiNoContentResponse()
  async cancel(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.runs.cancel(actor, id);
  }

  @Get(':id/comparison')
  @AnyRole()
  @ApiOperation({
    summary: "One's own results by this method over the years; quartiles of others where they are enough",
  })
  @ApiOkResponse({ type: ComparisonDto })
  compare(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ComparisonDto> {
    return this.comparisons.of(actor, id);
  }

  @Get(':id/explain')
  @AnyRole()
  @ApiOperation({ summary: 'Why a figure is what it is, as a tree' })
  @ApiOkResponse({ type: ExplanationDto })
  explain(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() { cell }: CellQuery) {
    return this.runs.explain(actor, id, cell);
  }
}

const over = ({ status }: RunProgress): boolean => status !== 'queued' && status !== 'running';
