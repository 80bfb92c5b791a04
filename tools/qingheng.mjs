// `npm run -s qingheng -- COMMAND`: installs and builds when needed, then hands over to the command line.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled({ quiet: true });
ensureBuilt({ quiet: true });
await import(pathToFileURL(join(root, 'dist/apps/cli/main.js')).href);
