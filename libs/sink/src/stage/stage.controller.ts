import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { ProjectDto } from '../project/project.dto';
import { MoveDto, MoveReductionsDto } from './stage.dto';
import { StageService } from './stage.service';

@ApiTags('sinks')
@Controller('sink')
export class StageController {
  constructor(private readonly stages: StageService) {}

  @Post('projects/:id/status')
  @Roles(Role.Filer, Role.Regulator)
  @HttpCode(200)
  @ApiOperation({ summary: 'Follow the registry: the owner publishes, the registrar registers, either withdraws' })
  @ApiOkResponse({ type: ProjectDto })
  project(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { status, ...details }: MoveDto,
  ): Promise<ProjectDto> {
    return this.stages.project(actor, id, status, details);
  }

  @Post('monitoring-periods/:period/stage')
  @Roles(Role.Filer, Role.Regulator)
  @HttpCode(204)
  @ApiOperation({ summary: 'Reductions of a period: published by the owner, registered once verified, then issued' })
  @ApiNoContentResponse()
  reductions(
    @CurrentActor() actor: Actor,
    @Param('period', IdPipe) period: string,
    @Body() { stage, ...details }: MoveReductionsDto,
  ): Promise<void> {
    return this.stages.reductions(actor, period, stage, details);
  }
}
