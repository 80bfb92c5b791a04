export { FactorLibrary1700000000510 } from './factor-library.migration';
export { type FactorSearch, type FactorWords, searchOf } from './factor-search';
export { factorsFound } from './find-factors';
export { FactorQuery } from './reference.dto';
export { co2eBySet, co2eOf, type Gases, gwpSetsOf, type GwpSets } from './gwp';
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
export { type Complaint, complaintOf, decimal as isDecimal, type Field } from './fields';
export { FACTOR_COLUMNS, factorComplaints } from './read-factors';
