import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts', 'libs/{,*/}testing/**/*.ts'];

const CURRENT_TIME =
  'Time is an argument: take an injected Clock, so that tests and the replay can move it.';

/** Ways to ask the machine what time it is. `new Date(value)` only converts, and stays allowed. */
const readsOfTheCurrentTime = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]' },
  { selector: 'CallExpression[callee.name="Date"]' },
  {
    selector:
      'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|utc|local)$/][arguments.length=0]',
  },
].map((rule) => ({ ...rule, message: CURRENT_TIME }));

/** Globals through which a core would reach the world. Imports are watched by dependency-cruiser. */
const impureGlobals = [
  ...['process', 'fetch', 'performance', 'crypto', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
].map((name) => ({ name, message: 'A core is arithmetic on values; pass in what it needs.' }));

const randomness = {
  selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
  message: 'Randomness is an argument: pass in a number or a seeded generator.',
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'data/',
    'coverage/',
    'test-results/',
    'bench-results/',
    '**/*.gen.ts',
    '**/*.d.ts',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A `default` would hide the next case somebody adds.
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      // Files with decorators are left alone by this rule: Nest needs their imports at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Brackets say that a name comes from an index signature, and may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // A Nest module is a class with nothing but its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Response classes are there for the OpenAPI plugin; what has their shape is as good as made by them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...readsOfTheCurrentTime],
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  {
    // Platform has no rules of a domain, so it has no core in this sense: its folders are all adapters.
    files: ['libs/!(platform)/core/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-syntax': ['error', ...readsOfTheCurrentTime, randomness],
    },
  },
  {
    // Where the machine's time may be read: the clock itself, tests and benchmarks (which measure), and the browser.
    files: ['libs/platform/**/*clock*.ts', 'apps/web/**/*.{ts,tsx}', ...SPECS],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: SPECS,
    rules: {
      // `expect(port.send)` names a method in order to look at its calls.
      '@typescript-eslint/unbound-method': 'off',
      // In a test, an assertion that fails loudly is what is wanted.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: {
      // tsc checks the scripts (scripts/tsconfig.json), and it knows which names exist.
      'no-undef': 'off',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  prettier,
);
