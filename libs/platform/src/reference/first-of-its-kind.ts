import type { CsvRow, FaultList } from './read-csv';

/** Reports rows whose key stands in an earlier row of the same or another file, naming that row. */
export class FirstOfItsKind {
  private readonly seen = new Map<string, CsvRow>();

  constructor(
    private readonly list: FaultList,
    private readonly column: string,
  ) {}

  /** False for a repeated key. */
  admit(row: CsvRow, ...key: (string | null | undefined)[]): boolean {
    const name = JSON.stringify(key);
    const first = this.seen.get(name);
    if (first)
      this.list.add(row.file, row.line, this.column, ['REFERENCE_DUPLICATE', { file: first.file, row: first.line }]);
    else this.seen.set(name, row);
    return !first;
  }
}
