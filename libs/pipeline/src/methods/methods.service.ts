/** The method sheets of the release, and those that calculated earlier figures. */
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { checkExamples, type Sheet, SheetLibrary } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../pipeline.messages';
import { Recent } from '../run/recent';

export interface Standing {
  examples: boolean[];
  issuable: boolean;
}

@Injectable()
export class MethodsService {
  private readonly library: SheetLibrary;
  private readonly standings = new Map<string, Standing>();
  /** Sheets that are not the release's own, as runs ask for them again and again: a hash names one text for ever. */
  private readonly read = new Recent<Sheet>(32);

  constructor(config: PlatformConfig) {
    this.library = SheetLibrary.load(join(config.configDir, 'methods'));
  }

  list(): Sheet[] {
    return this.library.list();
  }

  /** The version that applies on the day and in the region, or the named one. */
  get(id: string, choice: { version?: string; asOf?: string; region?: string }): Sheet {
    if (!this.library.list().some((sheet) => sheet.id === id)) throw refuse('UNKNOWN_METHOD', { method: id });
    return this.library.get(id, choice);
  }

  /** Whether the sheet reproduces its own examples and rests on nothing provisional, so that results may be issued. */
  standing(sheet: Sheet): Standing {
    let standing = this.standings.get(sheet.hash);
    if (!standing) {
      const examples = checkExamples(sheet).map(({ ok }) => ok);
      standing = { examples, issuable: examples.length > 0 && examples.every(Boolean) && !provisional(sheet) };
      this.standings.set(sheet.hash, standing);
    }
    return standing;
  }

  /** Keeps the sheet with the runs that used it. */
  async keep(manager: EntityManager, sheet: Sheet): Promise<void> {
    await manager.query(
      'INSERT INTO method_sheet (hash, id, version, sheet) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [sheet.hash, sheet.id, sheet.version, JSON.stringify(sheet)],
    );
  }

  /** The sheet of a run, from the release or, where the release has moved on, as it was kept. */
  async kept(manager: EntityManager, hash: string): Promise<Sheet> {
    const present = this.library.list().find((sheet) => sheet.hash === hash);
    if (present) return present;
    const known = this.read.get(hash);
    if (known) return known;
    const [row] = await manager.query('SELECT sheet FROM method_sheet WHERE hash = $1', [hash]);
    return this.read.keep(hash, row.sheet as Sheet);
  }
}

const provisional = (sheet: Sheet): boolean =>
  sheet.source.confidence === 'provisional' ||
  sheet.parameters.some((p) => p.values.length > 0 && p.values.every((v) => v.confidence === 'provisional'));
