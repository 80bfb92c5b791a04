/** Ecological products: catalogue, GEP and SEEA accounts, auditor of accounts, uses, barrier indicators, rasters. */
export { EcoproductModule } from './ecoproduct.module';
export { ecoproductMigrations } from './schema';
