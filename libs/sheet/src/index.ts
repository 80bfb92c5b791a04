/** Method sheets: rules as data. Load, check, run, explain. Pure: no Nest, no Postgres. */
import { readFileSync } from 'node:fs';
import { checkSheet } from './check/check-sheet';
import type { FileInput, FileOptions, FileResult } from './columnar/files/run-files';
import { gateOf } from './library/examples';
import { readSheet, type Loaded } from './load/load-sheet';
import type { RunInput, RunResult, Sheet } from './model';
import type { RunOptions } from './run/prepare';
import { runWith } from './run/run-sheet';

export * from './ast';
export * from './model';
export { SheetFaults } from './fault';
export { Rational } from './rational';
export { allocate, type Recipient } from './operators/allocate';
export { stratifiedEstimate, type SamplingError, type StratumSample } from './operators/stratified-estimate';
export { studentT } from './operators/student-t';
export { explain, explainer } from './explain/explain';
export { checkExamples, type ExampleFigure, type ExampleOutcome } from './library/examples';
export { fieldNotes } from './library/field-notes';
export { compareSheets, type SheetChange } from './compare/compare-sheets';
export {
  constantKey,
  constantsOf,
  faultsOfConstant,
  faultsOfRow,
  type OfficialValue,
  type OfficialValues,
  type ProvisionalRow,
  provisionalRowsOf,
  withOfficial,
} from './library/constants';
export { SheetLibrary } from './library/sheet-library';
export { cellFormula, type CellFormula, type CellNode } from './cells/cell-formula';
export { knownUnit, parseUnit, conversionFactor, type Unit } from './units/unit';
export { unitColumns } from './check/check-sheet';
export type { FileInput, FileOptions, FileResult } from './columnar/files/run-files';
export type { RunOptions } from './run/prepare';
export type { Computed, Engine, InputTable, InputTables, Prepared } from './run/prepared';

/** Reads and checks a sheet: structure, names, types, units, order. */
export function loadSheet(yamlText: string): Loaded {
  const { sheet, faults } = readSheet(yamlText);
  if (!sheet) return { faults };
  const { faults: wrong } = checkSheet(sheet);
  return wrong.length ? { faults: wrong } : { sheet, faults: [] };
}

export const loadSheetFile = (path: string): Loaded => loadSheet(readFileSync(path, 'utf8'));

/**
 * From Parquet files to Parquet files, without a row in memory here. Undefined where the columnar engine cannot vouch for
 * the exact result, or the files are not plain enough: read their rows then and use `runSheet`.
 */
export async function runSheetFiles(
  sheet: Sheet,
  input: FileInput,
  options: FileOptions,
): Promise<FileResult | undefined> {
  const { NotColumnar, runFiles } = await import('./columnar');
  try {
    return await runFiles(sheet, input, options, gateOf(sheet));
  } catch (error) {
    if (error instanceof NotColumnar) return undefined;
    throw error;
  }
}

/** Runs a sheet over an input. Throws SheetFaults listing every fault; no partial result ever leaves. */
export async function runSheet(sheet: Sheet, input: RunInput, options: RunOptions = {}): Promise<RunResult> {
  return runWith(sheet, input, options, gateOf(sheet));
}
