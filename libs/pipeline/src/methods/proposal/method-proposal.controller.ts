import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { MethodTrialBody, MethodTrialDto } from '../trial/method-trial.dto';
import { MethodTrialService } from '../trial/method-trial.service';
import {
  MethodCheckDto,
  MethodDecisionBody,
  MethodProposalBody,
  MethodProposalDto,
  MethodProposalPageDto,
  MethodProposalQuery,
  MethodProposalSummaryDto,
  MethodSourceBody,
} from './method-proposal.dto';
import { MethodProposalService } from './method-proposal.service';

@ApiTags('methods')
@Controller('method-proposals')
@Roles(Role.MethodAdmin, Role.Regulator)
export class MethodProposalController {
  constructor(
    private readonly proposals: MethodProposalService,
    private readonly trials: MethodTrialService,
  ) {}

  @Post('check')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a sheet would meet: faults by place, its examples, what it changes. Nothing is stored',
  })
  @ApiOkResponse({ type: MethodCheckDto })
  check(@CurrentActor() actor: Actor, @Body() { yaml }: MethodSourceBody): Promise<MethodCheckDto> {
    return this.proposals.check(actor, yaml);
  }

  @Post()
  @ApiOperation({ summary: 'Propose a new version of a sheet, or a new sheet' })
  @ApiCreatedResponse({ type: MethodProposalSummaryDto })
  propose(
    @CurrentActor() actor: Actor,
    @Body() { yaml, reason }: MethodProposalBody,
  ): Promise<MethodProposalSummaryDto> {
    return this.proposals.propose(actor, yaml, reason);
  }

  @Get()
  @ApiOkResponse({ type: MethodProposalPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: MethodProposalQuery): Promise<MethodProposalPageDto> {
    const [after] = query.after(/^[0-9a-f-]{36}$/);
    return this.proposals.list(actor, { status: query.status, after, limit: query.limit });
  }

  @Get(':id')
  @ApiOperation({ summary: 'A proposal with what the compiler, its examples and the comparison say of it' })
  @ApiOkResponse({ type: MethodProposalDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<MethodProposalDto> {
    return this.proposals.one(actor, id);
  }

  @Post(':id/try')
  @HttpCode(200)
  @ApiOperation({ summary: 'Calculate rows with the proposed sheet; nothing is stored' })
  @ApiOkResponse({ type: MethodTrialDto })
  try(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: MethodTrialBody) {
    return this.trials.run(actor, (manager) => this.proposals.sheetOf(manager, id), body);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish, or send back with remarks; never the person who proposed it' })
  @ApiOkResponse({ type: MethodProposalSummaryDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { decision, remarks }: MethodDecisionBody,
  ): Promise<MethodProposalSummaryDto> {
    return this.proposals.decide(actor, id, decision, remarks);
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back a proposal of your own that nobody has decided' })
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.proposals.withdraw(actor, id);
  }
}
