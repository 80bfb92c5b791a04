/** Arrows point one way: apps → domains → pipeline → ledger, platform → sheet, supply. */
const domains = 'factor|footprint|inventory|sink|ecoproduct|market|compensation';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-libraries',
      comment: 'sheet, supply and reconciliation import nothing of ours',
      severity: 'error',
      from: { path: '^libs/(sheet|supply|reconciliation)/' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'on-sheet-alone',
      comment: 'raster knows the formulas of sheets, pact their exact arithmetic, and nothing else of ours',
      severity: 'error',
      from: { path: '^libs/(raster|pact)/' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/($1|sheet)/' },
    },
    {
      name: 'platform-below',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: `^(apps|libs/(pipeline|ledger|${domains}))/` },
    },
    {
      name: 'ledger-below',
      severity: 'error',
      from: { path: '^libs/ledger/' },
      to: { path: `^(apps|libs/(pipeline|${domains}))/` },
    },
    {
      name: 'pipeline-below-domains',
      severity: 'error',
      from: { path: '^libs/pipeline/' },
      to: { path: `^(apps|libs/(${domains}))/` },
    },
    {
      name: 'domains-apart',
      comment: 'a domain never imports another: they meet in the ledger and in runs',
      severity: 'error',
      from: { path: `^libs/(${domains})/` },
      to: { path: `^(apps|libs/(${domains}))/`, pathNot: '^libs/$1/' },
    },
    {
      name: 'through-the-door',
      comment: 'a library is imported through its index',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    { name: 'not-to-spec', severity: 'error', from: { pathNot: '\\.spec\\.ts$' }, to: { path: '\\.spec\\.ts$' } },
    { name: 'no-undeclared', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|dist)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
