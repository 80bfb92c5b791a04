/** Ecological products: catalogue, GEP and SEEA accounts, auditor of accounts, uses, barrier indicators, rasters. */
export { AreaReader, type Place } from './catalogue/area-reader';
export { CatalogueService } from './catalogue/catalogue.service';
export { EcoproductModule } from './ecoproduct.module';
export { ecoproductMigrations } from './schema';
