/** What ecological products add to the database. */
import { EcoproductRaster1700000007500 } from './raster';

export const ecoproductMigrations = [EcoproductRaster1700000007500];
