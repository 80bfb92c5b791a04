/** What the pipeline adds to the database. */
import { Filing, FilingRemark } from './filing/filing.entity';
import { Pipeline1700000001000 } from './pipeline.migration';
import { Run } from './run/run.entity';

export const pipelineMigrations = [Pipeline1700000001000];
export const pipelineEntities = [Filing, FilingRemark, Run];
