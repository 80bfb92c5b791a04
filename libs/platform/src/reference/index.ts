export { loadReference, type Loaded as LoadedReference } from './load-reference';
export { readReference, referenceFiles } from './read-reference';
export {
  type FactorRow,
  type GwpRow,
  type ReferenceData,
  ReferenceFaults,
  type ReferenceFile,
  type RegionRow,
} from './reference-data';
export { ReferenceController } from './reference.controller';
export { Reference1700000000500 } from './reference.migration';
export { ReferenceModule } from './reference.module';
export { type FactorUse, ReferenceService } from './reference.service';
