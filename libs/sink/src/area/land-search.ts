/**
 * Which land other claims have in common with an area. There are two ways to find it, and they find the same (ADR 26): in
 * the database where that has PostGIS, in the service where it has none. Measuring is the same code for both.
 */
import type { EntityManager } from 'typeorm';
import type { MultiPolygon } from '../geometry/shapes';

export interface InCommon {
  project: string;
  area: string;
  /** Pieces, slivers among them. */
  land: MultiPolygon;
}

export interface LandSearch {
  readonly name: string;
  /** Of the claims of any scheme on the same pool and time, the area's own earlier versions left out. */
  find(manager: EntityManager, area: MultiPolygon, ownArea: string | null, project: string): Promise<InCommon[]>;
}
