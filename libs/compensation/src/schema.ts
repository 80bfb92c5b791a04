/** What compensation adds to the database. */
import { CompensationProgramme1700000005000 } from './programme/programme.migration';

export const compensationMigrations = [CompensationProgramme1700000005000];
