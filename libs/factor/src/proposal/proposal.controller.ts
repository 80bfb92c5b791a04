import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Role, Roles } from '@qingheng/platform';
import {
  ProposalBody,
  ProposalDecisionBody,
  ProposalDto,
  ProposalPageDto,
  ProposalQuery,
  ProposalRowPageDto,
} from './proposal.dto';
import { ProposalService } from './proposal.service';

/** Whoever works with factors sees proposals: their own organisation's, or all where they see everything. */
const READERS = [Role.Filer, Role.Reviewer, Role.MethodAdmin, Role.Regulator, Role.Auditor] as const;

@ApiTags('factors')
@Controller('factor-proposals')
export class ProposalController {
  constructor(private readonly proposals: ProposalService) {}

  @Post()
  @Roles(Role.Filer, Role.Reviewer, Role.MethodAdmin)
  @ApiOperation({ summary: 'Propose new factors or new versions; every fault is named by row and field' })
  @ApiCreatedResponse({ type: ProposalDto })
  propose(@CurrentActor() actor: Actor, @Body() { rows, ...rest }: ProposalBody) {
    return this.proposals.propose(actor, { ...rest, rows: rows.map(({ cells }) => textOf(cells)) });
  }

  @Get()
  @Roles(...READERS)
  @ApiOperation({ summary: 'Proposals, newest first' })
  @ApiOkResponse({ type: ProposalPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ProposalQuery) {
    const [after] = query.after(/^[0-9a-f-]{36}$/);
    return this.proposals.list(actor, { status: query.status, after, limit: query.limit });
  }

  @Get(':id')
  @Roles(...READERS)
  @ApiOkResponse({ type: ProposalDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.proposals.one(actor, id);
  }

  @Get(':id/rows')
  @Roles(...READERS)
  @ApiOperation({ summary: 'What is proposed, with the version before beside it' })
  @ApiOkResponse({ type: ProposalRowPageDto })
  rows(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(/^\d{1,7}$/);
    return this.proposals.rows(actor, id, { after, limit: query.limit });
  }

  @Post(':id/decision')
  @Roles(Role.Reviewer, Role.MethodAdmin)
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish, or send back with remarks; never the person who proposed it' })
  @ApiOkResponse({ type: ProposalDto })
  decide(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ProposalDecisionBody) {
    return this.proposals.decide(actor, id, body.decision, body.remarks ?? '');
  }

  @Post(':id/withdraw')
  @Roles(Role.Filer, Role.Reviewer, Role.MethodAdmin)
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back a proposal of your own that nobody has decided' })
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.proposals.withdraw(actor, id);
  }
}

const textOf = (cells: Record<string, unknown>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell === null ? null : String(cell).trim()]));
