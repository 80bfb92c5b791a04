/** Which other claims count the same land, and what is done about it. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { faultOf, PlatformConfig } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import { DataSource, type EntityManager } from 'typeorm';
import { unshifted } from '../geometry/gcj02';
import { sizeOf } from '../geometry/measure';
import { beyondSlivers, overlapOf } from '../geometry/overlap';
import type { MultiPolygon } from '../geometry/shapes';
import { refuse } from '../sink.messages';
import { landSearch } from './choose-search';
import type { LandSearch } from './land-search';

@Injectable()
export class Overlaps implements OnModuleInit {
  private readonly log = new Logger('Overlaps');
  private search: LandSearch;

  constructor(
    private readonly source: DataSource,
    private readonly config: PlatformConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    this.search = await landSearch(this.source, this.config.geometry);
    this.log.log(`areas are compared by ${this.search.name}`);
  }

  find(manager: EntityManager, area: MultiPolygon, ownArea: string | null, project: string): Promise<Fault[]> {
    return overlapsOf(this.search, manager, area, ownArea, project);
  }

  async refuse(manager: EntityManager, area: MultiPolygon, ownArea: string, project: string): Promise<void> {
    const faults = await this.find(manager, area, ownArea, project);
    if (faults.length) throw refuse('AREA_OVERLAPS', { count: faults.length }, faults);
  }
}

export async function overlapsOf(
  search: LandSearch,
  manager: EntityManager,
  area: MultiPolygon,
  ownArea: string | null,
  project: string,
): Promise<Fault[]> {
  const claims = await search.find(manager, area, ownArea, project);
  return claims.flatMap(({ project: number, area: code, land }) => {
    const squareMetres = beyondSlivers(land);
    const params = { project: number, area: code, squareMetres: squareMetres.toFixed(1) };
    return squareMetres > 0 ? [faultOf('OVERLAPS_AREA', { column: 'geometry' }, params)] : [];
  });
}

/** A new version that fits the last one only once the shift of web maps is taken back was read from such a map. */
export async function requireUnshifted(manager: EntityManager, area: MultiPolygon, ownArea: string): Promise<void> {
  const [last] = await manager.query('SELECT shape FROM sink_boundary WHERE area_id = $1 AND superseded_at IS NULL', [
    ownArea,
  ]);
  if (!last) return;
  const shape = last.shape as MultiPolygon;
  const whole = sizeOf(shape).squareMetres;
  const back = area.map((polygon) => polygon.map((ring) => ring.map(unshifted)));
  const [asGiven, asShifted] = [overlapOf(area, shape) / whole, overlapOf(back, shape) / whole];
  if (asShifted > 0.95 && asGiven < 0.9 && Math.abs(sizeOf(area).squareMetres / whole - 1) < 0.01)
    throw refuse('BOUNDARY_SHIFTED', { share: Math.round(asShifted * 100) });
}
