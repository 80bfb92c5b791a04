import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { PeriodFiling } from './period-filing';
import {
  SinkAnswerDto,
  SinkConclusionDto,
  SinkDecisionDto,
  SinkMeasurementsDto,
  NewSinkFindingDto,
  NewSinkVerificationDto,
  SinkPeriodFilingDto,
  SinkVerificationDto,
} from './verification.dto';
import { VerificationService } from './verification.service';

@ApiTags('sinks')
@Controller('sink')
export class VerificationController {
  constructor(
    private readonly verifications: VerificationService,
    private readonly filings: PeriodFiling,
  ) {}

  @Put('projects/:id/monitoring-periods/:period/filing')
  @Roles(Role.Filer)
  @HttpCode(204)
  @ApiOperation({ summary: 'Say which filing is the account of the period; exchangeable until credits are issued' })
  @ApiNoContentResponse()
  link(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('period', IdPipe) period: string,
    @Body() { filing }: SinkPeriodFilingDto,
  ): Promise<void> {
    return this.filings.link(actor, id, period, filing);
  }

  @Post('monitoring-periods/:period/verifications')
  @Roles(Role.Reviewer)
  @ApiOperation({ summary: 'Open a verification of the result of a period; never by somebody of the owner' })
  @ApiCreatedResponse({ type: SinkVerificationDto })
  open(
    @CurrentActor() actor: Actor,
    @Param('period', IdPipe) period: string,
    @Body() wish: NewSinkVerificationDto,
  ): Promise<SinkVerificationDto> {
    return this.verifications.open(actor, period, wish);
  }

  @Get('verifications/:id')
  @AnyRole()
  @ApiOkResponse({ type: SinkVerificationDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SinkVerificationDto> {
    return this.verifications.one(actor, id);
  }

  @Put('verifications/:id/plots')
  @Roles(Role.Reviewer)
  @ApiOperation({ summary: 'Plots measured again; one beyond tolerance raises a corrective finding' })
  @ApiOkResponse({ type: SinkVerificationDto })
  measure(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { plots }: SinkMeasurementsDto,
  ): Promise<SinkVerificationDto> {
    return this.verifications.measure(actor, id, plots);
  }

  @Post('verifications/:id/findings')
  @Roles(Role.Reviewer)
  @ApiCreatedResponse({ type: SinkVerificationDto })
  raise(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() finding: NewSinkFindingDto,
  ): Promise<SinkVerificationDto> {
    return this.verifications.raise(actor, id, finding);
  }

  @Post('verifications/:id/findings/:number/answer')
  @Roles(Role.Filer)
  @HttpCode(200)
  @ApiOperation({ summary: 'The owner answers a finding' })
  @ApiOkResponse({ type: SinkVerificationDto })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { answer }: SinkAnswerDto,
  ): Promise<SinkVerificationDto> {
    return this.verifications.answer(actor, id, number, answer);
  }

  @Post('verifications/:id/findings/:number/conclusion')
  @Roles(Role.Reviewer)
  @HttpCode(200)
  @ApiOperation({ summary: 'The verifier closes an answered finding or sends it back' })
  @ApiOkResponse({ type: SinkVerificationDto })
  settle(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { close, conclusion }: SinkConclusionDto,
  ): Promise<SinkVerificationDto> {
    return this.verifications.settle(actor, id, number, close, conclusion);
  }

  @Post('verifications/:id/decision')
  @Roles(Role.Reviewer)
  @HttpCode(200)
  @ApiOperation({ summary: 'Pass or fail; a material error or an open finding cannot pass' })
  @ApiOkResponse({ type: SinkVerificationDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { conclusion, statement }: SinkDecisionDto,
  ): Promise<SinkVerificationDto> {
    return this.verifications.decide(actor, id, conclusion === 'passed', statement);
  }
}
