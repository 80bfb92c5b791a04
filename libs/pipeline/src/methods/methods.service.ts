/** The method sheets of the release, those that two people published since, and those that calculated earlier figures. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { checkExamples, type ExampleOutcome, loadSheet, type Sheet, SheetLibrary } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../pipeline.messages';
import { Recent } from '../run/recent';

type Choice = Parameters<SheetLibrary['get']>[1] & object;

export interface Standing {
  examples: ExampleOutcome[];
  issuable: boolean;
}

@Injectable()
export class MethodsService {
  private readonly release: SheetLibrary;
  private library: SheetLibrary;
  private readonly published = new Map<string, Sheet>();
  private readonly standings = new Map<string, Standing>();
  /** Sheets that are not the release's own, as runs ask for them again and again: a hash names one text for ever. */
  private readonly read = new Recent<Sheet>(32);

  constructor(private readonly config: PlatformConfig) {
    this.library = this.release = SheetLibrary.load(join(config.configDir, 'methods'));
  }

  /** Of the release alone? Those cannot be published again. */
  released(id: string, version: string): boolean {
    return this.release.list().some((sheet) => sheet.id === id && sheet.version === version);
  }

  async list(manager: EntityManager): Promise<Sheet[]> {
    await this.refresh(manager);
    return this.library.list();
  }

  /** The version that applies on the day and in the region, or the named one; what was published a moment ago counts. */
  async of(manager: EntityManager, id: string, choice: Choice = {}): Promise<Sheet> {
    await this.refresh(manager);
    return pick(this.library, id, choice);
  }

  /** A published sheet never changes: each process asks for those it has not seen, on the caller's connection. */
  private async refresh(manager: EntityManager): Promise<void> {
    const news: { hash: string; sheet: Sheet }[] = await manager.query(
      `SELECT hash, sheet FROM method_proposal WHERE status = 'published' AND hash <> ALL ($1) ORDER BY reviewed_at`,
      [[...this.published.keys()]],
    );
    if (!news.length) return;
    for (const { hash, sheet } of news) this.published.set(hash, sheet);
    this.library = this.release.with([...this.published.values()]);
  }

  /** As `of`, among the sheets of the release alone: what the release itself names. */
  ofRelease(id: string, choice: Choice): Sheet {
    return pick(this.release, id, choice);
  }

  /** Whether the sheet reproduces its own examples and rests on nothing provisional, so that results may be issued. */
  standing(sheet: Sheet): Standing {
    let standing = this.standings.get(sheet.hash);
    if (!standing) {
      const examples = checkExamples(sheet);
      const sound = examples.length > 0 && examples.every(({ ok }) => ok);
      standing = { examples, issuable: sound && !provisional(sheet) };
      this.standings.set(sheet.hash, standing);
    }
    return standing;
  }

  /** The text that a sheet was read from, where it is still at hand. */
  async yamlOf(manager: EntityManager, { id, hash }: Sheet): Promise<string | undefined> {
    const [published] = await manager.query(
      `SELECT yaml FROM method_proposal WHERE hash = $1 AND status = 'published'`,
      [hash],
    );
    if (published) return published.yaml as string;
    const folder = join(this.config.configDir, 'methods', id.split('/')[0]!);
    for (const file of await readdir(folder).catch(() => [])) {
      const text = file.endsWith('.yaml') ? await readFile(join(folder, file), 'utf8') : '';
      if (text.includes(`id: ${id}\n`) && loadSheet(text).sheet?.hash === hash) return text;
    }
    return undefined;
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

function pick(library: SheetLibrary, id: string, choice: Choice): Sheet {
  if (!library.list().some((sheet) => sheet.id === id)) throw refuse('UNKNOWN_METHOD', { method: id });
  return library.get(id, choice);
}

const provisional = (sheet: Sheet): boolean =>
  sheet.source.confidence === 'provisional' ||
  sheet.parameters.some((p) => p.values.length > 0 && p.values.every((v) => v.confidence === 'provisional'));
