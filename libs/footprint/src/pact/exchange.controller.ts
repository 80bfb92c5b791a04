import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { errorsOf, lintFootprint } from '@qingheng/pact';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import {
  PactAttemptDto,
  PactEventPageDto,
  FootprintListQuery,
  InboxQuery,
  LintBody,
  LintDto,
  OutboxQuery,
  PactMessagePageDto,
  PublishBody,
  PublishedDto,
  PublishedPageDto,
  ReasonBody,
  ReceivedDetailDto,
  ReceivedPageDto,
} from './exchange.dto';
import { ExchangeService } from './exchange.service';
import { PublishService } from './publish/publish.service';

const ID = /^[0-9a-f-]{36}$/;

@ApiTags('exchange')
@Controller('pact')
@Roles(Role.Filer, Role.Regulator, Role.Auditor)
export class ExchangeController {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly publishing: PublishService,
  ) {}

  @Post('lint')
  @AnyRole()
  @HttpCode(200)
  @ApiOperation({ summary: 'Strict check of a footprint: rule, place (JSON pointer), reason in both languages' })
  @ApiOkResponse({ type: LintDto })
  lint(@Body() { footprint }: LintBody): LintDto {
    const findings = lintFootprint(footprint);
    const errors = errorsOf(findings).length;
    return { errors, warnings: findings.length - errors, findings };
  }

  @Get('footprints')
  @ApiOperation({ summary: 'What partners can see, newest first' })
  @ApiOkResponse({ type: PublishedPageDto })
  published(@CurrentActor() actor: Actor, @Query() query: FootprintListQuery): Promise<PublishedPageDto> {
    const [after] = query.after(ID);
    return this.publishing.list(actor, { limit: query.limit, after, q: query.q, status: query.status });
  }

  @Post('footprints')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Publish the footprint of a label to partners; they are told' })
  @ApiCreatedResponse({ type: PublishedDto })
  publish(@CurrentActor() actor: Actor, @Body() body: PublishBody): Promise<PublishedDto> {
    return this.publishing.publish(actor, body);
  }

  @Get('footprints/:id')
  @ApiOkResponse({ type: PublishedDto })
  publishedOne(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PublishedDto> {
    return this.publishing.one(actor, id);
  }

  @Post('footprints/:id/deprecate')
  @Roles(Role.Filer)
  @HttpCode(200)
  @ApiOperation({ summary: 'Deprecate for good; partners are told' })
  @ApiOkResponse({ type: PublishedDto })
  deprecate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<PublishedDto> {
    return this.publishing.deprecate(actor, id, reason.trim());
  }

  @Get('outbox')
  @ApiOperation({ summary: 'Events to partners, newest first' })
  @ApiOkResponse({ type: PactMessagePageDto })
  messages(@CurrentActor() actor: Actor, @Query() query: OutboxQuery): Promise<PactMessagePageDto> {
    const [after] = query.after(ID);
    return this.exchange.messages(actor, { limit: query.limit, after, state: query.state });
  }

  @Get('outbox/:id/attempts')
  @ApiOperation({ summary: 'Every attempt to deliver a message' })
  @ApiOkResponse({ type: [PactAttemptDto] })
  attempts(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PactAttemptDto[]> {
    return this.exchange.attempts(actor, id);
  }

  @Post('outbox/:id/retry')
  @Roles(Role.Filer)
  @HttpCode(204)
  @ApiOperation({ summary: 'Give a dead letter another 72 hours' })
  @ApiNoContentResponse()
  retry(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.exchange.retry(actor, id);
  }

  @Get('inbox')
  @ApiOperation({ summary: 'Events of partners, newest first' })
  @ApiOkResponse({ type: PactEventPageDto })
  events(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<PactEventPageDto> {
    const [after] = query.after(ID);
    return this.exchange.events(actor, { limit: query.limit, after, state: query.state });
  }

  @Get('received')
  @ApiOperation({ summary: "Partners' footprints, newest first" })
  @ApiOkResponse({ type: ReceivedPageDto })
  received(@CurrentActor() actor: Actor, @Query() query: FootprintListQuery): Promise<ReceivedPageDto> {
    const [after] = query.after(ID);
    return this.exchange.received(actor, { limit: query.limit, after, q: query.q, status: query.status });
  }

  @Get('received/:id')
  @ApiOkResponse({ type: ReceivedDetailDto })
  receivedOne(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReceivedDetailDto> {
    return this.exchange.one(actor, id);
  }
}
