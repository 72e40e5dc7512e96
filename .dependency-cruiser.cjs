/**
 * The walls between the rooms of docs/ARCHITECTURE.md. Every rule says why it is there: whoever runs into one
 * should learn what to do instead.
 */

/** What each lib may import besides itself: the column "knows" of docs/ARCHITECTURE.md. */
const KNOWS = {
  platform: [],
  documents: [],
  identity: ['platform'],
  workflow: ['platform', 'identity'],
  intake: ['platform', 'identity'],
  knowledge: ['platform', 'identity', 'intake'],
  notify: ['platform', 'identity', 'workflow'],
  escalation: ['platform', 'identity', 'intake', 'workflow', 'notify'],
  registers: ['platform', 'identity', 'intake'],
  duty: ['platform', 'documents', 'identity', 'intake', 'workflow', 'notify', 'escalation'],
  incidents: [
    ...['platform', 'documents', 'identity', 'workflow', 'intake', 'knowledge', 'notify'],
    ...['escalation', 'registers'],
  ],
  matters: [
    ...['platform', 'identity', 'intake', 'workflow', 'notify', 'escalation', 'registers'],
    'incidents',
  ],
  upward: [
    ...['platform', 'documents', 'identity', 'intake', 'workflow', 'notify', 'escalation'],
    'incidents',
  ],
  release: [
    ...['platform', 'identity', 'workflow', 'intake', 'knowledge', 'notify', 'escalation'],
    ...['registers', 'incidents'],
  ],
  search: ['platform', 'identity', 'intake', 'knowledge', 'incidents'],
  reporting: [
    ...['platform', 'documents', 'identity', 'intake', 'workflow', 'notify', 'escalation'],
    ...['registers', 'incidents'],
  ],
  replay: [
    ...['platform', 'identity', 'workflow', 'intake', 'notify', 'escalation', 'incidents'],
    'release',
  ],
};

const WHY = {
  platform: 'Platform carries every domain, and so must not know one: no word of ours in it.',
  documents: 'How a page looks has nothing to do with what stands on it: a document is handed in.',
  identity: 'Who someone is does not depend on what they work on; identity knows no incident.',
  workflow: 'The engine also runs releases, swaps and reports; knowing incidents would end that.',
  intake: 'Redaction stands at the door, before anything else has seen the text.',
  knowledge:
    'What was answered before serves incidents, releases and reports alike; it knows none of them.',
  notify: 'Reaching people is one thing, deciding whom and when another: notify knows no ladder.',
  escalation: 'Clocks and ladders run on any subject of the workflow, not on incidents alone.',
  duty: 'The rota serves whatever escalates; it asks for open matters through SubjectDoors, not by name.',
  registers: 'Registers are plain records that others look things up in; they ask nobody.',
  matters:
    'What will happen is told beforehand: incidents are compared with it, and need not know it.',
  upward: 'Reports to the level above are made from incidents, and nothing below waits for them.',
  incidents:
    'Incidents use the others through their doors; what follows from them declares itself at theirs.',
  release: 'What goes out rests on an incident, registers and the library; they know of no review.',
  search:
    'Each lib searches its own table; this one asks them all at once, and nobody waits for it.',
  reporting: 'Figures are counted from what the others have done; none of them waits for a number.',
  replay: 'A replay drives the product from outside, through the use cases that people use.',
};

/** Libraries that only compute. A core may use these, and a new one is a decision to take here. */
const PLAIN_LIBRARIES = ['chinese-days', 'json-canonicalize', 'luxon', '@types/luxon', 'zod'];

const SPEC = '\\.spec\\.tsx?$';
/** A lib may keep the helpers of its own tests in a folder `testing`. */
const TESTING = ['^libs/testing/', '^libs/[^/]+/testing/', '^test/'];
const TESTS = [SPEC, ...TESTING];

