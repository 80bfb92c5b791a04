// `npm run -s qingheng -- COMMAND`: installs and builds when needed, then hands over to the command line.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled({ quiet: true });
ensureBuilt({ quiet: true });
// The audit chain and the book stand in the database, and benches write to one: without an address, in the embedded one.
const [command, name] = process.argv.slice(2);
if (
  (command === 'audit' || (command === 'bench' && ['ledger', 'supply', 'sink'].includes(name))) &&
  !process.env.DATABASE_URL
) {
  const { startServices } = await import('./services.mjs');
  const { databaseUrl, ownerDatabaseUrl } = await startServices();
  Object.assign(process.env, { DATABASE_URL: databaseUrl, OWNER_DATABASE_URL: ownerDatabaseUrl });
}
await import(pathToFileURL(join(root, 'dist/apps/cli/main.js')).href);
