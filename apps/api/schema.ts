/** The whole database: every room's tables, in the order in which they are made. */
import { compensationMigrations } from '@qingheng/compensation';
import { ecoproductMigrations } from '@qingheng/ecoproduct';
import { factorMigrations } from '@qingheng/factor';
import { footprintEntities, footprintMigrations } from '@qingheng/footprint';
import { ledgerMigrations } from '@qingheng/ledger';
import { marketMigrations } from '@qingheng/market';
import { pipelineEntities, pipelineMigrations } from '@qingheng/pipeline';
import { platformEntities, platformMigrations } from '@qingheng/platform';
import { sinkMigrations } from '@qingheng/sink';
import { ProductAssetRules1700000007120 } from './product-asset.migration';

export const migrations = [
  ...platformMigrations,
  ...pipelineMigrations,
  ...footprintMigrations,
  ...ledgerMigrations,
  ...marketMigrations,
  ...compensationMigrations,
  ...sinkMigrations,
  ...ecoproductMigrations,
  ...factorMigrations,
  ProductAssetRules1700000007120,
];
export const entities = [...platformEntities, ...pipelineEntities, ...footprintEntities];
