/** Product carbon footprints and their labels. */
export { FootprintModule } from './footprint.module';
import { Footprint1700000002000 } from './footprint.migration';
import { Label } from './label/label.entity';

export const footprintMigrations = [Footprint1700000002000];
export const footprintEntities = [Label];
