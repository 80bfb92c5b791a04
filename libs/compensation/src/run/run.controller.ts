import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { ExplanationService } from '../explanation/explanation.service';
import { CURSOR_ID, READERS } from '../programme/programme.controller';
import { HouseholdQuery } from '../roster/roster.dto';
import { ChangesService } from './changes.service';
import { CalculationService } from './calculation.service';
import { AllotmentPageDto, CalculationDto, ChangesDto, HouseholdChangesDto, RunAskedDto } from './run.dto';
import { WhyDto } from '../explanation/why.dto';

@ApiTags('compensation')
@Controller('compensation')
export class CalculationController {
  constructor(
    private readonly calculations: CalculationService,
    private readonly explanations: ExplanationService,
    private readonly changes: ChangesService,
  ) {}

  @Post('programmes/:id/calculate')
  @Roles(Role.FinanceClerk)
  @HttpCode(202)
  @ApiOperation({ summary: 'Calculate every household, banner by banner; asked twice, there is one run' })
  @ApiAcceptedResponse({ type: RunAskedDto })
  start(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.calculations.start(actor, id);
  }

  @Get('programmes/:id/runs/:run')
  @Roles(...READERS)
  @ApiOperation({ summary: 'A calculation: region, leagues and banners with their sums, faults, what bars approval' })
  @ApiOkResponse({ type: CalculationDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('run', IdPipe) run: string) {
    return this.calculations.one(actor, id, run);
  }

  @Get('programmes/:id/runs/:run/changes')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Who changes against the calculation before, by banner' })
  @ApiOkResponse({ type: ChangesDto })
  changed(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('run', IdPipe) run: string) {
    return this.changes.summary(actor, id, run);
  }

  @Get('programmes/:id/runs/:run/changed-households')
  @Roles(...READERS)
  @ApiOperation({ summary: 'The households of a banner whose figure changes most' })
  @ApiOkResponse({ type: HouseholdChangesDto })
  changedHouseholds(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('run', IdPipe) run: string,
    @Query() { banner, limit }: HouseholdQuery,
  ) {
    return this.changes.households(actor, id, run, { banner, limit });
  }

  @Get('programmes/:id/allotments')
  @Roles(...READERS)
  @ApiOperation({ summary: 'What the households of a banner are due; names masked' })
  @ApiOkResponse({ type: AllotmentPageDto })
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: HouseholdQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.explanations.list(actor, id, { banner: query.banner, after, limit: query.limit });
  }

  @Get('allotments/:id/explanation')
  @Roles(...READERS)
  @ApiOperation({ summary: '为什么是这个数 Why a household gets this amount, in Chinese and English, with clauses' })
  @ApiOkResponse({ type: WhyDto })
  explain(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.explanations.explain(actor, id);
  }
}
