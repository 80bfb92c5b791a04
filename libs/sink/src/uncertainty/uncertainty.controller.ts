import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { SinkRules } from '../sink-rules';
import { planSample } from './planner';
import {
  SinkEquationDto,
  NewSinkSimulationDto,
  SinkPlanDto,
  SinkPlanWishDto,
  SinkSimulationDto,
  SinkSpreadDto,
  SinkSpreadQuery,
  SinkTreesDto,
  SinkUncertaintyDto,
} from './uncertainty.dto';
import { UncertaintyService } from './uncertainty.service';

@ApiTags('sinks')
@Controller('sink')
export class UncertaintyController {
  constructor(
    private readonly uncertainty: UncertaintyService,
    private readonly rules: SinkRules,
  ) {}

  @Get('runs/:id/uncertainty')
  @AnyRole()
  @ApiOperation({ summary: 'The same plots: independent and paired, under every scheme, and what was drawn from them' })
  @ApiOkResponse({ type: SinkUncertaintyDto })
  of(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SinkUncertaintyDto> {
    return this.uncertainty.of(actor, id);
  }

  @Post('runs/:id/simulations')
  @Roles(Role.Filer, Role.Reviewer)
  @ApiOperation({ summary: 'Monte Carlo as information; the same seed gives the same bytes' })
  @ApiCreatedResponse({ type: SinkSimulationDto })
  draw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() wish: NewSinkSimulationDto,
  ): Promise<SinkSimulationDto> {
    return this.uncertainty.draw(actor, id, wish);
  }

  @Post('sample-plan')
  @AnyRole()
  @HttpCode(200)
  @ApiOperation({ summary: 'How many plots the next visit needs, and in which stratum (Neyman)' })
  @ApiOkResponse({ type: SinkPlanDto })
  plan(@Body() { strata, ...wish }: SinkPlanWishDto): SinkPlanDto {
    return planSample(strata, wish);
  }

  @Get('equations')
  @AnyRole()
  @ApiOperation({ summary: 'Biomass equations of trees with the range they were fitted in' })
  @ApiOkResponse({ type: [SinkEquationDto] })
  equations(): SinkEquationDto[] {
    return this.rules.equations;
  }

  @Post('equations/spread')
  @AnyRole()
  @HttpCode(200)
  @ApiOperation({ summary: 'The same trees by every equation of their species' })
  @ApiOkResponse({ type: [SinkSpreadDto] })
  spread(@Body() { trees }: SinkTreesDto): SinkSpreadDto[] {
    return this.uncertainty.spread(trees);
  }

  @Get('stocks/:id/spread')
  @AnyRole()
  @ApiOperation({
    summary: 'The trees of a stock by every equation of their species: what the choice of equation moves',
  })
  @ApiOkResponse({ type: [SinkSpreadDto] })
  ofStock(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { round }: SinkSpreadQuery,
  ): Promise<SinkSpreadDto[]> {
    return this.uncertainty.ofStock(actor, id, round);
  }
}
