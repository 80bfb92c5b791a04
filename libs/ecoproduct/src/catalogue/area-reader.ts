/** How a drawn place is read and measured. Geometry belongs to the room of sinks: whoever composes the service brings it along. */
import type { Fault } from '@qingheng/sheet';

export interface Place {
  /** GeoJSON MultiPolygon coordinates, degrees of CGCS2000. */
  shape: unknown;
  /** west, south, east, north */
  bounds: readonly [number, number, number, number];
  squareMetres: number;
}

export abstract class AreaReader {
  /** Every fault with its place; the place only where there is none. */
  abstract read(geometry: unknown): { place?: Place; faults: Fault[] };
}
