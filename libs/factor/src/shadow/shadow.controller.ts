import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { ImpactDecisionBody, ImpactDto, ImpactPageDto, ImpactQuery, ShadowDto } from './shadow.dto';
import { ShadowService } from './shadow.service';

const READERS = [Role.Filer, Role.Reviewer, Role.MethodAdmin, Role.Regulator, Role.Auditor] as const;
const ID = /^[0-9a-f-]{36}$/;

@ApiTags('factors')
@Controller()
export class ShadowController {
  constructor(private readonly shadows: ShadowService) {}

  @Get('factor-shadows/:id')
  @Roles(...READERS)
  @ApiOperation({ summary: 'A shadow run: the versions, how far it is, how many filings would move' })
  @ApiOkResponse({ type: ShadowDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.shadows.one(actor, id);
  }

  @Get('factor-impacts')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Filings that new versions of factors would move, from what to what' })
  @ApiOkResponse({ type: ImpactPageDto })
  impacts(@CurrentActor() actor: Actor, @Query() query: ImpactQuery) {
    const [shadow, filing] = query.after(ID, ID);
    const after: [string, string] | undefined = shadow && filing ? [shadow, filing] : undefined;
    return this.shadows.impacts(actor, { shadow: query.shadow, status: query.status, after, limit: query.limit });
  }

  @Post('factor-impacts/:shadow/:filing/decision')
  @Roles(Role.Filer)
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept: file the same again with the new versions. Keep: leave it as it is' })
  @ApiOkResponse({ type: ImpactDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('shadow', IdPipe) shadow: string,
    @Param('filing', IdPipe) filing: string,
    @Body() { decision, remarks = '' }: ImpactDecisionBody,
  ) {
    return this.shadows.decide(actor, { shadow, filing, decision, remarks });
  }
}
