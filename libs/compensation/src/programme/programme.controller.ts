import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { ParameterService, type ProgrammeParameter } from './parameter.service';
import {
  ParameterBody,
  ParameterDto,
  ProgrammeBody,
  ProgrammeChange,
  ProgrammeDto,
  ProgrammePageDto,
  ProgrammeQuery,
} from './programme.dto';
import { ProgrammeService, type ProgrammeView } from './programme.service';

export const READERS = [
  Role.FinanceClerk,
  Role.FinanceApprover,
  Role.Reviewer,
  Role.Regulator,
  Role.Auditor,
] as const satisfies [Role, ...Role[]];
export const CURSOR_ID = /^[0-9a-f-]{36}$/;

@ApiTags('compensation')
@Controller('compensation/programmes')
export class ProgrammeController {
  constructor(
    private readonly programmes: ProgrammeService,
    private readonly parameters: ParameterService,
  ) {}

  @Post()
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Draft a programme: legal basis, parties, period, pool, method' })
  @ApiCreatedResponse({ type: ProgrammeDto })
  create(@CurrentActor() actor: Actor, @Body() body: ProgrammeBody): Promise<ProgrammeView> {
    return this.programmes.create(actor, body);
  }

  @Get()
  @Roles(...READERS)
  @ApiOperation({ summary: 'Programmes, newest first' })
  @ApiOkResponse({ type: ProgrammePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ProgrammeQuery) {
    const [after] = query.after(CURSOR_ID);
    const { year, stage, limit } = query;
    return this.programmes.list(actor, { year, stage, limit, after });
  }

  @Get(':id')
  @Roles(...READERS)
  @ApiOperation({ summary: 'A programme with the log of what was done on it' })
  @ApiOkResponse({ type: ProgrammeDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.programmes.one(actor, id);
  }

  @Put(':id')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Change a draft; an older revision is refused' })
  @ApiOkResponse({ type: ProgrammeDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ProgrammeChange,
  ): Promise<ProgrammeView> {
    return this.programmes.change(actor, id, body);
  }

  @Get(':id/parameters')
  @Roles(...READERS)
  @ApiOkResponse({ type: [ParameterDto] })
  listParameters(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ProgrammeParameter[]> {
    return this.parameters.list(actor, id);
  }

  @Post(':id/parameters')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'A dated value for the region, a league or a banner; the longest code wins' })
  @ApiCreatedResponse({ type: ParameterDto })
  addParameter(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ParameterBody,
  ): Promise<ProgrammeParameter> {
    return this.parameters.add(actor, id, body);
  }

  @Delete(':id/parameters/:parameter')
  @Roles(Role.FinanceClerk)
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeParameter(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('parameter', IdPipe) parameter: string,
  ): Promise<void> {
    await this.parameters.remove(actor, id, parameter);
  }
}
