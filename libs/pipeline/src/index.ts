/** One path for every number: filed, calculated, reviewed, issued. A domain adds an issuer. */
export { Filing, type FilingStatus } from './filing/filing.entity';
export { type Issue, type Issued, type Issuer, Issuers } from './issue/issuers';
export { StatementService } from './issue/statement.service';
export { MethodsService } from './methods/methods.service';
export { PipelineModule } from './pipeline.module';
export { FilingReader } from './filing/filing-view';
export { RunService } from './run/run.service';
export { FilingService } from './filing/filing.service';
export { type Figure, figuresOf, recalculated, type Replacement } from './run/recalculate';
export { Run } from './run/run.entity';
export {
  dayOf,
  type Grid,
  numberValue,
  readGrids,
  readPlainRows,
  readWorkbook,
  UnreadableWorkbook,
  widthFor,
  withAddresses,
  writeBook,
  writeRows,
  writeTemplate,
} from './workbook';
export { type OfferedTable, type TableSource, TableSources } from './run/table-sources';
export { readParts, type WorkbookParts } from './workbook/reading/parts';
export { type RawCell, type RawRow, readWorksheet } from './workbook/reading/worksheet';
export { readXml } from './workbook/reading/xml';
export { ZipFile } from './workbook/reading/zip';
export { type Followed, type NamedValue, type ValueSource, ValueSources } from './run/value-sources';
export { pipelineEntities, pipelineMigrations } from './schema';
export { MethodSourceDto } from './methods/methods.dto';
export { ExplanationDto } from './run/run.dto';
