// `npm test` and `npm run test:all`: brings the machine to a testable state, then runs Jest.
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, finishWith, root } from './prepare.mjs';

const all = process.argv.includes('--all');
const rest = process.argv.slice(2).filter((arg) => arg !== '--all');
ensureInstalled();
ensureBuilt({ console: true });
const env = { ...process.env, ...(all && { QH_TEST_ALL: '1' }) };
finishWith(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...rest], env);
