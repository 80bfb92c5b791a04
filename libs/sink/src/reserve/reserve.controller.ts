import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import {
  SinkChangedProspectDto,
  NewSinkProspectDto,
  SinkProspectDto,
  SinkReserveDto,
  ScenarioQuery,
} from './reserve.dto';
import { ReserveService } from './reserve.service';
import { SinkStandCourseDto } from './stand/stand.dto';

@ApiTags('sinks')
@Controller('sink/reserve')
export class ReserveController {
  constructor(private readonly reserve: ReserveService) {}

  @Get()
  @AnyRole()
  @ApiOperation({
    summary: 'Prospects with what they would bring, by year, league and owner; planning, not accounting',
  })
  @ApiOkResponse({ type: SinkReserveDto })
  outlook(@CurrentActor() actor: Actor, @Query() query: ScenarioQuery): Promise<SinkReserveDto> {
    const [baseYear, lastYear] = [Number(query.baseYear), Number(query.lastYear)];
    return this.reserve.outlook(actor, {
      ...query,
      verificationEvery: Number(query.verificationEvery),
      baseYear,
      lastYear: Math.max(baseYear, lastYear),
    });
  }

  @Get('prospects/:id/course')
  @AnyRole()
  @ApiOperation({ summary: 'Pools year by year of a prospect planned by the stand model, and what they rest on' })
  @ApiOkResponse({ type: SinkStandCourseDto })
  course(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SinkStandCourseDto> {
    return this.reserve.course(actor, id);
  }

  @Post('prospects')
  @Roles(Role.Filer)
  @ApiCreatedResponse({ type: SinkProspectDto })
  add(@CurrentActor() actor: Actor, @Body() wish: NewSinkProspectDto): Promise<SinkProspectDto> {
    return this.reserve.add(actor, wish);
  }

  @Put('prospects/:id')
  @Roles(Role.Filer)
  @ApiOkResponse({ type: SinkProspectDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() wish: SinkChangedProspectDto,
  ): Promise<SinkProspectDto> {
    return this.reserve.change(actor, id, wish);
  }
}
