/** Ecological compensation: programmes, rosters, yearly calculation, public notice, payments. */
export { CompensationModule } from './compensation.module';
export { compensationMigrations } from './schema';
