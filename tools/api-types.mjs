// Makes the console's types from the service's own description:
//   npm run api:types                     writes apps/console/src/api/generated.ts
//   … -- --document FILE --print          types of a description in a file, on standard output (the spec's way)
// No database is needed: the modules are read, not started.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';
import { ensureBuilt, root } from './prepare.mjs';

const { values } = parseArgs({ options: { document: { type: 'string' }, print: { type: 'boolean' } } });
const HEAD = `/** Made by \`npm run api:types\` from the service's OpenAPI document; do not edit. */\n`;

async function describe() {
  if (values.document) return JSON.parse(readFileSync(values.document, 'utf8'));
  ensureBuilt({ quiet: true });
  const require = createRequire(import.meta.url);
  require('reflect-metadata');
  // Two classes of one name: the second would silently take the place of the first.
  const { Logger } = require('@nestjs/common');
  Logger.warn = (text) => {
    if (String(text).startsWith('Duplicate DTO')) throw new Error(String(text));
  };
  return require('../dist/apps/api/openapi.js').describeUnstarted();
}

// In the order of the alphabet, so that two people who add routes seldom touch the same lines.
const types =
  HEAD + astToString(await openapiTypes(await describe(), { alphabetize: true, defaultNonNullable: false }));
if (values.print) process.stdout.write(types);
else writeFileSync(join(root, 'apps/console/src/api/generated.ts'), types);
