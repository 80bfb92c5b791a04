/** What the pipeline adds to the database. */
import { MethodConstants1700000022000 } from './constants/constants.migration';
import { Statement } from './issue/statement.entity';
import { Statement1700000001100 } from './issue/statement.migration';
import { MethodProposal1700000001200 } from './methods/method-proposal.migration';
import { Filing, FilingRemark } from './filing/filing.entity';
import { Pipeline1700000001000 } from './pipeline.migration';
import { Run } from './run/run.entity';

export const pipelineMigrations = [
  Pipeline1700000001000,
  Statement1700000001100,
  MethodProposal1700000001200,
  MethodConstants1700000022000,
];
export const pipelineEntities = [Filing, FilingRemark, Run, Statement];
