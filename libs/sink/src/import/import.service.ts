/** Field forms: a file comes in as a stream and is kept; a job takes it in; what was taken in wrongly is withdrawn. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  FileStore,
  Jobs,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import { lockProject } from '../project/project.record';
import { refuse as refuseSink } from '../sink.messages';
import { type FormName, FORMS } from './forms';
import { refuse } from './import.messages';
import { importForms, importOf, importsOf, importView } from './import.record';

/** A form of two million trees has some 100 MB; workbooks are read whole. */
const MOST_CSV = 1024 ** 3;
const MOST_WORKBOOK = 64 * 1024 ** 2;

@Injectable()
export class ImportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  async upload(
    actor: Actor,
    projectId: string,
    { form, name }: { form: FormName | 'workbook'; name: string },
    content: Readable,
  ) {
    await this.work.run(actor, (manager) => requireOpen(manager, actor, projectId)); // before a large file travels
    const { sha256, bytes } = await this.files.put(content, {
      maxBytes: form === 'workbook' ? MOST_WORKBOOK : MOST_CSV,
      ...(form === 'workbook' && { kinds: ['zip'] as const }),
    });
    return this.work.run(actor, async (manager) => {
      await requireOpen(manager, actor, projectId);
      const [{ id }] = await manager.query(
        `INSERT INTO sink_import (organisation_id, project_id, file_name, form, file, bytes, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [
          actor.organisationId,
          projectId,
          name.trim().slice(0, 200) || 'forms',
          form,
          sha256,
          bytes,
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      const jobId = await this.jobs.enqueue(manager, importForms, { key: id, payload: { importId: id }, actor });
      await manager.query('UPDATE sink_import SET job_id = $2 WHERE id = $1', [id, jobId]);
      await this.audit.record(manager, {
        actor,
        action: 'sink_import.uploaded',
        subject: { type: 'sink_import', id },
        details: { projectId, form, bytes, sha256 },
      });
      return importView(await importOf(manager, id));
    });
  }

  one(actor: Actor, id: string) {
    return this.work.run(actor, async (manager) => {
      const found = await importOf(manager, id);
      const job = found.jobId ? await this.jobs.state(manager, found.jobId) : undefined;
      return { ...importView(found), progress: job?.progress ?? null, note: job?.note ?? null };
    });
  }

  list(actor: Actor, projectId: string, page: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows = await importsOf(manager, projectId, { ...page, limit: page.limit + 1 });
      const found = pageOf(rows, page.limit, (row) => [row.id]);
      return { ...found, items: found.items.map(importView) };
    });
  }

  async faults(actor: Actor, id: string): Promise<{ kind: 'csv' | 'xlsx'; name: string; content: Readable }> {
    const found = await this.work.run(actor, (manager) => importOf(manager, id));
    if (!found.faultFile || found.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
    const kind = found.faultKind!;
    const name = `${found.fileName.replace(/\.\w+$/, '')}-faults.${kind}`;
    return { kind, name, content: await this.files.get(found.faultFile) };
  }

  /** Takes the rows of an import out again. Plots stay: they are in the ground, whatever was measured on them. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const found = await importOf(manager, id);
      await lockProject(manager, actor, found.projectId);
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7141007))', [found.projectId]);
      const { status, number } = await importOf(manager, id, { lock: true });
      if (status !== 'accepted') throw refuse('IMPORT_STATUS', { status });
      const [{ used }] = await manager.query(
        `SELECT EXISTS (SELECT FROM sink_stock WHERE project_id = $1 AND status <> 'discarded' AND $2 = ANY (imports)) AS used`,
        [found.projectId, number],
      );
      if (used) throw refuse('FIELD_DATA_USED');
      const ofProject = `visit_id IN (SELECT id FROM sink_visit WHERE project_id = $2)`;
      for (const { table, name } of FORMS)
        if (name !== 'plot')
          await manager.query(`DELETE FROM ${table} WHERE import_number = $1 AND ${ofProject}`, [
            number,
            found.projectId,
          ]);
      for (const { table, name } of FORMS) {
        if (name === 'plot') continue;
        const [{ left }] = await manager.query(
          `SELECT EXISTS (SELECT FROM sink_visit v JOIN ${table} t ON t.visit_id = v.id WHERE v.import_number = $1) AS left`,
          [number],
        );
        if (left) throw refuse('VISITS_USED');
      }
      await manager.query('DELETE FROM sink_visit WHERE import_number = $1 AND project_id = $2', [
        number,
        found.projectId,
      ]);
      await manager.query(`UPDATE sink_import SET status = 'withdrawn' WHERE id = $1`, [id]);
      await this.audit.record(manager, {
        actor,
        action: 'sink_import.withdrawn',
        subject: { type: 'sink_import', id },
      });
    });
  }
}

/** Field work needs land and strata to stand on. */
async function requireOpen(manager: Parameters<typeof lockProject>[0], actor: Actor, projectId: string): Promise<void> {
  const { status } = await lockProject(manager, actor, projectId);
  if (status === 'withdrawn') throw refuseSink('PROJECT_STATE', { status, wanted: 'import' });
  const [{ strata }] = await manager.query(
    'SELECT EXISTS (SELECT FROM sink_stratification WHERE project_id = $1) AS strata',
    [projectId],
  );
  if (!strata) throw refuse('NO_STRATA');
}
