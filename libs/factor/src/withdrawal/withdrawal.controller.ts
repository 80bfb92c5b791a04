import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Role, Roles } from '@qingheng/platform';
import {
  FactorFilingPageDto,
  WithdrawalBody,
  WithdrawalDecisionBody,
  WithdrawalDto,
  WithdrawalPageDto,
  WithdrawalQuery,
} from './withdrawal.dto';
import { WithdrawalService } from './withdrawal.service';

const READERS = [Role.Filer, Role.Reviewer, Role.MethodAdmin, Role.Regulator, Role.Auditor] as const;
const ID = /^[0-9a-f-]{36}$/;

@ApiTags('factors')
@Controller('factor-withdrawals')
export class WithdrawalController {
  constructor(private readonly withdrawals: WithdrawalService) {}

  @Post()
  @Roles(Role.Reviewer, Role.MethodAdmin)
  @ApiOperation({ summary: 'Ask for a version of a factor to be withdrawn; another person passes it' })
  @ApiCreatedResponse({ type: WithdrawalDto })
  propose(@CurrentActor() actor: Actor, @Body() body: WithdrawalBody): Promise<WithdrawalDto> {
    return this.withdrawals.propose(actor, body);
  }

  @Get()
  @Roles(...READERS)
  @ApiOperation({ summary: 'Withdrawals, newest first' })
  @ApiOkResponse({ type: WithdrawalPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: WithdrawalQuery): Promise<WithdrawalPageDto> {
    const [after] = query.after(ID);
    return this.withdrawals.list(actor, { status: query.status, factor: query.factor, after, limit: query.limit });
  }

  @Get(':id')
  @Roles(...READERS)
  @ApiOkResponse({ type: WithdrawalDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<WithdrawalDto> {
    return this.withdrawals.one(actor, id);
  }

  @Get(':id/filings')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Filings whose result rests on the version, as far as one may see them' })
  @ApiOkResponse({ type: FactorFilingPageDto })
  filings(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<FactorFilingPageDto> {
    const [after] = query.after(ID);
    return this.withdrawals.filings(actor, id, { after, limit: query.limit });
  }

  @Post(':id/decision')
  @Roles(Role.Reviewer, Role.MethodAdmin)
  @HttpCode(200)
  @ApiOperation({ summary: 'Pass, or send back with remarks; never the person who asked' })
  @ApiOkResponse({ type: WithdrawalDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { decision, remarks = '' }: WithdrawalDecisionBody,
  ): Promise<WithdrawalDto> {
    return this.withdrawals.decide(actor, id, decision, remarks);
  }

  @Post(':id/take-back')
  @Roles(Role.Reviewer, Role.MethodAdmin)
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what nobody has decided and you asked for' })
  @ApiNoContentResponse()
  async takeBack(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.withdrawals.takeBack(actor, id);
  }
}
