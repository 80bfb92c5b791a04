/** Photos, instruments, calibrations: files by their hash, to a project, a plot or a visit. Nothing is ever replaced. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  type FileKind,
  FileStore,
  type Page,
  pageOf,
  refuse as refuseAny,
  registerMessages,
  UnitOfWork,
} from '@qingheng/platform';
import type { EVIDENCE_KINDS } from './evidence.dto';
import { lockProject } from '../project/project.record';

const refuse = registerMessages({
  EVIDENCE_PLOT_UNKNOWN: { status: 422, zh: '项目没有样地“{plot}”', en: 'The project has no plot "{plot}"' },
});

const KINDS: readonly FileKind[] = ['png', 'jpeg', 'pdf', 'text', 'zip'];
const MEDIA: Partial<Record<FileKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  pdf: 'application/pdf',
  text: 'text/plain; charset=utf-8',
  zip: 'application/zip',
};

export interface NewEvidence {
  kind: (typeof EVIDENCE_KINDS)[number];
  name: string;
  plot?: string;
  round?: number;
  takenOn?: string;
  note?: string;
}

const COLUMNS = `e.id, e.kind, e.file_name AS "fileName", e.sha256, e.bytes::int AS bytes, p.code AS plot, e.round,
  e.taken_on::text AS "takenOn", e.note, e.added_by AS "addedBy", to_json(e.added_at)#>>'{}' AS "addedAt"`;
const FROM = 'sink_evidence e LEFT JOIN sink_plot p ON p.id = e.plot_id';

@Injectable()
export class EvidenceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly audit: AuditService,
  ) {}

  async add(actor: Actor, project: string, evidence: NewEvidence, content: Readable) {
    await this.work.run(actor, (manager) => lockProject(manager, actor, project)); // before a large file travels
    const { sha256, bytes, kind } = await this.files.put(content, { kinds: KINDS });
    return this.work.run(actor, async (manager) => {
      await lockProject(manager, actor, project);
      const { plot, round, takenOn, note, name } = evidence;
      const [known] = plot
        ? await manager.query('SELECT id FROM sink_plot WHERE project_id = $1 AND code = $2', [project, plot])
        : [];
      if (plot && !known) throw refuse('EVIDENCE_PLOT_UNKNOWN', { plot });
      const [{ id }] = await manager.query(
        `INSERT INTO sink_evidence (organisation_id, project_id, plot_id, round, kind, file_name, sha256, bytes, media, taken_on,
           note, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
        [
          actor.organisationId,
          project,
          known?.id ?? null,
          round ?? null,
          evidence.kind,
          name.trim(),
          sha256,
          bytes,
          MEDIA[kind!],
          takenOn ?? null,
          note?.trim() || null,
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await this.audit.record(manager, {
        actor,
        action: 'sink_evidence.added',
        subject: { type: 'sink_project', id: project },
        details: { evidence: id as string, kind: evidence.kind, sha256 },
      });
      const [view] = await manager.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.id = $1`, [id]);
      return view;
    });
  }

  list(actor: Actor, project: string, { after, limit }: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `SELECT ${COLUMNS} FROM ${FROM} WHERE e.project_id = $1 AND ($2::uuid IS NULL OR e.id < $2)
         ORDER BY e.id DESC LIMIT $3`,
        [project, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  async open(actor: Actor, id: string): Promise<{ media: string; name: string; content: Readable }> {
    const [found] = await this.work.run(actor, (manager) =>
      manager.query('SELECT file_name AS name, media, sha256 FROM sink_evidence WHERE id = $1', [id]),
    );
    if (!found) throw refuseAny('NOT_FOUND');
    return { media: found.media, name: found.name, content: await this.files.get(found.sha256) };
  }
}
