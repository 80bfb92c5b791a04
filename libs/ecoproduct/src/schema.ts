/** What ecological products add to the database. */
import type { MigrationInterface } from 'typeorm';

type Migration = new () => MigrationInterface;

export const ecoproductMigrations: Migration[] = [];
