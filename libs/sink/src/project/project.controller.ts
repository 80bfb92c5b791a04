import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, PageQuery, Role, Roles } from '@qingheng/platform';
import type { Request } from 'express';
import { AreaService } from '../area/area.service';
import { PreviewService } from '../area/preview.service';
import { MonitoringService } from '../monitoring/monitoring.service';
import {
  AreaParcelsBody,
  AreaParcelsDto,
  BoundaryDto,
  MapDto,
  NewBoundaryDto,
  NewPeriodDto,
  NewProjectDto,
  PeriodDto,
  PreviewDto,
  ProjectDto,
  ProjectPageDto,
  ShapeQuery,
} from './project.dto';
import { ProjectService } from './project.service';

@ApiTags('sinks')
@Controller('sink/projects')
export class ProjectController {
  constructor(
    private readonly projects: ProjectService,
    private readonly areas: AreaService,
    private readonly previews: PreviewService,
    private readonly monitoring: MonitoringService,
  ) {}

  @Post()
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Draft a sink project; the version of its method is locked' })
  @ApiCreatedResponse({ type: ProjectDto })
  create(@CurrentActor() actor: Actor, @Body() project: NewProjectDto): Promise<ProjectDto> {
    return this.projects.create(actor, project);
  }

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Sink projects, newest first' })
  @ApiOkResponse({ type: ProjectPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ProjectPageDto> {
    const [after] = query.after(/^S\d{4}-\d+$/);
    return this.projects.list(actor, { limit: query.limit, after });
  }

  @Get(':id')
  @AnyRole()
  @ApiOkResponse({ type: ProjectDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ProjectDto> {
    return this.projects.one(actor, id);
  }

  @Get(':id/areas')
  @AnyRole()
  @ApiOperation({ summary: 'Every version of every boundary' })
  @ApiOkResponse({ type: [BoundaryDto] })
  boundaries(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<BoundaryDto[]> {
    return this.areas.list(actor, id);
  }

  @Put(':id/areas/:code')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Draw an area or its next version; refused where another project counts the land' })
  @ApiOkResponse({ type: BoundaryDto })
  draw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('code') code: string,
    @Body() boundary: NewBoundaryDto,
  ): Promise<BoundaryDto> {
    return this.areas.draw(actor, id, code, boundary);
  }

  @Post(':id/areas/:code/parcels')
  @Roles(Role.Filer)
  @HttpCode(200)
  @ApiOperation({ summary: 'Name the contracted parcels an area lies on: the carbon of either is used once' })
  @ApiOkResponse({ type: AreaParcelsDto })
  async parcels(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('code') code: string,
    @Body() { parcels, document }: AreaParcelsBody,
  ): Promise<AreaParcelsDto> {
    return { parcels: await this.areas.liesOn(actor, id, code, { parcels, document }) };
  }

  @Get(':id/map')
  @AnyRole()
  @ApiOperation({ summary: 'All present boundaries as GeoJSON' })
  @ApiOkResponse({ type: MapDto })
  map(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.areas.map(actor, id);
  }

  @Post(':id/areas/:code/preview')
  @Roles(Role.Filer)
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a boundary file (GeoJSON, KML, KMZ, zipped Shapefile) would become: repairs, area, overlaps',
  })
  @ApiConsumes('application/octet-stream')
  @ApiOkResponse({ type: PreviewDto })
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('code') code: string,
    @Req() request: Request,
  ) {
    return this.previews.preview(actor, id, code, request);
  }

  @Get(':id/areas/:code')
  @AnyRole()
  @ApiOperation({ summary: 'A boundary as GeoJSON' })
  shape(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('code') code: string,
    @Query() { version }: ShapeQuery,
  ) {
    return this.areas.shape(actor, id, code, version === undefined ? undefined : Number(version));
  }

  @Post(':id/monitoring-periods')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Open a monitoring period; periods of a project never overlap' })
  @ApiCreatedResponse({ type: PeriodDto })
  open(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() period: NewPeriodDto,
  ): Promise<PeriodDto> {
    return this.monitoring.open(actor, id, period);
  }

  @Get(':id/monitoring-periods')
  @AnyRole()
  @ApiOkResponse({ type: [PeriodDto] })
  periods(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PeriodDto[]> {
    return this.monitoring.list(actor, id);
  }
}
