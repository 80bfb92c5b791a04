import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Refusal, Role, Roles } from '@qingheng/platform';
import type { Request, Response } from 'express';
import { CURSOR_ID, READERS } from '../programme/programme.controller';
import { HouseholdService } from './household.service';
import {
  FoundHouseholdDto,
  HouseholdDto,
  HouseholdQuery,
  HouseholdSearch,
  RosterDto,
  RosterPageDto,
  RosterUploadQuery,
} from './roster.dto';
import { RosterService } from './roster.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('compensation')
@Controller('compensation')
export class RosterController {
  constructor(
    private readonly rosters: RosterService,
    private readonly households: HouseholdService,
  ) {}

  @Post('programmes/:id/rosters')
  @Roles(Role.FinanceClerk)
  @HttpCode(202)
  @ApiOperation({
    summary: 'A roster as CSV (UTF-8 or GB18030), the body of the request; a job takes it in whole or not',
  })
  @ApiConsumes('text/csv')
  @ApiAcceptedResponse({ type: RosterDto })
  upload(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { name }: RosterUploadQuery,
    @Req() request: Request,
  ) {
    if (!request.is('text/csv')) throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE');
    return this.rosters.upload(actor, id, name, request);
  }

  @Get('programmes/:id/rosters')
  @Roles(...READERS)
  @ApiOkResponse({ type: RosterPageDto })
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.rosters.list(actor, id, { after, limit: query.limit });
  }

  @Get('rosters/:id')
  @Roles(...READERS)
  @ApiOperation({ summary: 'A roster, how far its import has come, and its first faults' })
  @ApiOkResponse({ type: RosterDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.rosters.one(actor, id);
  }

  @Get('rosters/:id/faults')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'The file that came in, bad cells marked: a workbook while it is small, else CSV' })
  @ApiProduces(XLSX, 'text/csv')
  async faults(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { kind, name, content } = await this.rosters.faults(actor, id);
    response.setHeader('Cache-Control', 'no-store');
    return new StreamableFile(content, {
      type: kind === 'xlsx' ? XLSX : 'text/csv; charset=utf-8',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Post('rosters/:id/withdraw')
  @Roles(Role.FinanceClerk)
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the households of a roster out of a draft again' })
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.rosters.withdraw(actor, id);
  }

  @Get('programmes/:id/households')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Households of a banner, masked' })
  @ApiOkResponse({ type: [HouseholdDto] })
  listHouseholds(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: HouseholdQuery) {
    const [after] = query.after(/^.{1,40}$/);
    return this.households.list(actor, id, { banner: query.banner, after, limit: query.limit });
  }

  @Post('programmes/:id/households/search')
  @Roles(Role.FinanceClerk, Role.FinanceApprover, Role.Auditor)
  @HttpCode(200)
  @ApiOperation({
    summary:
      'The household with an identity, card or household number, and its figure; in a body, so that no log keeps it',
  })
  @ApiOkResponse({ type: [FoundHouseholdDto] })
  search(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { by, number }: HouseholdSearch) {
    return this.households.find(actor, id, by, number);
  }
}
