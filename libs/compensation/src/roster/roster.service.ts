/** Rosters: a file comes in as a stream and is kept sealed; a job takes it in. */
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
import { FileCipher } from '../privacy/file-cipher';
import { takeDuty } from '../programme/duties';
import { lockProgramme, readProgramme, requireStage } from '../programme/programme.record';
import { requireIdle } from '../run/calculation.service';
import { importRoster } from './roster.job';
import { refuseRoster as refuse } from './roster.messages';
import { type Roster, rosterOf, rostersOf, rosterView } from './roster.record';

/** Rosters are larger than other uploads: a region's has some 200 MB. */
const MOST_BYTES = 1024 ** 3;

@Injectable()
export class RosterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly cipher: FileCipher,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  async upload(actor: Actor, programmeId: string, fileName: string, content: Readable) {
    const requireDraft = () =>
      this.work.run(actor, async (manager) => {
        const programme = await readProgramme(manager, programmeId);
        if (programme.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
        requireStage(programme, 'draft');
      });
    await requireDraft(); // before a large file travels
    const sealed = content.pipe(this.cipher.sealing());
    content.on('error', (error) => sealed.destroy(error));
    const { sha256, bytes } = await this.files.put(sealed, { maxBytes: MOST_BYTES });
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'draft');
      await takeDuty(manager, actor, programme, 'clerk');
      const [{ id }] = await manager.query(
        `INSERT INTO compensation_roster (organisation_id, programme_id, file_name, file, bytes, created_by)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [
          programme.organisationId,
          programmeId,
          fileName.slice(0, 200) || 'roster.csv',
          sha256,
          bytes,
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      const jobId = await this.jobs.enqueue(manager, importRoster, { key: id, payload: { rosterId: id }, actor });
      await manager.query('UPDATE compensation_roster SET job_id = $2 WHERE id = $1', [id, jobId]);
      await this.audit.record(manager, {
        actor,
        action: 'roster.uploaded',
        subject: { type: 'roster', id },
        details: { programmeId, bytes, sha256 },
      });
      return rosterView(await rosterOf(manager, id));
    });
  }

  one(actor: Actor, id: string) {
    return this.work.run(actor, async (manager) => {
      const roster = await rosterOf(manager, id);
      const job = roster.jobId ? await this.jobs.state(manager, roster.jobId) : undefined;
      return { ...rosterView(roster), progress: job?.progress ?? null, note: job?.note ?? null };
    });
  }

  list(actor: Actor, programmeId: string, page: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows: Roster[] = await rostersOf(manager, programmeId, { ...page, limit: page.limit + 1 });
      const found = pageOf(rows, page.limit, (row) => [row.id]);
      return { ...found, items: found.items.map(rosterView) };
    });
  }

  /** The marked file, opened as it streams; who fetched it stands in the audit trail. */
  async faults(actor: Actor, id: string): Promise<{ kind: 'csv' | 'xlsx'; name: string; content: Readable }> {
    const roster = await this.work.run(actor, async (manager) => {
      const found = await rosterOf(manager, id);
      if (!found.faultFile) throw refuseAny('NOT_FOUND');
      await this.audit.record(manager, { actor, action: 'roster.faults_fetched', subject: { type: 'roster', id } });
      return found;
    });
    const sealed = await this.files.get(roster.faultFile!);
    const content = this.cipher.opening();
    sealed.on('error', (error) => content.destroy(error));
    const kind = roster.faultKind!;
    return { kind, name: `${roster.fileName.replace(/\.\w+$/, '')}-faults.${kind}`, content: sealed.pipe(content) };
  }

  /** Takes the households of an accepted roster out again, and with them what earlier calculations made of them. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const { programmeId } = await rosterOf(manager, id);
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'draft');
      await requireIdle(manager, programmeId);
      const { status } = await rosterOf(manager, id, { lock: true });
      if (status !== 'accepted') throw refuse('ROSTER_STATUS', { status });
      await takeDuty(manager, actor, programme, 'clerk');
      // Figures of a programme that went back to the draft count no longer.
      await manager.query(
        `UPDATE compensation_run SET status = 'superseded' WHERE programme_id = $1 AND status = 'succeeded'`,
        [programmeId],
      );
      await manager.query(
        `INSERT INTO compensation_former_allotment (organisation_id, run_id, banner, number, amount_fen)
         SELECT a.organisation_id, a.run_id, a.banner, h.number, a.amount_fen FROM compensation_allotment a
         JOIN compensation_household h ON h.id = a.household_id AND h.roster_id = $1
         WHERE a.run_id = (SELECT run_id FROM compensation_programme WHERE id = $2) ON CONFLICT DO NOTHING`,
        [id, programmeId],
      );
      await manager.query(
        `DELETE FROM compensation_allotment WHERE household_id IN (SELECT id FROM compensation_household WHERE roster_id = $1)
           AND run_id IN (SELECT id FROM compensation_run WHERE programme_id = $2 AND status IN ('failed', 'superseded'))`,
        [id, programmeId],
      );
      await manager.query('DELETE FROM compensation_household WHERE roster_id = $1', [id]);
      await manager.query(`UPDATE compensation_roster SET status = 'withdrawn' WHERE id = $1`, [id]);
      await this.audit.record(manager, { actor, action: 'roster.withdrawn', subject: { type: 'roster', id } });
    });
  }
}
