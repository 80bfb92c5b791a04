/** What ecological products add to the database. */
import { EcoproductAccount1700000007100 } from './account/account.migration';
import { EcoproductCatalogue1700000007000 } from './catalogue/catalogue.migration';
import { EcoproductIndicator1700000007200 } from './indicator/indicator.migration';
import { EcoproductRaster1700000007500 } from './raster';
import { EcoproductAsset1700000007110 } from './tradeable/product-asset.migration';
import { EcoproductUse1700000007300 } from './use/use.migration';

export const ecoproductMigrations = [
  EcoproductCatalogue1700000007000,
  EcoproductAccount1700000007100,
  EcoproductAsset1700000007110,
  EcoproductIndicator1700000007200,
  EcoproductUse1700000007300,
  EcoproductRaster1700000007500,
];
