import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { SinkRules } from '../sink-rules';
import { planSample } from './planner';
import {
  EquationDto,
  NewSimulationDto,
  SamplingPlanDto,
  PlanWishDto,
  SimulationDto,
  SpreadDto,
  TreesDto,
  UncertaintyDto,
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
  @ApiOkResponse({ type: UncertaintyDto })
  of(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UncertaintyDto> {
    return this.uncertainty.of(actor, id);
  }

  @Post('runs/:id/simulations')
  @Roles(Role.Filer, Role.Reviewer)
  @ApiOperation({ summary: 'Monte Carlo as information; the same seed gives the same bytes' })
  @ApiCreatedResponse({ type: SimulationDto })
  draw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() wish: NewSimulationDto,
  ): Promise<SimulationDto> {
    return this.uncertainty.draw(actor, id, wish);
  }

  @Post('sample-plan')
  @AnyRole()
  @HttpCode(200)
  @ApiOperation({ summary: 'How many plots the next visit needs, and in which stratum (Neyman)' })
  @ApiOkResponse({ type: SamplingPlanDto })
  plan(@Body() { strata, ...wish }: PlanWishDto): SamplingPlanDto {
    return planSample(strata, wish);
  }

  @Get('equations')
  @AnyRole()
  @ApiOperation({ summary: 'Biomass equations of trees with the range they were fitted in' })
  @ApiOkResponse({ type: [EquationDto] })
  equations(): EquationDto[] {
    return this.rules.equations;
  }

  @Post('equations/spread')
  @AnyRole()
  @HttpCode(200)
  @ApiOperation({ summary: 'The same trees by every equation of their species' })
  @ApiOkResponse({ type: [SpreadDto] })
  spread(@Body() { trees }: TreesDto): SpreadDto[] {
    return this.uncertainty.spread(trees);
  }
}
