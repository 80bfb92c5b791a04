/** Product carbon footprints and their labels. */
export { FootprintModule } from './footprint.module';
export { PactFilter } from './pact/host/pact-errors';
import { Footprint1700000002000, LabelReadiness1700000002100 } from './footprint.migration';
import { Label } from './label/label.entity';
import { SupplierLink1700000002400 } from './link/link.migration';
import { SupplierFootprint1700000016200 } from './link/solved.migration';
import { PactNotes1700000007200 } from './pact/notes.migration';
import { Pact1700000002300 } from './pact/pact.migration';

export const footprintMigrations = [
  Footprint1700000002000,
  LabelReadiness1700000002100,
  Pact1700000002300,
  SupplierLink1700000002400,
  SupplierFootprint1700000016200,
  PactNotes1700000007200,
];
export const footprintEntities = [Label];
export { type SolvedFootprint, writeSolved } from './link/solved-store';
