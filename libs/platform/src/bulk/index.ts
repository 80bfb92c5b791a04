/** Large files of rows: read as they stream, copied in, and given back with their faults marked. */
export { type MarkedSheet, markedFile, markedWorkbook, MOST_IN_WORKBOOK } from './fault-file';
export { FaultLines, type LineFault } from './fault-lines';
export { readRecords } from './read-records';
