const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx: false },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    '^#([a-z]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};

/**
 * @param {string} displayName
 * @param {string[]} testMatch
 */
const stage = (displayName, testMatch) => ({ ...base, displayName, testMatch });

/** One project for each stage of `npm test`; scripts/lib/stages.mjs says what a stage needs of the machine. */
export default {
  testTimeout: 30_000,
  projects: [
    {
      ...stage('unit', [
        '<rootDir>/libs/**/*.spec.ts',
        '<rootDir>/apps/**/*.spec.ts',
        '<rootDir>/scripts/**/*.spec.mjs',
      ]),
      testPathIgnorePatterns: ['\\.db\\.spec\\.ts$', '/node_modules/', '/dist/'],
    },
    stage('db', ['<rootDir>/{libs,test}/**/*.db.spec.ts']),
    stage('e2e', ['<rootDir>/test/e2e/**/*.spec.ts']),
    stage('browser', ['<rootDir>/test/browser/**/*.spec.ts']),
    stage('faults', ['<rootDir>/test/faults/**/*.spec.ts']),
    stage('real-data', ['<rootDir>/test/real-data/**/*.spec.ts']),
  ],
};