const libMayKnow = (lib) => ({
  name: `${lib}-knows-its-place`,
  severity: 'error',
  comment: `${WHY[lib]} Hand in what it needs through a port that it declares itself.`,
  from: { path: `^libs/${lib}/`, pathNot: [SPEC, `^libs/${lib}/testing/`] },
  to: { path: '^libs/', pathNot: [lib, ...KNOWS[lib]].map((known) => `^libs/${known}/`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'A cycle has no first file to read, and as ESM it may find a class undefined at boot that every test ' +
        'found defined. Entities that point at each other use `import type` and Relation<T>.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere fails at boot. Relative imports end in .js.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'lib-by-its-door',
      severity: 'error',
      comment:
        'A lib is entered through its index.ts (`#name`). What is not exported there may change at any time; ' +
        'if you need it, its owner decides whether it becomes public.',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'lib-by-its-door-from-outside',
      severity: 'error',
      comment: 'Apps and tests, too, enter a lib through its index.ts (`#name`).',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/index\\.ts$' },
    },
    {
      name: 'door-not-used-from-inside',
      severity: 'error',
      comment: 'Inside a lib, import the file itself: its own index.ts would close a cycle.',
      from: { path: '^libs/([^/]+)/', pathNot: SPEC },
      to: { path: '^libs/$1/index\\.ts$' },
    },
    {
      name: 'core-imports-itself',
      severity: 'error',
      comment:
        'A core is a set of pure functions on values. It can be read, tested and replayed alone as long as it ' +
        'imports nothing else of ours; pass in what it needs.',
      from: { path: '^libs/(?!platform/)([^/]+)/core/', pathNot: SPEC },
      to: { path: '^(apps|libs|test|scripts)/', pathNot: '^libs/$1/core/' },
    },
    {
      name: 'core-without-node',
      severity: 'error',
      comment:
        'Files, sockets, clocks and random bytes come through Node built-ins; a core has none of them.',
      from: { path: '^libs/(?!platform/)[^/]+/core/', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-plain-libraries',
      severity: 'error',
      comment:
        'No Nest, no TypeORM, no driver in a core. A library that only computes may be added to ' +
        'PLAIN_LIBRARIES in .dependency-cruiser.cjs.',
      from: { path: '^libs/(?!platform/)[^/]+/core/', pathNot: SPEC },
      to: {
        path: 'node_modules/',
        pathNot: PLAIN_LIBRARIES.map((library) => `node_modules/${library}/`),
      },
    },
    ...Object.keys(KNOWS).map(libMayKnow),
    {
      name: 'libs-not-apps',
      severity: 'error',
      comment: 'An app puts libs together; a lib that knows its app can serve no other.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'worker-without-api',
      severity: 'error',
      comment: 'Workers run on machines without a door. What both need belongs into a lib.',
      from: { path: '^apps/worker/' },
      to: { path: '^apps/(?!worker/)' },
    },
    {
      name: 'api-without-worker',
      severity: 'error',
      comment: 'The api answers requests and nothing else; what both need belongs into a lib.',
      from: { path: '^apps/api/' },
      to: { path: '^apps/(?!api/)' },
    },
    {
      name: 'api-without-sql',
      severity: 'error',
      comment: 'The api is a thin door: queries belong into the repository of a lib.',
      from: { path: '^apps/api/', pathNot: SPEC },
      to: { path: 'node_modules/(@nestjs/typeorm|typeorm|pg)/' },
    },
    {
      name: 'web-talks-http',
      severity: 'error',
      comment:
        'The web client knows the public API and nothing behind it; its types come from the OpenAPI document.',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|test|scripts|apps/(?!web/))' },
    },
    {
      name: 'server-without-web',
      severity: 'error',
      comment: 'The server serves the built files of the client; it never imports them.',
      from: { path: '^(apps/(?!web/)|libs/)' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      comment: 'Fake clocks and builders must not run in production.',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { path: TESTING },
    },
    {
      name: 'product-needs-no-dev-package',
      severity: 'error',
      comment: 'An installation without development packages (the Docker image) must start.',
      from: { path: '^(apps/(?!web/)|libs/)', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are dependencies too: a core that names an entity's type is tied to it.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^data/', '^config/'] },
    enhancedResolveOptions: {
      // `#platform` leads to the sources, as it does for tsc and Jest.
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
