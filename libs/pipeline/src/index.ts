/** One path for every number: filed, calculated, reviewed, issued. A domain adds an issuer. */
export { Filing, type FilingStatus } from './filing/filing.entity';
export { type Issue, type Issued, type Issuer, Issuers } from './issue/issuers';
export { StatementService } from './issue/statement.service';
export { MethodsService } from './methods/methods.service';
export { PipelineModule } from './pipeline.module';
export { FilingReader } from './filing/filing-view';
export { Run } from './run/run.entity';
export { RunService } from './run/run.service';
export { type OfferedTable, type TableSource, TableSources } from './run/table-sources';
export { dayOf, readPlainRows, UnreadableWorkbook, writeBook, writeRows } from './workbook';
export { readParts, type WorkbookParts } from './workbook/reading/parts';
export { type RawCell, type RawRow, readWorksheet } from './workbook/reading/worksheet';
export { readXml } from './workbook/reading/xml';
export { ZipFile } from './workbook/reading/zip';
export { type NamedValue, type ValueSource, ValueSources } from './run/value-sources';
export { pipelineEntities, pipelineMigrations } from './schema';
export { MethodSourceDto } from './methods/methods.dto';
export { ExplanationDto } from './run/run.dto';
