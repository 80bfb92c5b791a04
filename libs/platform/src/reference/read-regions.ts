import { type Field, kebab, oneOf } from './fields';
import { FirstOfItsKind } from './first-of-its-kind';
import { type FaultList, readCsv } from './read-csv';
import type { ReferenceFile, RegionRow } from './reference-data';

const FIELDS: readonly Field[] = [
  { name: 'code', required: true },
  { name: 'name_zh', required: true },
  { name: 'name_en', required: true },
  {
    name: 'level',
    required: true,
    check: oneOf('world', 'group', 'country', 'grid', 'province', 'league', 'banner', 'zone'),
  },
  { name: 'kind', required: true, check: kebab },
  { name: 'parent' },
];

export function readRegions(files: readonly ReferenceFile[], list: FaultList): RegionRow[] {
  const codes = new FirstOfItsKind(list, 'code');
  const rows = files.flatMap((file) => readCsv(file, FIELDS, list)).filter((row) => codes.admit(row, row.cells.code));
  const parents = new Map(rows.map(({ cells }) => [cells.code!, cells.parent]));
  for (const { file, line, cells } of rows) {
    const { code, parent } = cells;
    if (parent && !parents.has(parent))
      list.add(file, line, 'parent', ['REFERENCE_UNKNOWN_REGION', { region: parent }]);
    else if (withinItself(code!, parents)) list.add(file, line, 'parent', ['REFERENCE_REGION_CIRCLE']);
  }
  return rows.map(({ cells }) => cells as unknown as RegionRow);
}

function withinItself(code: string, parents: ReadonlyMap<string, string | null | undefined>): boolean {
  const passed = new Set<string>();
  for (let at = parents.get(code); at && !passed.has(at); at = parents.get(at)) {
    if (at === code) return true;
    passed.add(at);
  }
  return false;
}
