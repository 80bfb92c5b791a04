import { knownUnit } from '@qingheng/sheet';
import { decimal, type Field, oneOf } from './fields';
import { FirstOfItsKind } from './first-of-its-kind';
import { type FaultList, readCsv } from './read-csv';
import { SOURCE_FIELDS } from './read-factors';
import type { FactorRow, GwpRow, ReferenceFile } from './reference-data';

const FIELDS: readonly Field[] = [
  { name: 'set', required: true },
  { name: 'report', required: true },
  { name: 'table', required: true },
  { name: 'gas', required: true },
  { name: 'horizon', required: true, numeric: true, check: oneOf('20', '100', '500') },
  { name: 'value', required: true, numeric: true, check: decimal },
  { name: 'unit', required: true },
  { name: 'factor_id' },
  ...SOURCE_FIELDS,
];

export function readGwp(files: readonly ReferenceFile[], factors: readonly FactorRow[], list: FaultList): GwpRow[] {
  const gases = new FirstOfItsKind(list, 'gas');
  const tables = new Map<string, string>();
  const byId = new Map(factors.map((factor) => [factor.id, factor]));
  return files
    .flatMap((file) => readCsv(file, FIELDS, list))
    .map((row) => {
      const { set, table, ...rest } = row.cells;
      const value = { ...rest, set_id: set, table_title: table } as unknown as GwpRow;
      gases.admit(row, value.set_id, value.gas, value.horizon);
      const origin = JSON.stringify([value.report, value.table_title]);
      if (tables.has(value.set_id) && tables.get(value.set_id) !== origin)
        list.add(row.file, row.line, 'table', ['REFERENCE_MIXED_SET']);
      tables.set(value.set_id, tables.get(value.set_id) ?? origin);
      if (!knownUnit(value.unit))
        list.add(row.file, row.line, 'unit', ['REFERENCE_UNKNOWN_UNIT', { unit: value.unit }]);
      if (value.factor_id && !agrees(value, byId.get(value.factor_id)))
        list.add(row.file, row.line, 'factor_id', ['REFERENCE_DISAGREES', { id: value.factor_id }]);
      return value;
    });
}

/** The same figure stands among the factors: there may not be two truths. */
const agrees = (value: GwpRow, factor: FactorRow | undefined): boolean =>
  factor?.value === value.value && factor.unit === value.unit && factor.confidence === value.confidence;
