import { Module } from '@nestjs/common';
import { AreaService } from './area/area.service';
import { MonitoringService } from './monitoring/monitoring.service';
import { ProjectController } from './project/project.controller';
import { ProjectService } from './project/project.service';

/** Carbon sinks: projects, the land they count, when they are monitored. Credits are made where approved results are issued. */
@Module({ controllers: [ProjectController], providers: [ProjectService, AreaService, MonitoringService] })
export class SinkModule {}
