const { readFileSync } = require('node:fs');
const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));
delete swc.exclude;

/** Unit and end-to-end tests. Slow suites live in tests/{browser,faults,load} and run with `npm run test:all`. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tests'],
  testPathIgnorePatterns: process.env.QH_TEST_ALL
    ? ['/node_modules/']
    : ['/node_modules/', '<rootDir>/tests/(browser|faults|load)/'],
  // Path aliases are resolved by swc itself (jsc.paths in .swcrc), so code under test runs as it is built.
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { ...swc, swcrc: false }],
    // Published as an ES module alone, which Node can require and Jest cannot.
    'clipper2-ts/.+\\.js$': ['@swc/jest', { ...swc, swcrc: false }],
  },
  transformIgnorePatterns: ['/node_modules/(?!clipper2-ts/)'],
  // Postgres and Redis start when the first spec asks for them (tests/support/database.ts).
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testTimeout: 60000,
  maxWorkers: 2,
};
