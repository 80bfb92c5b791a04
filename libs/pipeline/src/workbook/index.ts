/** Inventories and results as Excel workbooks. Pure: no database, no web. */
export { type CellFault, UnreadableWorkbook } from './cell-fault';
export { addressOf, withAddresses, type Address, type Places, type TablePlaces, type WorkbookRead } from './places';
export { dayOf } from './reading/cell-value';
export { readPlainRows } from './reading/read-plain-rows';
export { type Grid, readGrids } from './reading/read-grid';
export { readWorkbook, type ReadWorkbookOptions } from './reading/read-workbook';
export { writeBook, writeRows } from './writing/book';
export { writeResult } from './writing/write-result';
export { writeTemplate, type TemplateOptions } from './writing/write-template';
export { numberValue, widthFor } from './writing/cells';
