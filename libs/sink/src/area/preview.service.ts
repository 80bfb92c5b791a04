/** What a boundary file would become: read, put into degrees, repaired, compared; nothing is stored but the file itself. */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { type Actor, FileStore, UnitOfWork } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import { readBoundaryFile } from '../geometry/boundary-file';
import { repairArea } from '../geometry/repair';
import { type MultiPolygon, verticesOf } from '../geometry/shapes';
import { lockProject } from '../project/project.record';
import { Overlaps, requireUnshifted } from './overlaps';

const MOST_BYTES = 20 * 1024 * 1024;

export interface BoundaryPreview {
  format: string;
  system: string;
  sourceSha256: string;
  /** Sound, in degrees of CGCS2000; to be drawn as it is. Absent where it cannot be repaired. */
  geometry: { type: 'MultiPolygon'; coordinates: MultiPolygon } | null;
  vertices: number;
  faults: Fault[];
  repairs: Fault[];
  squareMetresBefore: string;
  squareMetres: string;
  removed: { type: 'MultiPolygon'; coordinates: MultiPolygon };
  added: { type: 'MultiPolygon'; coordinates: MultiPolygon };
  overlaps: Fault[];
}

const multi = (coordinates: MultiPolygon) => ({ type: 'MultiPolygon' as const, coordinates });

@Injectable()
export class PreviewService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly overlaps: Overlaps,
  ) {}

  async preview(actor: Actor, project: string, code: string, content: Readable): Promise<BoundaryPreview> {
    await this.work.run(actor, (manager) => lockProject(manager, actor, project)); // before a large file travels
    const { sha256 } = await this.files.put(content, { maxBytes: MOST_BYTES });
    const file = await readBoundaryFile(await buffer(await this.files.get(sha256)));
    const { area, faults, done, squareMetres, squareMetresBefore, removed, added } = repairArea(file.geometry);
    const overlaps = area.length
      ? await this.work.run(actor, async (manager) => {
          const [own] = await manager.query('SELECT id FROM sink_area WHERE project_id = $1 AND code = $2', [
            project,
            code,
          ]);
          if (own) await requireUnshifted(manager, area, own.id as string);
          return this.overlaps.find(manager, area, (own?.id as string | undefined) ?? null, project);
        })
      : [];
    return {
      format: file.format,
      system: file.system,
      sourceSha256: sha256,
      geometry: area.length ? multi(area) : null,
      vertices: verticesOf(area),
      faults,
      repairs: done,
      squareMetresBefore: squareMetresBefore.toFixed(2),
      squareMetres: squareMetres.toFixed(2),
      removed: multi(removed),
      added: multi(added),
      overlaps,
    };
  }
}
