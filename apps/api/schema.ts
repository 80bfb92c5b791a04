/** The whole database: every room's tables, in the order in which they are made. */
import { footprintEntities, footprintMigrations } from '@qingheng/footprint';
import { pipelineEntities, pipelineMigrations } from '@qingheng/pipeline';
import { platformEntities, platformMigrations } from '@qingheng/platform';
import { sinkMigrations } from '@qingheng/sink';

export const migrations = [...platformMigrations, ...pipelineMigrations, ...footprintMigrations, ...sinkMigrations];
export const entities = [...platformEntities, ...pipelineEntities, ...footprintEntities];
