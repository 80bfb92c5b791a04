import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { ChangedProspectDto, NewProspectDto, ProspectDto, ReserveDto, ScenarioQuery } from './reserve.dto';
import { ReserveService } from './reserve.service';

@ApiTags('sinks')
@Controller('sink/reserve')
export class ReserveController {
  constructor(private readonly reserve: ReserveService) {}

  @Get()
  @AnyRole()
  @ApiOperation({
    summary: 'Prospects with what they would bring, by year, league and owner; planning, not accounting',
  })
  @ApiOkResponse({ type: ReserveDto })
  outlook(@CurrentActor() actor: Actor, @Query() query: ScenarioQuery): Promise<ReserveDto> {
    const [baseYear, lastYear] = [Number(query.baseYear), Number(query.lastYear)];
    return this.reserve.outlook(actor, {
      ...query,
      verificationEvery: Number(query.verificationEvery),
      baseYear,
      lastYear: Math.max(baseYear, lastYear),
    });
  }

  @Post('prospects')
  @Roles(Role.Filer)
  @ApiCreatedResponse({ type: ProspectDto })
  add(@CurrentActor() actor: Actor, @Body() wish: NewProspectDto): Promise<ProspectDto> {
    return this.reserve.add(actor, wish);
  }

  @Put('prospects/:id')
  @Roles(Role.Filer)
  @ApiOkResponse({ type: ProspectDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() wish: ChangedProspectDto,
  ): Promise<ProspectDto> {
    return this.reserve.change(actor, id, wish);
  }
}
