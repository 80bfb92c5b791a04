/** Inventories and results as Excel workbooks. Pure: no database, no web. */
export type { CellFault } from './cell-fault';
export { addressOf, withAddresses, type Address, type Places, type TablePlaces, type WorkbookRead } from './places';
export { readWorkbook, type ReadWorkbookOptions } from './reading/read-workbook';
export { writeResult } from './writing/write-result';
export { writeTemplate, type TemplateOptions } from './writing/write-template';
