// `node -r tests/support/typescript.cjs x.ts`: sources run as they are, compiled as the build compiles them.
const { readFileSync } = require('node:fs');
const { extname, join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../..');
const { exclude: _, $schema: __, ...options } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
options.jsc.baseUrl = root;

require.extensions['.ts'] = (module, filename) => {
  if (extname(filename) !== '.ts') return;
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...options,
    filename,
    swcrc: false,
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};
