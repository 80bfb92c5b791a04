/** The sheets of a folder, by id and version. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSheet } from '../check/check-sheet';
import { fault, SheetFaults, text } from '../fault';
import { readSheetFile } from '../load/load-sheet';
import type { Fault, Sheet } from '../model';

export interface Choice {
  version?: string;
  asOf?: string;
  region?: string;
}

export class SheetLibrary {
  private constructor(private readonly sheets: Sheet[]) {}

  /** Loads every .yaml below the folder. Throws SheetFaults, with the file in each fault, when one does not hold. */
  static load(folder: string): SheetLibrary {
    const faults: Fault[] = [];
    const sheets: Sheet[] = [];
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.yaml'))
      .sort();
    for (const file of files) {
      const { sheet, faults: own } = readSheetFile(join(folder, file));
      for (const f of sheet ? checkSheet(sheet).faults : own) faults.push({ ...f, params: { ...f.params, file } });
      if (!sheet) continue;
      if (sheets.some((s) => s.id === sheet.id && s.version === sheet.version)) {
        faults.push({
          ...fault(
            'SHEET_TWICE',
            {},
            text(`${sheet.id}@${sheet.version} 重复`, `${sheet.id}@${sheet.version} occurs twice`),
          ),
          params: { file },
        });
      }
      sheets.push(sheet);
    }
    if (faults.length) throw new SheetFaults(faults);
    return new SheetLibrary(sheets);
  }

  /** With these beside its own; where both have a version, its own counts. */
  with(more: readonly Sheet[]): SheetLibrary {
    const known = new Set(this.sheets.map(({ id, version }) => `${id}@${version}`));
    return new SheetLibrary([...this.sheets, ...more.filter(({ id, version }) => !known.has(`${id}@${version}`))]);
  }

  list(): Sheet[] {
    return this.sheets;
  }

  /**
   * The named version; otherwise one valid on the day: of those for the region the one made for the smallest area around it
   * (a banner's own before the league's), and of equals the newest.
   */
  get(id: string, choice: Choice = {}): Sheet {
    const versions = this.sheets.filter((s) => s.id === id);
    const day = choice.asOf ?? new Date().toISOString().slice(0, 10);
    const fitting = versions
      .filter((s) =>
        choice.version ? s.version === choice.version : s.valid.from <= day && (!s.valid.to || s.valid.to >= day),
      )
      .filter(
        (s) => !choice.region || !s.regions.length || s.regions.some((prefix) => choice.region!.startsWith(prefix)),
      )
      .sort(
        (a, b) =>
          closeness(b, choice.region) - closeness(a, choice.region) ||
          b.valid.from.localeCompare(a.valid.from) ||
          compareVersions(b.version, a.version),
      );
    if (fitting[0]) return fitting[0];
    const known = versions.map((s) => s.version).join(', ');
    throw new SheetFaults([
      versions.length
        ? fault(
            'METHOD_NOT_VALID',
            {},
            text(`方法 ${id} 没有适用的版本（已有 ${known}）`, `no version of ${id} fits (known: ${known})`),
          )
        : fault('UNKNOWN_METHOD', {}, text(`没有方法 ${id}`, `there is no method ${id}`)),
    ]);
  }
}

/** Length of the longest prefix of the region that the sheet is made for; without a region, sheets for all come first. */
function closeness({ regions }: Sheet, region?: string): number {
  if (!region) return regions.length ? 0 : 1;
  return Math.max(0, ...regions.filter((prefix) => region.startsWith(prefix)).map((prefix) => prefix.length));
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((v) => v.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < 3; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
  return 0;
}
