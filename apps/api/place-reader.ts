/** Places of the catalogue are read and measured as areas of sinks are: the two rooms meet here. */
import { AreaReader, type Place } from '@qingheng/ecoproduct';
import { boundsOf, readArea, sizeOf } from '@qingheng/sink';

export class PlaceReader extends AreaReader {
  read(geometry: unknown): { place?: Place; faults: ReturnType<typeof readArea>['faults'] } {
    const { area, faults } = readArea(geometry);
    if (faults.length) return { faults };
    return { place: { shape: area, bounds: boundsOf(area), squareMetres: sizeOf(area).squareMetres }, faults };
  }
}
