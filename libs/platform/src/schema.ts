/** What the platform adds to the database, in order. */
import { Audit1700000000300 } from './audit';
import { Idempotency1700000000400 } from './http';
import { identityEntities, Identity1700000000200 } from './identity';
import { Jobs1700000000100 } from './jobs';
import { FactorLibrary1700000000510, Reference1700000000500 } from './reference';

export const platformMigrations = [
  Jobs1700000000100,
  Identity1700000000200,
  Audit1700000000300,
  Idempotency1700000000400,
  Reference1700000000500,
  FactorLibrary1700000000510,
];

export const platformEntities = [...identityEntities];
